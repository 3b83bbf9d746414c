namespace SourcingCompliance.Formats.Reading.Text;

/// <summary>What quotation marks and backslashes in a cell mean. Offsets count from the window's position, because looking ahead may move the window.</summary>
internal static class QuotationMarks
{
    /// <summary>Whether an odd number of backslashes stands before an offset; those before the cell's content do not count.</summary>
    /// <param name="window">The window, at the start of the cell.</param>
    /// <param name="layout">How the cells are separated.</param>
    /// <param name="offset">Where the mark stands.</param>
    /// <param name="contentStart">Where the content begins: 1 after an opening mark.</param>
    public static bool AreEscaped(CharacterWindow window, TextLayout layout, int offset, int contentStart)
    {
        int backslashes = 0;
        while (layout.HasBackslashEscapes && offset - backslashes - 1 >= contentStart && window.Peek(offset - backslashes - 1) == '\\')
        {
            backslashes++;
        }

        return backslashes % 2 == 1;
    }

    /// <summary>Takes out the backslashes before quotation marks, delimiters and backslashes in place, and doubled quotation marks; gives the new
    /// end.</summary>
    public static int WithoutEscapes(CharacterWindow window, TextLayout layout, int start, int end, bool closesQuotes)
    {
        Span<char> content = window.Between(window.Position + start, window.Position + end);
        int to = 0;
        for (int from = 0; from < content.Length; from++)
        {
            bool isPair = from + 1 < content.Length
                && ((content[from] == '\\' && (content[from + 1] is '"' or '\\' || content[from + 1] == layout.Delimiter))
                    || (closesQuotes && content[from] == '"' && content[from + 1] == '"'));
            content[to++] = content[isPair ? ++from : from];
        }

        return start + to;
    }

    /// <summary>Closes up the doubled marks of a quoted cell in place; gives the new end of its content.</summary>
    public static int CloseUp(CharacterWindow window, TextLayout layout, int contentEnd)
    {
        if (layout.HasBackslashEscapes)
        {
            return WithoutEscapes(window, layout, 1, contentEnd, closesQuotes: true);
        }

        Span<char> content = window.Between(window.Position + 1, window.Position + contentEnd);
        int first = content.IndexOf('"');
        if (first < 0)
        {
            return contentEnd;
        }

        int to = first;
        for (int from = first; from < content.Length; from++)
        {
            content[to++] = content[from];
            if (content[from] == '"' && from + 1 < content.Length && content[from + 1] == '"')
            {
                from++;
            }
        }

        return 1 + to;
    }

    /// <summary>
    /// Whether a quoted cell of several lines would swallow whole records: every line of it has as many cells as the table, so that the mark at its
    /// start and the one at its end are inch signs of two records.
    /// </summary>
    /// <param name="window">The window, at the start of the cell.</param>
    /// <param name="layout">How the cells are separated.</param>
    /// <param name="column">1-based column of the cell.</param>
    /// <param name="end">Offset behind the mark at its end.</param>
    public static bool SwallowRecords(CharacterWindow window, TextLayout layout, int column, int end)
    {
        if (layout.TableWidth < 2)
        {
            return false;
        }

        int cells = column;
        for (int at = 1; ; at++)
        {
            int character = window.Peek(at);
            if (character == layout.Delimiter)
            {
                cells++;
            }
            else if (character is -1 or '\n' || (character == '\r' && window.Peek(at + 1) != '\n'))
            {
                if (cells != layout.TableWidth)
                {
                    return false;
                }

                if (at >= end)
                {
                    return true;
                }

                cells = 1;
            }
        }
    }
}
