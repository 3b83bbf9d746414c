namespace SourcingCompliance.Formats.Pdf.Fonts;

/// <summary>The parts of a <c>CFF </c> table (Adobe Technical Note 5176) that a subset needs.</summary>
internal sealed class CffFont
{
    // Operators of a DICT; those of two bytes are 1200 + the second.
    private const int CharStringsOperator = 17;
    private const int PrivateOperator = 18;
    private const int SubrsOperator = 19;
    private const int RosOperator = 1230;
    private const int FdArrayOperator = 1236;
    private const int FdSelectOperator = 1237;

    private readonly ReadOnlyMemory<byte> _table;
    private readonly List<(int From, int To)> _charstrings;
    private readonly List<(int From, int To)> _globalSubrs;
    private readonly List<FontDictionary> _dictionaries = [];
    private readonly int _fdSelect;

    /// <summary>Reads the table.</summary>
    /// <exception cref="InvalidDataException">The table has no glyphs.</exception>
    public CffFont(ReadOnlyMemory<byte> table)
    {
        _table = table;
        ReadOnlySpan<byte> bytes = table.Span;
        int at = bytes[2];
        Index(bytes, ref at);
        List<(int From, int To)> tops = Index(bytes, ref at);
        Index(bytes, ref at);
        _globalSubrs = Index(bytes, ref at);
        Top = Dictionary(bytes[tops[0].From..tops[0].To]);
        int place = Top.TryGetValue(CharStringsOperator, out DictionaryEntry? strings) ? strings.Int(0)
            : throw new InvalidDataException("The CFF table has no glyphs.");
        _charstrings = Index(bytes, ref place);
        if (Top.ContainsKey(RosOperator))
        {
            int array = Top[FdArrayOperator].Int(0);
            foreach ((int from, int to) in Index(bytes, ref array))
            {
                _dictionaries.Add(GetFontDictionary(Dictionary(bytes[from..to])));
            }

            _fdSelect = Top[FdSelectOperator].Int(0);
        }
        else
        {
            _dictionaries.Add(GetFontDictionary(Top) with { Entries = [] });
        }
    }

    /// <summary>The entries of the Top DICT by operator.</summary>
    public SortedDictionary<int, DictionaryEntry> Top { get; }

    /// <summary>The dictionaries that glyphs choose from.</summary>
    public IReadOnlyList<FontDictionary> Dictionaries => _dictionaries;

    /// <summary>Subroutines that every glyph may call.</summary>
    public int GlobalSubrCount => _globalSubrs.Count;

    /// <summary>The program of a glyph.</summary>
    public ReadOnlySpan<byte> Charstring(int glyph) => Slice(_charstrings[glyph]);

    /// <summary>A subroutine that every glyph may call.</summary>
    public ReadOnlySpan<byte> GlobalSubr(int index) => Slice(_globalSubrs[index]);

    /// <summary>A subroutine of one dictionary.</summary>
    public ReadOnlySpan<byte> LocalSubr(FontDictionary dictionary, int index) => Slice(dictionary.Subrs[index]);

    /// <summary>The dictionary of a glyph, 0-based.</summary>
    public int GetDictionary(int glyph)
    {
        ReadOnlySpan<byte> bytes = _table.Span;
        if (_fdSelect == 0)
        {
            return 0;
        }

        if (bytes[_fdSelect] == 0)
        {
            return bytes[_fdSelect + 1 + glyph];
        }

        int ranges = bytes.U16(_fdSelect + 1);
        for (int range = ranges - 1; range >= 0; range--)
        {
            int record = _fdSelect + 3 + (3 * range);
            if (glyph >= bytes.U16(record))
            {
                return bytes[record + 2];
            }
        }

        return 0;
    }

    private ReadOnlySpan<byte> Slice((int From, int To) place) => _table.Span[place.From..place.To];

