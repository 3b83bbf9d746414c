using System.Collections.Immutable;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Remediation;

/// <summary>Gathers what a person can start now.</summary>
internal static class TodayTasks
{
    /// <summary>One task for each route and supplier, with the parts whose worst finding begins with it; requests first among those of one day.</summary>
    public static ImmutableArray<TodayTask> Get(IReadOnlyList<FindingWays> ways, PlanSettings settings, ActionTexts texts)
    {
        var tasks = new Dictionary<(string Template, string Supplier), Gathered>();
        var homes = new Dictionary<(string Part, string Supplier), Gathered>();
        foreach (FindingWays finding in ways.OrderBy(finding => finding.Context.Finding.Verdict))
        {
            foreach ((WayOut way, int rank) in finding.Ways.Select((way, rank) => (way, rank)))
            {
                // What was delivered is disclosed beside the fix of the part.
                bool isDisclosure = way.End.Template.Needs == ActionNeed.Delivered;
                if (rank > 0 && !isDisclosure)
                {
                    continue;
                }

                foreach (PlanStep step in way.Steps.Where(step => step.Before.Count == 0 && step.Rank == 0))
                {
                    (string, string) key = (step.Template.Id, NameKey.Compute(step.Supplier));
                    if (!tasks.TryGetValue(key, out Gathered? task))
                    {
                        tasks.Add(key, task = new Gathered(step.Template));
                    }

                    Gathered home = isDisclosure || step.Template.MergeBy == MergeBy.File ? task : GetHome(finding.Context.Finding, task, homes);
                    home.Settled.Add(finding.Context);
                    if (home == task)
                    {
                        task.Add(step, finding.Context);
                    }
                }
            }
        }

        return
        [
            .. tasks.Values.Where(task => task.Contexts.Count > 0).Select(task => task.ToTask(settings, texts))
                .OrderBy(task => task.NeededBy).ThenBy(task => task.Kind == ActionKinds.RequestEvidence ? 0 : 1)
                .ThenBy(task => task.Kind, StringComparer.Ordinal)
                .ThenByDescending(task => task.Settles.Total).ThenBy(task => task.Supplier, StringComparer.Ordinal)
                .ThenBy(task => task.Title, StringComparer.Ordinal),
        ];
    }

    /// <summary>One row for each route: tasks of one route with several suppliers are counted.</summary>
    public static ImmutableArray<TodayTask> InShort(ImmutableArray<TodayTask> tasks) =>
    [
        .. tasks.GroupBy(task => (task.Route, IsForSupplier: task.Supplier.Length > 0)).Select(group =>
        {
            TodayTask[] all = [.. group];
            if (all.Length == 1)
            {
                return all[0];
            }

            int parts = all.Sum(task => task.Parts.Length);
            string suppliers = Wording.FormatCount(all.Length, "supplier");
            return new TodayTask(
                [.. all.SelectMany(task => task.Actions)], all[0].Kind,
                all[0].Kind == ActionKinds.RequestEvidence ? $"Send requests to {suppliers} ({Wording.FormatCount(parts, "part")})"
                    : $"{all[0].Route}: {Wording.FormatCount(parts, "part")} of {suppliers}",
                all[0].Owner, "", [.. all.SelectMany(task => task.Parts).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                all.Min(task => task.NeededBy), all.Any(task => task.IsLate),
                new FindingCounts(all.Sum(task => task.Settles.Violation), all.Sum(task => task.Settles.Suspect),
                    all.Sum(task => task.Settles.Open))) { Route = all[0].Route };
        }),
    ];

    // A part that violates for one material and is open for another is listed where its violation is fixed.
    private static Gathered GetHome(Finding finding, Gathered task, Dictionary<(string, string), Gathered> homes)
    {
        (string, string) part = (finding.PartNumber, NameKey.Compute(finding.Supplier));
        if (!homes.TryGetValue(part, out Gathered? home))
        {
            homes.Add(part, home = task);
        }

        return home;
    }

    private sealed class Gathered(ActionTemplate template)
    {
        private readonly HashSet<PlanStep> _steps = [];

        /// <summary>The findings that begin with it.</summary>
        public List<FindingContext> Contexts { get; } = [];

        /// <summary>These, and the other findings of its parts.</summary>
        public List<FindingContext> Settled { get; } = [];

        public void Add(PlanStep step, FindingContext context)
        {
            _steps.Add(step);
            Contexts.Add(context);
        }

        public TodayTask ToTask(PlanSettings settings, ActionTexts texts)
        {
            PlanStep[] steps = [.. _steps];
            string[] parts = [.. Contexts.Select(context => context.Finding.PartNumber).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            PlanStep first = steps.MinBy(step => step.DueBy) ?? steps[0];
            string title = steps.Length == 1 || template.Route is null ? texts.GetTitle(first, Contexts) : $"{template.Route}: {TemplateText.List(parts)}";
            return new TodayTask(
                [.. steps.Select(step => step.Id)], template.Kind, title, template.Owner, first.Supplier,
                [.. parts], first.DueBy, steps.Any(step => step.IsLate),
                FindingCounts.From(Settled.Where(context => PlanOutcome.IsCounted(context.Finding, settings))
                    .Select(context => (context.Item, context.Finding.Verdict))))
            { Route = template.Route ?? template.Id };
        }
    }
}
