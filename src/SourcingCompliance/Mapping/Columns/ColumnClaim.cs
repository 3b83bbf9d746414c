using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Mapping.Columns;

/// <summary>A column that may have a meaning.</summary>
/// <param name="Column">1-based column.</param>
/// <param name="Header">Text of its header.</param>
/// <param name="Candidate">The meaning.</param>
/// <param name="Score">How well header and content name it.</param>
/// <param name="Content">What it holds.</param>
internal sealed record ColumnClaim(int Column, string Header, HeaderCandidate Candidate, int Score, ColumnContent Content)
{
    /// <summary>1-based number of the source that the column speaks of, after the contest.</summary>
    public int Alternate { get; init; } = Candidate.Alternate;

    /// <summary>What the column would mean: field, element and number of the source.</summary>
    public (BomField Field, string? Element, int Alternate) Role => (Candidate.Field, Candidate.Element, Alternate);
}
