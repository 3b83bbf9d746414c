using SourcingCompliance.Formats.Reading;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Cli.Batches;

/// <summary>A run over a folder: a report for each list, one over all, and the overview.</summary>
public sealed class SeveralFilesTests : IDisposable
{
    private const string Clean = "Part Number,Description,Country of Origin\nS-1,Steel screw,China\n";
    private const string Bad = "Part Number,Description,Manufacturer,Sintered in\nM-1,NdFeB magnet N42,Acme,China\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_list_gets_a_report_of_its_own_in_the_tree_of_its_folder()
    {
        _folder.Write("lists/a/bom.csv", Clean);
        _folder.Write("lists/b/bom.csv", Bad);
        _folder.Write("lists/index.csv", Clean);

        string[] names = Check("json,sarif");

        names.ShouldBe(["a/bom.json", "b/bom.json", "index.csv.json", "index.html", "sourcing-report.json", "sourcing-report.sarif"]);
        Read("a/bom.json").ShouldContain("lists/a/bom.csv");
        Read("b/bom.json").ShouldContain("lists/b/bom.csv");
    }

    [Theory]
    [InlineData("open", 2)]
    [InlineData("suspect", 0)]
    public void A_document_in_the_folder_that_may_be_a_list_is_named_everywhere_and_counts_as_open(string gate, int exitCode)
    {
        _folder.Write("lists/clean.csv", Clean);
        _folder.Write("lists/other.csv", Clean);
        _folder.Write("lists/pump.pdf", "%PDF-1.7");
        _folder.Write("lists/photo.png", "x");

        CommandRun run = CommandRun.Of("check", _folder.Of("lists"), "--out", _folder.Of("out"), "--format",
            "json,html,markdown", "--as-of", "2026-11-22", "--fail-on", gate);

        run.ExitCode.ShouldBe(exitCode);
        string[] texts = [run.Output,
            .. new[] { "sourcing-report.json", "sourcing-report.html", "sourcing-report.md", "index.html" }.Select(name => Read(name))];
        foreach (string text in texts)
        {
            text.ReplaceLineEndings(" ").ShouldContain("lists/pump.pdf");
            text.ReplaceLineEndings(" ").ShouldContain("1 .png");
        }

        texts[1].ShouldContain("\"notRead\": 1");
    }

