using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Remediation;

/// <summary>
/// Sets the day by which each step that can be started now is needed: one day for one thing, which letters, calendar, lists and pages print. An answer
/// is needed by the latest start of its backup plan, and early enough to evaluate it before delivery. Where that day is past, the step gets the days
/// of <see cref="AnswerTimes.Late"/> from the day of the check, and is marked late; so does a request to a supplier who would have less than the
/// shortest of these times.
/// </summary>
internal sealed class NeedDates
{
    private readonly PlanSettings _settings;
    private readonly PlanDates _dates;
    private readonly DateOnly _firstDay;
    private readonly DateOnly _lastAnswer;
    private readonly DateOnly _lateDay;
    private readonly DateOnly _soonest;

    /// <summary>Prepares the days of a plan.</summary>
    public NeedDates(PlanSettings settings, PlanDates dates)
    {
        _settings = settings;
        _dates = dates;
        _firstDay = BusinessCalendar.OnOrAfter(settings.AsOf);
        AnswerTimes times = settings.Templates.Answers.With(settings.LeadTimeOverrides);
        _lastAnswer = dates.Add(dates.LastDay, -times.Evaluation.Typical);
        _lateDay = dates.Add(_firstDay, times.Late.Typical);
        _soonest = dates.Add(_firstDay, Math.Min(times.Late.Least, times.Late.Typical));
    }

    /// <summary>Sets the day of a step.</summary>
    /// <param name="step">A step of a first way; others keep their dates.</param>
    /// <param name="switchBy">Latest start of what it would be replaced with; null = nothing is.</param>
    public void Apply(PlanStep step, DateOnly? switchBy)
    {
        if (step.Rank > 0 || step.Before.Count > 0)
        {
            return;
        }

        bool isAnswer = ActionKinds.IsAnswer(step.Template.Kind);
        DateOnly due = GetNeed(step, switchBy, isAnswer);
        if (due <= _settings.AsOf || (IsRequest(step) && due < _soonest))
        {
            step.IsLate = true;
            due = GetLateDay(step);
        }

        due = IsRequest(step) && _settings.ReplyBy is { } asked && asked > _settings.AsOf ? Earlier(due, asked) : due;
        if (due == step.DueBy && step.StartBy >= _firstDay)
        {
            return;
        }

        step.DueBy = due;
        DateOnly start = _dates.Add(due, -step.Lead.Typical);
        step.StartBy = step.IsLate || start < _firstDay ? _firstDay : start;
        if (isAnswer || !step.IsLate)
        {
            step.Slack = _dates.Between(step.EarliestFinish, due);
        }
    }

    /// <summary>Reports a day of reply that the plan has no use for.</summary>
    /// <param name="steps">The steps with their days.</param>
    /// <param name="diagnostics">Receives SC9460.</param>
    public void Report(IEnumerable<PlanStep> steps, DiagnosticBag diagnostics)
    {
        if (_settings.ReplyBy is not { } day)
        {
            return;
        }

        PlanStep[] requests = [.. steps.Where(step => IsRequest(step) && step.Rank == 0 && step.DueBy != day)];
        if (requests.Length > 0)
        {
            diagnostics.Warn(
                DiagnosticIds.ReplyByNotUsed, CellRef.ForFile(""),
                $"The reply date {Wording.FormatDate(day)} (report.replyBy) is "
                    + $"{(day <= _settings.AsOf ? "not after the day of the check" : "later than the answer is needed")}, so "
                        + $"{Wording.FormatCount(requests.Length, "supplier request")} {(requests.Length == 1 ? "keeps" : "keep")} the day of the plan, "
                            + $"{Wording.FormatDate(requests.Min(step => step.DueBy))} at the earliest.",
                "Set an earlier date, or leave report.replyBy out.");
        }
    }

    private static bool IsRequest(PlanStep step) => step.Template.Asks == Asks.Supplier;

    private DateOnly GetNeed(PlanStep step, DateOnly? switchBy, bool isAnswer)
    {
        // What was delivered is disclosed at once, however far away the next delivery is.
        if (step.Template.Needs == ActionNeed.Delivered)
        {
            return Earlier(step.DueBy > _settings.AsOf ? step.DueBy : step.EarliestFinish, step.EarliestFinish);
        }

        DateOnly due = step.DueBy;
        if (isAnswer)
        {
            due = Earlier(due, switchBy ?? due);
            due = IsRequest(step) ? Earlier(due, _lastAnswer) : due;
        }

        return due;
    }

    // Not after delivery as long as that is still to come.
    private DateOnly GetLateDay(PlanStep step)
    {
        DateOnly last = IsRequest(step) && _lastAnswer > _settings.AsOf ? _lastAnswer : _dates.LastDay;
        return last > _settings.AsOf ? Earlier(_lateDay, last) : _lateDay;
    }

    private static DateOnly Earlier(DateOnly first, DateOnly second) => first < second ? first : second;
}
