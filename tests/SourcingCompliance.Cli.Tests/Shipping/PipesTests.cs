using System.Text.Json;

namespace SourcingCompliance.Cli.Shipping;

/// <summary>A list that is piped in, and the one report that is piped out.</summary>
public sealed class PipesTests : IDisposable
{
    private const string List = "Part Number,Description,Qty,Country of Origin\nMAG-1,NdFeB magnet N42,2,China\n";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Standard_output_holds_the_report_and_nothing_else()
    {
        string list = _folder.Write("bom.csv", List);

        CommandRun run = CommandRun.Of("check", list, "--out", "-", "--as-of", "2026-11-22");

        run.ExitCode.ShouldBe(1, run.Errors);
        using JsonDocument report = JsonDocument.Parse(run.Output);
        report.RootElement.GetProperty("summary").GetProperty("exitCode").GetInt32().ShouldBe(1);
        run.Errors.ShouldContain("Violation");
        Directory.Exists("-").ShouldBeFalse();
    }

    [Theory]
    [InlineData("csv", "verdict,file,")]
    [InlineData("github-summary", "# Sourcing check")]
    [InlineData("sarif", "{")]
    public void It_holds_the_format_that_was_asked_for(string format, string begin)
    {
        CommandRun run = CommandRun.Of("check", _folder.Write("bom.csv", List), "--out", "-", "--format", format, "--quiet", "--as-of", "2026-11-22");

        run.Output.TrimStart('\uFEFF').ShouldStartWith(begin);
        run.Errors.ShouldBe("");
    }

    [Theory]
    [InlineData("one format", "--out", "-", "--format", "json,pdf")]
    [InlineData("--out - has none", "--out", "-", "--resume")]
    [InlineData("no path is -", "--name", "bom.csv")]
    public void What_cannot_be_is_a_usage_error(string told, params string[] more)
    {
        CommandRun run = CommandRun.Of(["check", _folder.Write("bom.csv", List), .. more]);

        run.ExitCode.ShouldBe(64);
        run.Errors.ShouldContain(told);
    }

    [Fact]
    public void A_run_that_fails_leaves_standard_output_empty()
    {
        CommandRun run = CommandRun.Of("check", _folder.Of("nope.csv"), "--out", "-");

        run.ExitCode.ShouldBe(3);
        run.Output.ShouldBe("");
        run.Errors.ShouldContain("nope.csv not found");
    }

    [Theory]
    [InlineData("check - --name motor/bom.csv", "motor/bom.csv")]
    [InlineData("check -", "stdin")]
    [InlineData("- --name bom.csv", "bom.csv")]
    public void Standard_input_is_a_list_under_the_name_that_it_is_given(string arguments, string name)
    {
        if (!Shell.IsThere)
        {
            return;
        }

        string list = _folder.Write("bom.csv", List);

        (int code, string output) = Shell.Run($"cat '{list}' | $SOURCING {arguments} --out - --quiet --as-of 2026-11-22");

        code.ShouldBe(1, output);
        using JsonDocument report = JsonDocument.Parse(output);
        report.RootElement.GetProperty("files")[0].GetProperty("path").GetString().ShouldBe(name);
    }

    [Fact]
    public void Its_reports_bear_its_name_and_stay_in_their_folder()
    {
        if (!Shell.IsThere)
        {
            return;
        }

        string list = _folder.Write("bom.csv", List);

        (int code, string output) = Shell.Run($"$SOURCING check - --name motor/bom.csv --out '{_folder.Of("out")}' --format json,xlsx < '{list}'");
        (int outside, string refused) = Shell.Run($"$SOURCING check - --name ../../bom.csv --out '{_folder.Of("out")}' < '{list}'");

        code.ShouldBe(1, output);
        _folder.ReportsIn("out").ShouldBe(["motor/bom.checked.xlsx", "motor/bom.json"]);
        outside.ShouldBe(64);
        refused.ShouldContain("is not a file name");
    }
}
