namespace SourcingCompliance.Boms.Mapping;

/// <summary>Tells rows that name another source of the item above from items of their own; it is given every item row in order.</summary>
internal sealed class AlternateRows
{
    private readonly int _findNumber;
    private readonly int _quantity;
    private readonly int _partNumber;
    private readonly int _mpn;
    private readonly int _manufacturer;
    private readonly int _designator;
    private readonly int[] _nesting;
    private LineTexts _lastItem;
    private LineTexts _last;
    private int _lastRow = -1;

    public AlternateRows(ColumnMap map)
    {
        _findNumber = map.IndexOfFirstChoice(BomField.FindNumber);
        _quantity = map.IndexOfFirstChoice(BomField.Quantity);
        _partNumber = map.IndexOfFirstChoice(BomField.PartNumber);
        _mpn = map.IndexOfFirstChoice(BomField.ManufacturerPartNumber);
        _manufacturer = map.IndexOfFirstChoice(BomField.Manufacturer);
        _designator = map.IndexOfFirstChoice(BomField.ReferenceDesignator);
        _nesting = [.. Enumerable.Range(0, map.Columns.Length).Where(index => map.Columns[index].Field is BomField.Level or BomField.Parent)];
    }

    /// <summary>Whether the row is another source of the item above; remembers the row for the next.</summary>
    public bool Follows(BomRow row, LineTexts texts)
    {
        bool isAlternate = IsAlternate(row, texts);
        if (!isAlternate)
        {
            _lastItem = texts;
        }

        _last = texts;
        _lastRow = row.Number;
        return isAlternate;
    }

    private bool IsAlternate(BomRow row, LineTexts texts)
    {
        if (_lastRow < 0 || (_manufacturer < 0 && _mpn < 0) || IsNested(texts))
        {
            return false;
        }

        int numbered = _mpn >= 0 ? _mpn : _partNumber;
        ReadOnlySpan<char> mpn = texts[numbered];
        ReadOnlySpan<char> find = texts[_findNumber];
        ReadOnlySpan<char> quantity = texts[_quantity];
        bool isNext = row.Number == _lastRow + 1;
        bool namesSource = mpn.Length > 0 || texts[_manufacturer].Length > 0;
        bool namesPart = _mpn >= 0 && _partNumber >= 0 && texts[_partNumber].Length > 0;
        bool isBare = _quantity >= 0 && quantity.Length == 0 && _lastItem[_quantity].Length > 0 && find.Length == 0 && texts[_designator].Length == 0;
        if (isNext && isBare && namesSource && !namesPart)
        {
            return true;
        }

        // Merged cells repeat the find number and the quantity beside each source.
        bool isSameItem = find.Length > 0 && find.SequenceEqual(_lastItem[_findNumber]) && (quantity.Length == 0 || quantity.SequenceEqual(_lastItem[_quantity]));
        return isNext && isSameItem && mpn.Length > 0 && !mpn.SequenceEqual(_last[numbered]) && !namesPart;
    }

    // A row with a level or a parent of its own is a part of the tree.
    private bool IsNested(LineTexts texts)
    {
        foreach (int index in _nesting)
        {
            if (texts[index].Length > 0)
            {
                return true;
            }
        }

        return false;
    }
}
