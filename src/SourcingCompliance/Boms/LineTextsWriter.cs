namespace SourcingCompliance.Boms;

/// <summary>Puts the trimmed texts of lines into blocks.</summary>
/// <param name="columns">The 1-based columns of the sheet that lines are made of.</param>
/// <param name="blocks">Where blocks come from.</param>
internal sealed class LineTextsWriter(int[] columns, TextBlocks blocks)
{
    private TextBlock _block = new(0, 0);

    /// <summary>Copies the texts of a row.</summary>
    public LineTexts Write(BomRow row)
    {
        if (!_block.HasRoom(row.Length, columns.Length))
        {
            _block = blocks.Take(row.Length, columns.Length);
        }

        var texts = new LineTexts(_block, _block.Count);
        row.CopyTo(_block, columns);
        return texts;
    }
}
