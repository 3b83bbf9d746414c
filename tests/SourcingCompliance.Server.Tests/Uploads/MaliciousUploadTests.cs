using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;

namespace SourcingCompliance.Server.Uploads;

/// <summary>What a stranger may send harms nobody.</summary>
public abstract class MaliciousUploadTests(SharedServer shared)
{
    private ServerClient Client => shared.Client;

    [Theory]
    [InlineData("../../../../tmp/evil.csv", "evil.csv")]
    [InlineData("..\\..\\evil.csv", "evil.csv")]
    [InlineData("/etc/passwd", "passwd")]
    [InlineData("..", "unnamed")]
    [InlineData("a\u202Evsc.exe", "avsc.exe")]
    public async Task A_file_name_is_never_a_path(string sent, string kept)
    {
        string[] before = Outside();

        JsonElement status = await Client.Check(sent, ServerClient.SmallBom);

        status.GetProperty("files")[0].GetProperty("name").GetString().ShouldBe(kept);
        Outside().ShouldBe(before);
        string hash = status.GetProperty("files")[0].GetProperty("sha256").GetString() ?? "";
        File.Exists(Path.Combine(shared.Folder, "content", hash[..2], hash)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_zip_bomb_is_refused_and_not_inflated()
    {
        using var bomb = new MemoryStream();
        using (var archive = new ZipArchive(bomb, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" "
                    + "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
            Add(archive, "_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
                    + "Target=\"xl/workbook.xml\"/></Relationships>");
            Add(archive, "xl/workbook.xml",
                "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
                    + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                        + "<sheet name=\"BOM\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            Add(archive, "xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" "
                    + "Target=\"worksheets/sheet1.xml\"/></Relationships>");
            using Stream sheet = archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.SmallestSize).Open();
            sheet.Write("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"u8);
            byte[] blank = new byte[1 << 20];
            Array.Fill(blank, (byte)' ');
            for (int megabyte = 0; megabyte < 400; megabyte++)
            {
                sheet.Write(blank);
            }
        }

        JsonElement status = await Client.Check(("bomb.xlsx", bomb.ToArray()));

        status.GetProperty("state").GetString().ShouldBe("done");
        status.GetProperty("result").GetProperty("exitCode").GetInt32().ShouldBe(3);
        status.GetProperty("result").GetProperty("pass").GetInt32().ShouldBe(0);
        (await Client.Text("/api/v1/health")).ShouldContain("alive");
    }

    [Fact]
    public async Task Markup_in_cells_and_names_stays_text_on_the_page()
    {
        const string Attack = "<script>alert(1)</script><img src=x onerror=alert(2)>";
        JsonElement status = await Client.Check($"{Attack}.csv".Replace('/', '_'),
            $"Part Number,Description,Qty,Country of Origin\n{Attack},NdFeB magnet {Attack},2,China\n");

        string report = await Client.Text($"/api/v1/checks/{status.GetProperty("id").GetString()}/reports/html");

        report.ShouldContain("&lt;script&gt;alert(1)");
        report.ShouldNotContain("<script>alert");
        report.ShouldNotContain("<img src=x");
    }

    [Fact]
    public async Task A_formula_in_a_cell_is_no_formula_in_what_we_write()
    {
        JsonElement status = await Client.Check("bom.csv",
            "Part Number,Description,Qty,Country of Origin\n\"=HYPERLINK(\"\"http://x\"\")\",NdFeB magnet,2,China\n");

        string csv = await Client.Text($"/api/v1/checks/{status.GetProperty("id").GetString()}/reports/csv");

        csv.Split('\n').SelectMany(line => line.Split(',')).ShouldAllBe(cell => !cell.TrimStart('"').StartsWith('='));
    }

    [Theory]
    [InlineData("invoice.pdf", "%PDF-1.7\nnothing\0\u0001\u0002")]
    [InlineData("program.xlsx", "MZ\u0090\0\u0003\0\0\0")]
    [InlineData("empty.csv", "")]
    public async Task A_file_of_the_wrong_kind_is_an_input_error_and_no_pass(string name, string content)
    {
        JsonElement status = await Client.Check((name, Encoding.Latin1.GetBytes(content)));

        status.GetProperty("result").GetProperty("exitCode").GetInt32().ShouldBe(3);
    }

    [Fact]
    public async Task An_upload_beyond_the_limit_is_refused_and_leaves_nothing()
    {
        using var folder = new TemporaryFolder();
        await using RunningServer server = await RunningServer.Start(folder.Path, "--maximum-upload-mebibytes", "1");

        using HttpResponseMessage response = await server.Client.Post("big.csv", new string('x', 2 << 20));

        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await ServerClient.JsonOf(response)).GetProperty("id").GetString().ShouldBe("SC9902");
        Directory.EnumerateFiles(Path.Combine(folder.Path, "incoming")).ShouldBeEmpty();
        Directory.EnumerateFiles(Path.Combine(folder.Path, "content"), "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task Something_that_is_no_form_is_refused()
    {
        using var content = new StringContent("{}", Encoding.UTF8, "application/json");

        using HttpResponseMessage response = await Client.Http.PostAsync(new Uri("/api/v1/checks", UriKind.Relative), content);

        response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    private static string[] Outside() =>
        [.. Directory.GetFileSystemEntries("/tmp", "*evil*").Concat(Directory.GetFileSystemEntries("/tmp", "avsc*")).Order(StringComparer.Ordinal)];

    private static void Add(ZipArchive archive, string name, string text)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name).Open());
        writer.Write(text);
    }
}

/// <summary>With SQLite in the data folder, as a new user has it.</summary>
public sealed class MaliciousUploadOnSqliteTests(SharedServer shared) : MaliciousUploadTests(shared), IClassFixture<SharedServer>;

/// <summary>With PostgreSQL.</summary>
public sealed class MaliciousUploadOnPostgresTests(PostgresServer shared) : MaliciousUploadTests(shared), IClassFixture<PostgresServer>;
