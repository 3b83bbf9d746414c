using System.Collections.Immutable;
using SourcingCompliance.Findings;
using SourcingCompliance.Findings.Waivers;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Tests.Remediation;

namespace SourcingCompliance.Tests.Findings.Waivers;

public sealed class WaiverJudgeTests
{
    private static readonly RunParameters Run =
        new() { AsOf = new DateOnly(2026, 11, 22), Delivery = null, Gate = Gate.Suspect, GateRegime = "mined-to-produced" };

    [Fact]
    public void A_waived_finding_keeps_its_verdict_and_gates_no_more()
    {
        Result result = Judge(Waiver(), [Examples.Violation("MAG-1"), Examples.Violation("MAG-2")]);

        result.Findings[0].Verdict.ShouldBe(Verdict.Violation);
        ExitCodes.IsGated(Run, result.Findings[0]).ShouldBeFalse();
        ExitCodes.IsGated(Run, result.Findings[1]).ShouldBeTrue();
        (result.Report.Before.Violation, result.Report.After.Violation).ShouldBe((2, 1));
    }

    [Theory]
    [InlineData("2026-11-22", WaiverState.Applied)]
    [InlineData("2026-11-21", WaiverState.Expired)]
    public void A_waiver_holds_through_its_last_day(string expires, WaiverState expected)
    {
        Result result = Judge(Waiver() with { Expires = Examples.Day(expires) }, [Examples.Violation("MAG-1")]);

        result.Report.Uses[0].State.ShouldBe(expected);
        ExitCodes.IsGated(Run, result.Findings[0]).ShouldBe(expected == WaiverState.Expired);
        result.Ids.Contains(DiagnosticIds.WaiverExpired).ShouldBe(expected == WaiverState.Expired);
    }

