using System.IO.Compression;
using System.Net;
using System.Text;
using SourcingCompliance.Evidence;
using SourcingCompliance.Items;
using SourcingCompliance.Server.Ledger;

namespace SourcingCompliance.Server.Answers;

/// <summary>No answer closes what it must not, and no file of a stranger does harm.</summary>
public sealed class AnswerSafetyTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private SupplierLoop Loop => new(shared.Client);

    [Fact]
    public async Task An_answer_that_names_a_covered_country_makes_a_violation()
    {
        string check = await Loop.Check("Bad");
        string request = await Loop.Ask(check, "Bad Magnetics");
        (_, string review) = await Loop.Upload(check, [("answer.xlsx", await Loop.Fill(request, part => part == "Bad-2" ? "China" : "Japan"))]);

        string changes = await Loop.Store(review, check);

        changes.ShouldContain("2 line items changed");
        changes.ShouldContain("Violation");
    }

    [Theory]
    [InlineData("Unsigned", false, "not signed")]
    [InlineData("Expiring", true, "before the deliveries")]
    public async Task An_answer_that_does_not_count_is_named_and_closes_nothing(string prefix, bool isSigned, string reason)
    {
        string check = await Loop.Check(prefix);
        string request = await Loop.Ask(check, $"{prefix} Magnetics");
        byte[] answer = await Loop.Fill(request, _ => "Japan", isSigned, isSigned ? SupplierLoop.TooEarly : null);
        (_, string review) = await Loop.Upload(check, [("answer.xlsx", answer)]);
        string changes = await Loop.Store(review, check);

        review.ShouldContain("does not count for a pass");
        review.ShouldContain(reason);
        changes.ShouldContain("No line item changes its verdict");
        changes.ShouldContain(reason);
    }

    [Fact]
    public async Task A_typed_answer_without_supplier_part_or_country_names_each_field_and_stores_nothing()
    {
        using HttpResponseMessage answer = await Loop.Type("keep", ("supplier", ""), ("stage-melted", "Atlantis"), ("basis", "call of Nobody"));

        string page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        page.ShouldContain("Enter who says it.");
        page.ShouldContain("Enter the part number");
        page.ShouldContain("Enter the country, e.g. Japan");
        page.ShouldContain("call of Nobody");
    }

    [Fact]
    public async Task The_ledger_leaves_as_a_zip_and_comes_into_another_server_with_it()
    {
        string check = await Loop.Check("Zip");
        string request = await Loop.Ask(check, "Zip Magnetics");
        (_, string review) = await Loop.Upload(check, [("answer.xlsx", await Loop.Fill(request, _ => "Japan"))]);
        await Loop.Store(review, check);
        byte[] zip = await shared.Client.Bytes("/evidence/evidence.zip");
        using var folder = new TemporaryFolder();
        await using RunningServer other = await RunningServer.Start(folder.Path);
        var there = new SupplierLoop(other.Client);

        using HttpResponseMessage imported = await Import(other.Client, zip);
        string again = await there.Check("Zip");

        imported.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await imported.Content.ReadAsStringAsync());
        (await other.Client.Text($"/evidence/statements/{request}")).ShouldContain("Zip Magnetics");
        (await there.Counts(again)).Pass.ShouldBe(2);
    }

    [Theory]
    [InlineData("../../evil.json", "outside itself")]
    [InlineData("evidence/statements/x/EVIL.json", "damaged")]
    [InlineData("readme.txt", "no evidence folder")]
    public async Task A_zip_that_is_no_ledger_is_refused_and_changes_nothing(string entry, string reason)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            using Stream content = archive.CreateEntry(entry).Open();
            content.Write("{}"u8);
        }

        using HttpResponseMessage refused = await Import(shared.Client, zip.ToArray());

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()).ShouldContain(reason);
        (await shared.Client.Text("/evidence")).ShouldNotContain("EVIL");
    }

    [Theory]
    [InlineData("answer.xlsm", "PK", "macros")]
    [InlineData("answer.exe", "MZ", "not taken")]
    [InlineData("scan.pdf", "MZ\u0090", "a program")]
    [InlineData("page.html", "<script>alert(1)</script>", "not taken")]
    [InlineData("notes.csv", "Hello,World\n1,2\n", "Nothing was taken")]
    public async Task A_file_that_is_no_answer_is_refused_with_the_reason(string name, string content, string reason)
    {
        (HttpStatusCode status, string page) = await Loop.Upload("", [(name, Encoding.Latin1.GetBytes(content))]);

        status.ShouldBe(HttpStatusCode.OK);
        page.ShouldContain("Nothing to store");
        page.ShouldContain(reason);
        page.ShouldNotContain("<script>alert(1)");
    }

    [Fact]
    public async Task A_form_that_names_no_part_says_that_nothing_comes_of_it()
    {
        (_, string page) = await Loop.Upload("",
            [("silent.json", "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"version\":1,\"components\":[]}"u8.ToArray())]);

        page.ShouldContain("Nothing to store");
        page.ShouldContain("nothing is stored from it");
    }

    [Theory]
    [InlineData(StatementKind.Cmrt, UncountedReason.Lead)]
    [InlineData(StatementKind.Questionnaire, null)]
    public void An_answer_to_another_question_is_shown_as_one_that_does_not_count(StatementKind kind, UncountedReason? reason) =>
        AnswerIntake.Judge(new EvidenceLedger("evidence", [], RequestLog.Empty, []), new Statement
        {
            Id = "S-1", Source = new StatementSource(kind), Supplier = new StatementSupplier("Acme"),
            Signer = new StatementSigner("Ada Berg", null, new DateOnly(2026, 11, 1)),
        }, new EvidenceTerms { AsOf = new DateOnly(2026, 11, 30) }).NotCounted.ShouldBe(reason);

    [Fact]
    public async Task A_workbook_with_macros_under_another_name_is_refused_and_a_bomb_is_not_inflated()
    {
        using var macros = new MemoryStream();
        using (var archive = new ZipArchive(macros, ZipArchiveMode.Create, leaveOpen: true))
        {
            archive.CreateEntry("xl/vbaProject.bin");
        }

        using var bomb = new MemoryStream();
        using (var archive = new ZipArchive(bomb, ZipArchiveMode.Create, leaveOpen: true))
        {
            using Stream sheet = archive.CreateEntry("xl/workbook.xml", CompressionLevel.SmallestSize).Open();
            byte[] blank = new byte[1 << 20];
            Array.Fill(blank, (byte)' ');
            for (int megabyte = 0; megabyte < 120; megabyte++)
            {
                sheet.Write(blank);
            }
        }

        (_, string page) = await Loop.Upload("", [("macros.xlsx", macros.ToArray()), ("bomb.xlsx", bomb.ToArray())]);

        page.ShouldContain("Nothing to store");
        page.ShouldContain("contains macros");
        page.ShouldContain("bomb.xlsx");
    }

    [Fact]
    public async Task The_name_of_a_document_is_never_a_path()
    {
        string check = await Loop.Check("Path");
        string request = await Loop.Ask(check, "Path Magnetics");
        byte[] answer = await Loop.Fill(request, _ => "Japan", document: "evil-cert.pdf");
        (_, string review) = await Loop.Upload(check, [("../../../answer.xlsx", answer)], ("../../../../tmp/evil-cert.pdf", "%PDF evil"u8.ToArray()));
        await Loop.Store(review, "");

        Directory.GetFiles("/tmp", "evil-cert*").ShouldBeEmpty();
        Directory.EnumerateFiles(Path.Combine(shared.Folder, "evidence"), "*", SearchOption.AllDirectories)
            .ShouldNotContain(path => path.Contains("evil", StringComparison.Ordinal) || path.Contains("answer", StringComparison.Ordinal));
        (await shared.Client.Text($"/evidence/statements/{request}")).ShouldContain("evil-cert.pdf");
    }

    private static async Task<HttpResponseMessage> Import(ServerClient client, byte[] zip)
    {
        using var form = new MultipartFormDataContent { ServerClient.Field("forgery", await new SupplierLoop(client).GetToken("/evidence")) };
        var part = new ByteArrayContent(zip);
        part.Headers.TryAddWithoutValidation("Content-Disposition", "form-data; name=\"zip\"; filename=\"evidence.zip\"");
        form.Add(part);
        return await client.Http.PostAsync(new Uri("/evidence/import", UriKind.Relative), form);
    }
}

