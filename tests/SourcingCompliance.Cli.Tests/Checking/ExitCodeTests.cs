using SourcingCompliance.Running.Output;

namespace SourcingCompliance.Cli.Checking;

/// <summary>The contract of exit codes: scripts rely on each of them, and no format changes them.</summary>
public sealed class ExitCodeTests
{
    private const string Header = "Part Number,Description,Qty,Country of Origin\n";
    private const string Violation = Header + "MAG-1,\"Magnet, NdFeB N42SH, sintered\",2,China\n";
    private const string Open = Header + "MAG-2,\"Magnet, NdFeB N42SH, sintered\",2,\n";
    private const string Clean = Header + "SCR-1,\"Screw, M3x8, steel A2\",4,Germany\n";

    public static TheoryData<string> Formats => [.. ReportFiles.Formats];

    [Theory]
    [InlineData(Clean, "open", 0)]
    [InlineData(Violation, "none", 0)]
    [InlineData(Open, "suspect", 0)]
    [InlineData(Violation, "violation", 1)]
    [InlineData(Violation + "MAG-2,\"Magnet, NdFeB N42SH\",1,\n", "open", 1)]
    [InlineData(Open, "open", 2)]
    [InlineData("", "none", 3)]
    public void What_is_found_gives_the_code(string list, string gate, int expected) =>
        Run(list, "--fail-on", gate).ExitCode.ShouldBe(expected);

    [Fact]
    public void A_configuration_that_is_wrong_gives_4_and_beats_an_unreadable_input()
    {
        using var folder = new TemporaryFolder();
        folder.Write("bom.csv", "");
        folder.Write("sourcing.json", """{ "gates": "open" }""");

        CommandRun run = CommandRun.Of("check", folder.Of("bom.csv"), "--out", folder.Of("out"), "--format", "json");

        run.ExitCode.ShouldBe(4, run.Output + run.Errors);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("check", "bom.csv", "--fail-on", "everything")]
    [InlineData("check", "bom.csv", "--as-of", "tomorrow")]
    [InlineData("nonsense")]
    public void A_command_line_that_cannot_be_understood_gives_64(params string[] args) => CommandRun.Of(args).ExitCode.ShouldBe(64);

    [Fact]
    public void The_program_alone_shows_its_help_and_gives_64()
    {
        CommandRun run = CommandRun.Of();

        run.ExitCode.ShouldBe(64);
        run.Output.ShouldContain("Examples:");
    }

    [Theory]
    [InlineData("'sourcing check --help'", "check", "bom.csv", "--nonsense")]
    [InlineData("'sourcing rules show --help'", "rules", "show")]
    [InlineData("'sourcing --help'", "nonsense")]
    public void A_slip_is_answered_with_the_help_of_the_verb_at_hand(string hint, params string[] args) => CommandRun.Of(args).Errors.ShouldContain(hint);

    [Theory]
    [InlineData("missing.json", 4)]
    [InlineData("missing.csv", 3)]
    public void A_mapping_profile_that_is_wrong_is_configuration_and_a_list_that_is_missing_is_input(string missing, int expected)
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("bom.csv", Clean);

        string[] args = missing == "missing.json" ? ["map", path, "--map", folder.Of(missing)] : ["map", folder.Of(missing)];

        CommandRun.Of(args).ExitCode.ShouldBe(expected);
    }

    [Fact]
    public void A_run_that_is_cancelled_gives_130()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("bom.csv", Violation);

        int exitCode = SourcingCommand.Run(["check", path, "--out", folder.Of("out"), "--format", "json"],
            new CancellingWriter(), new StringWriter(), TimeProvider.System);

        exitCode.ShouldBe(130);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_code_is_the_same_for_every_format(string format)
    {
        // Each alone where a report has most to say; the other codes with all of them at once, for a run costs more than a format.
        Run(Violation, "--format", format).ExitCode.ShouldBe(1);
    }

    [Fact]
    public void The_codes_are_the_same_with_all_formats_at_once()
    {
        string all = string.Join(',', ReportFiles.Formats);

        Run(Violation, "--format", all).ExitCode.ShouldBe(1);
        Run(Open, "--format", all, "--fail-on", "open").ExitCode.ShouldBe(2);
        Run("", "--format", all).ExitCode.ShouldBe(3);
        Run(Violation, "--format", all, "--waivers", "no-such-file.json").ExitCode.ShouldBe(4);
    }

    [Theory]
    [InlineData(Violation, 1)]
    [InlineData("", 3)]
    public void Exit_zero_says_what_the_code_would_have_been(string list, int expected)
    {
        CommandRun run = Run(list, "--exit-zero", "--quiet");

        run.ExitCode.ShouldBe(0);
        run.Errors.ShouldContain(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"would have exited {expected}"));
    }

    [Fact]
    public void Exit_zero_says_nothing_of_a_clean_run() => Run(Clean, "--exit-zero", "--quiet").Errors.ShouldBe("");

    private static CommandRun Run(string list, params string[] more)
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("bom.csv", list);
        string[] format = more.Contains("--format") ? [] : ["--format", "json"];
        return CommandRun.Of(["check", path, "--out", folder.Of("out"), "--as-of", "2026-11-22", .. format, .. more]);
    }

    // Stands for the user's Ctrl-C at the moment in which the report is shown.
    private sealed class CancellingWriter : StringWriter
    {
        public override void Write(char[] buffer, int index, int count) => throw new OperationCanceledException();

        public override void Write(string? value) => throw new OperationCanceledException();
    }
}
