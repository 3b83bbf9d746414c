using System.Collections.Immutable;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Recognition.Origins;

/// <summary>How sure a text is about the countries that it names.</summary>
public enum OriginCertainty
{
    /// <summary>No origin is stated; the set is empty.</summary>
    Unknown,

    /// <summary>Several readings, a list without roles, a hedge or a misspelling.</summary>
    Ambiguous,

    /// <summary>The text fixes the set.</summary>
    Definite,
}

/// <summary>How the countries of a set belong together.</summary>
public enum OriginRelation
{
    /// <summary>No country.</summary>
    None,

    /// <summary>One country.</summary>
    Single,

    /// <summary>Each country has a role of its own (sintered CN, magnetized US).</summary>
    All,

    /// <summary>Alternatives (China or Vietnam).</summary>
    Any,

    /// <summary>The countries are the ones that it is not from.</summary>
    Exclude,
}

/// <summary>A role that a text gives to a country.</summary>
/// <param name="Stage">Stage id as in <see cref="StageIds"/>.</param>
/// <param name="Element">Chemical symbol that the text names for the stage; null = none.</param>
/// <param name="Countries">The countries of the stage, in code order.</param>
/// <param name="Certainty">How sure the text is.</param>
/// <param name="Words">The words of the text that say so.</param>
public sealed record StagePart(string Stage, string? Element, ImmutableArray<Country> Countries, OriginCertainty Certainty, string Words);

/// <summary>What a text says about origin.</summary>
public sealed record RecognizedOrigin
{
    /// <summary>A text that states no origin.</summary>
    public static readonly RecognizedOrigin Nothing = new() { Certainty = OriginCertainty.Unknown, Relation = OriginRelation.None };

    /// <summary>The countries named, in code order; empty when unknown. For <see cref="OriginRelation.Exclude"/> it is empty too.</summary>
    public ImmutableArray<Country> Countries { get; init; } = [];

    /// <summary>How sure the text is.</summary>
    public required OriginCertainty Certainty { get; init; }

    /// <summary>How the countries belong together.</summary>
    public required OriginRelation Relation { get; init; }

    /// <summary>Roles that the text names; empty when it names none.</summary>
    public ImmutableArray<StagePart> Stages { get; init; } = [];

    /// <summary>Countries that the text rules out ("not China"), in code order.</summary>
    public ImmutableArray<Country> Excluded { get; init; } = [];

    /// <summary>Why it was read so, when that is not plain (a hedge, an adjective, a US town); null = plain.</summary>
    public string? Why { get; init; }

    /// <summary>
    /// Words of the text that may name an origin and were not understood (an unknown town, the name of a company); null when all was
    /// understood. Such a text is not an empty one: it keeps a line from passing.
    /// </summary>
    public string? Unread { get; init; }

    /// <summary>
    /// Whether nothing is uncertain but which of the countries named it is ("China or Russia"): what holds for each of them holds. False for
    /// a hedge, a misspelling, and a text that fixes its country.
    /// </summary>
    public bool IsChoice { get; init; }

    /// <summary>Whether the text names a company and no country.</summary>
    public bool IsOfCompany { get; init; }

    /// <summary>A near miss to show in a diagnostic ("did you mean China (CN)?"); never used to decide. Null = none.</summary>
    public string? Suggestion { get; init; }
}
