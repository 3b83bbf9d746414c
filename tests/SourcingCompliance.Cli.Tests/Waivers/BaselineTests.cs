namespace SourcingCompliance.Cli.Waivers;

/// <summary>A baseline is overwritten only on request, and survives its folder being copied or moved.</summary>
public sealed class BaselineTests : IDisposable
{
    private const string Violation = "Part Number,Description,Qty,Country of Origin\nMAG-1,\"Magnet, NdFeB N42SH, sintered\",2,China\n";
    private readonly TemporaryFolder _folder = new();

    public BaselineTests()
    {
        _folder.Write("project/boms/A/bom.csv", Violation);
        _folder.Write("project/boms/B/bom.csv", Violation);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_baseline_that_exists_is_overwritten_only_with_force()
    {
        Write("project/boms", "known.json").ExitCode.ShouldBe(0);
        string before = File.ReadAllText(_folder.Of("known.json"));
        _folder.Write("project/boms/C/bom.csv", Violation);

        CommandRun refused = Write("project/boms", "known.json");

        refused.ExitCode.ShouldBe(4);
        refused.Errors.ShouldContain("--force");
        File.ReadAllText(_folder.Of("known.json")).ShouldBe(before);
        Write("project/boms", "known.json", "--force").ExitCode.ShouldBe(0);
        File.ReadAllText(_folder.Of("known.json")).ShouldNotBe(before);
    }

    [Theory]
    [InlineData("project")]
    [InlineData("project/boms/A/bom.csv/known.json")]
    public void A_place_where_no_file_can_be_is_a_usage_error(string place) => Write("project/boms", place).ExitCode.ShouldBe(64);

    [Fact]
    public void A_path_that_is_not_there_writes_no_baseline()
    {
        CommandRun run = Write("nope", "known.json");

        run.ExitCode.ShouldBe(3);
        run.Errors.ShouldContain("nope not found");
        run.Errors.ShouldContain("no baseline was written");
        File.Exists(_folder.Of("known.json")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("within the folder", "project/boms/known.json", "elsewhere/boms/known.json")]
    [InlineData("beside the folder", "project/known.json", "elsewhere/known.json")]
    [InlineData("left where it was", "project/known.json", "project/known.json")]
    [InlineData("far away", "store/deep/known.json", "store/deep/known.json")]
    public void It_holds_for_a_copy_of_its_folder(string where, string written, string used)
    {
        Write("project/boms", written).ExitCode.ShouldBe(0, where);
        Copy("project", "elsewhere");

        Check("elsewhere/boms", used).ExitCode.ShouldBe(0, where);
    }

    [Fact]
    public void It_holds_when_the_baseline_itself_was_moved()
    {
        Write("project/boms", "project/known.json");
        Directory.CreateDirectory(_folder.Of("store"));
        File.Move(_folder.Of("project/known.json"), _folder.Of("store/known.json"));

        Check("project/boms", "store/known.json").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void A_new_finding_in_the_copy_is_new_and_another_folder_is_reported()
    {
        Write("project/boms", "project/known.json");
        Copy("project/boms", "copy");
        _folder.Write("copy/A/bom.csv", Violation + "MAG-2,\"Magnet, NdFeB N42SH, sintered\",2,China\n");

        CommandRun run = Check("copy", "project/known.json");

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("SC9060");
    }

    [Theory]
    [InlineData("a new list in the folder itself", "project/boms", "project/boms/C/bom.csv")]
    [InlineData("a folder in the folder", "project/boms/new", "project/boms/new/A/bom.csv")]
    [InlineData("a folder around the folder", "project", "project/A/bom.csv")]
    public void What_it_does_not_know_stays_new(string what, string path, string list)
    {
        Write("project/boms", "project/known.json");
        _folder.Write(list, Violation);

        Check(path, "project/known.json").ExitCode.ShouldBe(1, what);
    }

    [Fact]
    public void A_file_that_is_named_alone_is_never_taken_for_one_of_another_folder()
    {
        _folder.Write("flat/bom.csv", Violation);
        Write("flat", "flat/known.json");
        _folder.Write("other/bom.csv", Violation);

        Check("other/bom.csv", "flat/known.json").ExitCode.ShouldBe(1);
    }

    private CommandRun Write(string path, string baseline, params string[] more) =>
        CommandRun.Of(["baseline", "write", _folder.Of(path), "--out", _folder.Of(baseline), "--as-of", "2026-11-22", .. more]);

    private CommandRun Check(string path, string baseline) =>
        CommandRun.Of("check", _folder.Of(path), "--baseline", _folder.Of(baseline), "--out", _folder.Of("out"), "--format", "json", "--as-of", "2026-11-22");

    private void Copy(string from, string to)
    {
        foreach (string path in Directory.GetFiles(_folder.Of(from), "*", SearchOption.AllDirectories))
        {
            _folder.Write(Path.Combine(to, Path.GetRelativePath(_folder.Of(from), path)), File.ReadAllText(path));
        }
    }
}
