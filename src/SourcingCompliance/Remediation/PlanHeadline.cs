using System.Collections.Immutable;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Remediation;

/// <summary>Says what to do today and what cannot be done by delivery.</summary>
internal static class PlanHeadline
{
    /// <summary>How many requests and other tasks can be started today, and how many parts cannot be fixed by delivery.</summary>
    public static string Compose(ImmutableArray<TodayTask> today, ImmutableArray<LatePart> cannotBeFixed, DateOnly lastDay)
    {
        if (today.IsEmpty)
        {
            return "No action is needed.";
        }

        int requests = today.Count(task => task.Kind == ActionKinds.RequestEvidence && task.Supplier.Length > 0);
        int others = today.Length - requests;
        string[] start =
        [
            .. requests > 0 ? [Wording.FormatCount(requests, "supplier request")] : Array.Empty<string>(),
            .. others > 0 ? [Wording.FormatCount(others, requests > 0 ? "other task" : "task")] : Array.Empty<string>(),
        ];
        string late = cannotBeFixed.IsEmpty ? "" : " " + PlanSentences.GetSentence(cannotBeFixed, lastDay, "");
        return $"Start today: {Wording.GetList(start)}.{late}";
    }
}
