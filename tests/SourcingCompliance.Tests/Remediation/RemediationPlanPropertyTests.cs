using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;
using SourcingCompliance.Remediation;

namespace SourcingCompliance.Tests.Remediation;

public sealed class RemediationPlanPropertyTests
{
    private static readonly JsonSerializerOptions WithFields = new() { IncludeFields = true };

    [Fact]
    public void An_earlier_delivery_never_makes_a_latest_start_later() => Prop.ForAll(
        Findings(), Gen.Choose(0, 900).ToArbitrary(), Gen.Choose(0, 400).ToArbitrary(),
        (findings, days, earlier) =>
        {
            PlanSettings settings = Examples.Settings();
            DateOnly deadline = settings.AsOf.AddDays(days);
            Dictionary<string, DateOnly> late = Starts(RemediationPlanner.Plan(findings, settings with { Deadline = deadline }));
            Dictionary<string, DateOnly> early = Starts(RemediationPlanner.Plan(findings, settings with { Deadline = deadline.AddDays(-earlier) }));
            return late.Count == early.Count && late.All(start => early[start.Key] <= start.Value);
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_the_findings_never_changes_the_plan() => Prop.ForAll(
        Findings(), ArbMap.Default.ArbFor<int>(),
        (findings, seed) =>
        {
            Finding[] shuffled = [.. findings];
            new System.Random(seed).Shuffle(shuffled);
            return Text(RemediationPlanner.Plan(findings, Examples.Settings())) == Text(RemediationPlanner.Plan(shuffled, Examples.Settings()));
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Every_finding_has_an_action_and_every_action_a_finding() => Prop.ForAll(
        Findings(),
        findings =>
        {
            RemediationPlan plan = RemediationPlanner.Plan(findings, Examples.Settings());
            var ids = plan.Actions.Select(action => action.Id).ToHashSet(StringComparer.Ordinal);
            return ids.Count == plan.Actions.Length
                && findings.All(finding => plan.ActionsByFinding[finding.Id].Length > 0 && plan.ActionsByFinding[finding.Id].All(ids.Contains))
                && plan.Actions.All(action => action.Findings.All(id => plan.ActionsByFinding[id].Contains(action.Id)))
                && plan.Actions.All(action => action.After.All(ids.Contains));
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Slack_and_dates_agree_and_no_action_starts_before_what_it_waits_for() => Prop.ForAll(
        Findings(), Gen.Choose(0, 900).ToArbitrary(),
        (findings, days) =>
        {
            PlanSettings settings = Examples.Settings();
            RemediationPlan plan = RemediationPlanner.Plan(findings, settings with { Deadline = settings.AsOf.AddDays(days) });
            Dictionary<string, RemediationAction> byId = plan.Actions.ToDictionary(action => action.Id);
            bool isPast = plan.LastDay <= settings.AsOf;
            return plan.Actions.All(action =>
                (action.IsLate || (action.SlackBusinessDays < 0) == (action.EarliestFinish > action.DueBy))
                && (isPast || action.DueBy <= plan.LastDay)
                && (action.IsLate || action.StartBy == Later(BusinessCalendar.AddBusinessDays(action.DueBy, -action.LeadBusinessDays), CanStart(action, settings)))
                && action.After.All(id => byId[id].EarliestFinish < action.EarliestFinish));
        })
        .QuickCheckThrowOnFailure();

    // What can start now has a latest start that is still to come; what waits or is a backup keeps the one that it had.
    private static DateOnly CanStart(RemediationAction action, PlanSettings settings) =>
        action.IsFallback || !action.After.IsEmpty ? DateOnly.MinValue : BusinessCalendar.OnOrAfter(settings.AsOf);

    private static DateOnly Later(DateOnly first, DateOnly second) => first > second ? first : second;

    private static Dictionary<string, DateOnly> Starts(RemediationPlan plan) => plan.Actions.ToDictionary(action => action.Id, action => action.StartBy);

    private static string Text(RemediationPlan plan) => JsonSerializer.Serialize(plan, WithFields);

    internal static Arbitrary<Finding[]> Findings()
    {
        Gen<Func<int, Finding>> finding =
            from part in Gen.Elements("MAG-1", "MAG-2", "mag 1", "MTR|9")
            from supplier in Gen.Elements("Acme", "ACME", "Borea", "")
            from file in Gen.Elements("a.csv", "b.csv")
            from kind in Gen.Choose(0, 4)
            select (Func<int, Finding>)(row => kind switch
            {
                0 => Examples.Violation(part, supplier, file, row),
                1 => Examples.Suspect(part, supplier, file, row),
                2 => Examples.Open(part, supplier, file, row),
                3 => Examples.Violation(part, supplier, file, row, MaterialIds.SmCo),
                _ => Examples.Finding(Verdict.Open, "SC3900", part, supplier, file, row, null, null, []),
            });
        return finding.ListOf().Select(makers => makers.Select((make, index) => make(index + 2)).ToArray()).ToArbitrary();
    }
}
