using System.Collections.Immutable;
using SourcingCompliance.Lines;
using SourcingCompliance.Recognition.Materials;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Items;

/// <summary>Joins what suppliers stated to lines. One serves one thread.</summary>
internal interface IStatedLines
{
    /// <summary>Whether a statement may speak of a line in which nothing was recognized, so that an item must be made of it.</summary>
    bool Names(BomLine line);

    /// <summary>What is on file of a line with the statements that speak of it.</summary>
    /// <param name="line">The line.</param>
    /// <param name="isAlternate">Whether it is another source for an item.</param>
    /// <param name="origins">What its cells say of origin.</param>
    /// <param name="materials">What its words say of materials.</param>
    StatedLine Join(BomLine line, bool isAlternate, ImmutableArray<OriginStatement> origins, ImmutableArray<MaterialOccurrence> materials);
}

/// <summary>What is on file of a line.</summary>
/// <param name="Origins">The statements of its cells, then those of suppliers.</param>
/// <param name="Materials">The materials of its words and of statements, without those denied.</param>
/// <param name="Stated">What else statements say.</param>
internal sealed record StatedLine(ImmutableArray<OriginStatement> Origins, ImmutableArray<MaterialOccurrence> Materials, StatedFacts Stated);
