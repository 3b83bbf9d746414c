using SourcingCompliance.Tables;

namespace SourcingCompliance.Mapping.Columns;

/// <summary>Recognizes the row below a header that only numbers the columns: <c>1 2 3</c>, <c>(1) (2) (3)</c>, <c>A B C</c> or <c>Field 1, Field 2, Field
/// 3</c>.</summary>
internal static class NumberRow
{
    private const int FewestCells = 3;

    /// <summary>
    /// Whether the filled cells of a row count up by one from the first number, 0 or 1, or the letter A, after the same word or none, and nothing
    /// else stands in it.
    /// </summary>
    public static bool Is(BomRow row)
    {
        int cells = 0;
        int last = 0;
        ReadOnlySpan<char> word = [];
        for (int column = 1; column <= row.Width; column++)
        {
            ReadOnlySpan<char> text = row.TrimmedAt(column).Trim("()[]#.");
            if (text.IsEmpty)
            {
                if (!row.IsBlankAt(column))
                {
                    return false;
                }

                continue;
            }

            ReadOnlySpan<char> before = WordBefore(text);
            word = cells == 0 ? before : word;
            int number = GetNumber(text[before.Length..].TrimStart(" .:#-"));
            if (number < 0 || !before.Equals(word, StringComparison.OrdinalIgnoreCase) || (cells == 0 ? number > 1 : number != last + 1))
            {
                return false;
            }

            last = number;
            cells++;
        }

        return cells >= FewestCells;
    }

    // The word that a number follows; a letter alone is a number itself.
    private static ReadOnlySpan<char> WordBefore(ReadOnlySpan<char> text)
    {
        int digits = text.IndexOfAnyInRange('0', '9');
        ReadOnlySpan<char> word = digits > 0 ? text[..digits].TrimEnd(" .:#-") : [];
        foreach (char c in word)
        {
            if (!char.IsLetter(c) && c != ' ')
            {
                return [];
            }
        }

        return word;
    }

    // -1 = neither a number nor a letter. A letter counts from 1, as a number does.
    private static int GetNumber(ReadOnlySpan<char> text)
    {
        if (text.Length == 1 && char.IsAsciiLetter(text[0]))
        {
            return char.ToUpperInvariant(text[0]) - 'A' + 1;
        }

        return text.Length <= 3
            && int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int number) ? number : -1;
    }
}
