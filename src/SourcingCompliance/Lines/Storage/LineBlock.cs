using SourcingCompliance.Tables.Storage;

namespace SourcingCompliance.Lines.Storage;

/// <summary>A block of texts with the lines that they belong to, which are filled again with it.</summary>
/// <param name="characters">Room for characters.</param>
/// <param name="texts">Room for texts.</param>
internal sealed class LineBlock(int characters, int texts) : TextBlock(characters, texts)
{
    private readonly List<BomLine> _lines = [];
    private int _usedLines;

    /// <inheritdoc/>
    public override void Clear()
    {
        base.Clear();
        _usedLines = 0;
    }

    /// <summary>A line of this block, to be filled; one of those that were filled before the block was emptied, if any is left.</summary>
    public BomLine NextLine(ColumnMap map)
    {
        if (_usedLines == _lines.Count)
        {
            _lines.Add(new BomLine(map));
        }

        return _lines[_usedLines++];
    }
}
