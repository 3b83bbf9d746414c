namespace SourcingCompliance.Tables;

/// <summary>Where the characters of a cell lie, how many of them are not white space around its text, and what kind of value it holds.</summary>
internal readonly struct CellPlace
{
    /// <summary>Describes a cell.</summary>
    /// <param name="characters">Its text.</param>
    /// <param name="start">Where the text stands.</param>
    /// <param name="kind">Its kind.</param>
    public CellPlace(ReadOnlySpan<char> characters, int start, CellKind kind)
    {
        Start = start;
        Length = characters.Length;
        Kind = kind;
        Trimmed = Length;
        if (Length > 0 && (char.IsWhiteSpace(characters[0]) || char.IsWhiteSpace(characters[^1])))
        {
            Trimmed = characters.Trim().Length;
            Leading = Trimmed == 0 ? 0 : Length - characters.TrimStart().Length;
        }
    }

    private CellPlace(int start, int length, CellKind kind) => (Start, Length, Trimmed, Kind) = (start, length, length, kind);

    /// <summary>Describes a cell of a list that knows no kinds: an empty one, or a text.</summary>
    /// <param name="characters">Its text.</param>
    /// <param name="start">Where the text stands.</param>
    public static CellPlace OfText(ReadOnlySpan<char> characters, int start)
    {
        // Nearly every cell begins and ends with a printed character of ASCII.
        bool isPlain = characters.Length > 0 && characters[0] is > ' ' and < '\x7F' && characters[^1] is > ' ' and < '\x7F';
        return isPlain || characters.IsEmpty
            ? new CellPlace(start, characters.Length, characters.IsEmpty ? CellKind.Empty : CellKind.Text)
            : new CellPlace(characters, start, CellKind.Text);
    }

    /// <summary>Where the text stands among the characters of its row; of no meaning for a string.</summary>
    public int Start { get; }

    /// <summary>Characters of the text.</summary>
    public int Length { get; }

    /// <summary>Characters of white space before the trimmed text.</summary>
    public int Leading { get; }

    /// <summary>Characters of the trimmed text.</summary>
    public int Trimmed { get; }

    /// <summary>The kind of value.</summary>
    public CellKind Kind { get; }

    /// <summary>Whether the cell is a spreadsheet error, or its trimmed text begins as that of one does.</summary>
    /// <param name="characters">The text that the place was made of; more may follow it.</param>
    public bool MayBeError(ReadOnlySpan<char> characters) => Kind == CellKind.Error || (Trimmed > 0 && characters[Leading] == '#');
}
