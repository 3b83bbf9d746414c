using System.Buffers;
using System.Text;
using SourcingCompliance.Tables.Storage;

namespace SourcingCompliance.Tables;

/// <summary>
/// One row of a sheet. A reader fills the same object again for the next row, so that a long file costs no memory:
/// a row is valid until the enumeration moves on, and <see cref="Detach"/> keeps it. Texts that a reader only points at become
/// strings when somebody asks for a <see cref="BomCell"/>.
/// </summary>
public sealed partial class BomRow
{
    private const int LeastOwn = 256;

    private CellPlace[] _places;
    private string?[] _strings;
    private char[] _characters = [];
    private char[] _own = [];
    private int _start;
    private int _used;
    private int _inStrings;
    private List<int>? _repeated;
    private List<int>? _formulas;

    /// <summary>An empty row.</summary>
    public BomRow()
        : this(new CellPlace[16], new string?[16])
    {
    }

    private BomRow(CellPlace[] places, string?[] strings) => (_places, _strings) = (places, strings);

    /// <summary>1-based number of the row in its sheet, for csv the 1-based record, blank ones counted.</summary>
    public int Number { get; private set; }

    /// <summary>Number of the last column that was set; columns beyond it are empty.</summary>
    public int Width { get; private set; }

    /// <summary>Whether the file hides the row.</summary>
    public bool IsHidden { get; set; }

    /// <summary>Outline or indentation level that the file stores for the row, 0-based; -1 where it stores none.</summary>
    public int Indent { get; set; } = -1;

    /// <summary>Why the row could not be read; null for a sound row. A row with damage makes its line <c>Open</c>.</summary>
    public string? Damage { get; set; }

    /// <summary>
    /// Which cell that says what the part is could not be read, and why; null when all were. The rest of the row counts, and its line cannot
    /// be better than <c>Open</c>.
    /// </summary>
    public string? UnreadCell { get; set; }

    /// <summary>The cell of a 1-based column; empty where the row has none.</summary>
    public BomCell this[int column]
    {
        get
        {
            if (column < 1 || column > Width)
            {
                return BomCell.Empty;
            }

            ref string? text = ref _strings[column - 1];
            if (text is null)
            {
                text = ShortTexts.Find(TextAt(column)) ?? TextAt(column).ToString();
                _inStrings += text.Length;
            }

            return new BomCell(text, _places[column - 1].Kind);
        }
    }

    /// <summary>Whether a cell is a spreadsheet error, or its trimmed text begins as that of one does.</summary>
    public bool MayHoldErrors { get; private set; }

    /// <summary>Whether the letters of a text may have been lost (<c>????</c>); set by the reader that looks for such texts.</summary>
    public bool MayHoldLostText { get; set; }

    /// <summary>How many characters its texts have together, at the most.</summary>
    public int Length => _used + _inStrings;

    /// <summary>The cells from column 1 to <see cref="Width"/>.</summary>
    public IEnumerable<BomCell> Cells => Enumerable.Range(1, Width).Select(column => this[column]);

    /// <summary>Whether every cell is blank.</summary>
    public bool IsBlank
    {
        get
        {
            foreach (ref readonly CellPlace place in _places.AsSpan(0, Width))
            {
                if (place.Trimmed > 0)
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>What kind of value a 1-based column holds.</summary>
    public CellKind KindAt(int column) => column >= 1 && column <= Width ? _places[column - 1].Kind : CellKind.Empty;

    /// <summary>Whether a 1-based column holds nothing but white space.</summary>
    public bool IsBlankAt(int column) => column < 1 || column > Width || _places[column - 1].Trimmed == 0;

    /// <summary>How many characters <see cref="TrimmedAt"/> gives.</summary>
    public int LengthAt(int column) => column >= 1 && column <= Width ? _places[column - 1].Trimmed : 0;

    /// <summary>The text of a 1-based column, empty where the row has none; valid as long as the row.</summary>
    public ReadOnlySpan<char> TextAt(int column)
    {
        if (column < 1 || column > Width)
        {
            return [];
        }

        ref readonly CellPlace place = ref _places[column - 1];
        return _strings[column - 1] is { } text ? text : _characters.AsSpan(_start + place.Start, place.Length);
    }

    /// <summary>The text of a 1-based column without the white space around it; valid as long as the row.</summary>
    public ReadOnlySpan<char> TrimmedAt(int column)
    {
        if (column < 1 || column > Width)
        {
            return [];
        }

        ref readonly CellPlace place = ref _places[column - 1];
        return _strings[column - 1] is { } text ? text.AsSpan(place.Leading, place.Trimmed)
            : _characters.AsSpan(_start + place.Start + place.Leading, place.Trimmed);
    }

    /// <summary>Copies the trimmed texts of columns into a block that has room for <see cref="Length"/> characters.</summary>
    internal void CopyTo(TextBlock block, int[] columns)
    {
        int held = block.Copy(_characters.AsSpan(_start, _used));
        foreach (int column in columns)
        {
            if (column >= 1 && column <= Width && _strings[column - 1] is null)
            {
                ref readonly CellPlace place = ref _places[column - 1];
                block.Add(held + place.Start + place.Leading, place.Trimmed);
            }
            else
            {
                ReadOnlySpan<char> text = TrimmedAt(column);
                block.Add(block.Copy(text), text.Length);
            }
        }
    }

    /// <summary>
    /// Whether the cell of a 1-based column only repeats the value of a merged cell that begins in a row above: the row shares the
    /// value with that row and says nothing new there.
    /// </summary>
    public bool IsRepeated(int column) => _repeated is not null && _repeated.Contains(column);

    /// <summary>Marks the cell of a 1-based column as the stored result of a formula, in formats that say so (xlsx, ods).</summary>
    public void MarkFormula(int column) => (_formulas ??= []).Add(column);

    /// <summary>Whether the cell of a 1-based column is the stored result of a formula; false where the format does not say.</summary>
    public bool IsFormula(int column) => _formulas is not null && _formulas.Contains(column);

    /// <summary>Makes another row the same as this; it stays valid after the enumeration has moved on.</summary>
    internal void CopyTo(BomRow copy)
    {
        (copy._places, copy._strings) = copy._places.Length < Width ? (new CellPlace[Width], new string?[Width]) : (copy._places, copy._strings);
        copy._own = copy._own.Length < _used ? new char[_used] : copy._own;
        copy.Reset(Number);
        _places.AsSpan(0, Width).CopyTo(copy._places);
        _strings.AsSpan(0, Width).CopyTo(copy._strings);
        _characters.AsSpan(_start, _used).CopyTo(copy._own);
        copy.Hold(copy._own, 0, _used);
        (copy.Width, copy.IsHidden, copy.Indent, copy.Damage) = (Width, IsHidden, Indent, Damage);
        (copy._inStrings, copy.MayHoldErrors, copy.UnreadCell, copy.MayHoldLostText) = (_inStrings, MayHoldErrors, UnreadCell, MayHoldLostText);
        copy._repeated = _repeated is { Count: > 0 } ? [.. _repeated] : null;
        copy._formulas = _formulas is { Count: > 0 } ? [.. _formulas] : null;
    }
}
