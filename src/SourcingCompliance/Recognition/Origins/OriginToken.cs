namespace SourcingCompliance.Recognition.Origins;

/// <summary>What a token is made of.</summary>
internal enum TokenShape
{
    /// <summary>A word, or one character of a script without spaces.</summary>
    Word,

    /// <summary>Digits only.</summary>
    Number,

    /// <summary>A punctuation mark that means something (comma, slash, bracket).</summary>
    Mark,
}

/// <summary>One token of a text: where it stands in the text and in the normalized key.</summary>
internal readonly record struct OriginToken
{
    /// <summary>What the token is made of.</summary>
    public required TokenShape Shape { get; init; }

    /// <summary>Where it begins in the text as given.</summary>
    public required int RawStart { get; init; }

    /// <summary>Where it ends in the text as given, exclusive.</summary>
    public required int RawEnd { get; init; }

    /// <summary>Where it begins in the normalized key.</summary>
    public required int KeyStart { get; init; }

    /// <summary>Where it ends in the normalized key, exclusive.</summary>
    public required int KeyEnd { get; init; }

    /// <summary>Offset in the key's token of the first apostrophe left out; -1 = none.</summary>
    public required int ApostropheAt { get; init; }

    /// <summary>Whether every cased letter is upper case.</summary>
    public required bool IsUpper { get; init; }

    /// <summary>Whether the first letter is upper case.</summary>
    public required bool IsCapitalized { get; init; }

    /// <summary>Whether accents were folded away.</summary>
    public required bool IsAccented { get; init; }

    /// <summary>Whether it is a flag: two regional indicators.</summary>
    public required bool IsFlag { get; init; }

    /// <summary>Whether a hyphen without blanks joins it to the token before.</summary>
    public required bool IsHyphenated { get; init; }

    /// <summary>Whether a full stop stands between it and the token before.</summary>
    public required bool FollowsStop { get; init; }

    /// <summary>Whether a tab or several blanks part it from the token before, as columns do.</summary>
    public required bool IsApart { get; init; }

    /// <summary>Whether a full stop without a blank joins it to the token before, as in the name of a web site.</summary>
    public required bool IsDotted { get; init; }

    /// <summary>Length of the token in the key.</summary>
    public int Length => KeyEnd - KeyStart;
}
