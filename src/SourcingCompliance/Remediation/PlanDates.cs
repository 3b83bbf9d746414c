using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Remediation;

/// <summary>Puts dates on the steps: lead times, forward from the as-of day, back from delivery.</summary>
internal sealed class PlanDates
{
    private readonly PlanSettings _settings;
    private readonly DateOnly _firstDay;
    private readonly Dictionary<(DateOnly Day, int Count), DateOnly> _added = [];
    private readonly Dictionary<(DateOnly First, DateOnly Second), int> _between = [];
    private readonly HashSet<PlanStep> _forward = [];
    private readonly HashSet<PlanStep> _back = [];

    /// <summary>Holds the calendar of a plan.</summary>
    public PlanDates(PlanSettings settings)
    {
        _settings = settings;
        _firstDay = BusinessCalendar.OnOrAfter(settings.AsOf);
        LastDay = BusinessCalendar.OnOrBefore(settings.Deadline);
    }

    /// <summary>The last business day on which something may be finished.</summary>
    public DateOnly LastDay { get; }

    /// <summary>Dates all steps.</summary>
    public void Apply(IReadOnlyCollection<PlanStep> steps, DiagnosticBag diagnostics)
    {
        LeadTimeOverride[] usable = [.. _settings.LeadTimeOverrides.Where(given => given.BusinessDays >= 0)];
        var used = new HashSet<LeadTimeOverride>();
        foreach (PlanStep step in steps)
        {
            step.Lead = GetLead(step, usable, used);
        }

        foreach (LeadTimeOverride given in _settings.LeadTimeOverrides.Where(given => !used.Contains(given)
            && !(AnswerTimes.IsOne(given) && given.BusinessDays >= 0)))
        {
            diagnostics.Warn(
                DiagnosticIds.LeadTimeUnusable, CellRef.ForFile(""),
                $"The lead time of {given.BusinessDays} business days given for {given.Kind ?? "every action"} and {given.Part ?? "every part"} "
                + (given.BusinessDays < 0 ? "is negative" : "fits no action of the plan") + ", so it is not used.",
                $"Kinds are {string.Join(", ", [.. ActionKinds.All, AnswerTimes.EvaluationKind, AnswerTimes.LateKind])}; parts as the list writes them.");
        }

        foreach (PlanStep step in steps)
        {
            Forward(step);
            Back(step);
            step.Slack = Between(step.EarliestFinish, step.DueBy);
        }
    }

    /// <summary>As <see cref="BusinessCalendar.AddBusinessDays"/>; remembers, because thousands of steps share few dates and lead times.</summary>
    public DateOnly Add(DateOnly day, int businessDays)
    {
        if (!_added.TryGetValue((day, businessDays), out DateOnly result))
        {
            result = BusinessCalendar.AddBusinessDays(day, businessDays);
            _added.Add((day, businessDays), result);
        }

        return result;
    }

    /// <summary>As <see cref="BusinessCalendar.BusinessDaysBetween"/>; remembers, for the same reason.</summary>
    public int Between(DateOnly first, DateOnly second)
    {
        if (!_between.TryGetValue((first, second), out int days))
        {
            days = BusinessCalendar.BusinessDaysBetween(first, second);
            _between.Add((first, second), days);
        }

        return days;
    }

    private static LeadTime GetLead(PlanStep step, LeadTimeOverride[] overrides, HashSet<LeadTimeOverride> used)
    {
        if (overrides.Length == 0)
        {
            return step.Template.LeadTime;
        }

        LeadTime? longest = null;
        foreach (string part in step.Parts)
        {
            LeadTimeOverride? given = overrides.Where(entry => Fits(entry, step, part))
                .OrderByDescending(entry => (entry.Part is null ? 0 : 2) + (entry.Kind is null ? 0 : 1)).FirstOrDefault();
            LeadTime time = step.Template.LeadTime;
            if (given is not null)
            {
                used.Add(given);
                time = new LeadTime(given.BusinessDays, given.BusinessDays, given.BusinessDays, "given", given.Source);
            }

            longest = longest is null || time.Typical > longest.Typical ? time : longest;
        }

        return longest ?? step.Template.LeadTime;
    }

    private static bool Fits(LeadTimeOverride given, PlanStep step, string part) =>
        (given.Kind is null || given.Kind.Equals(step.Template.Id, StringComparison.Ordinal) || given.Kind.Equals(step.Template.Kind, StringComparison.Ordinal))
        && (given.Part is null || NameKey.OfPart(given.Part).Equals(NameKey.OfPart(part), StringComparison.Ordinal));

    private void Forward(PlanStep step)
    {
        if (!_forward.Add(step))
        {
            return;
        }

        DateOnly start = _firstDay;
        DateOnly fastStart = _firstDay;
        foreach (PlanStep before in step.Before)
        {
            Forward(before);
            start = Later(start, before.EarliestFinish);
            fastStart = Later(fastStart, before.FastestFinish);
        }

        step.EarliestFinish = Add(start, step.Lead.Typical);
        step.FastestFinish = Add(fastStart, step.Lead.Least);
    }

    private void Back(PlanStep step)
    {
        if (!_back.Add(step))
        {
            return;
        }

        DateOnly due = LastDay;
        foreach (PlanStep? next in step.Demands)
        {
            if (next is not null)
            {
                Back(next);
                due = next.StartBy < due ? next.StartBy : due;
            }
        }

        step.DueBy = due;
        step.StartBy = Add(due, -step.Lead.Typical);
    }

    private static DateOnly Later(DateOnly first, DateOnly second) => first > second ? first : second;
}
