namespace SourcingCompliance.Boms;

/// <summary>
/// The trimmed texts of some lines, one behind the other: a long list makes no string of a cell that nobody asks for. A block never
/// grows, so that one thread may read the lines that it was given while another fills the rest.
/// </summary>
/// <param name="characters">Room for characters.</param>
/// <param name="texts">Room for texts.</param>
internal sealed class TextBlock(int characters, int texts)
{
    private readonly char[] _characters = GC.AllocateUninitializedArray<char>(characters);
    private readonly int[] _ends = GC.AllocateUninitializedArray<int>(texts);
    private int _used;

    /// <summary>How many texts there are.</summary>
    public int Count { get; private set; }

    /// <summary>A text by its 0-based number.</summary>
    public ReadOnlySpan<char> this[int text]
    {
        get
        {
            int start = text == 0 ? 0 : _ends[text - 1];
            return _characters.AsSpan(start, _ends[text] - start);
        }
    }

    /// <summary>Whether so many more fit.</summary>
    public bool HasRoom(int characters, int texts) => characters <= _characters.Length - _used && texts <= _ends.Length - Count;

    /// <summary>Adds a text for which there is room.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        text.CopyTo(_characters.AsSpan(_used));
        _used += text.Length;
        _ends[Count++] = _used;
    }
}
