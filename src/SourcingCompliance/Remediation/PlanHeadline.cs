using System.Collections.Immutable;
using System.Globalization;

namespace SourcingCompliance.Remediation;

/// <summary>Says what to do first.</summary>
internal static class PlanHeadline
{
    /// <summary>How many actions, the first one with its date, and how many parts miss delivery.</summary>
    public static string Of(ImmutableArray<RemediationAction> actions, ImmutableArray<DateRisk> cannotMeet, DateOnly lastDay)
    {
        if (actions.IsEmpty)
        {
            return "Nothing needs to be done.";
        }

        int fallbacks = actions.Count(action => action.IsFallback);
        RemediationAction first = actions.First(action => !action.IsFallback);
        string count = TemplateText.Count(actions.Length - fallbacks, "action")
            + (fallbacks == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", and {fallbacks} more to fall back on"));
        string start = first.OverdueDays > 0
            ? $"should have started {TemplateText.Count(first.OverdueDays, "day")} ago, on {TemplateText.Day(first.StartBy)}"
            : $"start by {TemplateText.Day(first.StartBy)}";
        int parts = cannotMeet.Select(risk => (risk.PartNumber, NameKey.Of(risk.Supplier))).Distinct().Count();
        string late = parts == 0
            ? ""
            : $" {TemplateText.Count(parts, "part")} {(parts == 1 ? "has" : "have")} no way out that ends by {TemplateText.Day(lastDay)}.";
        return $"{count}. First: {first.Title} ({start}).{late}";
    }
}
