using System.Collections.Immutable;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Remediation;

/// <summary>A part that cannot be fixed by delivery, at all or when an answer is bad.</summary>
/// <param name="Findings">Ids of its findings that are concerned, in ordinal order.</param>
/// <param name="PartNumber">The part.</param>
/// <param name="Supplier">Its supplier; empty when not stated.</param>
/// <param name="Material">What its material is called; empty for a row that could not be read.</param>
/// <param name="Verdict">The worst verdict of these findings.</param>
/// <param name="EarliestCompletion">The day on which its quickest fix is complete when it is started on the day of the check.</param>
/// <param name="BusinessDaysLate">Business days from the last business day before delivery to that day.</param>
/// <param name="Fix">The quickest fix, in the middle of a sentence: <c>re-sourcing</c>.</param>
public sealed record LatePart(
    ImmutableArray<string> Findings, string PartNumber, string Supplier, string Material, Verdict Verdict,
    DateOnly EarliestCompletion, int BusinessDaysLate, string Fix)
{
    /// <summary>The same in plain words.</summary>
    public string Sentence => NamedAs + Words;

    /// <summary>The part numbers of parts, each once, in the order in which they come: a part of two suppliers is one part.</summary>
    /// <param name="parts">The parts, one entry for each supplier.</param>
    public static ImmutableArray<string> GetPartNumbers(IEnumerable<LatePart> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return [.. parts.Select(part => part.PartNumber).Distinct(StringComparer.Ordinal)];
    }

    // How the part is named, and what is said of it and of others.
    internal string NamedAs => $"{PartNumber} ({string.Join(", ", new[] { MaterialName, Supplier }.Where(word => word.Length > 0))})";

    internal string MaterialName { get; init; } = "";

    internal string Words { get; init; } = "";
}
