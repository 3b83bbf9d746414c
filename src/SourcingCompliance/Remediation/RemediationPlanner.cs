using System.Collections.Immutable;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Remediation;

/// <summary>
/// The step "remediate": findings to a dated plan. Each finding gets the cheapest way out that would settle it and what to fall
/// back on; findings that one letter or one order settles share an action; dates run back from delivery and forward from today.
/// </summary>
public static class RemediationPlanner
{
    private const int StepsForTwoThreads = 256;

    /// <summary>Plans for the findings of some files, with what the determinations of their rows know.</summary>
    public static RemediationPlan Plan(IEnumerable<FileReport> files, PlanSettings settings)
    {
        ArgumentNullException.ThrowIfNull(files);
        return Plan(files.SelectMany(FindingContext.From), settings);
    }

    /// <summary>Plans for findings of which nothing more is known. A finding that occurs twice counts once.</summary>
    public static RemediationPlan Plan(IEnumerable<Finding> findings, PlanSettings settings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        return Plan(findings.Select(FindingContext.From), settings);
    }

    /// <summary>Plans for findings with what is known of them.</summary>
    public static RemediationPlan Plan(IEnumerable<FindingContext> contexts, PlanSettings settings)
    {
        ArgumentNullException.ThrowIfNull(contexts);
        ArgumentNullException.ThrowIfNull(settings);
        var diagnostics = new DiagnosticBag();
        var graph = new PlanGraph(contexts.Where(context => Counts(context.Finding, settings)), settings, diagnostics);
        var dates = new PlanDates(settings);
        dates.Apply(graph.Steps, diagnostics);

        var texts = new ActionTexts(settings);
        ImmutableArray<RemediationAction> actions = GetActions(graph, dates, settings, texts, diagnostics);
        var outcome = new PlanOutcome(graph.Ways, dates, settings);
        ImmutableArray<LatePart> cannotBeFixed = outcome.CannotBeFixed();
        ImmutableArray<TodayTask> today = TodayTasks.Get(graph.Ways, settings, texts);
        Finding[] findings = [.. graph.Ways.Select(finding => finding.Context.Finding)];
        ImmutableArray<SupplySource> sources =
            settings.Sources.For([.. findings.Select(finding => finding.Material).OfType<string>().Distinct(StringComparer.Ordinal)]);
        return new RemediationPlan
        {
            AsOf = settings.AsOf,
            Deadline = settings.Deadline,
            LastDay = dates.LastDay,
            Actions = actions,
            ActionsByFinding = graph.Ways.ToImmutableSortedDictionary(
                finding => finding.Context.Finding.Id,
                finding => finding.Ways.SelectMany(way => way.Steps).Select(step => step.Id).Distinct(StringComparer.Ordinal).ToImmutableArray(),
                StringComparer.Ordinal),
            CriticalPath = GetCriticalPath(graph.Steps),
            DoToday = today,
            DoTodayInShort = TodayTasks.InShort(today),
            CannotBeFixed = cannotBeFixed,
            CannotBeFixedIfAnswerIsBad = outcome.CannotBeFixedIfAnswerIsBad(cannotBeFixed),
            BackupPlans = BackupPlans.Get(graph.Ways, dates),
            Outlook = outcome.Outlook(),
            Fixes = MinimumFixList.From(findings),
            Alternates =
            [
                .. findings.Select(finding => finding.PartNumber).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
                    .SelectMany(part => settings.ApprovedAlternates.For(part)).Distinct(),
            ],
            Sources = sources,
            SourcesCaution = sources.IsEmpty ? "" : settings.Sources.Caution,
            Requests = SupplierRequests.Create(graph.Steps, actions, settings, texts),
            Headline = PlanHeadline.Compose(today, cannotBeFixed, dates.LastDay),
            Diagnostics = [.. diagnostics.Items],
        };
    }

    // What bars deliveries of another period than those on file asks for no action and has no date.
    private static bool Counts(Finding finding, PlanSettings settings) => settings.GatedRegimes.IsEmpty
        || finding.Regimes.IsEmpty || finding.Regimes.Any(regime => settings.GatedRegimes.Contains(regime, StringComparer.Ordinal));