    [Theory]
    [InlineData("2026-12-22", DiagnosticSeverity.Warning)]
    [InlineData("2027-01-21", DiagnosticSeverity.Warning)]
    [InlineData("2027-02-20", DiagnosticSeverity.Note)]
    [InlineData("2027-02-21", null)]
    public void An_end_within_ninety_days_is_told(string expires, DiagnosticSeverity? expected)
    {
        Result result = Judge(Waiver() with { Expires = Examples.Day(expires) }, [Examples.Violation("MAG-1")]);

        DiagnosticSeverity? told = result.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Id == DiagnosticIds.WaiverExpiring)?.Severity;
        told.ShouldBe(expected);
    }

    [Fact]
    public void An_end_before_the_delivery_is_told_however_far_it_is()
    {
        Result result = Judge(Waiver() with { Expires = new DateOnly(2027, 9, 30) }, [Examples.Violation("MAG-1")],
            run: Run with { Delivery = new DateOnly(2027, 10, 1) });

        result.Ids.ShouldContain(DiagnosticIds.WaiverExpiring);
    }

    [Fact]
    public void A_waiver_that_fits_nothing_is_told()
    {
        Result result = Judge(Waiver() with { Expires = new DateOnly(2028, 1, 1) }, [Examples.Violation("OTHER")]);

        result.Ids.ShouldBe([DiagnosticIds.WaiverUnused]);
        result.Report.Uses[0].State.ShouldBe(WaiverState.Unused);
    }

    [Theory]
    [InlineData("MAG-*", false)]
    [InlineData("MAG-*", true)]
    [InlineData("*-1", false)]
    [InlineData("?AG-1", false)]
    public void A_waiver_that_names_no_single_part_is_applied_only_when_it_says_so(string part, bool isBroad)
    {
        Result result = Judge(Waiver() with { Match = new WaiverMatch(part, null, null, null, null), IsBroad = isBroad }, [Examples.Violation("MAG-1")]);

        result.Findings[0].IsWaived.ShouldBe(isBroad);
        result.Ids.Contains(DiagnosticIds.WaiverBroad).ShouldBe(!isBroad);
    }

    [Fact]
    public void A_waiver_holds_from_the_day_of_its_approval_on()
    {
        Result result = Judge(Waiver() with { ApprovedOn = Run.AsOf }, [Examples.Violation("MAG-1")]);

        result.Findings[0].IsWaived.ShouldBeTrue();
        result.Ids.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_waiver_that_lifts_a_violation_counts_before_an_internal_one_in_either_order(bool isInternalFirst)
    {
        Waiver inside = Waiver() with { Id = "W-INTERNAL", Basis = LegalBasis.RiskAcceptedInternally };
        Waiver legal = Waiver() with { Id = "W-LEGAL" };
        var judge = new WaiverJudge(new WaiverList("w.json", isInternalFirst ? [inside, legal] : [legal, inside]), Run, null, file => file);

        Finding finding = judge.Mark(FileOf([Examples.Violation("MAG-1")])).Findings[0];

        finding.Waiver.ShouldNotBeNull().Waiver.Id.ShouldBe("W-LEGAL");
        finding.IsWaived.ShouldBeTrue();
    }

    [Fact]
    public void Of_two_waivers_that_lift_the_first_one_counts()
    {
        var judge = new WaiverJudge(new WaiverList("w.json", [Waiver(), Waiver() with { Id = "W-2" }]), Run, null, file => file);

        judge.Mark(FileOf([Examples.Violation("MAG-1")])).Findings[0].Waiver.ShouldNotBeNull().Waiver.Id.ShouldBe("W-1");
    }

    [Fact]
    public void A_waiver_that_was_given_later_is_not_applied()
    {
        Result result = Judge(Waiver() with { ApprovedOn = new DateOnly(2026, 11, 23) }, [Examples.Violation("MAG-1")]);

        result.Findings[0].Waiver.ShouldBeNull();
        result.Ids.ShouldBe([DiagnosticIds.WaiverNotYetGiven]);
    }

    [Theory]
    [InlineData("N0002426C0001", true)]
    [InlineData("N00024-26-C-0002", false)]
    public void A_waiver_for_another_contract_is_not_applied(string contract, bool isApplied)
    {
        Result result = Judge(Waiver() with { Contract = "N00024-26-C-0001" }, [Examples.Violation("MAG-1")], contract);

        result.Findings[0].IsWaived.ShouldBe(isApplied);
        result.Ids.Contains(DiagnosticIds.WaiverContract).ShouldBe(!isApplied);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void Accepting_a_risk_internally_lifts_no_violation_unless_it_is_allowed(bool isAllowed, bool isGated)
    {
        Waiver waiver = Waiver() with { Basis = LegalBasis.RiskAcceptedInternally };

        Result result = Judge(waiver, [Examples.Violation("MAG-1"), Examples.Suspect("MAG-1")], isInternalRiskAllowed: isAllowed);

        result.Findings[0].Waiver.ShouldNotBeNull();
        ExitCodes.IsGated(Run, result.Findings[0]).ShouldBe(isGated);
        ExitCodes.IsGated(Run, result.Findings[1]).ShouldBeFalse();
    }

    [Fact]
    public void The_exception_for_recycled_magnets_waives_no_other_material()
    {
        Waiver waiver = Waiver() with { Basis = LegalBasis.RecycledNdFeBUnitedStates };

        Result result = Judge(waiver, [Examples.Violation("MAG-1"), Examples.Violation("MAG-1", material: MaterialIds.SmCo)]);

        result.Findings.Select(finding => finding.IsWaived).ShouldBe([true, false]);
    }

    [Theory]
    [InlineData("mag-1", "Ac*", "TOP-1/*", "boms/*.csv", "SC10??", true)]
    [InlineData("MAG-1", "Bolt*", null, null, null, false)]
    [InlineData("MAG-1", null, "MAG-1", null, null, false)]
    [InlineData("MAG-1", null, null, "*.xlsx", null, false)]
    [InlineData("MAG-1", null, null, null, "SC3*", false)]
    [InlineData("MAG", null, null, null, null, false)]
    public void Every_pattern_must_fit_the_whole_text(string part, string? manufacturer, string? path, string? file, string? rule, bool isWaived)
    {
        Waiver waiver = Waiver() with { Match = new WaiverMatch(part, manufacturer, path, file, rule) };

        Judge(waiver, [Examples.Violation("MAG-1")]).Findings[0].IsWaived.ShouldBe(isWaived);
    }

    [Theory]
    [InlineData("", "Acme", true)]
    [InlineData("Bolt", "Acme", false)]
    [InlineData("Acme", "Bolt", true)]
    public void A_pattern_of_a_manufacturer_looks_at_the_supplier_only_where_none_is_stated(string manufacturer, string supplier, bool isWaived)
    {
        Waiver waiver = Waiver() with { Match = new WaiverMatch("MAG-1", "Acme", null, null, null) };

        Judge(waiver, [Examples.Violation("MAG-1") with { Manufacturer = manufacturer, Supplier = supplier }]).Findings[0].IsWaived.ShouldBe(isWaived);
    }

    [Theory]
    [InlineData("2027-10-01", false)]
    [InlineData("2027-10-02", true)]
    public void A_waiver_that_ends_on_the_day_of_delivery_ends_in_time(string delivery, bool isTold)
    {
        Result result = Judge(Waiver() with { Expires = new DateOnly(2027, 10, 1) }, [Examples.Violation("MAG-1")],
            run: Run with { Delivery = Examples.Day(delivery) });

        result.Ids.Contains(DiagnosticIds.WaiverExpiring).ShouldBe(isTold);
    }

    [Theory]
    [InlineData("2026-12-22", "within 30 days")]
    [InlineData("2026-12-23", "within 60 days")]
    [InlineData("2027-01-22", "within 90 days")]
    public void How_near_the_end_is_stands_in_the_message(string expires, string words) =>
        Judge(Waiver() with { Expires = Examples.Day(expires) }, [Examples.Violation("MAG-1")]).Diagnostics
            .Single(diagnostic => diagnostic.Id == DiagnosticIds.WaiverExpiring).Message.ShouldContain(words);

    [Fact]
    public void A_waiver_for_one_contract_is_doubted_when_the_check_knows_no_contract_number() =>
        Judge(Waiver() with { Basis = LegalBasis.NonavailabilityIndividual, Contract = "N-1" },
            [Examples.Violation("MAG-1")]).Ids.ShouldContain(DiagnosticIds.WaiverContract);

    [Fact]
    public void Suspects_and_open_findings_are_counted_apart()
    {
        Result result = Judge(Waiver(), [Examples.Violation("MAG-2"), Examples.Suspect("MAG-3"), Examples.Suspect("MAG-4"), Examples.Open("MAG-5")]);

        (result.Report.Before.Suspect, result.Report.Before.Open).ShouldBe((2, 1));
    }

    [Fact]
    public void Of_three_violations_with_one_waived_two_are_left()
    {
        Result result = Judge(Waiver(), [Examples.Violation("MAG-1"), Examples.Violation("MAG-2"), Examples.Violation("MAG-3")]);

        (result.Report.Before.Violation, result.Report.After.Violation).ShouldBe((3, 2));
    }

    [Fact]
    public void A_waived_suspect_is_taken_from_the_suspects()
    {
        Result result = Judge(Waiver(), [Examples.Suspect("MAG-1"), Examples.Violation("MAG-2"), Examples.Violation("MAG-3")]);

        (result.Report.Before.Suspect, result.Report.After.Suspect).ShouldBe((1, 0));
    }

    [Fact]
    public void A_finding_of_two_periods_of_which_one_is_gated_is_counted() =>
        Judge(Waiver(), [Examples.Violation("MAG-2") with { Regimes = ["melted-or-produced", "mined-to-produced"] }]).Report.Before.Violation.ShouldBe(1);

    [Fact]
    public void A_finding_of_a_period_that_is_not_gated_is_not_counted() =>
        Judge(Waiver(), [Examples.Violation("MAG-2") with { Regimes = ["melted-or-produced"] }]).Report.Before.Violation.ShouldBe(0);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_risk_accepted_internally_is_doubted_wherever_the_violation_stands(bool isViolationFirst)
    {
        Finding[] findings = [Examples.Violation("MAG-1"), Examples.Suspect("MAG-1")];

        Judge(Waiver() with { Basis = LegalBasis.RiskAcceptedInternally }, [.. isViolationFirst ? findings : findings.Reverse()])
            .Ids.ShouldContain(DiagnosticIds.WaiverInternalRisk);
    }

    [Fact]
    public void Two_violations_with_a_risk_accepted_internally_are_doubted() =>
        Judge(Waiver() with { Basis = LegalBasis.RiskAcceptedInternally }, [Examples.Violation("MAG-1"), Examples.Violation("MAG-1", row: 6)])
            .Ids.ShouldContain(DiagnosticIds.WaiverInternalRisk);

    [Fact]
    public void The_near_end_of_a_waiver_that_fits_nothing_is_told() =>
        Judge(Waiver() with { Expires = new DateOnly(2026, 12, 1) }, [Examples.Violation("OTHER")])
            .Ids.ShouldBe([DiagnosticIds.WaiverUnused, DiagnosticIds.WaiverExpiring]);

    [Fact]
    public void An_end_far_off_but_before_the_delivery_is_a_warning() =>
        Judge(Waiver() with { Expires = new DateOnly(2027, 9, 30) }, [Examples.Violation("MAG-1")], run: Run with { Delivery = new DateOnly(2027, 10, 1) })
            .Diagnostics.ShouldHaveSingleItem().Severity.ShouldBe(DiagnosticSeverity.Warning);

    private static Waiver Waiver() => new()
    {
        Id = "W-1", Match = new WaiverMatch("MAG-1", null, null, null, null), Basis = LegalBasis.Cots, Justification = "a catalogue item", ApprovedBy = "HCA",
        ApprovedOn = new DateOnly(2026, 10, 1), Expires = new DateOnly(2027, 9, 30),
    };

    private static Result Judge(Waiver waiver, ImmutableArray<Finding> findings, string? contract = null,
        bool isInternalRiskAllowed = false, RunParameters? run = null)
    {
        var judge = new WaiverJudge(new WaiverList("w.json", [waiver]) { AllowsInternalRisk = isInternalRiskAllowed },
            run ?? Run, contract, file => "boms/" + file);
        var diagnostics = new DiagnosticBag();
        ImmutableArray<Finding> marked = judge.Mark(FileOf(findings)).Findings;
        return new Result(marked, judge.Report(marked, diagnostics), [.. diagnostics.Items]);
    }

    internal static FileReport FileOf(ImmutableArray<Finding> findings) => new()
    {
        Path = "gimbal.csv", Sha256 = null, ExitCode = 1, Sheets = [], LineCount = findings.Length,
        Lines = [], Findings = findings, Regimes = [], Diagnostics = [],
    };

    private sealed record Result(ImmutableArray<Finding> Findings, WaiverReport Report, ImmutableArray<Diagnostic> Diagnostics)
    {
        public IEnumerable<string> Ids => Diagnostics.Select(diagnostic => diagnostic.Id);
    }
}
