using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Pages.Comparison;

/// <summary>How the findings of two checks differ.</summary>
/// <param name="Added">Findings of the later check alone.</param>
/// <param name="Changed">Findings of both whose verdict or words differ.</param>
/// <param name="Gone">Findings of the earlier check alone.</param>
public sealed record CheckDifference(IReadOnlyList<StoredFinding> Added, IReadOnlyList<StoredFinding> Changed, IReadOnlyList<StoredFinding> Gone)
{
    /// <summary>Compares two checks.</summary>
    /// <param name="earlier">Findings of the earlier one.</param>
    /// <param name="later">Findings of the later one.</param>
    public static CheckDifference From(IReadOnlyList<StoredFinding> earlier, IReadOnlyList<StoredFinding> later)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        var was = earlier.DistinctBy(finding => finding.FindingId, StringComparer.Ordinal).ToDictionary(finding => finding.FindingId, StringComparer.Ordinal);
        var isNow = later.Select(finding => finding.FindingId).ToHashSet(StringComparer.Ordinal);
        return new CheckDifference(
            [.. later.Where(finding => !was.ContainsKey(finding.FindingId))],
            [.. later.Where(finding => was.TryGetValue(finding.FindingId, out StoredFinding? old)
                && (old.Verdict != finding.Verdict || old.Message != finding.Message))],
            [.. earlier.Where(finding => !isNow.Contains(finding.FindingId))]);
    }
}
