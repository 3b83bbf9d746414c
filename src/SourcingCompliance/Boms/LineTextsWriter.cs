namespace SourcingCompliance.Boms;

/// <summary>Puts the texts of lines into blocks. A short list costs little: blocks grow to their full size.</summary>
/// <param name="columns">The 1-based columns of the sheet that lines are made of.</param>
internal sealed class LineTextsWriter(int[] columns)
{
    private const int LeastCharacters = 1024;
    private const int MostCharacters = 32 * 1024;

    // Most cells hold more characters than this.
    private const int CharactersOfText = 4;

    private TextBlock _block = new(0, 0);
    private int _characters = LeastCharacters;

    /// <summary>Copies the trimmed texts of a row.</summary>
    public LineTexts Write(BomRow row)
    {
        int length = 0;
        foreach (int column in columns)
        {
            length += row.TrimmedAt(column).Length;
        }

        if (!_block.HasRoom(length, columns.Length))
        {
            _block = new TextBlock(Math.Max(_characters, length), Math.Max(_characters / CharactersOfText, columns.Length));
            _characters = Math.Min(_characters * 2, MostCharacters);
        }

        var texts = new LineTexts(_block, _block.Count);
        foreach (int column in columns)
        {
            _block.Add(row.TrimmedAt(column));
        }

        return texts;
    }
}
