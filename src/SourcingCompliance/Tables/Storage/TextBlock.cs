namespace SourcingCompliance.Tables.Storage;

/// <summary>
/// The texts of some rows: a long list makes no string of a cell that nobody asks for. The texts never move, so that one
/// thread may read the lines that it was given while another fills the rest.
/// </summary>
/// <param name="characters">Room for characters.</param>
/// <param name="texts">Room for texts.</param>
internal class TextBlock(int characters, int texts)
{
    private readonly char[] _characters = GC.AllocateUninitializedArray<char>(characters);
    private readonly (int Start, int Length)[] _texts = GC.AllocateUninitializedArray<(int, int)>(texts);
    private int _used;

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
    public virtual void Clear() => (_used, Count) = (0, 0);

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
