using System.Text.Json;

namespace SourcingCompliance.Cli.Comparison;

public sealed class DiffTests : IDisposable
{
    private const string Header = "Level,Part Number,Description,Qty,Country of Origin\n";
    private const string Old = Header
        + "0,TOP,Gimbal,1,USA\n1,MAG-1,\"Magnet, NdFeB N42SH, sintered\",2,Japan\n1,SCR-1,\"Screw, M3x8\",4,Germany\n1,SCR-1,\"Screw, "
            + "M3x8\",4,Germany\n1,BRK-1,Bracket,1,USA\n";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_country_that_changed_is_told_with_the_verdict_and_the_reason()
    {
        JsonElement diff = Diff(Old.Replace("Japan", "China", StringComparison.Ordinal));

        JsonElement change = diff.GetProperty("changes").EnumerateArray().ShouldHaveSingleItem();
        change.GetProperty("partNumber").GetString().ShouldBe("MAG-1");
        change.GetProperty("fields")[0].GetProperty("old").GetString().ShouldBe("Japan");
        JsonElement verdict = change.GetProperty("verdicts").EnumerateArray().Last();
        verdict.GetProperty("new").GetString().ShouldBe("violation");
        verdict.GetProperty("worse").GetBoolean().ShouldBeTrue();
        (verdict.GetProperty("reason").GetString() ?? "").ShouldStartWith("Country of origin was \"Japan\" and is \"China\".");
    }

    [Fact]
    public void Rows_that_only_move_are_no_change()
    {
        string[] rows = Old.TrimEnd().Split('\n');

        JsonElement diff = Diff(string.Join('\n', [rows[0], rows[1], rows[5], rows[4], rows[3], rows[2]]));

        diff.GetProperty("changes").GetArrayLength().ShouldBe(0);
        diff.GetProperty("unchanged").GetInt32().ShouldBe(5);
    }

    [Fact]
    public void Lines_that_are_added_removed_and_moved_in_the_tree_are_told()
    {
        string now = Header + "0,TOP,Gimbal,1,USA\n1,MTR-1,Motor bracket,1,USA\n2,MAG-1,\"Magnet, NdFeB N42SH, sintered\",2,Japan\n1,SCR-1,\"Screw, "
            + "M3x8\",4,Germany\n1,BRK-1,Bracket,1,USA\n";

        JsonElement diff = Diff(now);

        (diff.GetProperty("added").GetInt32(), diff.GetProperty("removed").GetInt32(), diff.GetProperty("changed").GetInt32()).ShouldBe((1, 1, 1));
        diff.GetProperty("changes").EnumerateArray().Single(change => change.GetProperty("kind").GetString() == "changed")
            .GetProperty("fields")[0].GetProperty("name").GetString().ShouldBe("assembly");
    }

    [Fact]
    public void Two_reports_say_the_same_as_the_lists_that_they_are_of()
    {
        string now = Old.Replace("Japan", "China", StringComparison.Ordinal);
        string lists = Diff(now).GetProperty("changes").GetRawText();
        foreach (string side in (string[])["old", "new"])
        {
            CommandRun.Of("check", _folder.Of($"{side}.csv"), "--lines", "all", "--format", "json", "--out", _folder.Path, "--as-of", "2026-11-22");
        }

        CommandRun run = CommandRun.Of("diff", _folder.Of("old.json"), _folder.Of("new.json"), "--format", "json");

        run.ExitCode.ShouldBe(0, run.Errors);
        JsonDocument.Parse(run.Output).RootElement.GetProperty("changes").GetRawText().ShouldBe(lists);
    }

    [Fact]
    public void A_report_without_all_lines_compares_those_that_matter_and_says_so()
    {
        _folder.Write("new.csv", Old.Replace("Bracket", "Angle bracket", StringComparison.Ordinal));
        _folder.Write("old.csv", Old);
        CommandRun.Of("check", _folder.Of("old.csv"), "--format", "json", "--out", _folder.Path, "--as-of", "2026-11-22");

        CommandRun run = CommandRun.Of("diff", _folder.Of("old.json"), _folder.Of("new.csv"), "--as-of", "2026-11-22");

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Errors.ShouldContain("SC9831");
        run.Output.ShouldStartWith("0 lines added, 0 removed, 0 changed");
    }

    [Theory]
    [InlineData("gone.csv")]
    [InlineData("other.json")]
    public void What_cannot_be_read_is_not_compared(string path)
    {
        _folder.Write("old.csv", Old);
        _folder.Write("other.json", """{ "files": 3 }""");

        CommandRun run = CommandRun.Of("diff", _folder.Of("old.csv"), _folder.Of(path), "--as-of", "2026-11-22");

        run.ExitCode.ShouldBe(3);
        run.Output.ShouldBe("");
        run.Errors.ShouldContain(path);
    }

    [Theory]
    [InlineData("text", "~ MAG-1 (row 3)")]
    [InlineData("markdown", "| MAG-1 | from 2027-01-01 |")]
    public void Other_formats_tell_the_same_change(string format, string expected)
    {
        Write(Old.Replace("Japan", "China", StringComparison.Ordinal));

        CommandRun.Of("diff", _folder.Of("old.csv"), _folder.Of("new.csv"), "--as-of", "2026-11-22", "--format", format).Output.ShouldContain(expected);
    }

    private JsonElement Diff(string now)
    {
        Write(now);
        CommandRun run = CommandRun.Of("diff", _folder.Of("old.csv"), _folder.Of("new.csv"), "--as-of", "2026-11-22", "--format", "json");
        run.ExitCode.ShouldBe(0, run.Errors);
        using JsonDocument json = JsonDocument.Parse(run.Output);
        return json.RootElement.Clone();
    }

    private void Write(string now)
    {
        _folder.Write("old.csv", Old);
        _folder.Write("new.csv", now);
    }
}
