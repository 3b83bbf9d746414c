using System.Collections.Immutable;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing;

/// <summary>Findings that hold in the same period, as every format divides them: those that count for the result first, then those of other periods
/// only.</summary>
/// <param name="Title">The period and how many findings it has; null = the findings that count.</param>
/// <param name="Findings">The findings in the order in which they were given.</param>
public sealed record FindingPeriod(string? Title, ImmutableArray<Finding> Findings)
{
    /// <summary>Divides findings by period.</summary>
    /// <param name="report">The report.</param>
    /// <param name="findings">Its findings, or those of one file.</param>
    /// <returns>The findings that count, even when there are none, then each other period that has findings.</returns>
    public static ImmutableArray<FindingPeriod> From(ComplianceReport report, IEnumerable<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(report);
        ILookup<bool, Finding> byGate =
            findings.ToLookup(finding => finding.Regimes.IsEmpty || finding.Regimes.Contains(report.Run.GateRegime, StringComparer.Ordinal));
        return
        [
            new FindingPeriod(null, [.. byGate[true]]),
            .. byGate[false].GroupBy(finding => GetDeliveries(finding, report), StringComparer.Ordinal)
                .Select(period => new FindingPeriod($"{period.Key} · {Wording.FormatCount(period.Count(), "finding")} of this period, not "
                    + $"counted above", [.. period])),
        ];
    }

    private static string GetDeliveries(Finding finding, ComplianceReport report)
    {
        RegimeSummary? regime = report.Summary.Regimes.FirstOrDefault(summary => finding.Regimes.Contains(summary.Regime.Id, StringComparer.Ordinal));
        string deliveries = regime is null ? "other periods" : ReportWords.GetDeliveries([regime.Regime]);
        return $"{char.ToUpperInvariant(deliveries[0])}{deliveries[1..]}";
    }
}
