using SourcingCompliance.Lines.Storage;
using SourcingCompliance.Primitives;
using SourcingCompliance.Tables.Storage;

namespace SourcingCompliance.Lines;

/// <summary>One row of a list with its columns mapped: the texts by meaning, untouched.</summary>
public sealed class BomLine
{
    private readonly string[]? _texts;
    private readonly PackedTexts? _packed;
    private readonly long _at;
    private LineTexts _written;
    private string? _damage;
    private string? _unreadCell;
    private int _indent = -1;
    private bool _isAlternate;
    private bool[]? _areOfItem;
    private int _itemRow;

    /// <summary>Holds the mapped texts of a row.</summary>
    /// <param name="map">How the sheet's columns were understood.</param>
    /// <param name="row">1-based row.</param>
    /// <param name="texts">The trimmed texts, one for each of <see cref="ColumnMap.Columns"/>.</param>
    public BomLine(ColumnMap map, int row, string[] texts)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(texts);
        Map = map;
        Row = row;
        _texts = texts;
    }

    /// <summary>A line of a block, to be filled.</summary>
    internal BomLine(ColumnMap map) => Map = map;

    /// <summary>Holds a row whose texts lie packed with those of other rows.</summary>
    internal BomLine(ColumnMap map, int row, PackedTexts packed, long at)
    {
        Map = map;
        Row = row;
        _packed = packed;
        _at = at;
    }

    /// <summary>The block in which the texts lie; null when they lie elsewhere.</summary>
    internal LineBlock? Block => _written.Block;

    /// <summary>How the sheet's columns were understood.</summary>
    public ColumnMap Map { get; private set; }

    /// <summary>1-based row.</summary>
    public int Row { get; private set; }

    /// <summary>Why the row could not be read; null for a sound row.</summary>
    public string? Damage
    {
        get => _damage;
        init => _damage = value;
    }

    /// <summary>Which cell that says what the part is could not be read, and why; null when all were. The rest of the line counts.</summary>
    public string? UnreadCell
    {
        get => _unreadCell;
        init => _unreadCell = value;
    }

    /// <summary>
    /// Outline or indentation level that the file stores for the row, 0-based, else the number of blanks or dots in front of the
    /// part's name; -1 where there is neither.
    /// </summary>
    public int Indent
    {
        get => _indent;
        init => _indent = value;
    }

    /// <summary>Whether the row is another source for the item above it and not a part of its own.</summary>
    public bool IsAlternate
    {
        get => _isAlternate;
        init => _isAlternate = value;
    }

    /// <summary>The text of a field's first column; empty when the sheet has no such column or the cell is blank.</summary>
    public string this[BomField field]
    {
        get
        {
            for (int i = 0; i < Map.Columns.Length; i++)
            {
                if (Map.Columns[i].Field == field)
                {
                    return TextAt(i);
                }
            }

            return "";
        }
    }

    /// <summary>The text of one of the mapped columns, by its 0-based place in <see cref="ColumnMap.Columns"/>.</summary>
    public string TextAt(int index) => _texts is not null ? _texts[index] : _packed is not null ? _packed.TextAt(_at, index)
        : ShortTexts.Find(_written[index]) ?? _written[index].ToString();

    /// <summary>The same text without a string of its own.</summary>
    internal ReadOnlySpan<char> SpanAt(int index) => _written.Block is null ? TextAt(index) : _written[index];

    /// <summary>Every mapped column with this line's text in it, blank ones left out.</summary>
    public IEnumerable<(MappedColumn Column, string Text)> Texts
    {
        get
        {
            for (int i = 0; i < Map.Columns.Length; i++)
            {
                if (TextAt(i) is { Length: > 0 } text)
                {
                    yield return (Map.Columns[i], text);
                }
            }
        }
    }

    /// <summary>What the report calls the part: its part number, else the maker's, else its name, description, value, material or grade, else its first
    /// remark.</summary>
    public string PartNumber => TreeGlyphs.Strip(GetFirst(
        BomField.PartNumber, BomField.ManufacturerPartNumber, BomField.SupplierPartNumber, BomField.Name, BomField.Description,
        BomField.Value, BomField.Material, BomField.Grade) is { Length: > 0 } name
        ? name : FirstRemark());

    /// <summary>What the report says the part is: description, else name, else value.</summary>
    public string Description => TreeGlyphs.Strip(GetFirst(BomField.Description, BomField.Name, BomField.Value));

    /// <summary>The address of a field's cell; of the row when the sheet has no such column.</summary>
    public CellRef GetCell(BomField field) => Map[field] is { } column ? GetCell(column) : Map.Sheet with { Row = Row };

    /// <summary>The address of a column's cell.</summary>
    public CellRef GetCell(MappedColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return Map.Sheet with { Row = _areOfItem is { } areOfItem && areOfItem[Map.Columns.IndexOf(column)] ? _itemRow : Row, Column = column.Column };
    }

    // The columns of a table may grow while its rows are read, so a column is known by its letter.
    private string TextBelow(MappedColumn column)
    {
        for (int i = 0; i < Map.Columns.Length; i++)
        {
            if (Map.Columns[i].Column == column.Column && Map.Columns[i].Field == column.Field)
            {
                return TextAt(i);
            }
        }

        return "";
    }

    /// <summary>Whether the line says who makes or sells the part.</summary>
    internal bool StatesMaker => Texts.Any(text => IsOfMaker(text.Column.Field));

    /// <summary>
    /// The line of another source with the item's own texts in its blank cells: what the part is stands only once, with the item. Origins,
    /// quantities and the makers of the item are left out where the source states its own maker, for they are those of the item.
    /// </summary>
    /// <param name="item">The item above.</param>
    internal BomLine Complete(BomLine item)
    {
        bool hasMaker = StatesMaker;
        string[] texts = new string[Map.Columns.Length];
        bool[] areOfItem = new bool[texts.Length];
        for (int i = 0; i < texts.Length; i++)
        {
            texts[i] = TextAt(i);
            BomField field = Map.Columns[i].Field;
            if (texts[i].Length == 0 && !OriginTexts.IsOfOrigin(field) && field is not (BomField.Quantity or BomField.Level or BomField.Parent)
                && !(hasMaker && IsOfMaker(field)))
            {
                texts[i] = ReferenceEquals(item.Map, Map) ? item.TextAt(i) : item.TextBelow(Map.Columns[i]);
                areOfItem[i] = texts[i].Length > 0;
            }
        }

        return new BomLine(Map, Row, texts) { Damage = Damage, Indent = Indent, IsAlternate = true, _itemRow = item.Row, _areOfItem = areOfItem };
    }

    private static bool IsOfMaker(BomField field) => field is BomField.Manufacturer or BomField.ManufacturerPartNumber
        or BomField.Supplier or BomField.SupplierPartNumber or BomField.Cage;

    /// <summary>Makes this the line of a row whose texts lie in a block, as they were read. Only the block's owner does this, when nobody looks at the line
    /// before.</summary>
    internal BomLine Fill(ColumnMap map, int row, LineTexts texts, string? damage, int indent, bool isAlternate, string? unreadCell = null)
    {
        Map = map;
        Row = row;
        _written = texts;
        _damage = damage;
        _unreadCell = unreadCell;
        _indent = indent;
        _isAlternate = isAlternate;
        return this;
    }

    // A part may stand below a header that nobody knows.
    private string FirstRemark()
    {
        for (int i = 0; i < Map.Columns.Length; i++)
        {
            if (Map.Columns[i].Field is BomField.Notes or BomField.Category && TextAt(i) is { Length: > 0 } text)
            {
                return text;
            }
        }

        return "";
    }

    private string GetFirst(params ReadOnlySpan<BomField> fields)
    {
        foreach (BomField field in fields)
        {
            string text = this[field];
            if (text.Length > 0)
            {
                return text;
            }
        }

        // A row may name its part only in a second column of a field ("Child" beside "Part Number").
        foreach (BomField field in fields)
        {
            for (int at = 0; at < Map.Columns.Length; at++)
            {
                if (Map.Columns[at].Field == field && TextAt(at) is { Length: > 0 } other)
                {
                    return other;
                }
            }
        }

        return "";
    }
}
