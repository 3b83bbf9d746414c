using System.Text;
using SourcingCompliance.Findings;
using SourcingCompliance.Findings.Policies;
using SourcingCompliance.Formats;
using SourcingCompliance.Formats.Tests;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Reports;
using SourcingCompliance.Running.Configuration;
using SourcingCompliance.Running.Jobs;
using SourcingCompliance.Running.Rules.Policies;

namespace SourcingCompliance.Running.Tests.Rules.Policies;

/// <summary>Company policies over lines: what is a finding, what it may change, and that every report shows it.</summary>
public class PolicyCheckTests
{
    private static readonly string[] WithoutFindings = ["lines-csv", "actions-csv", "ics", "github-output",
        "pdf-customer", "pdf-customer-letter", "pdf", "pdf-letter"];

    public static TheoryData<string> FindingFormats => [.. ReportWriters.Formats.Except(WithoutFindings)];

    [Fact]
    public void A_line_for_which_the_expression_is_not_true_is_a_finding_with_the_values_of_the_line()
    {
        ComplianceReport report = PolicyRun.Check(PolicyRun.Workflow("part.makers.Length >= 2", """{ "severity": "error", "link": "https://example.com/p" }""",
            message: "$(part.number) has $(part.makers); dated $(line.date[\\\"certificate DATE\\\"])."));

        PolicyFinding finding = report.PolicyFindings.ShouldHaveSingleItem();
        finding.Id.ShouldBe("policy/own/rule");
        finding.Message.ShouldBe("BLDC-2212 has Watched Motors GmbH; dated 2024-01-15.");
        (finding.Severity, finding.State, finding.Link, finding.Row.Row).ShouldBe((PolicySeverity.Error, PolicyState.NotMet, "https://example.com/p", 3));
    }

    [Theory]
    [InlineData("covered", 2)]
    [InlineData("all", 3)]
    public void A_rule_is_evaluated_for_covered_lines_or_for_all_as_it_says(string lines, int expected)
    {
        ComplianceReport report = PolicyRun.Check(PolicyRun.Workflow("false", $$"""{ "lines": "{{lines}}" }"""));

        report.PolicyFindings.Count().ShouldBe(expected);
        report.Summary.Lines.ShouldBe(3);
        report.Files[0].Lines.Select(line => line.PartNumber).ShouldBe(["MAG-1", "BLDC-2212"]);
    }

    [Theory]
    [InlineData("error", PolicyGate.None, ExitCodes.Clean)]
    [InlineData("error", PolicyGate.Error, ExitCodes.Found)]
    [InlineData("warning", PolicyGate.Error, ExitCodes.Clean)]
    [InlineData("warning", PolicyGate.Warning, ExitCodes.Found)]
    [InlineData("note", PolicyGate.Warning, ExitCodes.Clean)]
    [InlineData("note", PolicyGate.Note, ExitCodes.Found)]
    public void A_policy_fails_the_run_only_as_the_configuration_says(string severity, PolicyGate gate, int expected) =>
        PolicyRun.Check(PolicyRun.Workflow("false", $$"""{ "severity": "{{severity}}" }"""), gate).Summary.ExitCode.ShouldBe(expected);

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public void No_policy_changes_a_verdict_or_makes_a_red_result_green(string expression)
    {
        ComplianceReport without = PolicyRun.Without(Gate.Suspect);
        ComplianceReport with = PolicyRun.Check(PolicyRun.Workflow(expression, """{ "lines": "all" }"""), PolicyGate.Error, Gate.Suspect);

        with.Summary.ExitCode.ShouldBe(ExitCodes.Found);
        with.Files[0].Lines.Select(line => (line.PartNumber, line.Verdicts[^1].Verdict))
            .ShouldBe(without.Files[0].Lines.Select(line => (line.PartNumber, line.Verdicts[^1].Verdict)));
        with.Files[0].Regimes.ShouldBe(without.Files[0].Regimes);
    }

    [Fact]
    public void An_expression_that_fails_on_a_line_is_a_finding_that_it_was_not_evaluated()
    {
        ComplianceReport report = PolicyRun.Check(PolicyRun.Workflow("part.number.Substring(6).Length > 0"), PolicyGate.Warning);

        report.PolicyFindings.ShouldHaveSingleItem().State.ShouldBe(PolicyState.NotEvaluated);
        report.Files[0].Diagnostics.ShouldContain(diagnostic => diagnostic.Id == DiagnosticIds.PolicyRuleFailed
            && diagnostic.Message.StartsWith("Policy own/rule could not be evaluated for 1 line", StringComparison.Ordinal));
        report.Summary.ExitCode.ShouldBe(ExitCodes.Found);
    }

    [Theory]
    [InlineData(PolicyGate.None, DiagnosticSeverity.Warning, ExitCodes.Clean)]
    [InlineData(PolicyGate.Error, DiagnosticSeverity.Error, ExitCodes.Input)]
    public void Lines_that_were_not_reached_in_time_are_reported_and_never_taken_as_met(PolicyGate gate, DiagnosticSeverity severity, int exitCode)
    {
        ComplianceReport report = PolicyRun.Check(PolicyRun.Workflow("true"), gate, limit: TimeSpan.FromTicks(-1));

        report.Files[0].Diagnostics.ShouldContain(diagnostic => diagnostic.Id == DiagnosticIds.PoliciesLate && diagnostic.Severity == severity);
        report.Summary.ExitCode.ShouldBe(exitCode);
    }

