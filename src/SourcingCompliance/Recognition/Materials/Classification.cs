using System.Collections.Immutable;

namespace SourcingCompliance.Recognition.Materials;

/// <summary>What was recognized on one line.</summary>
/// <param name="Materials">Covered materials that the line is, contains or may contain, the firmest first; empty = none.</param>
/// <param name="Others">Substances that were recognized and that the clause does not cover, by id.</param>
public sealed record Classification(ImmutableArray<MaterialOccurrence> Materials, ImmutableArray<OtherSubstance> Others)
{
    /// <summary>A line on which nothing was recognized.</summary>
    public static readonly Classification Nothing = new([], []);
}
