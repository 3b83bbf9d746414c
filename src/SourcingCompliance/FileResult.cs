using System.Collections.Immutable;
using SourcingCompliance.Findings;

namespace SourcingCompliance;

/// <summary>What the check of one file gives: its report, and its counts for the sums of the run.</summary>
/// <param name="Report">The file's report.</param>
/// <param name="Counts">The file's counts.</param>
public sealed record FileResult(FileReport Report, VerdictCounts Counts)
{
    /// <summary>What the advisory packs tell of its lines, in document order.</summary>
    public ImmutableArray<LineAdvisory> Advisories { get; init; } = [];
}
