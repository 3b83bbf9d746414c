using SourcingCompliance.Primitives;

namespace SourcingCompliance.Findings.Waivers;

/// <summary>The words in which reports speak of waivers, the same in every format.</summary>
public static class WaiverWords
{
    /// <summary>What a finding's mark says: <c>Waived by W-12 until June 30, 2027 (cots; approved by HCA).</c></summary>
    public static string Format(FindingWaiver mark)
    {
        ArgumentNullException.ThrowIfNull(mark);
        Waiver waiver = mark.Waiver;
        string lifts = mark.StillGates ? "Accepted internally, which does not clear a violation," : "Waived";
        return $"{lifts} by {waiver.Id} until {Wording.FormatDate(waiver.Expires)} ({LegalBases.GetWord(waiver.Basis)}; approved by {waiver.ApprovedBy}).";
    }

    /// <summary>What a waiver speaks of: <c>part MAG-22, rule SC1*</c>.</summary>
    public static string Format(WaiverMatch match)
    {
        ArgumentNullException.ThrowIfNull(match);
        (string Name, string? Pattern)[] parts = [("part", match.Part), ("manufacturer", match.Manufacturer),
            ("path", match.BomPath), ("file", match.File), ("rule", match.Rule)];
        return string.Join(", ", parts.Where(part => part.Pattern is not null).Select(part => $"{part.Name} {part.Pattern}"));
    }

    /// <summary>What became of a waiver.</summary>
    public static string Format(WaiverState state) => state switch
    {
        WaiverState.Applied => "applied",
        WaiverState.Unused => "unused",
        WaiverState.Expired => "expired",
        WaiverState.NotYetGiven => "not yet given",
        WaiverState.TooBroad => "too broad, not applied",
        WaiverState.OtherContract => "of another contract, not applied",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The totals before and after: <c>Before waivers 2 violations, 1 suspect, 0 open; after waivers …</c></summary>
    public static string GetTotals(WaiverReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return $"Findings before waivers: {GetCounts(report.Before)}; after waivers: {GetCounts(report.After)}.";
    }

    private static string GetCounts(FindingCounts counts) =>
        $"{Wording.FormatCount(counts.Violation, "violation")}, {counts.Suspect} suspect, {counts.Open} open";
}
