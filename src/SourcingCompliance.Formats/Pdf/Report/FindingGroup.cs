using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using SourcingCompliance.Findings;
using SourcingCompliance.Findings.Waivers;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Formats.Pdf.Report;

/// <summary>Findings of one verdict and material whose reasons differ in nothing but the row of their cells, so that one row of the report says the reason
/// and the others refer to it.</summary>
/// <param name="Findings">The findings in the order of the BOM; at least one.</param>
/// <param name="Pattern">The reason, with a placeholder instead of the row of its cells.</param>
internal sealed partial record FindingGroup(ImmutableArray<Finding> Findings, string Pattern)
{
    // The reason is said again after so many, so that it is never far from a row that refers to it.
    private const int Most = 12;
    private const char AnyRow = '\u0001';

    /// <summary>The finding whose row says the reason.</summary>
    public Finding First => Findings[0];

    /// <summary>Gathers findings, each group where its first finding stands.</summary>
    /// <param name="findings">The findings of one file, in order.</param>
    public static IEnumerable<FindingGroup> Gather(IEnumerable<Finding> findings) => findings
        .GroupBy(finding => (finding.Verdict, finding.Material, finding.Citation, finding.Cell.Sheet, finding.Cell.Column,
            Waiver: finding.Waiver is { } waiver ? WaiverWords.Format(waiver) : "", Pattern: GetPattern(finding)))
        .SelectMany(group => group.Chunk(Most).Select(chunk => new FindingGroup([.. chunk], group.Key.Pattern)));

    /// <summary>The cells of a finding that stand where those of the reason do: <c>cells F9 and H9</c>.</summary>
    /// <param name="finding">A finding of the group.</param>
    public string GetCells(Finding finding)
    {
        string[] cells =
        [
            .. PatternCell().Matches(Pattern).Select(match => match.Groups[1].Value + finding.Cell.Row.ToString(CultureInfo.InvariantCulture))
                .Append(finding.Cell.Address).Where(cell => cell.Length > 0).Distinct(StringComparer.Ordinal),
        ];
        return cells.Length == 0 ? "" : $"{(cells.Length > 1 ? "cells" : finding.Cell.Column > 0 ? "cell" : "")} {Wording.GetList(cells)}".TrimStart();
    }

    private static string GetPattern(Finding finding)
    {
        // A part without a number could not be referred to.
        string why = FindingWords.GetWhy(finding);
        return finding.PartNumber.Length == 0 ? $"{finding.Id}{why}" : Cell().Replace(why, match =>
            match.Groups[2].ValueSpan.SequenceEqual(finding.Cell.Row.ToString(CultureInfo.InvariantCulture))
                ? $"cell {match.Groups[1].Value}{AnyRow}" : match.Value);
    }

    [GeneratedRegex(@"\bcell ([A-Z]{1,3})([0-9]+)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Cell();

    [GeneratedRegex("cell ([A-Z]{1,3})\u0001", RegexOptions.CultureInvariant)]
    private static partial Regex PatternCell();
}
