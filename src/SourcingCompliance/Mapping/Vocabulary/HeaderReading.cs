using System.Collections.Immutable;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Mapping.Vocabulary;

/// <summary>How firmly the words of a header name a field, the firmest last.</summary>
internal enum HeaderStrength
{
    /// <summary>The header ends in the field's words, but begins with a word that is not known (<c>Zipline PN</c>).</summary>
    Suffix,

    /// <summary>The header's words are those of the field in another order or language.</summary>
    Tokens,

    /// <summary>The header is an alias of the field once brackets, units and numbers are set aside.</summary>
    Base,

    /// <summary>The header is an alias of the field.</summary>
    Exact,
}

/// <summary>What content a column must show before an unclear header (<c>Item</c>, <c>Part</c>, <c>Reference</c>) names a field.</summary>
internal enum ContentNeed
{
    /// <summary>None: the header speaks for itself, unless the content contradicts it.</summary>
    None,

    /// <summary>Reference designators.</summary>
    Designators,

    /// <summary>Numbers that count up.</summary>
    Sequence,

    /// <summary>Numbers of four digits or more, as part numbers.</summary>
    Numerals,

    /// <summary>Countries.</summary>
    Countries,

    /// <summary>Units of quantity.</summary>
    Units,

    /// <summary>Prices.</summary>
    Prices,

    /// <summary>Codes such as part numbers.</summary>
    Codes,

    /// <summary>Names of firms or things: text with few digits.</summary>
    Names,

    /// <summary>Numbers.</summary>
    Numbers,

    /// <summary>Any content, in a sheet that has a column of reference designators.</summary>
    WithDesignators,

    /// <summary>Any content, in a sheet that has reference designators and another column for the value.</summary>
    BesideValue,

    /// <summary>Any content, if no other reading of the header holds.</summary>
    Otherwise,
}

/// <summary>One field that a header may name.</summary>
/// <param name="Field">The field.</param>
/// <param name="Strength">How firmly the words name it.</param>
/// <param name="Need">What the content must show.</param>
/// <param name="Rank">Place of the alias in the field's list; a lower one is the more usual name.</param>
internal sealed record HeaderCandidate(BomField Field, HeaderStrength Strength, ContentNeed Need, int Rank)
{
    /// <summary>Chemical symbol that the header names; null = none.</summary>
    public string? Element { get; init; }

    /// <summary>1-based number of the alternate source; 1 = the first choice.</summary>
    public int Alternate { get; init; } = 1;

    /// <summary>Whether the header says that it speaks of an alternate, not only by a number.</summary>
    public bool IsSubstitute { get; init; }

    /// <summary>Unit that the header states; null = none.</summary>
    public string? Unit { get; init; }

    /// <summary>Whether the header's words alone name the field.</summary>
    public bool IsPlain => Need == ContentNeed.None && Strength >= HeaderStrength.Tokens;

    /// <summary>Whether a group title above the header or a row below it had to help.</summary>
    public bool IsBorrowed { get; init; }

    /// <summary>Whether an empty cell means the text of the row above, as exports write a product once above its components.</summary>
    public bool IsCarriedDown { get; init; }

    /// <summary>Whether a typing error had to be forgiven to read it.</summary>
    public bool IsMisspelled { get; init; }
}

/// <summary>What the words of one header may mean.</summary>
/// <param name="Header">The header as it stands, in one line.</param>
/// <param name="Candidates">The fields that it may name; empty for an unknown header.</param>
/// <param name="IsOther">Whether it is a known header of something that is no field of ours (footprint, datasheet, total).</param>
internal sealed record HeaderReading(string Header, ImmutableArray<HeaderCandidate> Candidates, bool IsOther)
{
    /// <summary>Whether nothing is known of the header.</summary>
    public bool IsUnknown => Candidates.IsEmpty && !IsOther;

    /// <summary>The words that the header was read as, one typing error forgiven; null = it was read as it stands.</summary>
    public string? ReadAs { get; init; }

    /// <summary>The fields that it may name, each with its element.</summary>
    public IEnumerable<(BomField Field, string? Element)> Fields => Candidates.Select(candidate => (candidate.Field, candidate.Element));
}
