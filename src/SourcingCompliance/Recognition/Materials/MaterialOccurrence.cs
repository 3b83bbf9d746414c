using System.Collections.Immutable;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Recognition.Materials;

/// <summary>How a line carries a material.</summary>
public enum Presence
{
    /// <summary>It may contain the material; the words do not settle it.</summary>
    Possible,

    /// <summary>It is a thing that contains the material.</summary>
    Contains,

    /// <summary>It is the material itself, or the magnet itself.</summary>
    Is,
}

/// <summary>Words of a line that speak for or against a material.</summary>
/// <param name="Field">The field they stand in.</param>
/// <param name="Text">The words as they stand in the cell.</param>
/// <param name="Why">What they say, with the vocabulary entry that knows them.</param>
public sealed record MaterialSignal(BomField Field, string Text, string Why);

/// <summary>A covered material on a line.</summary>
public sealed record MaterialOccurrence
{
    /// <summary>Id of the covered material (see <see cref="MaterialIds"/>).</summary>
    public required string Material { get; init; }

    /// <summary>How the line carries it.</summary>
    public required Presence Presence { get; init; }

    /// <summary>How likely the line carries it at all, 0..1: 1 for <see cref="Presence.Is"/>, a rough prior for components.</summary>
    public required double Likelihood { get; init; }

    /// <summary>The words that say so, strongest first; never empty.</summary>
    public required ImmutableArray<MaterialSignal> Signals { get; init; }

    /// <summary>Class of component that carries it (<c>bldc-motor</c>); null when the line is the material itself.</summary>
    public string? Component { get; init; }

    /// <summary>Usual mass of the material in one piece in kilograms, smallest and largest; null = not known.</summary>
    public (decimal Least, decimal Most)? UsualMassKilograms { get; init; }
}

/// <summary>A substance that was recognized and that the clause does not cover.</summary>
/// <param name="Id">Id of the vocabulary entry: <c>ferrite-magnet</c>, <c>rare-earth-feedstock</c>, <c>gallium</c>.</param>
/// <param name="Kind">Why it is told.</param>
/// <param name="Signals">The words that say so.</param>
public sealed record OtherSubstance(string Id, OtherSubstanceKind Kind, ImmutableArray<MaterialSignal> Signals);

/// <summary>Why a substance that is not covered is told.</summary>
public enum OtherSubstanceKind
{
    /// <summary>It looks like a covered material and is not one: ferrite, alnico, tungsten carbide.</summary>
    NotCovered,

    /// <summary>Feedstock, whose origin decides the magnet or metal made of it.</summary>
    Feedstock,

    /// <summary>A material that other laws or supply advisories watch.</summary>
    Watch,
}
