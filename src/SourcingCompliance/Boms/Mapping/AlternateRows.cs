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
    private readonly KeptText _itemFindNumber = new();
    private readonly KeptText _itemQuantity = new();
    private LineTexts _last;
    private bool _wasAlternate;
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
    /// <param name="row">The row.</param>
    /// <param name="texts">Its texts in their block; those of the row before are still there.</param>
    public bool Follows(BomRow row, LineTexts texts)
    {
        bool isAlternate = IsAlternate(row, texts);
        if (isAlternate && !_wasAlternate)
        {
            // The row before was the item; its block may be filled again before the last of the sources is read.
            _itemFindNumber.Set(TextAt(_last, _findNumber));
            _itemQuantity.Set(TextAt(_last, _quantity));
        }

        (_last, _lastRow, _wasAlternate) = (texts, row.Number, isAlternate);
        return isAlternate;
    }

    private bool IsAlternate(BomRow row, LineTexts texts)
    {
        bool isNext = _lastRow >= 0 && row.Number == _lastRow + 1;
        if (!isNext || (_manufacturer < 0 && _mpn < 0) || IsNested(texts))
        {
            return false;
        }

        ReadOnlySpan<char> itemQuantity = _wasAlternate ? _itemQuantity.Span : TextAt(_last, _quantity);
        ReadOnlySpan<char> itemFindNumber = _wasAlternate ? _itemFindNumber.Span : TextAt(_last, _findNumber);
        ReadOnlySpan<char> mpn = MpnOf(texts);
        ReadOnlySpan<char> find = TextAt(texts, _findNumber);
        ReadOnlySpan<char> quantity = TextAt(texts, _quantity);
        bool namesSource = mpn.Length > 0 || TextAt(texts, _manufacturer).Length > 0;
        bool namesPart = _mpn >= 0 && _partNumber >= 0 && TextAt(texts, _partNumber).Length > 0;
        bool isBare = _quantity >= 0 && quantity.Length == 0 && itemQuantity.Length > 0 && find.Length == 0 && TextAt(texts, _designator).Length == 0;
        if (isBare && namesSource && !namesPart)
        {
            return true;
        }

        // Merged cells repeat the find number and the quantity beside each source.
        bool isSameItem = find.Length > 0 && find.SequenceEqual(itemFindNumber) && (quantity.Length == 0 || quantity.SequenceEqual(itemQuantity));
        return isSameItem && mpn.Length > 0 && !mpn.SequenceEqual(MpnOf(_last)) && !namesPart;
    }

    // A row with a level or a parent of its own is a part of the tree.
    private bool IsNested(LineTexts texts)
    {
        foreach (int index in _nesting)
        {
            if (TextAt(texts, index).Length > 0)
            {
                return true;
            }
        }

        return false;
    }

    private ReadOnlySpan<char> MpnOf(LineTexts texts) => TextAt(texts, _mpn >= 0 ? _mpn : _partNumber);

    private static ReadOnlySpan<char> TextAt(LineTexts texts, int index) => index < 0 ? [] : texts[index];
}
