using System.Collections.Immutable;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using SourcingCompliance.Decisions;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Materials;
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
                && (action.IsLate
                    || action.StartBy == Later(BusinessCalendar.AddBusinessDays(action.DueBy, -action.LeadBusinessDays), CanStart(action, settings)))
                && action.After.All(id => byId[id].EarliestFinish < action.EarliestFinish));
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void What_a_finding_is_offered_and_told_does_not_depend_on_the_findings_beside_it() => Prop.ForAll(
        Contexts(),
        contexts =>
        {
            PlanSettings settings = Settings.Value;
            RemediationPlan together = RemediationPlanner.Plan(contexts, settings);
            return contexts.All(context =>
            {
                RemediationPlan alone = RemediationPlanner.Plan([context], settings);
                return Told(together, context.Finding.Id).SequenceEqual(Told(alone, context.Finding.Id));
            });
        })
        .QuickCheckThrowOnFailure();

    private static readonly Lazy<PlanSettings> Settings = new(() => Examples.Settings() with
    {
        ApprovedAlternates = ApprovedAlternates.Parse([["part", "alternate part"], ["MAG-1", "ALT-9"]], "alternates.csv", new DiagnosticBag()),
    });

    // Actions for one part of one supplier are of one finding here and are compared by their words, others by their kind.
    private static IEnumerable<string> Told(RemediationPlan plan, string finding)
    {
        Dictionary<string, RemediationAction> byId = plan.Actions.ToDictionary(action => action.Id);
        return plan.ActionsByFinding[finding].Select(id => byId[id])
            .Select(action => action.Kind is ActionKinds.ReSource or ActionKinds.Redesign ? $"{action.Kind} {action.Detail}" : action.Kind);
    }

    // All findings share all facts but one.
    private static Arbitrary<FindingContext[]> Contexts()
    {
        var claimed = new ExceptionDetermination("SC2001", "Commercial off-the-shelf", Truth.Unknown, true, [], "252.225-7052(c)(2)") { HasBasis = true };
        ImmutableArray<MissingFact>[] missing = [Examples.Open("X").Missing, [],
            [new MissingFact("contract.value", null, null, "What is the contract worth?")]];
        ImmutableArray<ExceptionDetermination>[] exceptions = [[], [claimed], [claimed with { IsClaimed = false, HasBasis = false }]];
        Gen<FindingContext> usual =
            from verdict in Gen.Elements(Verdict.Violation, Verdict.Suspect, Verdict.Open)
            from rule in Gen.Elements("SC1001", "SC1090", "SC3001")
            from material in Gen.Elements(MaterialIds.NdFeB, MaterialIds.SmCo, MaterialIds.Tantalum)
            from facts in Gen.Elements(missing)
            from open in Gen.Elements(exceptions)
            from isComponent in Gen.Elements(true, false)
            select new FindingContext(Examples.Finding(verdict, rule, "MAG-2", "Acme", "a.csv", 2, material, StageIds.Melted, facts),
                Presence.Is, open)
            { IsComponent = isComponent };
        Func<FindingContext, FindingContext>[] others =
        [
            one => one,
            one => one with { Finding = one.Finding with { PartNumber = "MAG-1" } },
            .. new[] { Verdict.Violation, Verdict.Suspect,
                Verdict.Open }.Select(verdict => With(one => one with { Finding = one.Finding with { Verdict = verdict } })),
            .. new[] { "SC1001", "SC1090", "SC3001" }.Select(rule => With(one => one with { Finding = one.Finding with { Rule = rule } })),
            .. new[] { MaterialIds.NdFeB, MaterialIds.SmCo, MaterialIds.Tantalum,
                null }.Select(material => With(one => one with { Finding = one.Finding with { Material = material } })),
            .. missing.Select(facts => With(one => one with { Finding = one.Finding with { Missing = facts } })),
            .. exceptions.Select(open => With(one => one with { OpenExceptions = open })),
            .. new Presence?[] { null, Presence.Contains, Presence.Possible }.Select(presence => With(one => one with { Presence = presence })),
            one => one with { IsComponent = !one.IsComponent },
        ];
        Gen<FindingContext[]> findings =
            from one in usual
            from changes in Gen.Elements(others).ListOf()
            select changes.Select((change, index) => InRow(change(one), index + 2)).ToArray();
        return findings.ToArbitrary();

        static Func<FindingContext, FindingContext> With(Func<FindingContext, FindingContext> change) => change;
    }

    private static FindingContext InRow(FindingContext context, int row)
    {
        string maker = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Maker {row}");
        return context with
        { Finding = context.Finding with { Id = maker, Cell = context.Finding.Cell with { Row = row }, Supplier = maker, Manufacturer = maker } };
    }

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
