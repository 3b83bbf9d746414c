namespace SourcingCompliance.Boms;

/// <summary>
/// The texts of one column that come again, by number. A column in which hardly anything comes again, such as one of part numbers, is
/// found out and costs nothing more.
/// </summary>
internal sealed class RepeatedTexts
{
    private const int MostBits = 14;
    private const int MostKnown = 1 << (MostBits - 1);
    private const int Trial = 4096;
    private const int LeastHits = Trial / 16;

    private readonly TextMemory<ushort> _numbers = new(MostBits);
    private readonly List<string> _known = [];
    private readonly List<TextRemark> _remarks = [];
    private int _tries;
    private int _hits;

    /// <summary>The text of a number.</summary>
    public string this[int number] => _known[number];

    /// <summary>What is known of the text of a number.</summary>
    public TextRemark RemarkOf(int number) => _remarks[number];

    /// <summary>Notes what is known of the text of a number.</summary>
    public void Note(int number, TextRemark remark) => _remarks[number] = remark;

    /// <summary>The number of a text; false when it has none, and then it must be kept in another way.</summary>
    public bool TryGetNumber(ReadOnlySpan<char> text, out ushort number)
    {
        number = 0;
        if (_tries < 0)
        {
            return false;
        }

        bool isKnown = _numbers.TryGet(text, out number);
        Judge(isKnown);
        return isKnown || Learn(text, out number);
    }

    private void Judge(bool isKnown)
    {
        _hits += isKnown ? 1 : 0;
        if (++_tries == Trial)
        {
            // The first trial only fills the memory.
            (_tries, _hits) = _known.Count == MostKnown && _hits < LeastHits ? (-1, 0) : (0, 0);
        }
    }

    private bool Learn(ReadOnlySpan<char> text, out ushort number)
    {
        number = (ushort)_known.Count;
        if (number >= MostKnown)
        {
            return false;
        }

        string known = text.ToString();
        _numbers.Add(known, number);
        _known.Add(known);
        _remarks.Add(TextRemark.None);
        return true;
    }
}
