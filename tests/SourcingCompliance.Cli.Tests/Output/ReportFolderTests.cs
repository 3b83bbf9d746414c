namespace SourcingCompliance.Cli.Output;

/// <summary>What stands in the folder that reports go to, and is not ours, is never overwritten, removed or read as a report.</summary>
public sealed class ReportFolderTests : IDisposable
{
    private const string List = "Part Number,Description,Qty,Country of Origin\nMAG-1,NdFeB magnet N42,2,China\n";
    private readonly TemporaryFolder _folder = new();

    public ReportFolderTests() => _folder.Write("lists/a/bom.csv", List);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("lists/a/bom.csv")]
    [InlineData("lists/a/bom.csv/deeper")]
    [InlineData("")]
    public void A_place_that_is_no_folder_is_a_usage_error_with_a_sentence(string place)
    {
        CommandRun run = CommandRun.Of("check", _folder.Of("lists/a/bom.csv"), "--format", "json", "--out", place.Length == 0 ? "" : _folder.Of(place));

        run.ExitCode.ShouldBe(64);
        run.Errors.ShouldContain("--out ");
        run.Errors.ShouldNotContain("defect");
        File.ReadAllText(_folder.Of("lists/a/bom.csv")).ShouldBe(List);
    }

    [Fact]
    public void A_device_is_a_usage_error()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        CommandRun run = CommandRun.Of("check", _folder.Of("lists/a/bom.csv"), "--format", "json", "--out", "/dev/null");

        run.ExitCode.ShouldBe(64);
        run.Errors.ShouldContain("a device or pipe, not a folder");
    }

    [Theory]
    [InlineData("bom.json", "{ \"mine\": true }")]
    [InlineData("bom.findings.csv", "verdict,file\n")]
    [InlineData("bom.md", "# Notes on bom.csv\n")]
    public void A_file_of_somebody_else_stops_the_run_before_it_writes_anything(string name, string text)
    {
        _folder.Write($"out/{name}", text);

        CommandRun run = Check("out", "lists/a/bom.csv", "json,csv,markdown");

        run.ExitCode.ShouldBe(64, run.Output);
        run.Errors.ShouldContain($"{name} already exists");
        File.ReadAllText(_folder.Of($"out/{name}")).ShouldBe(text);
        _folder.ReportsIn("out").ShouldBe([name]);
    }

    [Fact]
    public void A_report_that_somebody_has_edited_is_theirs()
    {
        Check("out", "lists/a/bom.csv", "json,csv");
        File.AppendAllText(_folder.Of("out/bom.findings.csv"), "a note\n");

        Check("out", "lists/a/bom.csv", "json,csv").ExitCode.ShouldBe(64);

        File.ReadAllText(_folder.Of("out/bom.findings.csv")).ShouldEndWith("a note\n");
    }

    [Fact]
    public void Our_own_reports_are_written_again_also_when_their_record_was_lost()
    {
        Check("out", "lists/a/bom.csv", "json,csv,html,pdf,sarif,junit,ics,lines-csv,actions-csv,markdown");
        Directory.Delete(_folder.Of("out/.sourcing"), recursive: true);

        Check("out", "lists/a/bom.csv", "json,csv,html,pdf,sarif,junit,ics,lines-csv,actions-csv,markdown").ExitCode.ShouldBe(1);
    }

    [Fact]
    public void A_link_in_the_place_of_a_report_is_not_followed()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        string target = _folder.Write("precious.txt", "precious");
        Directory.CreateDirectory(_folder.Of("out"));
        File.CreateSymbolicLink(_folder.Of("out/bom.json"), target);

        Check("out", "lists/a/bom.csv", "json").ExitCode.ShouldBe(64);

        File.ReadAllText(target).ShouldBe("precious");
        new FileInfo(_folder.Of("out/bom.json")).LinkTarget.ShouldNotBeNull();
    }

    [Fact]
    public void Reports_beside_the_lists_are_written_again_and_never_read_as_lists()
    {
        Check("lists", "lists", "json,csv,lines-csv,xlsx");
        string[] first = _folder.ReportsIn("lists");

        CommandRun again = Check("lists", "lists", "json,csv,lines-csv,xlsx");

        again.ExitCode.ShouldBe(1, again.Errors);
        again.Output.ShouldContain("1 of 1 BOM has violations.");
        _folder.ReportsIn("lists").ShouldBe(first);
        first.ShouldContain("a/bom.checked.xlsx");
    }

    [Fact]
    public void A_list_in_the_folder_of_reports_is_read()
    {
        Check("lists/out", "lists", "json");
        _folder.Write("lists/out/forgotten.csv", List);

        Check("lists/out", "lists", "json").Output.ShouldContain("2 of 2 BOMs have violations.");
    }

    private CommandRun Check(string folder, string path, string formats) =>
        CommandRun.Of("check", _folder.Of(path), "--out", _folder.Of(folder), "--format", formats, "--as-of", "2026-11-22");
}