    private FontDictionary GetFontDictionary(SortedDictionary<int, DictionaryEntry> entries)
    {
        if (!entries.TryGetValue(PrivateOperator, out DictionaryEntry? place))
        {
            return new FontDictionary(entries, [], []);
        }

        ReadOnlySpan<byte> bytes = _table.Span;
        int start = place.Int(1);
        SortedDictionary<int, DictionaryEntry> hidden = Dictionary(bytes.Slice(start, place.Int(0)));
        int subrs = hidden.TryGetValue(SubrsOperator, out DictionaryEntry? offset) ? start + offset.Int(0) : 0;
        hidden.Remove(SubrsOperator);
        return new FontDictionary(entries, hidden, subrs == 0 ? [] : Index(bytes, ref subrs));
    }

    private static List<(int From, int To)> Index(ReadOnlySpan<byte> bytes, ref int at)
    {
        var entries = new List<(int, int)>();
        int count = bytes.U16(at);
        at += 2;
        if (count == 0)
        {
            return entries;
        }

        int size = bytes[at];
        int offsets = at + 1;
        int content = offsets + (size * (count + 1)) - 1;
        int from = content + Offset(bytes, offsets, size);
        for (int index = 1; index <= count; index++)
        {
            int to = content + Offset(bytes, offsets + (size * index), size);
            entries.Add((from, to));
            from = to;
        }

        at = from;
        return entries;
    }

    private static int Offset(ReadOnlySpan<byte> bytes, int at, int size)
    {
        int value = 0;
        for (int index = 0; index < size; index++)
        {
            value = (value * 256) + bytes[at + index];
        }

        return value;
    }

    private static SortedDictionary<int, DictionaryEntry> Dictionary(ReadOnlySpan<byte> bytes)
    {
        var entries = new SortedDictionary<int, DictionaryEntry>();
        var numbers = new List<int>();
        int start = 0;
        int at = 0;
        while (at < bytes.Length)
        {
            int first = bytes[at];
            if (first <= 21)
            {
                int key = first == 12 ? 1200 + bytes[at + 1] : first;
                entries[key] = new DictionaryEntry(bytes[start..at].ToArray(), [.. numbers]);
                at += first == 12 ? 2 : 1;
                start = at;
                numbers.Clear();
                continue;
            }

            (int value, int length) = Number(bytes, at);
            numbers.Add(value);
            at += length;
        }

        return entries;
    }

    private static (int Value, int Length) Number(ReadOnlySpan<byte> bytes, int at)
    {
        int first = bytes[at];
        switch (first)
        {
            case 28:
                return (bytes.S16(at + 1), 3);
            case 29:
                return ((bytes.S16(at + 1) * 65536) + bytes.U16(at + 3), 5);
            case 30:
                // A real number ends with the nibble F; it is only ever copied, so its value is not worked out.
                int length = 1;
                while ((bytes[at + length] & 0x0F) != 0x0F && (bytes[at + length] >> 4) != 0x0F)
                {
                    length++;
                }

                return (0, length + 1);
            case <= 246:
                return (first - 139, 1);
            case <= 250:
                return (((first - 247) * 256) + bytes[at + 1] + 108, 2);
            default:
                return ((-(first - 251) * 256) - bytes[at + 1] - 108, 2);
        }
    }
}

/// <summary>One entry of a DICT.</summary>
/// <param name="Operands">The operands as they stand.</param>
/// <param name="Numbers">Their values; 0 for a real number.</param>
internal sealed record DictionaryEntry(byte[] Operands, int[] Numbers)
{
    /// <summary>An operand.</summary>
    /// <exception cref="InvalidDataException">There are fewer.</exception>
    public int Int(int index) => index < Numbers.Length ? Numbers[index] : throw new InvalidDataException("An entry of the CFF table has too few operands.");
}

/// <summary>A Font DICT with its Private DICT.</summary>
/// <param name="Entries">Its entries by operator.</param>
/// <param name="Private">The entries of its Private DICT, without subroutines.</param>
/// <param name="Subrs">Places of its subroutines.</param>
internal sealed record FontDictionary(
    SortedDictionary<int, DictionaryEntry> Entries, SortedDictionary<int, DictionaryEntry> Private, List<(int From, int To)> Subrs);
