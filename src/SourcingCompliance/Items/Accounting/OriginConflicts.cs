using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Items.Accounting;

/// <summary>
/// Reports line items with a covered material for which two cells state different origins of the part, one of them a covered country: both
/// count, and the reader must know it.
/// </summary>
internal static class OriginConflicts
{
    /// <summary>Reports the conflicts of the items of a sheet: once for each pair of columns and texts.</summary>
    /// <param name="items">The items.</param>
    /// <param name="isCovered">Whether a country is a covered country at any time.</param>
    /// <param name="diagnostics">Receives SC9285.</param>
    public static void Write(IReadOnlyList<BomItem> items, Func<Country, bool> isCovered, DiagnosticBag diagnostics)
    {
        var seen = new HashSet<(int, string, int, string)>();
        foreach (BomItem item in items.Where(item => !item.Materials.IsEmpty && item.Origins.Length > 1))
        {
            OriginStatement? covered = item.Origins.FirstOrDefault(statement => statement is { Stage: null, Evidence: null }
                && statement.Origin.Countries.Any(isCovered));
            OriginStatement? other = item.Origins.FirstOrDefault(statement => statement is { Stage: null, Evidence: null }
                && !statement.Origin.Countries.IsEmpty && !statement.Origin.Countries.Any(isCovered));
            if (covered is null || other is null || covered.Cell == other.Cell || !seen.Add((covered.Cell.Column, covered.Raw, other.Cell.Column, other.Raw)))
            {
                continue;
            }

            diagnostics.Warn(
                DiagnosticIds.OriginsDiffer,
                covered.Cell,
                $"The line item has two origins: '{covered.Raw}' here and '{other.Raw}' in {other.Cell}. Both count, so it is not decided by either alone.",
                "If they are two sources, list each in a row of its own. If one is wrong, correct it.");
        }
    }
}
