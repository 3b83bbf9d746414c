using System.Text.Json;

namespace SourcingCompliance.Cli.Configuration;

public sealed class ConfigurationTests : IDisposable
{
    private const string Violation = "Part Number,Description,Qty,Country of Origin\nMAG-1,\"Magnet, NdFeB N42SH, sintered\",2,China\n";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_configuration_above_the_input_is_found_and_its_paths_start_from_it()
    {
        _folder.Write("boms/a/bom.csv", Violation);
        _folder.Write("sourcing.json", """{ "failOn": "none", "formats": ["csv"], "out": "reports" }""");

        CommandRun run = CommandRun.Of("check", _folder.Of("boms/a/bom.csv"), "--as-of", "2026-11-22");

        run.ExitCode.ShouldBe(0, run.Output + run.Errors);
        File.Exists(_folder.Of("reports/bom.findings.csv")).ShouldBeTrue(run.Output + run.Errors);
    }

    [Theory]
    [InlineData("open", "none", "open", "stricter than --fail-on none")]
    [InlineData("none", "violation", "violation", "flag --fail-on (stricter than none")]
    [InlineData("suspect", "suspect", "suspect", "flag --fail-on")]
    public void The_stricter_gate_of_file_and_flag_wins(string inFile, string inFlag, string expected, string source)
    {
        _folder.Write("sourcing.json", $$"""{ "failOn": "{{inFile}}" }""");

        JsonElement setting = Show("failOn", "--fail-on", inFlag);

        setting.GetProperty("value").GetString().ShouldBe(expected);
        (setting.GetProperty("source").GetString() ?? "").ShouldContain(source);
    }

    [Fact]
    public void A_flag_beats_the_file_and_says_so()
    {
        _folder.Write("sourcing.json", """{ "out": "from-file", "lines": "all" }""");

        Show("out", "--out", "from-flag").GetProperty("source").GetString().ShouldBe("flag --out");
        (Show("lines").GetProperty("source").GetString() ?? "").ShouldEndWith("sourcing.json");
        Show("asOf").GetProperty("source").GetString().ShouldBe("default");
    }

    [Theory]
    [InlineData("""{ "failsOn": "open" }""", "Did you mean \"failOn\"?")]
    [InlineData("""{ "failOn": "everything" }""", "everything")]
    [InlineData("""{ "formats": ["docx"] }""", "docx")]
    [InlineData("""{ "packs": ["other"] }""", "other")]
    [InlineData("""{ "leadTimes": [{ "businessDays": 1.5, "source": "quotation" }] }""", "businessDays")]
    [InlineData("""{ "contract": "gone.json" }""", "gone.json")]
    [InlineData("""{ "waivers": "gone.json" }""", "gone.json")]
    [InlineData("""{ "alternates": "gone.csv" }""", "gone.csv")]
    [InlineData("""{ """, "not valid JSON")]
    public void A_configuration_that_cannot_be_used_stops_the_check(string config, string told)
    {
        _folder.Write("bom.csv", Violation);
        _folder.Write("sourcing.json", config);

        CommandRun run = CommandRun.Of("check", _folder.Of("bom.csv"), "--out", _folder.Of("out"), "--format", "json", "--as-of", "2026-11-22");

        run.ExitCode.ShouldBe(4, run.Output + run.Errors);
        run.Output.ShouldContain(told);
    }

    [Fact]
    public void Show_takes_every_flag_of_a_check_that_is_a_setting()
    {
        JsonElement packs = Show("packs", "--pack", "supply-concentration");

        packs.GetProperty("value").ToString().ShouldContain("supply-concentration");
        (packs.GetProperty("source").GetString() ?? "").ShouldContain("--pack");
    }

    [Fact]
    public void No_config_looks_at_no_file()
    {
        _folder.Write("bom.csv", Violation);
        _folder.Write("sourcing.json", """{ "nonsense": true }""");

        CommandRun.Of("check", _folder.Of("bom.csv"), "--no-config", "--out", _folder.Of("out"),
            "--format", "json", "--as-of", "2026-11-22").ExitCode.ShouldBe(1);
    }

