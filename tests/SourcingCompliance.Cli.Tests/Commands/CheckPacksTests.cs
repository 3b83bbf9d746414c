using System.Text.Json;

namespace SourcingCompliance.Cli.Commands;

/// <summary><c>check --pack</c>: advisories are told and never decide.</summary>
public sealed class CheckPacksTests
{
    private static readonly string Motor = Repository.PathOf("examples", "04-motor-from-china", "bom.csv");

    [Fact]
    public void Every_advisory_pack_is_told_by_default_with_day_and_source()
    {
        (CommandRun run, JsonDocument report) = CommandRun.Check(Motor);

        JsonElement[] advisories = [.. report.RootElement.GetProperty("advisories").EnumerateArray()];
        advisories.ShouldContain(advisory => advisory.GetProperty("pack").GetString() == "china-export-controls");
        advisories.SelectMany(advisory => advisory.GetProperty("figures").EnumerateArray())
            .ShouldAllBe(figure => figure.GetProperty("asOf").GetString() != "" && figure.GetProperty("source").GetString() != "");
        run.Output.ShouldContain("Related information (does not affect the result)");
    }

    [Fact]
    public void A_named_pack_alone_is_told_and_verdicts_stay_the_same()
    {
        (CommandRun all, JsonDocument allReport) = CommandRun.Check(Motor);
        (CommandRun one, JsonDocument oneReport) = CommandRun.Check(Motor, "--pack", "supply-concentration");

        one.ExitCode.ShouldBe(all.ExitCode);
        oneReport.RootElement.GetProperty("summary").GetRawText().ShouldBe(allReport.RootElement.GetProperty("summary").GetRawText());
        oneReport.RootElement.GetProperty("packs").EnumerateArray().Select(pack => pack.GetProperty("id").GetString())
            .ShouldBe(["dfars-252.225-7052", "supply-concentration"]);
    }

    [Fact]
    public void A_watched_substance_on_a_line_that_is_not_covered_is_told()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("bom.csv", "Part Number,Description,Qty\nGA-1,\"Gallium 99.99 %\",1\nSCR-1,\"Screw, M3x8, steel\",4\n");

        (CommandRun run, JsonDocument report) = CommandRun.Check(path);

        run.ExitCode.ShouldBe(0);
        JsonElement summary = report.RootElement.GetProperty("summary").GetProperty("regimes")[0];
        summary.GetProperty("notCovered").GetInt32().ShouldBe(2);
        report.RootElement.GetProperty("advisories").EnumerateArray().ShouldContain(advisory => advisory.GetProperty("rule").GetString() == "SC1201");
    }

    [Fact]
    public void An_assembly_whose_lines_list_its_magnet_is_not_told_of_beside_them()
    {
        (_, JsonDocument report) = CommandRun.Check(Repository.PathOf("examples", "07-multi-level-drone", "bom.csv"));

        string?[] parts = [.. report.RootElement.GetProperty("advisories").EnumerateArray()
            .Where(advisory => advisory.GetProperty("rule").GetString() == "SC1241")
            .SelectMany(advisory => advisory.GetProperty("lines").EnumerateArray()).Select(line => line.GetProperty("partNumber").GetString())];
        parts.ShouldBe(["MTR-72", "MTR-76", "SPK-79", "MAG-77"], ignoreOrder: true);
    }

    [Fact]
    public void The_clause_alone_tells_no_advisory()
    {
        (_, JsonDocument report) = CommandRun.Check(Motor, "--pack", "dfars-252.225-7052");

        report.RootElement.GetProperty("advisories").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("2026-12-11", false)]
    [InlineData("2026-12-12", true)]
    public void Advisories_past_their_day_of_verification_are_named_in_one_line(string asOf, bool isAged)
    {
        using var folder = new TemporaryFolder();

        CommandRun run = CommandRun.Of("check", Motor, "--out", folder.Path, "--format", "json", "--as-of", asOf);

        run.Output.Split("SC9433").Length.ShouldBe(isAged ? 2 : 1);
        run.Output.Contains("china-export-controls December 11, 2026", StringComparison.Ordinal).ShouldBe(isAged);
    }

    [Fact]
    public void The_console_has_one_line_for_all_advisories_with_the_verb_that_shows_them()
    {
        (CommandRun run, JsonDocument report) = CommandRun.Check(Repository.PathOf("examples", "07-multi-level-drone", "bom.csv"));

        int rules = report.RootElement.GetProperty("advisories").EnumerateArray()
            .Select(advisory => advisory.GetProperty("rule").GetString()).Distinct().Count();
        run.Output.ShouldContain($"Related information (does not affect the result): {rules} rules, SC1211");
        run.Output.ShouldContain("sourcing rules explain SC1211");
        CommandRun.Of("rules", "explain", "SC1211").ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("no-such-pack", "No pack has that id")]
    [InlineData("draft-hr-9073", "sourcing scenario")]
    public void A_pack_that_cannot_be_told_gives_exit_code_4(string id, string message)
    {
        using var folder = new TemporaryFolder();
        CommandRun run = CommandRun.Of("check", Motor, "--out", folder.Of("out"), "--as-of", "2026-11-22", "--pack", id);

        run.ExitCode.ShouldBe(4);
        run.Output.ShouldContain("SC9009");
        run.Output.ShouldContain(message);
    }
}
