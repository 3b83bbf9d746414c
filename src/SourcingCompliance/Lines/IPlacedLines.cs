namespace SourcingCompliance.Lines;

/// <summary>The lines of a sheet, of which single facts are to be had without making a line of each.</summary>
internal interface IPlacedLines : IReadOnlyList<BomLine>
{
    /// <summary>The columns of a line's table.</summary>
    ColumnMap GetMap(int index);

    /// <summary>Whether a line is another source for the item above it.</summary>
    bool IsAlternate(int index);

    /// <summary>The text of one of the mapped columns of a line, by its 0-based place.</summary>
    string TextAt(int index, int column);

    /// <summary>The same text, without a string of its own where it is packed.</summary>
    /// <param name="index">0-based number of the line.</param>
    /// <param name="column">0-based place of the column.</param>
    /// <param name="room">Room for <see cref="Storage.PackedTexts.MostInline"/> characters; the text may lie there until it is used again.</param>
    ReadOnlySpan<char> SpanAt(int index, int column, Span<char> room);
}