    private static ImmutableArray<RemediationAction> GetActions(PlanGraph graph, PlanDates dates,
        PlanSettings settings, ActionTexts texts, DiagnosticBag diagnostics)
    {
        Dictionary<PlanStep, DateOnly> switches = SwitchDays(graph.Ways, dates);
        var needs = new NeedDates(settings, dates);
        foreach (PlanStep step in graph.Steps)
        {
            needs.Apply(step, switches.TryGetValue(step, out DateOnly day) ? day : null);
        }

        needs.Report(graph.Steps, diagnostics);
        int? leastSlack = graph.Steps.Where(step => step.Rank == 0).Select(step => (int?)step.Slack).Min();
        PlanStep[] steps = [.. graph.Steps];
        var actions = new RemediationAction[steps.Length];
        void Make(int at) => actions[at] = GetAction(steps[at], texts, settings, switches.TryGetValue(steps[at], out DateOnly day) ? day : null, leastSlack);
        if (steps.Length < StepsForTwoThreads)
        {
            for (int at = 0; at < steps.Length; at++)
            {
                Make(at);
            }
        }
        else
        {
            Parallel.For(0, steps.Length, Make);
        }

        return
        [
            .. actions.OrderBy(action => action.IsFallback).ThenBy(action => !action.After.IsEmpty)
                .ThenBy(action => action.StartBy).ThenBy(action => action.DueBy)
                .ThenBy(action => action.Supplier, StringComparer.Ordinal).ThenBy(action => action.Parts[0], StringComparer.Ordinal)
                .ThenBy(action => action.Id, StringComparer.Ordinal),
        ];
    }

    private static RemediationAction GetAction(PlanStep step, ActionTexts texts, PlanSettings settings, DateOnly? switchBy, int? leastSlack)
    {
        (string title, string detail, string makers) = texts.Get(step);
        return new RemediationAction
        {
            Id = step.Id,
            Kind = step.Template.Kind,
            Title = title,
            Detail = detail,
            Makers = makers,
            Owner = step.Template.Owner,
            AnsweredBy = step.Template.Asks == Asks.Supplier ? RemediationAction.Suppliers
                : step.Template.Asks == Asks.House || step.Template.Kind == ActionKinds.RequestEvidence ? step.Template.Owner : null,
            Supplier = step.Supplier.Length == 0 ? null : step.Supplier,
            Parts = [.. step.Parts],
            Questions = [],
            QuestionsByPart = texts.GetQuestions(step),
            Findings = [.. step.Contexts.Select(context => context.Finding.Id).Order(StringComparer.Ordinal)],
            After = [.. step.Before.Select(before => before.Id).Order(StringComparer.Ordinal)],
            LeadBusinessDays = step.Lead.Typical,
            LeadRange = (step.Lead.Least, step.Lead.Most),
            LeadSource = texts.GetLeadSource(step),
            StartBy = step.StartBy,
            DueBy = step.DueBy,
            EarliestFinish = step.EarliestFinish,
            OverdueDays = Math.Max(0, settings.AsOf.DayNumber - step.StartBy.DayNumber),
            SlackBusinessDays = step.Slack,
            IsFallback = step.Rank > 0,
            IsLate = step.IsLate || (step.Before.Count > 0 && step.Slack < 0),
            SwitchBy = switchBy,
            IsCritical = step.Rank == 0 && step.Slack == leastSlack,
        };
    }

    // The first way may take until the day on which the quickest of the others must start; the finding that leaves least time decides.
    // An exception or a disclosure is no other way to get the part: each is done beside whatever else is done.
    private static Dictionary<PlanStep, DateOnly> SwitchDays(IReadOnlyList<FindingWays> ways, PlanDates dates)
    {
        var days = new Dictionary<PlanStep, DateOnly>();
        foreach (FindingWays finding in ways)
        {
            WayOut first = finding.Ways[0];
            WayOut[] others = [.. finding.Ways.Skip(1).Where(way => way.End.Template.Kind is not (ActionKinds.ShowException or ActionKinds.Disclose))];
            if (others.Length == 0)
            {
                continue;
            }

            DateOnly day = dates.Add(dates.LastDay, -others.Min(way => way.DaysWithout(first.Steps)));
            days[first.End] = days.TryGetValue(first.End, out DateOnly other) && other < day ? other : day;
        }

        return days;
    }

    private static ImmutableArray<string> GetCriticalPath(IReadOnlyCollection<PlanStep> steps)
    {
        var path = new List<string>();
        PlanStep? at = Last(steps.Where(step => step.Rank == 0));
        while (at is not null)
        {
            path.Add(at.Id);
            at = Last(at.Before);
        }

        path.Reverse();
        return [.. path];
    }

    private static PlanStep? Last(IEnumerable<PlanStep> steps) =>
        steps.OrderByDescending(step => step.EarliestFinish).ThenBy(step => step.Id, StringComparer.Ordinal).FirstOrDefault();
}
