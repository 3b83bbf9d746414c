using System.Collections.Immutable;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Remediation;

/// <summary>What a plan cannot do by delivery, and its best and worst case, one sentence each.</summary>
public static class PlanSentences
{
    /// <summary>The sentences: parts that cannot be fixed, parts that cannot be if an answer is bad, best case, worst case. Those that say nothing are left
    /// out.</summary>
    /// <param name="plan">The plan.</param>
    public static IEnumerable<string> Get(RemediationPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        string[] sentences =
        [
            GetSentence(plan.CannotBeFixed, plan.LastDay, ""), GetSentence(plan.CannotBeFixedIfAnswerIsBad, plan.LastDay, " if the answer is bad"),
            plan.Outlook.BestCase, plan.Outlook.WorstCase,
        ];
        return sentences.Where(sentence => sentence.Length > 0);
    }

    /// <summary><c>2 parts cannot be fixed by December 31, 2026: MAG-3303 and CWT-8802 (earliest completion June 29, 2027).</c> Empty for no parts.</summary>
    /// <param name="parts">The parts, the latest completion first.</param>
    /// <param name="lastDay">Last business day before delivery.</param>
    /// <param name="when">When that is so, with a blank in front; empty = in any case.</param>
    internal static string GetSentence(ImmutableArray<LatePart> parts, DateOnly lastDay, string when)
    {
        if (parts.IsEmpty)
        {
            return "";
        }

        (DateOnly first, DateOnly last) = (parts.Min(part => part.EarliestCompletion), parts.Max(part => part.EarliestCompletion));
        string completion = first == last ? $"earliest completion {Wording.FormatDate(first)}"
            : $"earliest completion {Wording.FormatDate(first)} to {Wording.FormatDate(last)}";
        ImmutableArray<string> numbers = LatePart.GetPartNumbers(parts);
        return $"{Wording.FormatCount(numbers.Length, "part")} cannot be fixed by {Wording.FormatDate(lastDay)}{when}: "
            + $"{TemplateText.List(numbers)} ({completion}).";
    }
}
