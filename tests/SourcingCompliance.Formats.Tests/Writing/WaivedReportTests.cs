using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using SourcingCompliance.Findings;
using SourcingCompliance.Findings.Baselines;
using SourcingCompliance.Findings.Waivers;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Tests.Writing;

/// <summary>What is waived is shown, never hidden: every format says so in its own way.</summary>
public sealed class WaivedReportTests
{
    private static readonly ComplianceReport Report = Waived();
    private static readonly Finding Finding = Report.Findings.First(finding => finding.IsWaived);

    [Fact]
    public void The_json_fits_the_schema_and_names_the_waiver()
    {
        string json = Text("json");

        SchemaLibrary.Problems("report.schema.json", json).ShouldBeEmpty();
        json.ShouldContain("\"stillGates\":false");
        json.ShouldContain("\"baselineState\":\"new\"");
    }

    [Theory]
    [InlineData("html", "waived: W-1")]
    [InlineData("markdown", "Waived by W-1 until September 30, 2027")]
    [InlineData("markdown", "Findings before waivers")]
    [InlineData("html", "Findings before waivers")]
    [InlineData("csv", ",W-1,2027-09-30,new")]
    [InlineData("junit", "message=\"Waived by W-1 until September 30, 2027")]
    public void A_format_for_people_says_by_what_it_is_waived(string format, string expected) => Text(format).ShouldContain(expected);

    [Theory]
    [InlineData("gitlab")]
    [InlineData("github")]
    [InlineData("azure")]
    [InlineData("sarif")]
    public void A_build_system_that_knows_no_waivers_is_not_shown_it(string format)
    {
        Text(format).ShouldNotContain(Finding.Id);
        Text(format).ShouldNotContain(Finding.Message[..30]);
    }

    [Fact]
    public void The_github_profile_counts_what_it_leaves_out() =>
        Sarif("sarif").GetProperty("properties").GetProperty("waived").GetInt32().ShouldBe(1);

    [Fact]
    public void The_strict_profile_suppresses_it_and_gives_every_result_a_state()
    {
        JsonElement[] results = [.. Sarif("sarif-strict").GetProperty("results").EnumerateArray()];

        results.ShouldAllBe(result => result.GetProperty("suppressions").ValueKind == JsonValueKind.Array
            && result.GetProperty("baselineState").GetString() == "new");
        JsonElement suppression = results.Single(result => result.GetProperty("suppressions").GetArrayLength() == 1).GetProperty("suppressions")[0];
        suppression.GetProperty("kind").GetString().ShouldBe("external");
        suppression.GetProperty("status").GetString().ShouldBe("accepted");
        (suppression.GetProperty("justification").GetString() ?? "").ShouldContain("none to be had");
    }

    [Fact]
    public void It_is_skipped_in_junit_and_fails_no_test()
    {
        XElement test = XDocument.Parse(Text("junit")).Descendants("testcase").Single(test => test.Value.Contains(Finding.Message, StringComparison.Ordinal));

        test.Element("failure").ShouldBeNull();
        test.Element("skipped").ShouldNotBeNull();
    }

    [Fact]
    public void The_pdf_gains_a_table() =>
        ReportWriters.Find("pdf").ShouldNotBeNull()
            .Bytes(Report).Length.ShouldBeGreaterThan(ReportWriters.Find("pdf").ShouldNotBeNull().Bytes(SampleReport.Build()).Length);

    private static ComplianceReport Waived()
    {
        ComplianceReport report = SampleReport.Build();
        Finding violation = report.Findings.First(finding => finding.Verdict == Verdict.Violation);
        var waiver = new Waiver
        {
            Id = "W-1", Match = new WaiverMatch(violation.PartNumber, null, null, null, null), Basis = LegalBasis.NonavailabilityClass, Document = "class.pdf",
            Justification = "none to be had", ApprovedBy = "HCA", ApprovedOn = new DateOnly(2026, 10, 2), Expires = new DateOnly(2027, 9, 30),
        };
        var judge = new WaiverJudge(new WaiverList("waivers.json", [waiver]), report.Run, null, file => file);
        var comparer = new BaselineComparer(new Baseline("baseline.json", report.Run.AsOf, []), file => file);
        report = report with { Files = [.. report.Files.Select(judge.Mark).Select(comparer.Mark)] };
        return report with { Waivers = judge.Report(report.Findings, new DiagnosticBag()), Baseline = comparer.Report() };
    }

    private static string Text(string format) => Encoding.UTF8.GetString(ReportWriters.Find(format).ShouldNotBeNull().Bytes(Report));

    private static JsonElement Sarif(string format)
    {
        using JsonDocument json = JsonDocument.Parse(Text(format));
        return json.RootElement.GetProperty("runs")[0].Clone();
    }
}
