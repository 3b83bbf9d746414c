namespace SourcingCompliance.Boms;

/// <summary>One row of a list with its columns mapped: the texts by meaning, untouched.</summary>
public sealed class BomLine
{
    private readonly string[]? _texts;
    private readonly PackedTexts? _packed;
    private readonly long _at;
    private LineTexts _written;
    private string? _damage;
    private int _indent = -1;
    private bool _isAlternate;

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
    internal TextBlock? Block => _written.Block;

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
    public string TextAt(int index) => _texts is not null ? _texts[index] : _packed is not null ? _packed.TextAt(_at, index) : ShortTexts.Of(_written[index]) ?? _written[index].ToString();

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

    /// <summary>What the report calls the part: its part number, else the maker's, else its name, description, value, material or grade.</summary>
    public string PartNumber => FirstOf(
        BomField.PartNumber, BomField.ManufacturerPartNumber, BomField.SupplierPartNumber, BomField.Name, BomField.Description, BomField.Value, BomField.Material, BomField.Grade);

    /// <summary>What the report says the part is: description, else name, else value.</summary>
    public string Description => FirstOf(BomField.Description, BomField.Name, BomField.Value);

    /// <summary>The address of a field's cell; of the row when the sheet has no such column.</summary>
    public CellRef CellOf(BomField field) => Map.Sheet with { Row = Row, Column = Map[field]?.Column ?? 0 };

    /// <summary>The address of a column's cell.</summary>
    public CellRef CellOf(MappedColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return Map.Sheet with { Row = Row, Column = column.Column };
    }

    /// <summary>Makes this the line of a row whose texts lie in a block, as they were read. Only the block's owner does this, when nobody looks at the line before.</summary>
    internal BomLine Fill(ColumnMap map, int row, LineTexts texts, string? damage, int indent, bool isAlternate)
    {
        Map = map;
        Row = row;
        _written = texts;
        _damage = damage;
        _indent = indent;
        _isAlternate = isAlternate;
        return this;
    }

    private string FirstOf(params ReadOnlySpan<BomField> fields)
    {
        foreach (BomField field in fields)
        {
            string text = this[field];
            if (text.Length > 0)
            {
                return text;
            }
        }

        return "";
    }
}
