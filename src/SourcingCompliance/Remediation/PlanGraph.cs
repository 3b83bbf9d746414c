using System.Collections.Immutable;
using System.Diagnostics;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Remediation;

/// <summary>The ways out of one finding, cheapest first; never empty.</summary>
internal sealed record FindingWays(FindingContext Context, ImmutableArray<WayOut> Ways);

/// <summary>One way out of a finding: its own steps, each after what must come before it. The last one ends the way.</summary>
internal sealed record WayOut(ImmutableArray<PlanStep> Steps)
{
    public PlanStep End => Steps[^1];

    /// <summary>Business days that its longest chain takes, without the steps that are done anyway.</summary>
    public int DaysWithout(ImmutableArray<PlanStep> done)
    {
        if (Steps is [var only])
        {
            return done.Contains(only) ? 0 : only.Lead.Typical;
        }

        int[] days = new int[Steps.Length];
        for (int at = 0; at < days.Length; at++)
        {
            int before = 0;
            foreach (PlanStep earlier in Steps[at].Before)
            {
                before = Steps.IndexOf(earlier, 0, at) is >= 0 and int place ? Math.Max(before, days[place]) : before;
            }

            days[at] = done.Contains(Steps[at]) ? 0 : before + Steps[at].Lead.Typical;
        }

        return days[^1];
    }
}

/// <summary>Findings to steps: which action each finding needs, merged, with what must come before what.</summary>
internal sealed class PlanGraph
{
    private readonly PlanSettings _settings;
    private readonly DiagnosticBag _diagnostics;
    private readonly Dictionary<(string Template, string Group, string Part), PlanStep> _steps = [];
    private readonly Dictionary<string, string> _suppliers = new(StringComparer.Ordinal);
    private readonly Dictionary<object, Offer> _offers = [];
    private readonly List<FindingWays> _ways = [];

    /// <summary>Builds the steps of all findings; their order does not matter.</summary>
    public PlanGraph(IEnumerable<FindingContext> contexts, PlanSettings settings, DiagnosticBag diagnostics)
    {
        _settings = settings;
        _diagnostics = diagnostics;
        foreach (FindingContext context in InDocumentOrder(contexts))
        {
            _ways.Add(new FindingWays(context, Expand(context)));
        }
    }

    /// <summary>The steps in the order in which findings asked for them.</summary>
    public IReadOnlyCollection<PlanStep> Steps => _steps.Values;

    /// <summary>The ways out of each finding, in document order.</summary>
    public IReadOnlyList<FindingWays> Ways => _ways;

    private static IEnumerable<FindingContext> InDocumentOrder(IEnumerable<FindingContext> contexts) => contexts
        .OrderBy(context => context.Finding.Cell.File, StringComparer.Ordinal)
        .ThenBy(context => context.Finding.Cell.Sheet, StringComparer.Ordinal)
        .ThenBy(context => context.Finding.Cell.Row)
        .ThenBy(context => context.Finding.Cell.Column)
        .ThenBy(context => context.Finding.Rule, StringComparer.Ordinal)
        .ThenBy(context => context.Finding.Id, StringComparer.Ordinal)
        .DistinctBy(context => context.Finding.Id, StringComparer.Ordinal);

    // Thousands of findings with the same facts are offered the same: the key is all that routes, conditions, and needs of templates look at.
    private Offer GetOffer(FindingContext context)
    {
        Finding finding = context.Finding;
        object key = (finding.Rule, finding.Verdict, finding.Missing, finding.Material, finding.Stage, finding.Regimes,
            context.Presence, context.OpenExceptions, context.IsComponent,
            HasAlternate: !_settings.ApprovedAlternates.For(finding.PartNumber).IsEmpty);
        if (!_offers.TryGetValue(key, out Offer? offer))
        {
            RemediationRoute? route = _settings.Templates.GetRoute(context);
            ActionTemplate[] ends = [.. (route?.Ways ?? []).Select(_settings.Templates.Find).OfType<ActionTemplate>()
                .Where(template => IsOffered(template, context))];
            _offers.Add(key, offer = new Offer(ClaimedExceptionFirst(ends, context)));
        }

        return offer;
    }

