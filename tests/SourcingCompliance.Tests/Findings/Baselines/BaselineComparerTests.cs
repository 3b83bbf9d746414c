using System.Collections.Immutable;
using SourcingCompliance.Findings;
using SourcingCompliance.Findings.Baselines;
using SourcingCompliance.Findings.Waivers;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Reports;
using SourcingCompliance.Tests.Findings.Waivers;
using SourcingCompliance.Tests.Remediation;

namespace SourcingCompliance.Tests.Findings.Baselines;

public sealed class BaselineComparerTests
{
    private static readonly RunParameters Run =
        new() { AsOf = new DateOnly(2026, 11, 22), Delivery = null, Gate = Gate.Suspect, GateRegime = "mined-to-produced" };

    [Fact]
    public void A_finding_that_moved_to_another_row_is_unchanged_and_does_not_gate()
    {
        FileReport now = Compare([Examples.Violation("MAG-1", row: 5)], [Examples.Violation("MAG-1", row: 77)]).File;

        now.Findings[0].Baseline.ShouldBe(BaselineState.Unchanged);
        ExitCodes.IsGated(Run, now.Findings[0]).ShouldBeFalse();
    }

    [Fact]
    public void A_new_finding_gates()
    {
        FileReport now = Compare([Examples.Violation("MAG-1")], [Examples.Violation("MAG-1"), Examples.Violation("MAG-2")]).File;

        now.Findings[1].Baseline.ShouldBe(BaselineState.New);
        ExitCodes.IsGated(Run, now.Findings[1]).ShouldBeTrue();
    }

    [Fact]
    public void A_finding_with_another_country_is_updated_and_gates()
    {
        FileReport now = Compare([Examples.Violation("MAG-1")], [Examples.Violation("MAG-1") with { Countries = ["RU"] }]).File;

        now.Findings[0].Baseline.ShouldBe(BaselineState.Updated);
        ExitCodes.IsGated(Run, now.Findings[0]).ShouldBeTrue();
    }

    [Fact]
    public void A_finding_that_became_a_violation_is_updated() =>
        Compare([Examples.Violation("MAG-1") with { Verdict = Verdict.Suspect }],
            [Examples.Violation("MAG-1")]).File.Findings[0].Baseline.ShouldBe(BaselineState.Updated);

    [Fact]
    public void A_finding_that_is_gone_is_absent()
    {
        BaselineReport report = Compare([Examples.Violation("MAG-1"), Examples.Violation("MAG-2")], [Examples.Violation("MAG-2")]).Report;

        report.Absent.ShouldHaveSingleItem().Key.Part.ShouldBe("MAG-1");
        (report.New, report.Unchanged, report.Updated).ShouldBe((0, 1, 0));
    }

    [Fact]
    public void What_the_baseline_knows_of_files_that_are_not_checked_is_not_absent()
    {
        var comparer = new BaselineComparer(Written([Examples.Violation("MAG-1")]), file => "other/" + file);

        comparer.Mark(WaiverJudgeTests.FileOf([]));

        comparer.Report().Absent.ShouldBeEmpty();
    }

    [Fact]
    public void A_second_finding_that_is_alike_is_new()
    {
        FileReport now = Compare([Examples.Violation("MAG-1", row: 5)], [Examples.Violation("MAG-1", row: 5), Examples.Violation("MAG-1", row: 6)]).File;

        now.Findings.Select(finding => finding.Baseline).ShouldBe([BaselineState.Unchanged, BaselineState.New]);
    }

    [Fact]
    public void A_waived_finding_is_not_written_so_that_it_gates_when_its_waiver_ends()
    {
        var waiver = new Waiver
        {
            Id = "W-1", Match = new WaiverMatch("MAG-1", null, null, null, null), Basis = LegalBasis.Cots, Justification = "x", ApprovedBy = "HCA",
            ApprovedOn = new DateOnly(2026, 1, 1), Expires = new DateOnly(2027, 1, 1),
        };

        Baseline baseline = Written([Examples.Violation("MAG-1") with { Waiver = new FindingWaiver(waiver, false) }, Examples.Violation("MAG-2")]);

        baseline.Entries.ShouldHaveSingleItem().Key.Part.ShouldBe("MAG-2");
    }

    [Fact]
    public void A_file_that_is_no_baseline_is_refused()
    {
        var diagnostics = new DiagnosticBag();

        BaselineFile.Parse("""{ "version": 1, "asOf": "2026-11-22", "findings": [{ "file": "a.csv" }] }"""u8.ToArray(), "b.json", diagnostics).ShouldBeNull();

        diagnostics.Items.ShouldContain(diagnostic => diagnostic.Id == DiagnosticIds.BaselineInvalid);
    }

    private static (FileReport File, BaselineReport Report) Compare(ImmutableArray<Finding> before, ImmutableArray<Finding> after)
    {
        var comparer = new BaselineComparer(Written(before), file => "boms/" + file);
        FileReport file = comparer.Mark(WaiverJudgeTests.FileOf(after));
        return (file, comparer.Report());
    }

    private static Baseline Written(ImmutableArray<Finding> findings)
    {
        var report = new ComplianceReport
        {
            Tool = new ToolIdentity("SourcingCompliance", "0"), Run = Run, Packs = [],
            Files = [WaiverJudgeTests.FileOf(findings)], Actions = [], Diagnostics = [],
            Summary = new ReportSummary { Files = 1, UnreadableFiles = 0, Lines = 1, Regimes = [], Coverage = new Coverage(0, 0, 0), ExitCode = 1 },
        };
        using var output = new MemoryStream();
        BaselineFile.Write(report.Files, report.Run.AsOf, file => "boms/" + file, output);
        var diagnostics = new DiagnosticBag();
        return BaselineFile.Parse(output.ToArray(), "b.json", diagnostics).ShouldNotBeNull(string.Join('\n', diagnostics.Items));
    }
}
