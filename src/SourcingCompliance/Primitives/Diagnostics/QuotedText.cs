namespace SourcingCompliance.Primitives.Diagnostics;

/// <summary>How messages quote what a file says: on one line, and no longer than a reader takes in.</summary>
public static class QuotedText
{
    /// <summary>The longest quote of a message: 80 characters.</summary>
    public const int Longest = 80;

    /// <summary>A text in the form in which messages quote it.</summary>
    /// <param name="text">What the file says.</param>
    /// <param name="most">The most characters of the quote, at least 2. The default is <see cref="Longest"/>.</param>
    /// <returns>The text on one line; a longer one ends in an ellipsis, which counts as a character. No character is cut in half.</returns>
    public static string Quote(string text, int most = Longest)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 2);
        string line = text.ReplaceLineEndings(" ");
        if (line.Length <= most)
        {
            return line;
        }

        int end = char.IsHighSurrogate(line[most - 2]) ? most - 2 : most - 1;
        return string.Concat(line.AsSpan(0, end), "…");
    }
}
