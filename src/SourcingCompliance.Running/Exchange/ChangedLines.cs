using System.Collections.Immutable;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Running.Exchange;

/// <summary>A line item whose verdict evidence has changed.</summary>
/// <param name="Row">Its row.</param>
/// <param name="PartNumber">Its part number.</param>
/// <param name="Before">Its verdict before.</param>
/// <param name="After">Its verdict now.</param>
public sealed record ChangedLine(CellRef Row, string PartNumber, Verdict Before, Verdict After)
{
    /// <summary>The lines of which two reports say different things under the regime of the gate, in the order of the later one.</summary>
    public static ImmutableArray<ChangedLine> Between(ComplianceReport before, ComplianceReport after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        Dictionary<CellRef, (LineReport Line, Verdict Verdict)> old = GetVerdicts(before);
        Dictionary<CellRef, (LineReport Line, Verdict Verdict)> now = GetVerdicts(after);
        return
        [
            .. now.Keys.Union(old.Keys).OrderBy(row => row.File, StringComparer.Ordinal).ThenBy(row => row.Sheet, StringComparer.Ordinal).ThenBy(row => row.Row)
                .Select(row => new ChangedLine(row, (now.GetValueOrDefault(row).Line ?? old[row].Line).PartNumber,
                    old.TryGetValue(row, out (LineReport Line, Verdict Verdict) was) ? was.Verdict : Verdict.NotCovered,
                    now.TryGetValue(row, out (LineReport Line, Verdict Verdict) found) ? found.Verdict : Verdict.NotCovered))
                .Where(line => line.Before != line.After),
        ];
    }

    private static Dictionary<CellRef, (LineReport Line, Verdict Verdict)> GetVerdicts(ComplianceReport report) =>
        report.Files.SelectMany(file => file.Lines).DistinctBy(line => line.Row)
        .ToDictionary(line => line.Row,
            line => (line, line.Verdicts.FirstOrDefault(one => one.Regime == report.Run.GateRegime)?.Verdict ?? Verdict.NotCovered));
}
