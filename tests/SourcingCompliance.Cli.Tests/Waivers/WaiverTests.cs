using System.Text.Json;

namespace SourcingCompliance.Cli.Waivers;

public sealed class WaiverTests : IDisposable
{
    private const string Violation = "Part Number,Description,Qty,Country of Origin\nMAG-1,\"Magnet, NdFeB N42SH, sintered\",2,China\n";
    private const string Entry =
        """{ "id": "W-1", "match": { "part": "MAG-1" }, "legalBasis": "nonavailability-class", "document": "class.pdf", "justification": "none to be had", "approvedBy": "HCA", "approvedOn": "2026-10-02", "expires": "2027-09-30" }""";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_waived_violation_stays_a_violation_and_gates_no_more()
    {
        Put(Entry);

        (CommandRun run, JsonDocument report) = CommandRun.Check(_folder.Of("bom.csv"));

        run.ExitCode.ShouldBe(0, run.Output);
        JsonElement finding = report.RootElement.GetProperty("files")[0].GetProperty("findings")[0];
        finding.GetProperty("verdict").GetString().ShouldBe("violation");
        finding.GetProperty("waiver").GetProperty("id").GetString().ShouldBe("W-1");
        report.RootElement.GetProperty("waivers").GetProperty("before").GetProperty("violation").GetInt32().ShouldBe(1);
        report.RootElement.GetProperty("waivers").GetProperty("after").GetProperty("violation").GetInt32().ShouldBe(0);
        run.Output.ShouldContain("1 finding is waived (W-1)");
    }

    [Fact]
    public void No_waivers_shows_the_list_as_it_is()
    {
        Put(Entry);

        CommandRun.Check(_folder.Of("bom.csv"), "--no-waivers").Run.ExitCode.ShouldBe(1);
    }

    [Fact]
    public void A_waiver_is_judged_at_the_day_of_the_check()
    {
        Put(Entry);

        CommandRun.Of("check", _folder.Of("bom.csv"), "--out", _folder.Of("out"), "--format", "json", "--as-of", "2027-10-01").ExitCode.ShouldBe(1);
        File.ReadAllText(_folder.Of("out/bom.json")).ShouldContain("WVR-EXPIRED");
    }

    [Fact]
    public void A_file_whose_waiver_has_no_end_stops_the_check()
    {
        Put(Entry.Replace(""", "expires": "2027-09-30" """.TrimEnd(), "", StringComparison.Ordinal));

        CommandRun.Of("check", _folder.Of("bom.csv"), "--out", _folder.Of("out"), "--as-of", "2026-11-22").ExitCode.ShouldBe(4);
        Directory.Exists(_folder.Of("out")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("{}", 1)]
    [InlineData("""{ "allowInternalRiskAcceptance": true }""", 0)]
    public void Accepting_a_risk_internally_gates_a_violation_unless_the_configuration_allows_it(string config, int expected)
    {
        Put(Entry.Replace("nonavailability-class", "risk-accepted-internal", StringComparison.Ordinal));
        _folder.Write("sourcing.json", config);

        (CommandRun run, JsonDocument report) = CommandRun.Check(_folder.Of("bom.csv"));

        run.ExitCode.ShouldBe(expected, run.Output);
        report.RootElement.GetProperty("files")[0].GetProperty("findings")[0].GetProperty("waiver").GetProperty("id").GetString().ShouldBe("W-1");
    }

    [Theory]
    [InlineData("2027-07-01", 0, "until 2027-09-30 (91 days left)")]
    [InlineData("2027-07-02", 0, "WVR-EXPIRING: until 2027-09-30 (90 days left)")]
    [InlineData("2027-09-30", 0, "valid, 0 ended")]
    [InlineData("2027-10-01", 1, "WVR-EXPIRED")]
    public void Verify_tells_the_waivers_that_have_ended(string asOf, int expected, string told)
    {
        Put(Entry);

        CommandRun run = CommandRun.Of("waivers", "verify", _folder.Of(".sourcing-waivers.json"), "--as-of", asOf);

        run.ExitCode.ShouldBe(expected, run.Errors);
        run.Output.ShouldContain(told);
    }

    [Fact]
    public void Verify_takes_several_files_and_gives_the_worst_code()
    {
        Put(Entry);
        _folder.Write("broken.json", "{}");

        CommandRun run = CommandRun.Of("waivers", "verify", _folder.Of("broken.json"), _folder.Of(".sourcing-waivers.json"), "--as-of", "2026-11-22");

        run.ExitCode.ShouldBe(4);
        run.Output.ShouldContain("1 waiver in");
    }

    [Fact]
    public void Verify_refuses_what_a_check_would_refuse()
    {
        Put(Entry.Replace("class.pdf", " ", StringComparison.Ordinal));

        CommandRun run = CommandRun.Of("waivers", "verify", _folder.Of(".sourcing-waivers.json"));

        run.ExitCode.ShouldBe(4);
        run.Errors.ShouldContain("SC9810");
    }

    [Fact]
    public void A_baseline_lets_known_findings_pass_and_stops_for_new_ones()
    {
        _folder.Write("boms/bom.csv", Violation);
        CommandRun write = CommandRun.Of("baseline", "write", _folder.Of("boms"), "--out", _folder.Of("known.json"), "--as-of", "2026-11-22");

        write.ExitCode.ShouldBe(0, write.Output + write.Errors);
        (CommandRun same, _) = CommandRun.Check(_folder.Of("boms"), "--baseline", _folder.Of("known.json"));
        _folder.Write("boms/bom.csv", Violation.Replace("MAG-1,", "SCR-1,Screw,1,Germany\nMAG-1,", StringComparison.Ordinal)
            + "MAG-2,\"Magnet, NdFeB N42SH, sintered\",2,China\n");
        (CommandRun more, JsonDocument report) = CommandRun.Check(_folder.Of("boms"), "--baseline", _folder.Of("known.json"));

        same.ExitCode.ShouldBe(0, same.Output);
        more.ExitCode.ShouldBe(1);
        report.RootElement.GetProperty("files")[0].GetProperty("findings").EnumerateArray()
            .Select(finding => finding.GetProperty("baselineState").GetString()).ShouldBe(["unchanged", "new"]);
    }

    [Fact]
    public void No_baseline_is_written_of_what_cannot_be_read()
    {
        _folder.Write("bom.csv", "");

        CommandRun.Of("baseline", "write", _folder.Of("bom.csv"), "--out", _folder.Of("known.json")).ExitCode.ShouldBe(3);

        File.Exists(_folder.Of("known.json")).ShouldBeFalse();
    }

    private void Put(string waivers)
    {
        _folder.Write("bom.csv", Violation);
        _folder.Write(".sourcing-waivers.json", $$"""{ "version": 1, "waivers": [{{waivers}}] }""");
    }
}