    [Fact]
    public void What_a_flag_excludes_does_not_count()
    {
        _folder.Write("lists/clean.csv", Clean);
        _folder.Write("lists/pump.pdf", "%PDF-1.7");

        CommandRun.Of("check", _folder.Of("lists"), "--out", _folder.Of("out"), "--format", "json", "--as-of", "2026-11-22",
            "--fail-on", "open", "--exclude", "*.pdf").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void The_report_of_a_list_answers_for_that_list_alone()
    {
        _folder.Write("lists/clean.csv", Clean);
        _folder.Write("lists/bad.csv", Bad);

        Check("json");

        Read("clean.json").ShouldContain("\"exitCode\": 0");
        Read("clean.json").ShouldNotContain("\"exitCode\": 1");
        Read("bad.json").ShouldNotContain("clean.csv");
        Read("sourcing-report.json").ShouldContain("clean.csv");
    }

    [Fact]
    public void The_overview_lists_the_worst_file_first_and_says_where_a_part_is_used_and_what_to_replace()
    {
        _folder.Write("lists/a-clean.csv", Clean);
        _folder.Write("lists/b-bad.csv", Bad);
        _folder.Write("lists/c-bad.csv", Bad);
        _folder.Write("lists/d-damaged.xlsx", "no workbook");

        Check("json");
        string page = Read("index.html");

        string files = page[page.IndexOf("id=\"files\"", StringComparison.Ordinal)..page.IndexOf("id=\"parts\"", StringComparison.Ordinal)];
        string[] order = ["b-bad.csv", "c-bad.csv", "d-damaged.xlsx", "a-clean.csv"];
        order.Select(name => files.IndexOf(name, StringComparison.Ordinal)).ShouldBeInOrder();
        files.ShouldContain("Not read");
        files.ShouldContain("href=\"b-bad.json\"");
        page.ShouldContain("Replacing 1 part clears all 2 violations in 2 BOMs.");
        page[page.IndexOf("id=\"parts\"", StringComparison.Ordinal)..].ShouldContain("2 files: ");
    }

    [Fact]
    public void The_workbook_of_a_list_bears_the_name_of_its_other_reports_answers_for_it_alone_and_is_linked()
    {
        _folder.Write("lists/a/bom.csv", Clean);
        _folder.Write("lists/b/bom.csv", Bad);

        string[] names = Check("json,xlsx");

        names.ShouldBe(["a/bom.checked.xlsx", "a/bom.json", "b/bom.checked.xlsx", "b/bom.json", "index.html", "index.xlsx", "sourcing-report.json"]);
        Read("index.html").ShouldContain("<a href=\"b/bom.json\">json</a> <a href=\"b/bom.checked.xlsx\">xlsx</a>");
        using BomDocument clean = BomDocumentReader.Open(_folder.Of("out/a/bom.checked.xlsx"), ReadLimits.Default, new DiagnosticBag()).ShouldNotBeNull();
        clean.Tables[0].Rows.SelectMany(row => row.Cells.ToArray()).ShouldContain(cell => cell.Text.StartsWith("No violation found", StringComparison.Ordinal));
    }

    [Fact]
    public void The_console_says_in_which_file_a_finding_stands_when_there_are_several()
    {
        _folder.Write("lists/a.csv", Bad);
        _folder.Write("lists/b.csv", Clean);

        CommandRun several = CommandRun.Of("check", _folder.Of("lists"), "--out", _folder.Of("out"), "--format", "json", "--as-of", "2026-11-22");
        CommandRun one = CommandRun.Of("check", _folder.Of("lists/a.csv"), "--out", _folder.Of("out"), "--format", "json", "--as-of", "2026-11-22");

        several.Output.Split('\n')
            .ShouldContain(line => line.Contains("Violation", StringComparison.Ordinal) && line.Contains("a.csv", StringComparison.Ordinal));
        one.Output.Split('\n')
            .ShouldNotContain(line => line.Contains("■ Violation", StringComparison.Ordinal) && line.Contains("a.csv", StringComparison.Ordinal));
    }

    [Fact]
    public void The_overview_workbook_has_the_same_in_sheets_of_its_own()
    {
        _folder.Write("lists/clean.csv", Clean);
        _folder.Write("lists/bad.csv", Bad);

        Check("xlsx");

        using BomDocument workbook = BomDocumentReader.Open(_folder.Of("out/index.xlsx"), ReadLimits.Default, new DiagnosticBag()).ShouldNotBeNull();
        workbook.Tables.Select(table => table.Name).Take(4).ShouldBe(["Sourcing summary", "Files", "Where used", "What to replace first"]);
        SecondRow(workbook.Tables[1])[2].ShouldEndWith("bad.csv");
        SecondRow(workbook.Tables[2])[2].ShouldBe("M-1");
    }

    private static string[] SecondRow(BomTable table) =>
        table.Rows.Select(row => (row.Number, Texts: Enumerable.Range(0, 4).Select(column => row[column].Text).ToArray())).First(row => row.Number == 2).Texts;

    [Fact]
    public void One_bad_file_never_stops_the_rest()
    {
        _folder.Write("lists/bad.csv", Bad);
        _folder.Write("lists/damaged.xlsx", "no workbook");

        CommandRun run = CommandRun.Of("check", _folder.Of("lists"), "--out", _folder.Of("out"), "--format", "json", "--as-of", "2026-11-22");

        run.ExitCode.ShouldBe(3);
        Read("sourcing-report.json").ShouldContain("\"partNumber\":\"M-1\"");
    }

    [Fact]
    public void Reports_of_single_files_can_be_left_out()
    {
        _folder.Write("lists/clean.csv", Clean);
        _folder.Write("lists/bad.csv", Bad);

        Check("json", "--per-file", "false").ShouldBe(["sourcing-report.json"]);
    }

    private string[] Check(string formats, params string[] more)
    {
        CommandRun.Of(["check", _folder.Of("lists"), "--out", _folder.Of("out"), "--format", formats, "--as-of", "2026-11-22", .. more]);
        return _folder.ReportsIn("out");
    }

    private string Read(string name) => File.ReadAllText(_folder.Of("out/" + name));
}
