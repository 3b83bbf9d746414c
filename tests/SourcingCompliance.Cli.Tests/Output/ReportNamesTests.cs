namespace SourcingCompliance.Cli.Output;

/// <summary>Reports mirror the tree of the lists, under names that do not depend on which other lists a run checks.</summary>
public sealed class ReportNamesTests : IDisposable
{
    private const string List = "Part Number,Description,Qty,Country of Origin\nMAG-1,NdFeB magnet N42,2,China\n";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_list_keeps_its_report_when_others_come_and_go()
    {
        Write("lists/A/bom.csv", "lists/B/bom.csv", "lists/C/bom.csv");
        Check("lists").ShouldBe(["A/bom.json", "B/bom.json", "C/bom.json", "index.html", "sourcing-report.json"]);
        File.Delete(_folder.Of("lists/A/bom.csv"));
        File.Delete(_folder.Of("lists/C/bom.csv"));

        Check("lists").ShouldBe(["B/bom.json", "index.html", "sourcing-report.json"]);
    }

    [Fact]
    public void Lists_of_the_current_folder_go_by_their_path_from_there_alone_and_together()
    {
        if (!Shipping.Shell.IsThere)
        {
            return;
        }

        Write("A/bom.csv", "B/bom.csv");

        string script = $"cd '{_folder.Path}' && $SOURCING check A/bom.csv --format json --out one; $SOURCING check A B --format json --out two; $SOURCING "
            + $"check . --format json --out three; "
            + "$SOURCING check 'A/*.csv' --format json --out four; $SOURCING check \"$PWD/A\" --format json --out five";
        Shipping.Shell.Run(script);

        _folder.ReportsIn("one").ShouldBe(["A/bom.json"]);
        _folder.ReportsIn("two").ShouldBe(["A/bom.json", "B/bom.json", "index.html", "sourcing-report.json"]);
        _folder.ReportsIn("three").ShouldBe(["A/bom.json", "B/bom.json", "index.html", "sourcing-report.json"]);
        _folder.ReportsIn("four").ShouldBe(["A/bom.json", "index.html", "sourcing-report.json"]);
        _folder.ReportsIn("five").ShouldBe(["A/bom.json", "index.html", "sourcing-report.json"]);
    }

    [Fact]
    public void Lists_that_differ_in_their_extension_keep_it_whether_or_not_both_are_checked()
    {
        Write("lists/bom.csv", "lists/bom.tsv", "lists/other.csv");

        Check("lists/bom.csv").ShouldBe(["bom.csv.json"]);
        Check("lists").ShouldBe(["bom.csv.json", "bom.tsv.json", "index.html", "other.json", "sourcing-report.json"]);
    }

    [Fact]
    public void Two_folders_elsewhere_go_by_their_path_from_the_folder_that_they_share()
    {
        Write("one/bom.csv", "two/bom.csv");

        CommandRun.Of("check", _folder.Of("one"), _folder.Of("two/bom.csv"), "--out", _folder.Of("out"), "--format", "json").ExitCode.ShouldBe(1);

        _folder.ReportsIn("out").ShouldBe(["index.html", "one/bom.json", "sourcing-report.json", "two/bom.json"]);
    }

    [Fact]
    public void Reports_of_lists_that_are_gone_are_removed_and_named_unless_somebody_changed_them()
    {
        Write("lists/A/bom.csv", "lists/B/bom.csv", "lists/C/bom.csv");
        Check("lists");
        Directory.Delete(_folder.Of("lists/A"), recursive: true);
        Directory.Delete(_folder.Of("lists/B"), recursive: true);
        File.AppendAllText(_folder.Of("out/B/bom.json"), " ");

        CommandRun run = Run("lists");

        _folder.ReportsIn("out").ShouldBe(["B/bom.json", "C/bom.json", "index.html", "sourcing-report.json"]);
        Directory.Exists(_folder.Of("out/A")).ShouldBeFalse();
        string told = run.Output.ReplaceLineEndings(" ");
        told.ShouldContain("Removed 1 report of BOMs that no longer exist or were renamed:");
        told.ShouldContain("From earlier runs, not updated by this one:");
    }

    [Fact]
    public void Reports_of_other_lists_stay_when_one_list_is_checked()
    {
        Write("lists/A/one.csv", "lists/A/two.csv");
        Check("lists/A/one.csv");

        Check("lists/A/two.csv").ShouldBe(["one.json", "two.json"]);
    }

    [Fact]
    public void A_report_under_the_old_name_of_its_list_is_removed()
    {
        Write("lists/bom.csv");
        Check("lists").ShouldContain("bom.json");
        Write("lists/bom.tsv");

        Check("lists").ShouldBe(["bom.csv.json", "bom.tsv.json", "index.html", "sourcing-report.json"]);
    }

    [Fact]
    public void A_folder_of_one_list_is_a_folder_all_the_same()
    {
        Write("lists/A/bom.csv");

        Check("lists").ShouldBe(["A/bom.json", "index.html", "sourcing-report.json"]);
    }

    private void Write(params string[] names) => names.ToList()
        .ForEach(name => _folder.Write(name, name.EndsWith(".tsv", StringComparison.Ordinal) ? List.Replace(',', '\t') : List));

    private CommandRun Run(string path) => CommandRun.Of("check", _folder.Of(path), "--out", _folder.Of("out"), "--format", "json", "--as-of", "2026-11-22");

    private string[] Check(string path)
    {
        CommandRun run = Run(path);
        run.ExitCode.ShouldBe(1, run.Output + run.Errors);
        return _folder.ReportsIn("out");
    }
}
