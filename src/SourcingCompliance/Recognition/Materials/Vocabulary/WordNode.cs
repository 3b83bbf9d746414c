namespace SourcingCompliance.Recognition.Materials.Vocabulary;

/// <summary>
/// A place of the trie. Its children lie side by side in the order of their symbols, so that a character's child is found by counting:
/// first the classes (any digit, any letter), then ASCII, then the rest.
/// </summary>
internal readonly struct WordNode
{
    private readonly AsciiSet _own;
    private readonly bool _hasAnyDigit;
    private readonly bool _hasAnyLetter;

    private WordNode(AsciiSet own, bool hasAnyDigit, bool hasAnyLetter, int firstChild, int children, int firstEnding)
    {
        _own = own;
        _hasAnyDigit = hasAnyDigit;
        _hasAnyLetter = hasAnyLetter;
        FirstChild = firstChild;
        Children = (ushort)children;
        FirstEnding = firstEnding;
    }

    /// <summary>Index of the first child; the others follow it.</summary>
    public int FirstChild { get; }

    /// <summary>How many children there are.</summary>
    public ushort Children { get; }

    /// <summary>One more than the index of the first word that ends here; 0 = none.</summary>
    public int FirstEnding { get; }

    /// <summary>The ASCII characters that lead on.</summary>
    public AsciiSet Leading => _own.With(_hasAnyDigit ? AsciiSet.Digits : default).With(_hasAnyLetter ? AsciiSet.SmallLetters : default);

    /// <summary>The node whose children have those symbols, sorted.</summary>
    public static WordNode From(ReadOnlySpan<char> symbols, int firstChild, int firstEnding)
    {
        // The symbols of the classes come before all others.
        bool hasAnyDigit = symbols.Contains(WordNotation.AnyDigit);
        bool hasAnyLetter = symbols.Contains(WordNotation.AnyLetter);
        AsciiSet own = AsciiSet.From(symbols[((hasAnyDigit ? 1 : 0) + (hasAnyLetter ? 1 : 0))..]);
        return new WordNode(own, hasAnyDigit, hasAnyLetter, firstChild, symbols.Length, firstEnding);
    }

    /// <summary>The child of an ASCII character itself; 0 = none.</summary>
    public int GetChild(char c) => _own.Holds(c) ? FirstChild + (_hasAnyDigit ? 1 : 0) + (_hasAnyLetter ? 1 : 0) + _own.GetRank(c) : 0;

    /// <summary>The child of the class that a character is of; 0 = none.</summary>
    public int ChildOfClass(char c) => TextFolding.GetKind(c) switch
    {
        CharacterKind.Digit when _hasAnyDigit => FirstChild,
        CharacterKind.Letter when _hasAnyLetter => FirstChild + (_hasAnyDigit ? 1 : 0),
        _ => 0,
    };
}
