namespace SourcingCompliance.Boms.Mapping;

/// <summary>Tells rows that name another source of the item above from items of their own; it is given every item row in order.</summary>
internal sealed class AlternateRows
{
    private readonly int[] _columns;
    private readonly int _findNumber;
    private readonly int _quantity;
    private readonly int _partNumber;
    private readonly int _mpn;
    private readonly int _manufacturer;
    private readonly int _designator;
    private readonly int[] _nesting;
    private readonly KeptText _lastFindNumber = new();
    private readonly KeptText _lastQuantity = new();
    private readonly KeptText _lastMpn = new();
    private int _lastRow = -1;

    public AlternateRows(ColumnMap map)
    {
        _columns = [.. map.Columns.Select(column => column.Column)];
        _findNumber = map.IndexOfFirstChoice(BomField.FindNumber);
        _quantity = map.IndexOfFirstChoice(BomField.Quantity);
        _partNumber = map.IndexOfFirstChoice(BomField.PartNumber);
        _mpn = map.IndexOfFirstChoice(BomField.ManufacturerPartNumber);
        _manufacturer = map.IndexOfFirstChoice(BomField.Manufacturer);
        _designator = map.IndexOfFirstChoice(BomField.ReferenceDesignator);
        _nesting = [.. Enumerable.Range(0, map.Columns.Length).Where(index => map.Columns[index].Field is BomField.Level or BomField.Parent)];
    }

    /// <summary>Whether the row is another source of the item above; remembers the row for the next.</summary>
    public bool Follows(BomRow row)
    {
        bool isAlternate = IsAlternate(row);
        if (!isAlternate)
        {
            _lastFindNumber.Set(TextAt(row, _findNumber));
            _lastQuantity.Set(TextAt(row, _quantity));
        }

        _lastMpn.Set(TextAt(row, _mpn >= 0 ? _mpn : _partNumber));
        _lastRow = row.Number;
        return isAlternate;
    }

    private bool IsAlternate(BomRow row)
    {
        if (_lastRow < 0 || (_manufacturer < 0 && _mpn < 0) || IsNested(row))
        {
            return false;
        }

        ReadOnlySpan<char> mpn = TextAt(row, _mpn >= 0 ? _mpn : _partNumber);
        ReadOnlySpan<char> find = TextAt(row, _findNumber);
        ReadOnlySpan<char> quantity = TextAt(row, _quantity);
        bool isNext = row.Number == _lastRow + 1;
        bool namesSource = mpn.Length > 0 || TextAt(row, _manufacturer).Length > 0;
        bool namesPart = _mpn >= 0 && _partNumber >= 0 && TextAt(row, _partNumber).Length > 0;
        bool isBare = _quantity >= 0 && quantity.Length == 0 && _lastQuantity.Span.Length > 0 && find.Length == 0 && TextAt(row, _designator).Length == 0;
        if (isNext && isBare && namesSource && !namesPart)
        {
            return true;
        }

        // Merged cells repeat the find number and the quantity beside each source.
        bool isSameItem = find.Length > 0 && find.SequenceEqual(_lastFindNumber.Span) && (quantity.Length == 0 || quantity.SequenceEqual(_lastQuantity.Span));
        return isNext && isSameItem && mpn.Length > 0 && !mpn.SequenceEqual(_lastMpn.Span) && !namesPart;
    }

    // A row with a level or a parent of its own is a part of the tree.
    private bool IsNested(BomRow row)
    {
        foreach (int index in _nesting)
        {
            if (TextAt(row, index).Length > 0)
            {
                return true;
            }
        }

        return false;
    }

    private ReadOnlySpan<char> TextAt(BomRow row, int index) => index < 0 ? [] : row.TrimmedAt(_columns[index]);
}
