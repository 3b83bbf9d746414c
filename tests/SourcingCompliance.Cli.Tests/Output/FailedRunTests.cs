namespace SourcingCompliance.Cli.Output;

/// <summary>A run that fails on what it was given says what was not found, writes no report, and leaves those of an earlier run alone.</summary>
public sealed class FailedRunTests : IDisposable
{
    private const string List = "Part Number,Description,Qty,Country of Origin\nMAG-1,NdFeB magnet N42,2,China\n";
    private readonly TemporaryFolder _folder = new();

    public FailedRunTests()
    {
        _folder.Write("bom.csv", List);
        _folder.Write("empty/readme.md", "nothing here");
        _folder.Write("bad.json", "{ ");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(3, "nope.csv not found", "nope.csv")]
    [InlineData(3, "nope.csv not found", "bom.csv", "nope.csv")]
    [InlineData(3, "SC9002", "empty")]
    [InlineData(3, "No file matches the pattern", "*.ods")]
    [InlineData(4, "gone.json", "bom.csv", "--contract", "gone.json")]
    [InlineData(4, "bad.json", "bom.csv", "--contract", "bad.json")]
    [InlineData(4, "gone.json", "bom.csv", "--map", "gone.json")]
    [InlineData(4, "gone.json", "bom.csv", "--baseline", "gone.json")]
    [InlineData(4, "gone.json", "bom.csv", "--waivers", "gone.json")]
    [InlineData(4, "gone.json", "bom.csv", "--config", "gone.json")]
    [InlineData(4, "gone.csv", "bom.csv", "--alternates", "gone.csv")]
    [InlineData(4, "gone", "bom.csv", "--rules", "gone")]
    [InlineData(4, "no-such-pack", "bom.csv", "--pack", "no-such-pack")]
    [InlineData(64, "tomorrow", "bom.csv", "--as-of", "tomorrow")]
    [InlineData(64, "docx", "bom.csv", "--format", "docx")]
    public void It_says_what_was_not_found_and_writes_nothing(int exitCode, string told, params string[] args)
    {
        CommandRun run = Check("out", args);

        run.ExitCode.ShouldBe(exitCode, run.Output + run.Errors);
        (run.Output + run.Errors).ShouldContain(told);
        Directory.Exists(_folder.Of("out")).ShouldBeFalse();
        if (exitCode != 64)
        {
            run.Output.ShouldContain("Nothing was checked; no report was written.");
        }
    }

    [Fact]
    public void A_typing_error_leaves_the_report_of_the_last_good_run_as_it_was()
    {
        Check("out", "bom.csv");
        byte[] before = File.ReadAllBytes(_folder.Of("out/bom.json"));

        Check("out", "bmo.csv").Output.ShouldContain($"Did you mean '{_folder.Of("bom.csv").Replace('\\', '/')}'?");

        File.ReadAllBytes(_folder.Of("out/bom.json")).ShouldBe(before);
        _folder.ReportsIn("out").ShouldBe(["bom.json"]);
    }

    [Fact]
    public void A_quiet_run_says_it_too()
    {
        CommandRun run = Check("out", "nope.csv", "--quiet");

        run.Output.ShouldBe("");
        run.Errors.ShouldContain("nope.csv not found");
    }

    [Fact]
    public void A_list_that_cannot_be_read_still_has_a_report()
    {
        _folder.Write("empty.csv", "");

        Check("out", "empty.csv").ExitCode.ShouldBe(3);

        _folder.ReportsIn("out").ShouldBe(["empty.json"]);
    }

    // Words that begin with a dash, and the ids and dates after them, stay; all else is a path of this folder.
    private CommandRun Check(string folder, params string[] args)
    {
        string[] words = [.. args.Select((word, at) => word.StartsWith('-')
            || (at > 0 && args[at - 1] is "--pack" or "--as-of" or "--format") ? word : _folder.Of(word))];
        string[] format = args.Contains("--format") ? [] : ["--format", "json"];
        string[] day = args.Contains("--as-of") ? [] : ["--as-of", "2026-11-22"];
        return CommandRun.Of(["check", .. words, "--out", _folder.Of(folder), .. format, .. day]);
    }
}
