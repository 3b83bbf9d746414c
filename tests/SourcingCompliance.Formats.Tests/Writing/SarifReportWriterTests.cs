using System.Text.Json;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Writing.Ci;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Tests.Writing;

public sealed class SarifReportWriterTests
{
    [Fact]
    public void The_github_profile_of_the_sample_report() => new SarifReportWriter(SarifProfile.GitHub).Text().ShouldMatchGolden("sarif");

    [Fact]
    public void The_strict_profile_of_the_sample_report() => new SarifReportWriter(SarifProfile.Strict).Text().ShouldMatchGolden("sarif");

    [Theory]
    [InlineData(SarifProfile.GitHub)]
    [InlineData(SarifProfile.Strict)]
    public void Rules_carry_what_code_scanning_shows(SarifProfile profile)
    {
        JsonElement run = RunOf(profile);

        run.GetProperty("tool").GetProperty("driver").GetProperty("name").GetString().ShouldNotBeNullOrEmpty();
        foreach (JsonElement rule in run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray())
        {
            rule.GetProperty("shortDescription").GetProperty("text").GetString().ShouldNotBeNullOrEmpty();
            rule.GetProperty("fullDescription").GetProperty("text").GetString().ShouldNotBeNull().Length.ShouldBeInRange(1, 1024);
            rule.GetProperty("help").GetProperty("text").GetString().ShouldNotBeNullOrEmpty();
            rule.GetProperty("name").GetString().ShouldNotBeNull().ShouldAllBe(letter => char.IsAsciiLetterOrDigit(letter));
            Uri.IsWellFormedUriString(rule.GetProperty("helpUri").GetString(), UriKind.Absolute).ShouldBeTrue();
            double.Parse(rule.GetProperty("properties").GetProperty("security-severity").GetString() ?? "", System.Globalization.CultureInfo.InvariantCulture)
                .ShouldBeInRange(0, 10);
            rule.GetProperty("properties").GetProperty("tags").GetArrayLength().ShouldBeLessThanOrEqualTo(20);
        }
    }

    [Theory]
    [InlineData(SarifProfile.GitHub)]
    [InlineData(SarifProfile.Strict)]
    public void Every_result_has_a_level_a_message_a_rule_and_a_place_with_a_valid_uri(SarifProfile profile)
    {
        JsonElement run = RunOf(profile);
        JsonElement[] rules = [.. run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray()];

        foreach (JsonElement result in run.GetProperty("results").EnumerateArray())
        {
            rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString().ShouldBe(result.GetProperty("ruleId").GetString());
            result.GetProperty("message").GetProperty("text").GetString().ShouldNotBeNullOrEmpty();
            string level = result.GetProperty("level").GetString() ?? "";
            level.ShouldBeOneOf("none", "note", "warning", "error");
            (result.GetProperty("kind").GetString() == "fail").ShouldBe(level != "none", "SARIF 2.1.0 §3.27.9 wants level none for every kind but fail");
            JsonElement artifact = result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation");
            string uri = artifact.GetProperty("uri").GetString() ?? "";
            Uri.IsWellFormedUriString(uri, UriKind.Relative).ShouldBeTrue(uri);
            uri.ShouldNotContain(" ");
        }
    }

    [Fact]
    public void GitHub_gets_a_region_and_a_fingerprint_of_its_own_for_every_result()
    {
        JsonElement[] results = [.. RunOf(SarifProfile.GitHub).GetProperty("results").EnumerateArray()];

        results.ShouldAllBe(result => result.GetProperty("locations")[0].GetProperty("physicalLocation")
            .GetProperty("region").GetProperty("startLine").GetInt32() >= 1);
        results.Select(result => result.GetProperty("partialFingerprints").GetProperty("primaryLocationLineHash").GetString()).ShouldBeUnique();
    }

    [Fact]
    public void A_workbook_has_no_text_region_in_the_strict_profile_and_a_csv_has_one()
    {
        foreach (JsonElement result in RunOf(SarifProfile.Strict).GetProperty("results").EnumerateArray())
        {
            JsonElement place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
            bool isCsv = (place.GetProperty("artifactLocation").GetProperty("uri").GetString() ?? "").EndsWith(".csv", StringComparison.Ordinal);
            bool hasRow = result.TryGetProperty("properties", out _);
            place.TryGetProperty("region", out _).ShouldBe(isCsv && hasRow);
        }
    }

