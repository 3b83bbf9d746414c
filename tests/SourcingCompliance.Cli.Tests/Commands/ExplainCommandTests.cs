using System.Text.Json;

namespace SourcingCompliance.Cli.Commands;

public sealed class ExplainCommandTests
{
    private static readonly string Drone = Repository.PathOf("examples", "07-multi-level-drone", "bom.csv");
    private static readonly string Ferrite = Repository.PathOf("examples", "08-ferrite-and-alnico-only", "bom.csv");

    [Fact]
    public void A_suspect_motor_is_explained_from_its_cell_to_what_would_change_it()
    {
        CommandRun run = CommandRun.Of("explain", Drone + "!F5", "--as-of", "2026-11-22");

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldContain("MTR-72");
        run.Output.ShouldContain("F5 \"China\"");
        run.Output.ShouldContain("names a motor");
        run.Output.ShouldContain("rule SC1020, 252.225-7052(b)(1)(i)");
        run.Output.ShouldContain("SC1020 true: coveredCountries.Contains(part.namedOrigin)   with part.namedOrigin = CN");
        run.Output.ShouldContain("SC2004 unknown: Electronic device");
        run.Output.ShouldContain("An answer to: In which country was the magnet sintered or bonded?");
    }

    [Fact]
    public void Company_policies_that_a_line_does_not_meet_are_named_and_change_no_verdict()
    {
        string[] command = ["explain", Drone, "--part", "MTR-72", "--rules", Repository.PathOf("examples", "policies"), "--as-of", "2026-11-22"];

        CommandRun run = CommandRun.Of(command);
        CommandRun json = CommandRun.Of([.. command, "--format", "json"]);

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldContain("company policies that it does not meet (they do not change the verdict)");
        run.Output.ShouldContain("(single-source/two-makers)");
        using JsonDocument document = JsonDocument.Parse(json.Output);
        document.RootElement.GetProperty("lines")[0].GetProperty("policies").EnumerateArray()
            .Select(policy => policy.GetProperty("workflow").GetString()).ShouldContain("single-source");
    }

    [Fact]
    public void Steps_that_decide_nothing_are_traced_too()
    {
        CommandRun run = CommandRun.Of("explain", Drone, "--part", "MAG-77", "--as-of", "2026-11-22");

        run.Output.ShouldContain("SC1001 unknown: coveredCountries.Contains(stage.country)");
    }

    [Fact]
    public void A_line_that_is_not_covered_says_where_was_looked()
    {
        CommandRun run = CommandRun.Of("explain", Drone, "--part", "scr-80", "--as-of", "2026-11-22");

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldContain("by 2026-12-31 not covered");
        run.Output.ShouldContain("looked at: partNumber (column B), description (column C)");
        run.Output.ShouldContain("nothing found");
    }

    [Fact]
    public void A_ferrite_magnet_says_why_it_is_none()
    {
        CommandRun run = CommandRun.Of("explain", Ferrite + "!row 3", "--as-of", "2026-11-22");

        run.Output.ShouldContain("ferrite-magnet: looks like a covered material and is not one");
        run.Output.ShouldContain("hard ferrite");
    }

    [Fact]
    public void Several_lines_of_one_part_are_all_shown()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("two.csv",
            "Part Number,Description,Qty,Country of Origin\nMAG-1,\"Magnet, NdFeB N42\",2,China\nMAG-1,\"Magnet, NdFeB N42\",1,Japan\n");

        CommandRun run = CommandRun.Of("explain", path, "--part", "MAG-1", "--as-of", "2026-11-22");

        run.Output.ShouldStartWith("2 lines match.");
        run.Output.ShouldContain("two.csv!row 2: MAG-1");
        run.Output.ShouldContain("two.csv!row 3: MAG-1");
    }

    [Fact]
    public void The_json_holds_the_line_of_the_report_and_what_would_change_it()
    {
        CommandRun run = CommandRun.Of("explain", Drone, "--part", "MTR-72", "--format", "json", "--as-of", "2026-11-22");

        using JsonDocument document = JsonDocument.Parse(run.Output);
        JsonElement line = document.RootElement.GetProperty("lines")[0];
        line.GetProperty("line").GetProperty("explanation")[0].GetProperty("verdict").GetString().ShouldBe("suspect");
        line.GetProperty("wouldChange")[0].GetProperty("sentences").GetArrayLength().ShouldBeGreaterThan(1);
    }

    [Fact]
    public void Without_a_cell_or_part_the_command_asks_which_line()
    {
        CommandRun run = CommandRun.Of("explain", Drone);

        run.ExitCode.ShouldBe(64);
        run.Errors.ShouldContain("--part");
    }

    [Fact]
    public void A_part_that_is_not_there_gives_exit_code_3()
    {
        CommandRun run = CommandRun.Of("explain", Drone, "--part", "NO-SUCH-PART");

        run.ExitCode.ShouldBe(3);
        run.Errors.ShouldContain("12 lines were read");
    }

    [Fact]
    public void A_file_that_is_not_there_gives_exit_code_3()
    {
        CommandRun run = CommandRun.Of("explain", "no/such.csv!F2");

        run.ExitCode.ShouldBe(3);
        run.Errors.ShouldContain("SC9001");
    }
}