    [Fact]
    public void What_is_excluded_is_left_out_of_folders_and_told_but_not_when_it_is_named()
    {
        _folder.Write("boms/old/a.csv", Violation);
        _folder.Write("boms/b.csv", Violation);
        _folder.Write("sourcing.json", """{ "exclude": ["boms/old/*"] }""");

        (_, JsonDocument report) = CommandRun.Check(_folder.Of("boms"));
        (_, JsonDocument named) = CommandRun.Check(_folder.Of("boms/old/a.csv"));

        report.RootElement.GetProperty("files").GetArrayLength().ShouldBe(1);
        report.RootElement.GetProperty("diagnostics").EnumerateArray().ShouldContain(diagnostic => diagnostic.GetProperty("id").GetString() == "SC9806");
        named.RootElement.GetProperty("files").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public void A_lead_time_of_the_configuration_is_planned_with()
    {
        _folder.Write("bom.csv", Violation);
        _folder.Write("sourcing.json", """{ "leadTimes": [{ "businessDays": 3, "source": "quotation Q-77" }] }""");

        (_, JsonDocument report) = CommandRun.Check(_folder.Of("bom.csv"));

        report.RootElement.GetProperty("actions").EnumerateArray()
            .ShouldContain(action => (action.GetProperty("leadSource").GetString() ?? "").Contains("Q-77", StringComparison.Ordinal));
    }

    [Fact]
    public void Hong_kong_counts_as_china_unless_the_configuration_says_otherwise()
    {
        _folder.Write("bom.csv", Violation.Replace("China", "Hong Kong", StringComparison.Ordinal));

        (_, JsonDocument before) = CommandRun.Check(_folder.Of("bom.csv"));
        _folder.Write("sourcing.json", """{ "hongKongAndMacaoAreChina": false }""");
        (_, JsonDocument after) = CommandRun.Check(_folder.Of("bom.csv"));

        before.RootElement.GetProperty("files")[0].GetProperty("findings")[0].GetProperty("verdict").GetString().ShouldBe("violation");
        after.RootElement.GetProperty("files")[0].GetProperty("findings")[0].GetProperty("verdict").GetString().ShouldNotBe("violation");
        after.RootElement.GetProperty("diagnostics").EnumerateArray().ShouldContain(diagnostic => diagnostic.GetProperty("id").GetString() == "SC9805");
    }

    [Fact]
    public void Parts_that_are_not_installed_count_when_the_configuration_or_a_flag_says_so()
    {
        _folder.Write("bom.csv", "Part Number,Description,Qty,DNP,Country of Origin\nM-1,NdFeB magnet N42,4,DNP,China\nS-1,Screw,4,,US\n");
        (CommandRun plain, JsonDocument before) = CommandRun.Check(_folder.Of("bom.csv"));
        (CommandRun flag, _) = CommandRun.Check(_folder.Of("bom.csv"), "--count-not-installed");
        _folder.Write("sourcing.json", """{ "countNotInstalled": true }""");
        (CommandRun configured, _) = CommandRun.Check(_folder.Of("bom.csv"));

        plain.ExitCode.ShouldBe(0);
        plain.Output.ShouldContain("Not installed, listed and not counted: 1 line");
        before.RootElement.GetProperty("files")[0].GetProperty("notInstalled")[0].GetProperty("partNumber").GetString().ShouldBe("M-1");
        flag.ExitCode.ShouldBe(1);
        configured.ExitCode.ShouldBe(1);
    }

    private JsonElement Show(string name, params string[] more)
    {
        CommandRun run = CommandRun.Of(["config", "show", _folder.Path, "--format", "json", .. more]);
        run.ExitCode.ShouldBe(0, run.Errors);
        using JsonDocument json = JsonDocument.Parse(run.Output);
        return json.RootElement.GetProperty("settings").EnumerateArray().Single(setting => setting.GetProperty("name").GetString() == name).Clone();
    }
}
