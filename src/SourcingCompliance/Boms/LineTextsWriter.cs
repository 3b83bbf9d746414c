namespace SourcingCompliance.Boms;

/// <summary>Puts the trimmed texts of lines into blocks, and makes the lines there.</summary>
/// <param name="map">How the sheet's columns were understood.</param>
/// <param name="blocks">Where blocks come from.</param>
internal sealed class LineTextsWriter(ColumnMap map, TextBlocks blocks)
{
    private readonly int[] _columns = [.. map.Columns.Select(column => column.Column)];
    private TextBlock _block = new(0, 0);

    /// <summary>Copies the texts of a row.</summary>
    public LineTexts Write(BomRow row)
    {
        if (!_block.HasRoom(row.Length, _columns.Length))
        {
            _block = blocks.Take(row.Length, _columns.Length);
        }

        var texts = new LineTexts(_block, _block.Count);
        row.CopyTo(_block, _columns);
        return texts;
    }

    /// <summary>The line of a row whose texts <see cref="Write"/> gave last.</summary>
    public BomLine Line(BomRow row, LineTexts texts, int indent, bool isAlternate) =>
        _block.NextLine(map).Fill(map, row.Number, texts, row.Damage, indent, isAlternate);
}
