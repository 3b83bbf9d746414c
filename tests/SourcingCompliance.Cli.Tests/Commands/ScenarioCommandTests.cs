using System.Text.Json;

namespace SourcingCompliance.Cli.Commands;

public sealed class ScenarioCommandTests
{
    // Mined in China, every later step in Japan: what the law of 2027 forbids and that of 2026 does not look at.
    private const string MinedInChina =
        "Part Number,Description,Qty,Country of Origin,Nd mined in,Magnet melted in,Powder made in,Pressed in,Sintered in,Magnetized in\n"
        + "MAG-1,\"Magnet, NdFeB N42SH, sintered\",2,Japan,China,Japan,Japan,Japan,Japan,Japan\n"
        + "SCR-1,\"Screw, M3x8, steel\",4,China,,,,,,\n";

    [Fact]
    public void A_magnet_mined_in_china_changes_with_the_law_and_is_labelled_under_drafts()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("bom.csv", MinedInChina);

        CommandRun run = CommandRun.Of("scenario", path, "--as-of", "2026-11-22", "--format", "json");

        using JsonDocument document = JsonDocument.Parse(run.Output);
        JsonElement[] scenarios = [.. document.RootElement.GetProperty("scenarios").EnumerateArray()];
        JsonElement line = document.RootElement.GetProperty("lines").EnumerateArray().ShouldHaveSingleItem();
        line.GetProperty("partNumber").GetString().ShouldBe("MAG-1");
        line.GetProperty("changed").GetBoolean().ShouldBeTrue();
        line.GetProperty("verdicts").EnumerateArray().Select(verdict => verdict.GetString())
            .ShouldBe(["pass", "violation", "violation", "pass", "pass", "violation"]);
        line.GetProperty("deliverable").EnumerateArray().Select(text => text.GetString()).ShouldBe(
        [
            "may be delivered through December 31, 2026; not from January 1, 2027",
            "no end known",
            "may be delivered through December 31, 2031; not from January 1, 2032",
        ]);
        scenarios.Select(scenario => scenario.GetProperty("draft").GetBoolean()).ShouldBe([false, false, false, true, true, true]);
        scenarios.Select(scenario => scenario.GetProperty("announced").GetBoolean()).ShouldBe([false, false, true, false, false, false]);
        scenarios[0].GetProperty("today").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public void What_suppliers_state_counts_as_it_does_in_a_check()
    {
        string list = Repository.PathOf("examples", "10-evidence-loop", "bom.csv");

        Passes("--as-of", "2026-12-10").ShouldBe(5);
        Passes("--as-of", "2026-12-10", "--no-evidence").ShouldBe(0);

        int Passes(params string[] more)
        {
            using JsonDocument document = JsonDocument.Parse(CommandRun.Of(["scenario", list, "--format", "json", .. more]).Output);
            return document.RootElement.GetProperty("lines").EnumerateArray().Count(line => line.GetProperty("verdicts")[0].GetString() == "pass");
        }
    }

    [Fact]
    public void The_exit_code_is_that_of_a_check_without_drafts()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("bom.csv", MinedInChina);

        // Section 1803 would let it pass; the law does not.
        CommandRun.Of("scenario", path, "--as-of", "2026-11-22").ExitCode.ShouldBe(1);
        CommandRun.Of("scenario", path, "--as-of", "2026-11-22", "--delivery", "2026-12-01").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void The_table_marks_what_changes_and_what_is_no_law()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("bom.csv", MinedInChina);

        CommandRun table = CommandRun.Of("scenario", path, "--as-of", "2026-11-22");
        CommandRun markdown = CommandRun.Of("scenario", path, "--as-of", "2026-11-22", "--format", "markdown");

        table.Output.ShouldContain("A  delivered by 2026-12-31 (today)");
        table.Output.ShouldContain("DRAFT draft-hr-9073, from 2032-01-01");
        table.Output.ShouldContain("1 line with a covered material; 1 (*) not the same under all scenarios.");
        table.Output.ShouldContain("DRAFT: a bill or proposal, not law.");
        markdown.Output.ShouldContain("| B | delivered from 2027-01-01 | 1 | 0 | 0 | 0 | 0 | 1 |");
    }

    [Fact]
    public void What_a_statute_adds_is_open_from_its_day_and_gates_nothing()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("bom.csv", "Part Number,Description,Qty\nGA-1,\"Gallium 99.99 %\",1\n");

        CommandRun run = CommandRun.Of("scenario", path, "--as-of", "2026-11-22");

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldContain("C  ANNOUNCED usc-10-4872, from 2027-12-18");
        run.Output.ShouldContain("may be delivered through December 17, 2027; not decided from December 18, 2027");
        run.Output.ShouldContain("Announced, no violation yet: Gallium and germanium: announced as covered from December 18, 2027");
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_no_clean_answer()
    {
        CommandRun run = CommandRun.Of("scenario", "no/such.csv");

        run.ExitCode.ShouldBe(3);
        run.Output.ShouldContain("Nothing was checked");
        run.Output.ShouldNotContain("No line was");
    }
}
