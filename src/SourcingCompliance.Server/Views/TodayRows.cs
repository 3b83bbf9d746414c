using SourcingCompliance.Primitives;
using SourcingCompliance.Remediation;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Server.Views;

/// <summary>What to start today, one row for each kind of task.</summary>
internal static class TodayRows
{
    private const int Most = 6;

    /// <summary>The rows, at most six.</summary>
    /// <param name="report">The report.</param>
    public static IReadOnlyList<TodayRow> Get(ComplianceReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return [.. (report.Plan?.DoTodayInShort ?? []).Take(Most).Select(task => new TodayRow(
            task.Title, $"by {task.NeededByWords}", Wording.FormatCount(task.Settles.Total, "line item"), task.Kind == "request-evidence"
                && report.Plan?.Requests.Length > 0 ? "suppliers" : "plan"))];
    }

    /// <summary>What "late" means; empty when none of the rows is late.</summary>
    /// <param name="report">The report.</param>
    public static string GetLateNote(ComplianceReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return (report.Plan?.DoTodayInShort ?? []).Take(Most).Any(task => task.IsLate) ? TodayTask.LateNote : "";
    }
}
