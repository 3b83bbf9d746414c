using System.IO.Compression;
using System.Net;
using System.Text;

namespace SourcingCompliance.Server.Answers;

/// <summary>From an open line item over the question and the answer to another verdict, without a terminal.</summary>
public abstract class AnswerLoopTests(SharedServer shared)
{
    private SupplierLoop Loop => new(shared.Client);

    [SkippableFact]
    public async Task A_filled_questionnaire_closes_the_parts_that_it_answers_and_no_other()
    {
        string check = await Loop.Check("Loop");
        string request = await Loop.Ask(check, "Loop Magnetics");
        byte[] answer = await Loop.Fill(request, part => part == "Loop-1" ? "Japan" : "not known", document: "cert.pdf");
        (_, string review) = await Loop.Upload(check, [("answer.xlsx", answer)], ("cert.pdf", "%PDF-1.4 cert"u8.ToArray()));
        string changes = await Loop.Store(review, check);

        review.ShouldContain("Ada Berg");
        review.ShouldContain("Still missing");
        changes.ShouldContain("1 line item changed");
        changes.ShouldContain("Loop-1");
        changes.ShouldNotContain("Loop-2");
        changes.ShouldNotContain("Loop-3");
        (await Loop.Counts(check)).ShouldBe((3, 0));
        string library = await shared.Client.Text("/evidence?q=Loop-1");
        library.ShouldContain("Loop Magnetics");
        (await shared.Client.Text("/suppliers")).ShouldContain(request);
    }

    [SkippableFact]
    public async Task An_answer_that_names_a_covered_country_makes_a_violation()
    {
        string check = await Loop.Check("Bad");
        string request = await Loop.Ask(check, "Bad Magnetics");
        (_, string review) = await Loop.Upload(check, [("answer.xlsx", await Loop.Fill(request, part => part == "Bad-2" ? "China" : "Japan"))]);

        string changes = await Loop.Store(review, check);

        changes.ShouldContain("2 line items changed");
        changes.ShouldContain("Violation");
    }

    [SkippableTheory]
    [InlineData("Unsigned", false, null, "not signed")]
    [InlineData("Expiring", true, "2027-01-31", "before the deliveries")]
    public async Task An_answer_that_does_not_count_is_named_and_closes_nothing(string prefix, bool isSigned, string? validUntil, string reason)
    {
        string check = await Loop.Check(prefix);
        string request = await Loop.Ask(check, $"{prefix} Magnetics");
        byte[] answer = await Loop.Fill(request, _ => "Japan", isSigned, validUntil);
        (_, string review) = await Loop.Upload(check, [("answer.xlsx", answer)]);
        string changes = await Loop.Store(review, check);

        review.ShouldContain("does not count for a pass");
        review.ShouldContain(reason);
        changes.ShouldContain("No line item changes its verdict");
        changes.ShouldContain(reason);
    }

    [SkippableFact]
    public async Task Another_answer_to_the_same_request_is_stored_only_when_that_is_confirmed()
    {
        string check = await Loop.Check("Twice");
        string request = await Loop.Ask(check, "Twice Magnetics");
        (_, string first) = await Loop.Upload(check, [("answer.xlsx", await Loop.Fill(request, _ => "Japan"))]);
        await Loop.Store(first, "");
        (_, string second) = await Loop.Upload(check, [("answer 2.xlsx", await Loop.Fill(request, _ => "Malaysia"))]);

        using HttpResponseMessage refused = await Loop.PostForm("/evidence/answer/keep", SupplierLoop.HiddenFields(second));
        using HttpResponseMessage replaced = await Loop.PostForm("/evidence/answer/keep", [.. SupplierLoop.HiddenFields(second), ("replace", "yes")]);

        second.ShouldContain("says something else");
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        replaced.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await shared.Client.Text($"/evidence/statements/{request}")).ShouldContain("MY");
    }

    [SkippableFact]
    public async Task A_signed_letter_that_is_typed_in_counts_and_a_call_without_signature_does_not()
    {
        string check = await Loop.Check("Typed");
        (string, string)[] said = [("supplier", "Typed Magnetics"), ("part", "Typed-1"), ("material", "ndfeb-magnet"), ("contains", "no"), ("check", check),
            ("contact", "Ada Berg"), ("basis", "phone call")];
        using HttpResponseMessage call = await Loop.Type("keep", said);
        string afterCall = await Loop.Follow(call);
        using HttpResponseMessage review = await Loop.Type("", [.. said, ("signer", "Ada Berg"), ("signed", SupplierLoop.Today)]);
        using HttpResponseMessage letter = await Loop.Type("keep", [.. said, ("signer", "Ada Berg"), ("signed", SupplierLoop.Today)]);
        string afterLetter = await Loop.Follow(letter);

        afterCall.ShouldContain("No line item changes its verdict");
        WebUtility.HtmlDecode(await review.Content.ReadAsStringAsync()).ShouldNotContain("does not count for a pass");
        afterLetter.ShouldNotContain("Typed-2");
        (await shared.Client.Text("/evidence?q=Typed-1&standing=not")).ShouldContain("it is not signed");
    }

    [SkippableFact]
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

    [SkippableFact]
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

    [SkippableTheory]
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

    [SkippableTheory]
    [InlineData("answer.xlsm", "PK", "macros")]
    [InlineData("answer.exe", "MZ", "not taken")]
    [InlineData("scan.pdf", "MZ\u0090", "a program")]
    [InlineData("page.html", "<script>alert(1)</script>", "not taken")]
    [InlineData("notes.csv", "Hello,World\n1,2\n", "Nothing was taken from it")]
    public async Task A_file_that_is_no_answer_is_refused_with_the_reason(string name, string content, string reason)
    {
        (HttpStatusCode status, string page) = await Loop.Upload("", [(name, Encoding.Latin1.GetBytes(content))]);

        status.ShouldBe(HttpStatusCode.OK);
        page.ShouldContain("Nothing to store");
        page.ShouldContain(reason);
        page.ShouldNotContain("<script>alert(1)");
    }

    [SkippableFact]
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

    [SkippableFact]
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

/// <summary>With SQLite.</summary>
public sealed class AnswerLoopOnSqliteTests(SharedServer shared) : AnswerLoopTests(shared), IClassFixture<SharedServer>;

/// <summary>With PostgreSQL.</summary>
public sealed class AnswerLoopOnPostgresTests(PostgresServer shared) : AnswerLoopTests(shared), IClassFixture<PostgresServer>;