    [Theory]
    [InlineData("material.presence == \"is\" && material.ids.Contains(\"ndfeb-magnet\")", "MAG-1")]
    [InlineData("origin.isCovered && origin.countries.Contains(\"CN\")", "BLDC-2212,SCR-1")]
    [InlineData("verdict.gate == \"suspect\"", "BLDC-2212")]
    [InlineData("verdict.worst == \"notCovered\"", "SCR-1")]
    [InlineData("evidence.stepsOnFile < evidence.steps", "MAG-1,BLDC-2212")]
    [InlineData("contract.isOnFile", "")]
    [InlineData("contract.checkedOn == DateTime(2026, 11, 22) && line.row == 2", "MAG-1")]
    [InlineData("line.quantity > 10", "SCR-1")]
    [InlineData("part.unitCost > 0", "")]
    [InlineData("line.cell[\"CERTIFICATE_DATE\"].StartsWith(\"2026\")", "MAG-1")]
    [InlineData("part.suppliers.Any(name => name.Contains(\"watched\", StringComparison.OrdinalIgnoreCase))", "SCR-1")]
    public void An_expression_reads_the_line(string expression, string expected)
    {
        ComplianceReport report = PolicyRun.Check(PolicyRun.Workflow($"!({expression})", """{ "lines": "all" }"""));

        string.Join(",", report.PolicyFindings.Select(finding => finding.PartNumber)).ShouldBe(expected);
    }

    [Fact]
    public void Rows_of_other_sources_count_as_makers_of_the_item()
    {
        const string list = """
            Find No,Part Number,Description,Qty,Manufacturer,Manufacturer Part Number
            1,10-100,Neodymium magnet N42,4,Example Magnetics,EM-42
            ,,,,Second Magnetics,SM-42
            2,10-200,Screw M3,20,Example Screws,ES-3
            """;

        PolicyRun.Check(PolicyRun.Workflow("part.makers.Length == 2"), list: list).PolicyFindings.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(FindingFormats))]
    public void Every_format_with_findings_shows_it(string format)
    {
        ComplianceReport report = PolicyRun.Check(PolicyRun.Workflow("part.number != \"MAG-1\"", message: "Policy text of $(part.number)"), PolicyGate.Warning);
        using var output = new MemoryStream();

        ReportWriters.Find(format).ShouldNotBeNull().Write(report, output);

        Encoding.UTF8.GetString(output.ToArray()).ShouldContain("Policy text of MAG-1");
    }

    [Fact]
    public void The_json_report_fits_its_schema_and_says_what_fails_the_run()
    {
        ComplianceReport report = PolicyRun.Check(PolicyRun.Workflow("false"), PolicyGate.Warning);
        using var output = new MemoryStream();

        ReportWriters.Find("json").ShouldNotBeNull().Write(report, output);

        string json = Encoding.UTF8.GetString(output.ToArray());
        SchemaLibrary.Problems("report.schema.json", json).ShouldBeEmpty();
        json.ShouldContain("\"failsRun\": true");
        report.Policies.GetSentence(report.Run, [.. report.PolicyFindings]).ShouldBe("Company policies: 2 findings under 1 rule; 2 of them fail the run");
    }

    [Theory]
    [InlineData(PolicyGate.None, DiagnosticSeverity.Warning)]
    [InlineData(PolicyGate.Error, DiagnosticSeverity.Error)]
    public void A_build_without_the_engine_says_that_nothing_was_evaluated(PolicyGate gate, DiagnosticSeverity severity)
    {
        var diagnostics = new DiagnosticBag();

        PolicyEngines.TellNotEvaluated(PolicyWorkflowReader.ReadAll([PolicyRun.Folder(("own.workflow.json", PolicyRun.Workflow("true")))], diagnostics),
            gate, diagnostics);

        diagnostics.Items.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(told => told.Id.ShouldBe(DiagnosticIds.PoliciesNotEvaluated), told => told.Severity.ShouldBe(severity));
    }

    [Fact]
    public void The_configuration_sets_the_gate()
    {
        var diagnostics = new DiagnosticBag();
        SourcingConfig? config = ConfigReader.Parse("""{"failOnPolicies": "warning"}"""u8.ToArray(), "sourcing.json", diagnostics);

        CheckJob job = SettingsMerge.Merge(new CheckFlags { Paths = [] }, config, null, new DateOnly(2026, 11, 22), []).Job;

        diagnostics.Items.ShouldBeEmpty();
        job.PolicyGate.ShouldBe(PolicyGate.Warning);
    }

    [Theory]
    [InlineData("2026-03-01", "2026-03-01")]
    [InlineData("2026-03-01T10:20:00", "2026-03-01")]
    [InlineData("1 Mar 2026", "2026-03-01")]
    [InlineData("March 1, 2026", "2026-03-01")]
    [InlineData("3/25/2026 12:00", "2026-03-25")]
    [InlineData("25/3/2026", "2026-03-25")]
    [InlineData("3/3/2026", "2026-03-03")]
    [InlineData("03/04/2026", null)]
    [InlineData("n/a", null)]
    [InlineData("", null)]
    public void A_day_that_can_be_read_in_two_ways_is_none(string text, string? expected) =>
        CellDay.Parse(text).ShouldBe(expected is null ? null : DateOnly.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));
}
