namespace SourcingCompliance.Boms;

/// <summary>
/// The texts of some lines, and the lines: a long list makes no string of a cell that nobody asks for. The texts never move, so that one
/// thread may read the lines that it was given while another fills the rest.
/// </summary>
/// <param name="characters">Room for characters.</param>
/// <param name="texts">Room for texts.</param>
internal sealed class TextBlock(int characters, int texts)
{
    private readonly char[] _characters = GC.AllocateUninitializedArray<char>(characters);
    private readonly (int Start, int Length)[] _texts = GC.AllocateUninitializedArray<(int, int)>(texts);
    private readonly List<BomLine> _lines = [];
    private int _used;
    private int _usedLines;

    /// <summary>How many texts there are.</summary>
    public int Count { get; private set; }

    /// <summary>A text by its 0-based number.</summary>
    public ReadOnlySpan<char> this[int text]
    {
        get
        {
            (int start, int length) = _texts[text];
            return _characters.AsSpan(start, length);
        }
    }

    /// <summary>Whether so many more fit.</summary>
    public bool HasRoom(int characters, int texts) => characters <= _characters.Length - _used && texts <= _texts.Length - Count;

    /// <summary>Empties the block for other lines.</summary>
    public void Clear() => (_used, _usedLines, Count) = (0, 0, 0);

    /// <summary>A line of this block, to be filled; one of those that were filled before the block was emptied, if any is left.</summary>
    public BomLine NextLine(ColumnMap map)
    {
        if (_usedLines == _lines.Count)
        {
            _lines.Add(new BomLine(map));
        }

        return _lines[_usedLines++];
    }

    /// <summary>Copies characters for which there is room, and gives the place of the first.</summary>
    public int Copy(ReadOnlySpan<char> characters)
    {
        int start = _used;
        characters.CopyTo(_characters.AsSpan(start));
        _used += characters.Length;
        return start;
    }

    /// <summary>Adds a text that lies among the characters that were copied.</summary>
    public void Add(int start, int length) => _texts[Count++] = (start, length);
}
