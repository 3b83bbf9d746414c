using System.Collections.Immutable;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Evidence;

/// <summary>One thing that a statement says of a subject.</summary>
public abstract record StatementFact
{
    /// <summary>Where it stands in the answer: <c>Parts!H14</c>, <c>/MainDeclaration/Product[2]</c>; null = typed in.</summary>
    public string? Place { get; init; }

    /// <summary>The pages of documents that support it; empty = it is only stated.</summary>
    public ImmutableArray<DocumentPage> Documents { get; init; } = [];

    /// <summary>What the supplier adds in words; null = nothing.</summary>
    public string? Note { get; init; }
}

/// <summary>Whether the subject contains a covered material.</summary>
/// <param name="Material">Id of the covered material (see <see cref="MaterialIds"/>); null = any of them, for "contains none of them" only.</param>
/// <param name="Contains">Whether it does.</param>
public sealed record PresenceFact(string? Material, bool Contains) : StatementFact
{
    /// <summary>Mass of the material in one piece in kilograms; null = not stated.</summary>
    public decimal? MassKilograms { get; init; }
}

/// <summary>Where one stage of production took place. It says as well that the subject contains the material, if it names one.</summary>
/// <param name="Material">Id of the covered material; null = of the part as such.</param>
/// <param name="Stage">Stage id (see <see cref="StageIds"/>); <see cref="StageIds.Produced"/> = the part as bought; another word = a stage of the supplier's
/// own.</param>
/// <param name="Distribution">The countries; never empty.</param>
public sealed record StageFact(string? Material, string Stage, ImmutableArray<OriginShare> Distribution) : StatementFact
{
    /// <summary>Chemical symbol of the element that the stage was of; null = of no single element.</summary>
    public string? Element { get; init; }

    /// <summary>Whether the countries are certain: false for alternatives ("Japan or Vietnam") and hedges.</summary>
    public bool IsCertain { get; init; } = true;

    /// <summary>First day of the production that it speaks of; null = not stated.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of the production that it speaks of, inclusive; null = not stated.</summary>
    public DateOnly? To { get; init; }

    /// <summary>
    /// Whether the countries are all there are: false where each has a share and these come to less than 99 percent, so that nobody says where the rest
    /// was done. Shares may be rounded.
    /// </summary>
    public bool IsWhole => Distribution is [{ Percent: null }] || Distribution.Any(share => share.Percent is null)
        || Distribution.Sum(share => share.Percent ?? 0) >= 99;

    /// <summary>The countries, each once, in code order.</summary>
    public ImmutableArray<Country> Countries => Distribution is [var only] ? [only.Country]
        : [.. Distribution.Select(share => share.Country).Distinct().Order()];
}

/// <summary>One country of a stage.</summary>
/// <param name="Country">The country.</param>
public sealed record OriginShare(Country Country)
{
    /// <summary>Share in percent, above 0 to 100; null = not stated.</summary>
    public decimal? Percent { get; init; }

    /// <summary>Name of the company that did it; null = not stated.</summary>
    public string? PerformedBy { get; init; }

    /// <summary>Name or place of the facility; null = not stated.</summary>
    public string? Facility { get; init; }
}

/// <summary>A fact that an exception of the clause asks for.</summary>
/// <param name="Exception">Which one.</param>
/// <param name="Holds">Whether it holds.</param>
/// <param name="Basis">Why; a fact without a basis establishes nothing.</param>
public sealed record ExceptionFact(StatedException Exception, bool Holds, string? Basis) : StatementFact
{
    /// <summary>Mass of one piece in kilograms, for the off-the-shelf limits; null = not stated.</summary>
    public decimal? MassKilograms { get; init; }

    /// <summary>Mass of tungsten in one piece in kilograms; null = not stated.</summary>
    public decimal? TungstenMassKilograms { get; init; }

    /// <summary>Mass of covered material in one piece in kilograms; null = not stated.</summary>
    public decimal? CoveredMaterialMassKilograms { get; init; }

    /// <summary>Country in which recycled material was milled; null = not stated.</summary>
    public Country? MilledIn { get; init; }

    /// <summary>Country in which the magnet of recycled material was sintered; null = not stated.</summary>
    public Country? SinteredIn { get; init; }
}

/// <summary>Exceptions that a supplier can know facts of. The JSON name is the name in camel case.</summary>
public enum StatedException
{
    /// <summary>Commercially available off the shelf, 252.225-7052(c)(1)(i).</summary>
    Cots,

    /// <summary>Electronic device, 252.225-7052(c)(1)(iii).</summary>
    ElectronicDevice,

    /// <summary>Magnet of recycled material, 252.225-7052(c)(1)(iv).</summary>
    Recycled,
}

/// <summary>The supplier does not know.</summary>
/// <param name="Material">Id of the covered material; null = of any.</param>
public sealed record UnknownFact(string? Material) : StatementFact
{
    /// <summary>Stage id; null = whether it contains the material.</summary>
    public string? Stage { get; init; }

    /// <summary>Chemical symbol; null = of no single element.</summary>
    public string? Element { get; init; }

    /// <summary>Name of the company to ask next; null = not stated.</summary>
    public string? NextSupplier { get; init; }

    /// <summary>Its address for mail; null = not stated.</summary>
    public string? NextSupplierEmail { get; init; }

    /// <summary>The day by which an answer is expected; null = not stated.</summary>
    public DateOnly? ExpectedOn { get; init; }
}
