using System.Collections.Immutable;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Recognition.Origins;

/// <summary>In what way a phrase names countries.</summary>
internal enum CountrySense : byte
{
    /// <summary>It names none.</summary>
    None,

    /// <summary>A name of the country.</summary>
    Name,

    /// <summary>A city, province or district of the country.</summary>
    Place,

    /// <summary>An adjective.</summary>
    Adjective,

    /// <summary>A known misspelling.</summary>
    Misspelling,

    /// <summary>A word with several readings.</summary>
    Ambiguous,

    /// <summary>A bloc of countries.</summary>
    Bloc,

    /// <summary>A code.</summary>
    Code,
}

/// <summary>What the vocabulary knows about one normalized phrase.</summary>
internal sealed record VocabularyEntry(string Key)
{
    /// <summary>In what way it names countries.</summary>
    public CountrySense Sense { get; init; }

    /// <summary>The countries it stands for, in code order; empty for a bloc that stands for no list.</summary>
    public ImmutableArray<Country> Countries { get; init; } = [];

    /// <summary>The countries it can stand for beside others that say more, in code order.</summary>
    public ImmutableArray<Country> Possible { get; init; } = [];

    /// <summary>What else it does in a text.</summary>
    public WordMeanings Meanings { get; init; }

    /// <summary>Stage of production that it names; null = none.</summary>
    public string? Stage { get; init; }

    /// <summary>Chemical symbols that it names.</summary>
    public ImmutableArray<string> Elements { get; init; } = [];

    /// <summary>Why it is no plain name; null = plain.</summary>
    public string? Why { get; init; }

    /// <summary>Whether it is a state of the United States.</summary>
    public bool IsState { get; init; }

    /// <summary>In what way it names countries when it is the whole text; <see cref="CountrySense.None"/> = as anywhere.</summary>
    public CountrySense SenseAlone { get; init; }

    /// <summary>Whether any of the meanings is among those asked for.</summary>
    public bool Has(WordMeanings meanings) => (Meanings & meanings) != 0;

    /// <summary>
    /// The reading of a text that is nothing but this phrase; null = the grammar has to look. Made when it is asked for: most of the
    /// thousands of phrases stand in no list that a run sees.
    /// </summary>
    public RecognizedOrigin? ReadAlone() => (SenseAlone == CountrySense.None ? Sense : SenseAlone) switch
    {
        CountrySense.None => (Meanings & (WordMeanings.NoInformation | WordMeanings.Ignored)) == 0 ? null : RecognizedOrigin.Nothing,
        CountrySense.Name or CountrySense.Place or CountrySense.Adjective or CountrySense.Code => Read(OriginCertainty.Definite),
        CountrySense.Misspelling or CountrySense.Ambiguous or CountrySense.Bloc => Read(OriginCertainty.Ambiguous),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private RecognizedOrigin Read(OriginCertainty certainty) => new()
    {
        Countries = Countries,
        Certainty = certainty,
        Relation = Countries.Length switch { 0 => OriginRelation.None, 1 => OriginRelation.Single, _ => OriginRelation.Any },
        Why = Why,
    };
}
