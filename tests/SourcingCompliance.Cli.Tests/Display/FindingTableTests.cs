namespace SourcingCompliance.Cli.Display;

public sealed class FindingTableTests
{
    private static readonly string Drone = Repository.PathOf("examples", "07-multi-level-drone", "bom.csv");

    [Fact]
    public void A_violation_keeps_its_cell_country_rule_and_paragraph()
    {
        string output = OneLine(CommandRun.Check(Repository.PathOf("examples", "02-chinese-magnet", "bom.csv")).Run.Output);

        output.ShouldContain("■ Violation MAG-22 F3 neodymium-iron-boron magnets produced in China (cell F3 \"China\"); prohibited under both the current "
            + "and the 2027 rule, 252.225-7052(b)(1)(i) and (b)(1)(ii)");
    }

    [Fact]
    public void An_open_line_keeps_the_steps_that_are_not_on_file_without_their_elements_and_questions()
    {
        string output = OneLine(CommandRun.Check(Drone).Run.Output);

        output.ShouldContain("MTR-76 F9 contains rare-earth magnets, country of origin Taiwan (cell F9); not on file: where it was mined, refined, separated,");
        output.ShouldContain("MAG-77 F10 samarium-cobalt magnets; on file: country of origin North Korea or South Korea (cell F10 \"Korea\"), not stated "
            + "for certain; not on file: the same steps as for MTR-76 ");
        output.ShouldContain("sintered and magnetized ? Open");
    }

    [Fact]
    public void Steps_that_are_not_on_file_stand_once_for_parts_that_follow_each_other()
    {
        using var folder = new TemporaryFolder();
        string list = folder.Write("bom.csv", "Part Number,Description,Country of Origin\nMAG-1,NdFeB magnet N42,Japan\nMAG-2,NdFeB magnet N48,Japan\n"
            + "CAP-1,Tantalum capacitor 10 uF,Japan\n");

        string output = OneLine(CommandRun.Check(list).Run.Output);

        output.ShouldContain("MAG-2 C3 neodymium-iron-boron magnets, country of origin Japan (cell C3); not on file: the same steps as for MAG-1 ");
        output.Split("not on file: where it was").Length.ShouldBe(3);
    }

    [Fact]
    public void The_reason_stands_below_the_names_of_several_files()
    {
        string[] lines = CommandRun.Check(Repository.PathOf("examples"), "--no-config").Run.Output.Split('\n');

        int at = Array.FindIndex(lines, line => line.Contains("02-chinese-magnet/bom.csv!F3", StringComparison.Ordinal));
        lines[at].ShouldStartWith("■ Violation  MAG-22");
        lines[at + 1].ShouldBe("             neodymium-iron-boron magnets produced in China (cell F3 \"China\");");
    }

    [Fact]
    public void A_part_that_is_longer_than_its_column_does_not_touch_the_cell()
    {
        using var folder = new TemporaryFolder();
        string list = folder.Write("bom.csv", "Part Number,Description,Country of Origin\nMAGNET-ASSEMBLY-0123456789-A,NdFeB magnet,China\n");

        CommandRun.Check(list).Run.Output.ShouldContain("MAGNET-ASSEMBLY-0123456789-A  C2\n");
    }

    [Fact]
    public void What_is_prohibited_only_from_2027_stands_after_a_divider_when_the_delivery_is_in_2026()
    {
        using var folder = new TemporaryFolder();
        string list = folder.Write("bom.csv", "Part Number,Description,Country of Origin,Country mined\nMAG-2027,NdFeB magnet N42,Japan,China\n"
            + "MAG-2026,NdFeB magnet N42,China,China\n");

        string output = CommandRun.Of("check", list, "--delivery", "2026-12-15", "--as-of", "2026-11-30", "--out", folder.Of("out")).Output;
        int divider = output.IndexOf("Deliveries from January 1, 2027 · 1 finding of this period, not counted above", StringComparison.Ordinal);

        output.IndexOf("■ Violation  MAG-2026", StringComparison.Ordinal).ShouldBeInRange(0, divider);
        output.IndexOf("■ Violation  MAG-2027", StringComparison.Ordinal).ShouldBeGreaterThan(divider);
    }

    private static string OneLine(string output) => string.Join(' ', output.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
