using System.Collections.Immutable;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Materials;

namespace SourcingCompliance.Items;

/// <summary>What statements of suppliers say of a line beside origins and materials.</summary>
public sealed record StatedFacts
{
    /// <summary>A line of which no statement speaks.</summary>
    public static readonly StatedFacts None = new();

    /// <summary>Materials that the words of the line name and that a statement says it does not contain; they are not among the line's materials.</summary>
    public ImmutableArray<DeniedMaterial> Denied { get; init; } = [];

    /// <summary>Facts of exceptions.</summary>
    public ImmutableArray<StatedClaim> Claims { get; init; } = [];

    /// <summary>What names a covered country and answers another question: the line does not pass until it is explained.</summary>
    public ImmutableArray<EvidenceLead> Leads { get; init; } = [];

    /// <summary>Facts that do not count, and why.</summary>
    public ImmutableArray<UncountedFact> Uncounted { get; init; } = [];

    /// <summary>Where statements contradict each other or the list.</summary>
    public ImmutableArray<Contradiction> Contradictions { get; init; } = [];

    /// <summary>Whether no statement speaks of the line.</summary>
    public bool IsEmpty => Denied.IsEmpty && Claims.IsEmpty && Leads.IsEmpty && Uncounted.IsEmpty && Contradictions.IsEmpty;
}

/// <summary>A material that a line does not contain, by statement.</summary>
/// <param name="Occurrence">How the words of the line carry the material.</param>
/// <param name="Evidence">Who says that it does not contain it.</param>
public sealed record DeniedMaterial(MaterialOccurrence Occurrence, EvidenceRef Evidence);

/// <summary>A fact of an exception that a supplier states.</summary>
/// <param name="Exception">Which exception.</param>
/// <param name="Holds">Whether it holds; a statement that it does not takes the force from a claim of the contract file.</param>
/// <param name="Basis">Why; null = not stated, which establishes nothing.</param>
/// <param name="Evidence">Who says so.</param>
public sealed record StatedClaim(ClaimKind Exception, bool Holds, string? Basis, EvidenceRef Evidence)
{
    /// <summary>Mass of one piece in kilograms; null = not stated.</summary>
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

/// <summary>Exceptions that a supplier can know facts of.</summary>
public enum ClaimKind
{
    /// <summary>Commercially available off the shelf.</summary>
    Cots,

    /// <summary>Electronic device.</summary>
    ElectronicDevice,

    /// <summary>Magnet of recycled material.</summary>
    Recycled,
}

/// <summary>A statement that names a covered country and answers another question.</summary>
/// <param name="Words">What it says: <c>smelter of tantalum in China</c>.</param>
/// <param name="Material">Id of the covered material that it speaks of; null = of any.</param>
/// <param name="Countries">The covered countries, in code order.</param>
/// <param name="Evidence">Who says so.</param>
public sealed record EvidenceLead(string Words, string? Material, ImmutableArray<Country> Countries, EvidenceRef Evidence);

/// <summary>A fact that does not count.</summary>
/// <param name="Words">What it says: <c>sintered in JP</c>.</param>
/// <param name="Reason">Why it does not count.</param>
/// <param name="Evidence">Who says so.</param>
public sealed record UncountedFact(string Words, UncountedReason Reason, EvidenceRef Evidence)
{
    /// <summary>Id of the covered material; null = of any.</summary>
    public string? Material { get; init; }

    /// <summary>Stage id; null = whether it contains the material, or a fact of an exception.</summary>
    public string? Stage { get; init; }

    /// <summary>Chemical symbol; null = of no single element.</summary>
    public string? Element { get; init; }

    /// <summary>Company to ask next, for an answer "unknown"; null = not stated.</summary>
    public string? NextSupplier { get; init; }

    /// <summary>When an answer is expected, for an answer "unknown"; null = not stated.</summary>
    public DateOnly? ExpectedOn { get; init; }
}

/// <summary>Why a fact does not count. The JSON name is the name in camel case.</summary>
public enum UncountedReason
{
    /// <summary>The statement has expired.</summary>
    Expired,

    /// <summary>It ends before the delivery or, where none is known, before the period begins that the result is for.</summary>
    ExpiresBeforeDelivery,

    /// <summary>It was typed in, and says neither who said it nor in what.</summary>
    NoBasis,

    /// <summary>Nobody signed it, and a signature is required.</summary>
    NotSigned,

    /// <summary>It was issued after the delivery.</summary>
    AfterDelivery,

    /// <summary>It is dated after the day of the check.</summary>
    AfterCheck,

    /// <summary>No document on file supports it, and documents are required.</summary>
    NotDocumented,

    /// <summary>It speaks of a lot, and the list does not say that the part is of it.</summary>
    OtherLot,

    /// <summary>It names a code that is no country's.</summary>
    UnknownCountry,

    /// <summary>It speaks of production in another period.</summary>
    OtherPeriod,

    /// <summary>The line names several sources, and not all of them state it.</summary>
    OtherSource,

    /// <summary>The line names other companies than the one that states it, and none of them names that one.</summary>
    OtherSupplier,

    /// <summary>A statement of narrower scope speaks of the same.</summary>
    WiderScope,

    /// <summary>It answers another question than the clause asks.</summary>
    Lead,

    /// <summary>The supplier does not know.</summary>
    Unknown,
}

/// <summary>Two statements that cannot both be right.</summary>
/// <param name="About">What they speak of: <c>sintered</c>, <c>contains ndfeb-magnet</c>.</param>
/// <param name="One">What one says, with where it stands.</param>
/// <param name="Other">What the other says, with where it stands.</param>
public sealed record Contradiction(string About, string One, string Other);
