using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Reports;

/// <summary>The sentence on parts that the BOM marks as not installed.</summary>
public static class NotInstalledWords
{
    private const int MostNamed = 5;

    /// <summary>How many there are, which they are and what they would be; null when there are none.</summary>
    public static string? Compose(ComplianceReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        LineReport[] lines = [.. report.NotInstalled];
        if (lines.Length == 0)
        {
            return null;
        }

        string named = string.Join(", ", lines.Take(MostNamed).Select(line => $"{line.PartNumber} ({line.Row.Address}, {line.NotInstalled?.Words}, would be "
            + $"{GetWord(GetVerdict(line, report.Run.GateRegime))})"));
        string more = lines.Length > MostNamed
            ? $" and {(lines.Length - MostNamed).ToString("N0", System.Globalization.CultureInfo.InvariantCulture)} more" : "";
        return $"Not installed, listed and not counted: {Wording.FormatCount(lines.Length, "line")} with a covered material: {named}{more}.";
    }

    /// <summary>The verdict that a line would have under a regime.</summary>
    public static Verdict GetVerdict(LineReport line, string regime)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Verdicts.FirstOrDefault(verdict => verdict.Regime == regime)?.Verdict ?? Verdict.NotCovered;
    }

    /// <summary>A verdict as a word in a sentence.</summary>
    public static string GetWord(Verdict verdict) => verdict switch
    {
        Verdict.Violation => "a violation",
        Verdict.Suspect => "suspect",
        Verdict.Open => "open",
        Verdict.Exempt => "exempt",
        Verdict.Pass => "a pass",
        Verdict.NotCovered => "not covered",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
