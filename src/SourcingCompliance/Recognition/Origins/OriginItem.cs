using System.Collections.Immutable;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Recognition.Origins;

/// <summary>What an item of a text turned out to be.</summary>
internal enum ItemKind
{
    /// <summary>A word that the vocabulary does not know.</summary>
    Unknown,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A punctuation mark.</summary>
    Mark,

    /// <summary>A known word that names no country here.</summary>
    Word,

    /// <summary>One or more countries.</summary>
    Origin,
}

/// <summary>A phrase, code, mark or unknown word of a text while the grammar works on it.</summary>
internal sealed class OriginItem
{
    /// <summary>What it is.</summary>
    public required ItemKind Kind { get; set; }

    /// <summary>First token.</summary>
    public required int First { get; set; }

    /// <summary>Last token, included.</summary>
    public required int Last { get; set; }

    /// <summary>The vocabulary's entry for the phrase; null = none.</summary>
    public VocabularyEntry? Entry { get; init; }

    /// <summary>The entry of the code that it may be; null = none.</summary>
    public VocabularyEntry? Code { get; init; }

    /// <summary>The mark; <c>'\0'</c> = no mark.</summary>
    public char Mark { get; init; }

    /// <summary>Whether a full stop stands before it.</summary>
    public bool FollowsStop { get; set; }

    /// <summary>Whether a hyphen joins it to the word before.</summary>
    public bool IsHyphenated { get; init; }

    /// <summary>Whether it is written in capitals.</summary>
    public bool IsUpper { get; init; }

    /// <summary>Whether a tab or several blanks part it from the word before, as columns do.</summary>
    public bool IsApart { get; init; }

    /// <summary>Whether it is the number zero.</summary>
    public bool IsZero { get; init; }

    /// <summary>Whether a full stop without a blank joins it to the word before, as in the name of a web site.</summary>
    public bool IsDotted { get; init; }

    /// <summary>Whether its first letter is a capital.</summary>
    public bool IsCapitalized { get; init; }

    /// <summary>The countries it stands for.</summary>
    public ImmutableArray<Country> Countries { get; set; } = [];

    /// <summary>The countries it can stand for.</summary>
    public ImmutableArray<Country> Possible { get; set; } = [];

    /// <summary>In what way it names countries.</summary>
    public CountrySense Sense { get; set; }

    /// <summary>Whether the reading is in doubt.</summary>
    public bool IsDoubtful { get; set; }

    /// <summary>Why the reading is in doubt; null = it is not.</summary>
    public string? Why { get; set; }

    /// <summary>How the country counts: stated, hinted at, or no origin at all.</summary>
    public OriginStanding Standing { get; set; }

    /// <summary>What the item does beside naming a country.</summary>
    public WordMeanings Meanings => Kind is ItemKind.Word or ItemKind.Origin && Entry is not null ? Entry.Meanings : WordMeanings.None;

    /// <summary>Whether it is a word that does any of these.</summary>
    public bool Is(WordMeanings meanings) => Kind == ItemKind.Word && (Meanings & meanings) != 0;

    /// <summary>Whether it is this mark.</summary>
    public bool IsMark(char mark) => Kind == ItemKind.Mark && Mark == mark;

    /// <summary>Puts the reading in doubt; the first reason stays.</summary>
    public void Doubt(string why)
    {
        IsDoubtful = true;
        Why ??= why;
    }

    /// <summary>Turns the item into a country or countries.</summary>
    public void Become(VocabularyEntry entry)
    {
        Kind = ItemKind.Origin;
        Sense = entry.Sense;
        Countries = entry.Countries;
        Possible = entry.Possible;
        IsDoubtful |= entry.Sense == CountrySense.Misspelling || entry.Why is not null;
        Why ??= entry.Why;
    }
}

/// <summary>How a country in a text counts.</summary>
internal enum OriginStanding
{
    /// <summary>As an origin.</summary>
    Stated,

    /// <summary>As a hint (ship-from, supplier), which counts only where nothing is stated.</summary>
    Hinted,

    /// <summary>As no origin (design, warehouse, brand).</summary>
    Unrelated,

    /// <summary>As ruled out.</summary>
    Excluded,
}
