using SourcingCompliance.Primitives;
using SourcingCompliance.Remediation;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Server.Views;

/// <summary>What to start today: primary actions whose latest start is the check date or has passed; if there are none, the next ones.</summary>
internal static class TodayRows
{
    private const int Most = 5;

    /// <summary>The rows, at most five.</summary>
    /// <param name="report">The report.</param>
    public static IReadOnlyList<TodayRow> Of(ComplianceReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        RemediationAction[] primary = [.. report.Actions.Where(action => !action.IsFallback)];
        RemediationAction[] due = [.. primary.Where(action => action.StartBy <= report.Run.AsOf)];
        RemediationAction[] first = due.Length > 0 ? due : [.. primary.Take(Most)];
        RemediationAction[] requests = [.. first.Where(action => action is { Kind: "request-evidence", AnsweredBy: RemediationAction.Suppliers, Supplier: not null })];
        List<TodayRow> rows = [];
        if (requests.Length > 0)
        {
            rows.Add(new TodayRow(
                $"Send {Wording.CountOf(requests.Length, "supplier request")}", Wording.CountOf(requests.SelectMany(action => action.Parts).Distinct(StringComparer.Ordinal).Count(), "part"), "suppliers"));
        }

        rows.AddRange(first.Except(requests).Select(action => new TodayRow(action.Title, Wording.CountOf(action.Parts.Length, "part"), "plan")));
        return [.. rows.Take(Most)];
    }
}
