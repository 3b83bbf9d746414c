using System.Buffers;

namespace SourcingCompliance.Boms.Mapping;

/// <summary>Tells items from section titles, totals, notes, repeated headers and other sources of the item above.</summary>
internal sealed class RowJudge
{
    private const int LongText = 80;
    private const int LongestLead = 30;

    private static readonly SearchValues<char> EndOfWords = SearchValues.Create(":：=0123456789)）");

    private readonly HeaderWords _words;
    private readonly int[] _columns;
    private readonly string[] _headers;
    private readonly CellWorth[] _worths;
    private readonly int _findNumber;
    private readonly int _quantity;
    private readonly int _indented;
    private readonly AlternateRows _alternates;
    private readonly LineTextsWriter _texts;

    public RowJudge(ColumnMap map, HeaderWords words, TextBlocks blocks)
    {
        Map = map;
        _words = words;
        _columns = [.. map.Columns.Select(column => column.Column)];
        _headers = [.. map.Columns.Select(column => column.Header)];
        _worths = [.. map.Columns.Select(column => column.IsKnown ? WorthOf(column.Field) : CellWorth.Unknown)];
        _findNumber = map.IndexOfFirstChoice(BomField.FindNumber);
        _quantity = map.IndexOfFirstChoice(BomField.Quantity);
        _alternates = new AlternateRows(map);
        _texts = new LineTextsWriter(map, blocks);
        _indented = new[] { BomField.PartNumber, BomField.Name, BomField.Description }.Select(map.IndexOfFirstChoice).FirstOrDefault(index => index >= 0, -1);
    }

    public ColumnMap Map { get; }

    /// <summary>Whether a row has the looks of a header: several words and no digit.</summary>
    public static bool MayBeHeader(BomRow row)
    {
        int filled = 0;
        int digits = 0;
        for (int column = 1; column <= row.Width; column++)
        {
            if (row.IsBlankAt(column))
            {
                continue;
            }

            filled++;
            ReadOnlySpan<char> text = row.TextAt(column);
            if (row.KindAt(column) != CellKind.Text || text.Length > 60 || char.IsAsciiDigit(text[0]))
            {
                return false;
            }

            digits += text.ContainsAnyInRange('0', '9') ? 1 : 0;
        }

        return filled >= 2 && digits * 3 <= filled;
    }

