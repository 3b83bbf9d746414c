namespace SourcingCompliance.Boms.Mapping;

/// <summary>Recognizes the row below a header that only numbers the columns: <c>1 2 3</c>, <c>(1) (2) (3)</c> or <c>A B C</c>.</summary>
internal static class NumberRow
{
    private const int FewestCells = 3;

    /// <summary>Whether the filled cells of a row count up by one from the first number, 0 or 1, or the letter A, and nothing else stands in it.</summary>
    public static bool Is(BomRow row)
    {
        int cells = 0;
        int last = 0;
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

            int number = NumberOf(text);
            if (number < 0 || (cells == 0 ? number > 1 : number != last + 1))
            {
                return false;
            }

            last = number;
            cells++;
        }

        return cells >= FewestCells;
    }

    // -1 = neither a number nor a letter. A letter counts from 1, as a number does.
    private static int NumberOf(ReadOnlySpan<char> text)
    {
        if (text.Length == 1 && char.IsAsciiLetter(text[0]))
        {
            return char.ToUpperInvariant(text[0]) - 'A' + 1;
        }

        return text.Length <= 3 && int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int number) ? number : -1;
    }
}