    [Fact]
    public void The_place_in_the_assembly_does_not_change_with_the_row()
    {
        JsonElement first = RunOf(SarifProfile.Strict).GetProperty("results")[0];

        first.GetProperty("locations")[0].GetProperty("logicalLocations")[0].GetProperty("fullyQualifiedName").GetString()
            .ShouldBe("gimbal.xlsx!BOM!GMB-1000/MTR-100/ROT-7/MAG-22");
    }

    [Fact]
    public void GitHub_gets_at_most_five_thousand_results_and_is_told_of_the_rest()
    {
        ComplianceReport report = SampleReport.Build();
        FileReport file = report.Files[2];
        Finding open = file.Findings[^1];
        file = file with
        {
            Findings = [file.Findings[0], .. Enumerable.Range(1, 6000)
                .Select(row => open with { Id = $"F-{row}", Cell = new CellRef(file.Path, "BOM", row, 0) })]
        };

        JsonElement run = RunOf(SarifProfile.GitHub, report with { Files = [file], Diagnostics = [] });
        JsonElement[] results = [.. run.GetProperty("results").EnumerateArray()];

        results.Length.ShouldBe(5000);
        results[0].GetProperty("level").GetString().ShouldBe("error");
        // 6,001 findings and the one doubt about the input, less the 4,999 that are shown.
        results[^1].GetProperty("message").GetProperty("text").GetString().ShouldNotBeNull().ShouldStartWith("1,003 more findings");
        JsonElement notification = run.GetProperty("invocations")[0].GetProperty("toolExecutionNotifications")[0];
        notification.GetProperty("descriptor").GetProperty("id").GetString().ShouldBe("SC9062");
        notification.GetProperty("message").GetProperty("text").GetString().ShouldNotBeNull()
            .ShouldStartWith("Left out of this file: 1,003 results (1,002 open, 1 other) beyond the first 4,999");
    }

    [Fact]
    public void A_rule_bears_its_title_and_a_diagnostic_its_cause()
    {
        ComplianceReport report = SampleReport.Build();
        Finding finding = report.Findings.First();
        FileReport file = report.Files[2];
        file = file with
        {
            Findings = [finding with { Rule = "SC1002", Cell = new CellRef(file.Path, "BOM", 2, 0) }],
            Diagnostics = [new Diagnostic("SC9208", DiagnosticSeverity.Warning, CellRef.ForFile(file.Path), "A column.", null)],
        };

        JsonElement[] rules = [.. RunOf(SarifProfile.GitHub, report with { Files = [file], Diagnostics = [] }).GetProperty("tool")
            .GetProperty("driver").GetProperty("rules").EnumerateArray()];

        rules.Select(rule => rule.GetProperty("name").GetString()).ShouldBe(["NeodymiumIronBoronMagnetMadeInACoveredCountry", "CountryColumnUnclear"]);
        rules[1].GetProperty("fullDescription").GetProperty("text").GetString().ShouldNotBeNull().ShouldStartWith("A column contains countries");
    }

    [Fact]
    public void A_report_without_findings_still_has_a_list_of_results()
    {
        ComplianceReport report = SampleReport.Build();

        RunOf(SarifProfile.GitHub, report with { Files = [], Diagnostics = [] }).GetProperty("results").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("./boms/a.csv", "boms/a.csv")]
    [InlineData("boms/a b#1?.csv", "boms/a%20b%231%3F.csv")]
    [InlineData("/srv/boms/a.csv", "file:///srv/boms/a.csv")]
    [InlineData("C:/boms/a.csv", "file:///C:/boms/a.csv")]
    public void A_path_becomes_a_uri_reference(string path, string uri) => SarifArtifacts.GetUri(path).ShouldBe(uri);

    private static JsonElement RunOf(SarifProfile profile, ComplianceReport? report = null)
    {
        using JsonDocument json = JsonDocument.Parse(new SarifReportWriter(profile).Text(report));
        json.RootElement.GetProperty("version").GetString().ShouldBe("2.1.0");
        json.RootElement.GetProperty("$schema").GetString().ShouldNotBeNullOrEmpty();
        return json.RootElement.GetProperty("runs")[0].Clone();
    }
}