    /// <summary>Whether a row says again what the header says.</summary>
    public bool RepeatsHeader(BomRow row)
    {
        int same = 0;
        for (int i = 0; i < _columns.Length; i++)
        {
            ReadOnlySpan<char> text = row.TrimmedAt(_columns[i]);
            same += text.Length > 0 && text.Length == _headers[i].Length && text.Equals(_headers[i], StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        }

        return same >= 2 && same * 2 >= _columns.Count(column => !row.IsBlankAt(column));
    }

    /// <summary>Why a row is no item; null when it is one.</summary>
    public string? ReasonToSkip(BomRow row)
    {
        int filled = 0;
        int naming = 0;
        int others = 0;
        bool namesMaterial = false;
        int first = -1;
        int asLongAsHeader = 0;
        for (int i = 0; i < _columns.Length; i++)
        {
            int length = row.LengthAt(_columns[i]);
            if (length == 0 || _worths[i] == CellWorth.Unknown)
            {
                continue;
            }

            asLongAsHeader += length == _headers[i].Length ? 1 : 0;
            first = first < 0 ? i : first;
            filled++;
            naming += _worths[i] == CellWorth.NamesPart ? 1 : 0;
            others += _worths[i] == CellWorth.Tells ? 1 : 0;
            namesMaterial |= Map.Columns[i].Field is BomField.Material or BomField.Grade;
        }

        if (filled == 0)
        {
            return "has nothing in the columns of the list";
        }

        ReadOnlySpan<char> lead = row.TrimmedAt(_columns[first]);
        if (asLongAsHeader >= 2 && RepeatsHeader(row))
        {
            return "repeats the header";
        }

        return ReasonOfWords(row, lead, filled) ?? (filled == 1 && naming == 1 ? ReasonOfSingle(row, lead) : naming == 0 && !namesMaterial ? ReasonOfNameless(row, others) : null);
    }

    /// <summary>The line of a row that is an item, or another source of the item above.</summary>
    public BomLine LineOf(BomRow row)
    {
        LineTexts texts = _texts.Write(row);
        return _texts.Line(row, texts, row.Indent >= 0 ? row.Indent : LeadOf(row), _alternates.Follows(row, texts));
    }

    /// <summary>The line of a row that could not be read: what is left of it.</summary>
    public BomLine DamagedLineOf(BomRow row) => _texts.Line(row, _texts.Write(row), indent: -1, isAlternate: false);

    private string? ReasonOfWords(BomRow row, ReadOnlySpan<char> lead, int filled)
    {
        if (char.IsAsciiDigit(lead[0]) && filled > 3)
        {
            // Nearly every row of a numbered list; a full row is a total, an example or a label only if its first text is words and nothing else.
            return null;
        }

        int end = lead.IndexOfAny(EndOfWords);
        bool isWhole = end < 0 || lead[end..].Trim(":：=.)） ").IsEmpty;
        ReadOnlySpan<char> words = end > 0 ? lead[..end] : lead;
        if (Means(words, _words.Totals) && (isWhole || filled <= 3))
        {
            return "is a total";
        }

        if (isWhole && Means(words, _words.ExampleWords))
        {
            return "is an example";
        }

        bool isShortRow = filled <= 2 && FilledOf(row) <= 3;
        if (isShortRow && (end > 0 || filled == 2) && (Means(words, _words.NoteWords) || Means(words, _words.SectionWords)))
        {
            return "is a note or title";
        }

        bool isLabel = filled <= 3 && (lead.EndsWith(':') || lead.EndsWith('：')) && !HasCount(row);
        return isLabel || lead[0] == '©' ? "is a label, not a part" : null;
    }

    // One filled cell is a title or a note, unless the list has little else to fill or the cell holds a part number.
    private string? ReasonOfSingle(BomRow row, ReadOnlySpan<char> lead)
    {
        if (_worths.Count(worth => worth != CellWorth.Unknown) < 3 || FilledOf(row) > 1)
        {
            return null;
        }

        if (lead.Length > LongText || lead.EndsWith(':'))
        {
            return "is a note: one text and nothing else";
        }

        bool hasDigit = lead.ContainsAnyInRange('0', '9');
        return hasDigit && CellShapes.IsCode(lead.ToString()) ? null : "is a title or note: one text and nothing else";
    }

    // A numbered row with a quantity is a part that somebody forgot to name; it must not vanish.
    private string? ReasonOfNameless(BomRow row, int others)
    {
        bool isNumbered = _findNumber >= 0 && !row.IsBlankAt(_columns[_findNumber]);
        return isNumbered && HasCount(row) ? null : others == 0 ? "names no part, only numbers" : "names no part";
    }

    private bool HasCount(BomRow row)
    {
        if (_quantity < 0)
        {
            return false;
        }

        ReadOnlySpan<char> text = row.TrimmedAt(_columns[_quantity]);
        return text.Length > 0 && text is not "0" && char.IsAsciiDigit(text[0]);
    }

    private int LeadOf(BomRow row)
    {
        if (_indented < 0)
        {
            return -1;
        }

        ReadOnlySpan<char> text = row.TextAt(_columns[_indented]);
        int lead = 0;
        while (lead < text.Length && (char.IsWhiteSpace(text[lead]) || text[lead] is '.' or '·' or '•' or '└' or '├' or '─' or '│'))
        {
            lead++;
        }

        // A single blank is a slip of the hand, not a level.
        bool isSlip = lead == 1 && char.IsWhiteSpace(text[0]);
        return lead == 0 || lead == text.Length || isSlip ? -1 : lead;
    }

    // Most rows begin with a part number or a number, so the words are looked up without making strings of them.
    private static bool Means(ReadOnlySpan<char> words, HashSet<string> meanings)
    {
        words = words.Trim();
        if (words.IsEmpty || words.Length > LongestLead)
        {
            return false;
        }

        if (!System.Text.Ascii.IsValid(words) || words.ContainsAny('-', '_', '.'))
        {
            return meanings.Contains(HeaderKey.Of(words, splitCamelCase: false));
        }

        Span<char> lower = stackalloc char[LongestLead];
        int length = words.ToLowerInvariant(lower);
        return meanings.GetAlternateLookup<ReadOnlySpan<char>>().Contains(lower[..length]);
    }

    private static CellWorth WorthOf(BomField field) => field switch
    {
        BomField.FindNumber or BomField.Quantity or BomField.UnitCost or BomField.Mass or BomField.Level or BomField.Unit or BomField.Revision
            or BomField.Cots or BomField.Parent => CellWorth.Counts,
        _ => ColumnMapper.NamesPart(field) || field == BomField.ReferenceDesignator ? CellWorth.NamesPart : CellWorth.Tells,
    };

    private static int FilledOf(BomRow row)
    {
        int filled = 0;
        for (int column = 1; column <= row.Width; column++)
        {
            filled += row.IsBlankAt(column) ? 0 : 1;
        }

        return filled;
    }

    // What a filled cell says of its row.
    private enum CellWorth : byte
    {
        Unknown,
        Counts,
        Tells,
        NamesPart,
    }
}
