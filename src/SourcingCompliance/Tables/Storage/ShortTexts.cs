namespace SourcingCompliance.Tables.Storage;

/// <summary>
/// The texts of one or two ASCII characters, each as one string that all share: levels, quantities, revisions, units and country codes are
/// most of the cells of a list.
/// </summary>
public static class ShortTexts
{
    /// <summary>The most characters that a text of this kind has.</summary>
    public const int Longest = 2;

    private const int Ascii = 0x80;

    // Two threads may both make a string for a place; either serves.
    private static readonly string?[] Texts = new string?[Ascii * Ascii];

    /// <summary>The shared string of one or two characters; null when the text is longer, empty or not ASCII.</summary>
    public static string? Find(ReadOnlySpan<char> text) => IsOne(text) ? Find(text[0], text.Length == Longest ? text[1] : '\0') : null;

    /// <summary>Whether a text is of this kind.</summary>
    internal static bool IsOne(ReadOnlySpan<char> text) => text.Length switch
    {
        1 => text[0] < Ascii,
        Longest => text[0] < Ascii && text[1] is > '\0' and < (char)Ascii,
        _ => false,
    };

    /// <summary>The shared string of one ASCII character, or of two.</summary>
    /// <param name="first">The first.</param>
    /// <param name="second">The second; NUL = there is none.</param>
    internal static string Find(char first, char second) =>
        Texts[(first * Ascii) + second] ??= second == '\0' ? first.ToString()
            : string.Create(Longest, (first, second), static (text, pair) => (text[0], text[1]) = pair);
}
