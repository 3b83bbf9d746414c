using System.Collections.Immutable;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Remediation;

/// <summary>Says what to do today and what cannot be done by delivery.</summary>
internal static class PlanHeadline
{
    /// <summary>How many requests and other tasks can be started today, and how many parts cannot be fixed by delivery.</summary>
    public static string Of(ImmutableArray<TodayTask> today, ImmutableArray<LatePart> cannotBeFixed, DateOnly lastDay)
    {
        if (today.IsEmpty)
        {
            return "No action is needed.";
        }

        int requests = today.Count(task => task.Kind == ActionKinds.RequestEvidence && task.Supplier.Length > 0);
        int others = today.Length - requests;
        string[] start =
        [
            .. requests > 0 ? [Wording.CountOf(requests, "supplier request")] : Array.Empty<string>(),
            .. others > 0 ? [Wording.CountOf(others, requests > 0 ? "other task" : "task")] : Array.Empty<string>(),
        ];
        string late = cannotBeFixed.IsEmpty ? "" : $" {SentenceOf(cannotBeFixed, lastDay)}";
        return $"Start today: {Wording.ListOf(start)}.{late}";
    }

    /// <summary><c>2 parts cannot be fixed by December 31, 2026: MAG-3303 and CWT-8802 (earliest completion June 29, 2027).</c></summary>
    public static string SentenceOf(ImmutableArray<LatePart> parts, DateOnly lastDay) =>
        $"{Wording.CountOf(parts.Length, "part")} cannot be fixed by {Wording.DateOf(lastDay)}: {TemplateText.List([.. parts.Select(part => part.PartNumber)])} (earliest completion {Wording.DateOf(parts.Max(part => part.EarliestCompletion))}).";
}