    private ImmutableArray<WayOut> Expand(FindingContext context)
    {
        Offer offer = GetOffer(context);
        ActionTemplate[] ends = offer.Ends;
        if (ends.Length == 0)
        {
            Finding finding = context.Finding;
            _diagnostics.Warn(
                DiagnosticIds.NoRemediationTemplate, finding.Cell,
                $"No remediation template speaks of rule {finding.Rule} with the verdict {finding.Verdict}; the plan says that someone must look at it.",
                $"Add a route to remediation.json of the pack{(_settings.Templates.Pack.Length > 0 ? $" '{_settings.Templates.Pack}'" : "")}.");
            ends = [ActionTemplate.Review];
        }

        var ways = new WayOut[ends.Length];
        var steps = new List<PlanStep>();
        for (int rank = 0; rank < ends.Length; rank++)
        {
            steps.Clear();
            // What was delivered is disclosed at once, whatever else is done.
            Place(ends[rank], context, offer, ends[rank].Needs == ActionNeed.Delivered ? 0 : rank, null, steps);
            ways[rank] = new WayOut([.. steps]);
        }

        return [.. ways];
    }

    // An exception that the contract file claims with its basis is the cheapest way out. One that is merely not ruled out is worth a question,
    // but nobody may wait for it: it stands behind the first way that settles the finding by itself.
    private static ActionTemplate[] ClaimedExceptionFirst(ActionTemplate[] ends, FindingContext context)
    {
        ActionTemplate[] exceptions = [.. ends.Where(template => template.Needs == ActionNeed.Exception)];
        if (exceptions.Length == 0 || exceptions.Length == ends.Length || context.Finding.Verdict == Verdict.Open)
        {
            return ends;
        }

        ActionTemplate[] others = [.. ends.Except(exceptions)];
        return context.OpenExceptions.Any(exception => exception.HasBasis) ? [.. exceptions, .. others] : [others[0], .. exceptions, .. others[1..]];
    }

    private void Place(ActionTemplate template, FindingContext context, Offer offer, int rank, PlanStep? next, List<PlanStep> steps)
    {
        PlanStep step = GetStep(template, context.Finding);
        step.Add(context, offer);
        step.Demand(rank, next);
        if (!offer.Before.TryGetValue(template, out ActionTemplate[]? earlier))
        {
            offer.Before.Add(template,
                earlier = [.. template.After.Select(_settings.Templates.Find).OfType<ActionTemplate>().Where(before => IsOffered(before, context))]);
        }

        foreach (ActionTemplate before in earlier)
        {
            // What comes before is placed first, so that a way's steps stand in the order of time.
            Place(before, context, offer, rank, step, steps);
        }

        if (!steps.Contains(step))
        {
            steps.Add(step);
        }
    }

    private bool IsOffered(ActionTemplate template, FindingContext context) => template.Needs switch
    {
        ActionNeed.None => true,
        ActionNeed.ApprovedAlternate => !_settings.ApprovedAlternates.For(context.Finding.PartNumber).IsEmpty,
        ActionNeed.Delivered => _settings.MayBeDelivered(context.Finding.Regimes),
        ActionNeed.Exception => !context.OpenExceptions.IsEmpty || _settings.Templates.IsExceptionClaimed(context),
        _ => throw new UnreachableException(),
    };

    private PlanStep GetStep(ActionTemplate template, Finding finding)
    {
        string supplier = template.MergeBy is MergeBy.Supplier or MergeBy.Part ? finding.Supplier.Trim() : "";
        string group = template.MergeBy switch
        {
            MergeBy.Supplier or MergeBy.Part => GetKey(supplier),
            MergeBy.Material => finding.Material ?? "",
            MergeBy.File => finding.Cell.File,
            MergeBy.Contract => "",
            _ => throw new UnreachableException(),
        };
        (string, string, string) key = (template.Id, group, template.MergeBy == MergeBy.Part ? finding.PartNumber : "");
        if (!_steps.TryGetValue(key, out PlanStep? step))
        {
            step = new PlanStep(template, group, supplier);
            _steps.Add(key, step);
        }

        return step;
    }

    private string GetKey(string supplier)
    {
        if (!_suppliers.TryGetValue(supplier, out string? key))
        {
            _suppliers.Add(supplier, key = NameKey.Compute(supplier));
        }

        return key;
    }

    /// <summary>What findings with the same facts are offered: how their ways end, and what comes before each action.</summary>
    private sealed class Offer(ActionTemplate[] ends)
    {
        public ActionTemplate[] Ends => ends;

        public Dictionary<ActionTemplate, ActionTemplate[]> Before { get; } = new(ReferenceEqualityComparer.Instance);
    }
}
