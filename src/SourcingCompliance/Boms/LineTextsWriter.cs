namespace SourcingCompliance.Boms;

/// <summary>Puts the trimmed texts of lines into blocks. A short list costs little: blocks grow to their full size.</summary>
/// <param name="columns">The 1-based columns of the sheet that lines are made of.</param>
internal sealed class LineTextsWriter(int[] columns)
{
    private const int LeastCharacters = 1024;
    private const int MostCharacters = 32 * 1024;

    // Most cells hold more characters than this.
    private const int CharactersOfText = 4;

    private TextBlock _block = new(0, 0);
    private int _characters = LeastCharacters;

    /// <summary>Copies the texts of a row.</summary>
    public LineTexts Write(BomRow row)
    {
        if (!_block.HasRoom(row.Length, columns.Length))
        {
            _block = new TextBlock(Math.Max(_characters, row.Length), Math.Max(_characters / CharactersOfText, columns.Length));
            _characters = Math.Min(_characters * 2, MostCharacters);
        }

        var texts = new LineTexts(_block, _block.Count);
        int held = _block.Copy(row.Held);
        foreach (int column in columns)
        {
            if (row.TryGetHeld(column, out int start, out int length))
            {
                _block.Add(held + start, length);
            }
            else
            {
                ReadOnlySpan<char> text = row.TrimmedAt(column);
                _block.Add(_block.Copy(text), text.Length);
            }
        }

        return texts;
    }
}
