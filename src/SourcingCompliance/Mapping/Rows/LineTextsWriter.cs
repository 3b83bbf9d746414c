using SourcingCompliance.Lines;
using SourcingCompliance.Lines.Storage;
using SourcingCompliance.Mapping.Columns;
using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Primitives;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Mapping.Rows;

/// <summary>Puts the trimmed texts of lines into blocks, and makes the lines there.</summary>
/// <param name="map">How the sheet's columns were understood.</param>
/// <param name="blocks">Where blocks come from.</param>
/// <param name="words">The words of cells.</param>
internal sealed class LineTextsWriter(ColumnMap map, LineBlocks blocks, HeaderWords words)
{
    private readonly StatedTexts _stated = new(words);
    private readonly int[] _columns = [.. map.Columns.Select(column => column.Column)];
    private readonly WrittenAs[]? _forms = GetForms(map);
    private readonly KeptText _carried = new();
    private LineBlock _block = new(0, 0);

    // What the first of several ditto marks in a row of cells stands for: "ditto, 20 mm" and "ditto, 30 mm" each add to that, not to each other.
    private readonly string?[] _bases = new string?[map.Columns.Length];
    private bool _holdsBases;
    private LineTexts _last;

    /// <summary>Cells that said what the cell above says, and got its text.</summary>
    public int Dittos { get; private set; }

    /// <summary>The first of them; null = there is none.</summary>
    public CellRef? FirstDitto { get; private set; }

    /// <summary>
    /// Copies the texts of a row. In a column of part numbers the address of a web page is replaced by the part number that it names, and an
    /// empty cell of a column that is carried down gets the text of the row above.
    /// </summary>
    public LineTexts Write(BomRow row)
    {
        bool isFormed = _forms is not null && NeedsForms(row, _forms);
        return _last = isFormed || HoldsDitto(row) ? WriteFormed(row) : WritePlain(row);
    }

    private LineTexts WritePlain(BomRow row)
    {
        if (_holdsBases)
        {
            Array.Clear(_bases);
            _holdsBases = false;
        }

        if (!_block.HasRoom(row.Length, _columns.Length))
        {
            _block = blocks.Take(row.Length, _columns.Length);
        }

        var texts = new LineTexts(_block, _block.Count);
        row.CopyTo(_block, _columns);
        return texts;
    }

    /// <summary>The line of a row whose texts <see cref="Write"/> gave last.</summary>
    public BomLine Line(BomRow row, LineTexts texts, int indent, bool isAlternate) =>
        _block.NextLine(map).Fill(map, row.Number, texts, row.Damage, indent, isAlternate, row.UnreadCell);

    private static WrittenAs[]? GetForms(ColumnMap map)
    {
        WrittenAs[] forms = [.. map.Columns.Select(column => column.IsCarriedDown ? WrittenAs.CarriedDown
            : !column.States.IsEmpty ? WrittenAs.Stated
            : column.Field is not (BomField.PartNumber or BomField.ManufacturerPartNumber or BomField.SupplierPartNumber) ? WrittenAs.ItStands
            : map.Columns.Any(other => other.Column == column.Column && other.Field == BomField.Notes) ? WrittenAs.PartOfLinkOnly : WrittenAs.PartOfLink)];
        return Array.TrueForAll(forms, form => form == WrittenAs.ItStands) ? null : forms;
    }

    private bool NeedsForms(BomRow row, WrittenAs[] forms)
    {
        for (int i = 0; i < forms.Length; i++)
        {
            bool needs = forms[i] switch
            {
                WrittenAs.PartOfLink or WrittenAs.PartOfLinkOnly => CellShapes.IsUrl(row.TrimmedAt(_columns[i])),
                WrittenAs.CarriedDown => true,
                WrittenAs.Stated => _stated.IsStated(row, map.Columns[i]),
                _ => false,
            };
            if (needs)
            {
                return true;
            }
        }

        return false;
    }

    private bool HoldsDitto(BomRow row)
    {
        foreach (int column in _columns)
        {
            if (_last.Block is not null && DittoMarks.LengthIn(row.TrimmedAt(column)) > 0)
            {
                return true;
            }
        }

        return false;
    }

    // What a cell says whose text stands for the text above it, wholly or at its beginning; null = it speaks for itself.
    private string? GetDitto(BomRow row, int at)
    {
        ReadOnlySpan<char> text = row.TrimmedAt(_columns[at]);
        int length = _last.Block is null ? 0 : DittoMarks.LengthIn(text);
        ReadOnlySpan<char> above = length == 0 ? [] : _bases[at] ?? _last[at];
        return above.IsEmpty ? null : string.Concat(above, text[length..]);
    }

    private LineTexts WriteFormed(BomRow row)
    {
        int length = _carried.Span.Length;
        for (int i = 0; i < _columns.Length; i++)
        {
            length += row.LengthAt(_columns[i]);
            length += GetForm(i) == WrittenAs.Stated && _stated.IsStated(row, map.Columns[i]) ? _stated.Get(row, map.Columns[i]).Length : 0;
            length += GetDitto(row, i)?.Length ?? 0;
        }

        if (!_block.HasRoom(length, _columns.Length))
        {
            _block = blocks.Take(length, _columns.Length);
        }

        var texts = new LineTexts(_block, _block.Count);
        Span<char> plain = stackalloc char[LinkPartNumber.LongestPart];
        for (int i = 0; i < _columns.Length; i++)
        {
            WrittenAs form = GetForm(i);
            ReadOnlySpan<char> text = row.TrimmedAt(_columns[i]);
            if (GetDitto(row, i) is { } above)
            {
                Dittos++;
                _bases[i] ??= _last[i].ToString();
                _holdsBases = true;
                FirstDitto ??= map.Sheet with { Row = row.Number, Column = _columns[i] };
                _block.Add(_block.Copy(above), above.Length);
                continue;
            }

            _bases[i] = null;
            if (form == WrittenAs.CarriedDown)
            {
                if (text.Length > 0)
                {
                    _carried.Set(text);
                }

                text = _carried.Span;
            }
            else if (form == WrittenAs.Stated)
            {
                text = _stated.IsStated(row, map.Columns[i]) ? _stated.Get(row, map.Columns[i]) : text;
            }
            else if (form != WrittenAs.ItStands && CellShapes.IsUrl(text) && (form == WrittenAs.PartOfLinkOnly || !LinkPartNumber.Get(text).IsEmpty))
            {
                int written = LinkPartNumber.Unescape(LinkPartNumber.Get(text), plain);
                _block.Add(_block.Copy(plain[..written]), written);
                continue;
            }

            _block.Add(_block.Copy(text), text.Length);
        }

        return texts;
    }

    private WrittenAs GetForm(int at) => _forms is null ? WrittenAs.ItStands : _forms[at];

    // How the text of a column is written.
    private enum WrittenAs : byte
    {
        ItStands,

        // An address stays as it is when it names no part number.
        PartOfLink,

        // The address itself is read as a remark, so that an address without a part number is no part number.
        PartOfLinkOnly,
        CarriedDown,

        // What the header says, with the cell that confirms it.
        Stated,
    }
}
