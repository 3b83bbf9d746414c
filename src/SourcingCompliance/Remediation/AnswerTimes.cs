namespace SourcingCompliance.Remediation;

/// <summary>The lead times that set the day by which an answer is needed.</summary>
/// <param name="Evaluation">Business days between the answer of a supplier and delivery: reading it, and putting it on file.</param>
/// <param name="Late">Business days from the day of the check when the day by which something was needed is past.</param>
public sealed record AnswerTimes(LeadTime Evaluation, LeadTime Late)
{
    /// <summary>Kind that replaces <see cref="Evaluation"/> in the user's lead times.</summary>
    public const string EvaluationKind = "evaluate-answer";

    /// <summary>Kind that replaces <see cref="Late"/> in the user's lead times.</summary>
    public const string LateKind = "late-answer";

    /// <summary>Assumptions for a pack that states none: five business days to evaluate an answer, ten when the day is past.</summary>
    public static AnswerTimes Default { get; } = new(
        new LeadTime(2, 5, 10, "assumption", "One week to read an answer and put it on file."),
        new LeadTime(5, 10, 20, "assumption", "Two weeks when the day is past."));

    /// <summary>The times with what the user knows better.</summary>
    /// <param name="given">The user's lead times.</param>
    internal AnswerTimes With(IEnumerable<LeadTimeOverride> given)
    {
        AnswerTimes times = this;
        foreach (LeadTimeOverride entry in given.Where(entry => IsOne(entry) && entry.BusinessDays >= 0).Reverse())
        {
            var time = new LeadTime(entry.BusinessDays, entry.BusinessDays, entry.BusinessDays, "given", entry.Source);
            times = entry.Kind == EvaluationKind ? times with { Evaluation = time } : times with { Late = time };
        }

        return times;
    }

    /// <summary>Whether a lead time of the user replaces one of these.</summary>
    internal static bool IsOne(LeadTimeOverride given) => given.Part is null && given.Kind is EvaluationKind or LateKind;
}
