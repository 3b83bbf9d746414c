using SourcingCompliance.Lines;
using SourcingCompliance.Lines.Storage;
using SourcingCompliance.Primitives;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Mapping.Rows;

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
    private readonly int[] _names;
    private readonly int[] _descriptions;
    private readonly int[] _origins;
    private readonly KeptText _itemFindNumber = new();
    private readonly KeptText _itemQuantity = new();
    private LineTexts _last;
    private bool _wasAlternate;
    private bool _wasItemNamed;
    private bool _wasItemDescribed;

    public AlternateRows(ColumnMap map, AlternateRows? before = null)
    {
        (LastRow, _wasAlternate, _wasItemNamed, _wasItemDescribed) =
            before is null ? (-1, false, false, false) : (before.LastRow, before._wasAlternate, before._wasItemNamed, before._wasItemDescribed);
        _findNumber = map.IndexOfFirstChoice(BomField.FindNumber);
        _quantity = map.IndexOfFirstChoice(BomField.Quantity);
        _partNumber = map.IndexOfFirstChoice(BomField.PartNumber);
        _mpn = map.IndexOfFirstChoice(BomField.ManufacturerPartNumber);
        _manufacturer = map.IndexOfFirstChoice(BomField.Manufacturer);
        _designator = map.IndexOfFirstChoice(BomField.ReferenceDesignator);
        _nesting = GetColumns(map, field => field is BomField.Level or BomField.Parent);
        _names = GetColumns(map, field => field is BomField.PartNumber or BomField.Name or BomField.Description or BomField.Value);
        _descriptions = GetColumns(map, field => field is BomField.Name or BomField.Description or BomField.Value);
        _origins = GetColumns(map, OriginTexts.IsOfOrigin);
    }

    /// <summary>Row of the last item or source; -1 = none yet.</summary>
    public int LastRow { get; private set; }

    /// <summary>Whether the last item or source fills a column, by its 0-based place among the mapped columns.</summary>
    public bool LastFills(int column) => TextAt(_last, column).Length > 0;

    /// <summary>Whether the row is another source of the item above; remembers the row for the next.</summary>
    /// <param name="row">The row.</param>
    /// <param name="texts">Its texts in their block; those of the row before are still there.</param>
    /// <param name="isSource">Whether it is known to be one, because it names no part.</param>
    public bool Follows(BomRow row, LineTexts texts, bool isSource)
    {
        bool isAlternate = isSource || IsAlternate(row, texts);
        if (isAlternate && !_wasAlternate)
        {
            // The row before was the item; its block may be filled again before the last of the sources is read.
            _itemFindNumber.Set(TextAt(_last, _findNumber));
            _itemQuantity.Set(TextAt(_last, _quantity));
        }

        if (!isAlternate)
        {
            _wasItemNamed = FillsAny(texts, _names);
            _wasItemDescribed = FillsAny(texts, _descriptions);
        }

        (_last, LastRow, _wasAlternate) = (texts, row.Number, isAlternate);
        return isAlternate;
    }

    private bool IsAlternate(BomRow row, LineTexts texts)
    {
        bool isNext = LastRow >= 0 && row.Number == LastRow + 1;
        if (!isNext || (_manufacturer < 0 && _mpn < 0 && _origins.Length == 0) || TextAt(texts, _designator).Length > 0)
        {
            return false;
        }

        ReadOnlySpan<char> itemQuantity = _wasAlternate ? _itemQuantity.Span : TextAt(_last, _quantity);
        ReadOnlySpan<char> itemFindNumber = _wasAlternate ? _itemFindNumber.Span : TextAt(_last, _findNumber);
        ReadOnlySpan<char> mpn = GetMpn(texts);
        ReadOnlySpan<char> find = TextAt(texts, _findNumber);
        ReadOnlySpan<char> quantity = TextAt(texts, _quantity);
        bool namesSource = mpn.Length > 0 || TextAt(texts, _manufacturer).Length > 0;
        bool namesPart = _mpn >= 0 && _partNumber >= 0 && TextAt(texts, _partNumber).Length > 0;
        bool isBare = _quantity >= 0 && quantity.Length == 0 && itemQuantity.Length > 0 && find.Length == 0;
        if (find.Length == 0 && namesSource && IsUnnamed(texts, quantity, isBare))
        {
            return true;
        }

        if (FillsAny(texts, _nesting))
        {
            // A row with a level or a parent of its own is a part of the tree.
            return false;
        }

        if (isBare && namesSource && (_manufacturer >= 0 || _mpn >= 0) && !namesPart)
        {
            return true;
        }

        // Merged cells repeat the find number and the quantity beside each source.
        bool isSameItem = find.Length > 0 && find.SequenceEqual(itemFindNumber) && (quantity.Length == 0 || quantity.SequenceEqual(itemQuantity));
        return isSameItem && mpn.Length > 0 && !mpn.SequenceEqual(GetMpn(_last)) && !namesPart;
    }

    // Only a maker's number below an item with a name, or a number without a word below one that is described: also with a level, for
    // some systems write the approved makers of an item below it as if they were its parts.
    private bool IsUnnamed(LineTexts texts, ReadOnlySpan<char> quantity, bool isBare)
    {
        if (_wasItemNamed && !FillsAny(texts, _names))
        {
            return quantity.Length == 0 || (_wasItemDescribed && _descriptions.Length > 0);
        }

        bool tellsSource = TextAt(texts, _manufacturer).Length > 0 || FillsAny(texts, _origins);
        return isBare && tellsSource && _wasItemDescribed && !FillsAny(texts, _descriptions);
    }

    private static bool FillsAny(LineTexts texts, int[] columns)
    {
        foreach (int index in columns)
        {
            if (TextAt(texts, index).Length > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static int[] GetColumns(ColumnMap map, Func<BomField, bool> isWanted) =>
        [.. Enumerable.Range(0, map.Columns.Length).Where(index => map.Columns[index].IsKnown && isWanted(map.Columns[index].Field))];

    private ReadOnlySpan<char> GetMpn(LineTexts texts) => TextAt(texts, _mpn >= 0 ? _mpn : _partNumber);

    private static ReadOnlySpan<char> TextAt(LineTexts texts, int index) => index < 0 ? [] : texts[index];
}
