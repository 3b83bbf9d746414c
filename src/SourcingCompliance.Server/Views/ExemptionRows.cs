using SourcingCompliance.Decisions;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Server.Views;

/// <summary>
/// What the exceptions of a result rest on: whoever reads the counts alone must not take an exempt line item for one with every step on file.
/// </summary>
internal static class ExemptionRows
{
    /// <summary>One row for each exception, basis, and claimant, in the order of the report.</summary>
    /// <param name="report">The report.</param>
    public static IReadOnlyList<ExemptionRow> Get(ComplianceReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return [.. ExemptLines.Get(report).GroupBy(entry => (Title: GetTitle(entry.Determination), entry.Determination.Citation,
                Basis: entry.Determination.Exemption?.Basis ?? "", Claimant: entry.Determination.Exemption?.Claimant ?? ""))
            .Select(group => new ExemptionRow(group.Key.Title, group.Key.Citation, group.Key.Basis, group.Key.Claimant,
                group.Select(entry => entry.Line.Row).Distinct().Count()))];
    }

    private static string GetTitle(Determination determination) =>
        determination.Exceptions.FirstOrDefault(exception => exception.Established == Truth.True && exception.Citation == determination.Citation)?.Title
        ?? "Exception";
}
