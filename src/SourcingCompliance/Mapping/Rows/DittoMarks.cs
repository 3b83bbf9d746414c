namespace SourcingCompliance.Mapping.Rows;

/// <summary>Recognizes cells that say what the cell above says: <c>〃</c>, <c>"</c>, <c>ditto</c>, <c>-do-</c>, <c>same as above, 20 mm</c>.</summary>
internal static class DittoMarks
{
    private static readonly string[] Leading = ["ditto", "dito", "same as above", "as above", "siehe oben", "wie oben", "同上"];

    /// <summary>How many characters at the beginning of a text stand for the text above; 0 = it is no such text.</summary>
    /// <param name="text">The trimmed text of a cell.</param>
    public static int LengthIn(ReadOnlySpan<char> text)
    {
        // Nearly every cell is told by its length and its first letter.
        bool isWhole = text.Length switch
        {
            1 => text[0] is '"' or '〃' or '″' or '“' or '”' or '„',
            2 => text is "''" or "\"\"" or "``" or "´´",
            3 => text is "do." or "-\"-" or "-''" || text.Equals("dto", StringComparison.OrdinalIgnoreCase),
            4 => text[0] is '-' or '"' or 'd' or 'D' or 'i' or 'I' or 's' or 'S'
                && (text is "-''-" or "\"  \"" || text.Equals("-do-", StringComparison.OrdinalIgnoreCase)
                    || text.Equals("dto.", StringComparison.OrdinalIgnoreCase)
                    || text.Equals("idem", StringComparison.OrdinalIgnoreCase) || text.Equals("same", StringComparison.OrdinalIgnoreCase)
                    || text.Equals("s.o.", StringComparison.OrdinalIgnoreCase)),
            _ => false,
        };
        return isWhole ? text.Length : LengthOfLeading(text);
    }

    private static int LengthOfLeading(ReadOnlySpan<char> text)
    {
        // Two letters tell "Screw", "Stainless", "Arnold" and nearly all other texts apart from the marks, each of which begins with one of these pairs.
        if (text.Length < 2
            || (text[0] != '同' && ((char)(text[0] | ' '), (char)(text[1] | ' ')) is not (('d', 'i') or ('s', 'a' or 'i') or ('a', 's') or ('w', 'i'))))
        {
            return 0;
        }

        foreach (string mark in Leading)
        {
            if (text.StartsWith(mark, StringComparison.OrdinalIgnoreCase) && (text.Length == mark.Length || !char.IsLetter(text[mark.Length])))
            {
                return mark.Length;
            }
        }

        return 0;
    }
}
