using SourcingCompliance.Reports;
using SourcingCompliance.Server.Views;

namespace SourcingCompliance.Server.Pages.Columns;

/// <summary>What other columns do to the answer, before they are used.</summary>
public static class ColumnEffect
{
    /// <summary>The counts of a report under the period that the result uses; null = it has none.</summary>
    /// <param name="report">The report.</param>
    public static PeriodCounts? GetCounts(ComplianceReport report) => Answer.GateRegime(report) is { } counts
        ? new PeriodCounts(counts.Regime.Id, "", "", true, counts.Violation, counts.Suspect, counts.Open, counts.Exempt, counts.Pass, counts.NotCovered)
        : null;
}
