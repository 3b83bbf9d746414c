using SourcingCompliance.Lines;
using SourcingCompliance.Mapping.Columns;
using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Primitives;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Mapping.Rows;

/// <summary>What the cells of a row say, by the columns of their table. The rows of a long list pass through it, so it keeps nothing of them.</summary>
internal sealed class RowColumns
{
    private readonly HeaderWords _words;
    private readonly int[] _columns;
    private readonly string[] _headers;
    private readonly CellWorth[] _worths;
    private readonly bool[] _areBeside;
    private readonly int _findNumber;
    private readonly int _quantity;
    private readonly int _indented;

    /// <summary>Reads the rows of a table.</summary>
    /// <param name="map">Its columns.</param>
    /// <param name="words">The words of the vocabulary.</param>
    public RowColumns(ColumnMap map, HeaderWords words)
    {
        _words = words;
        _columns = [.. map.Columns.Select(column => column.Column)];
        _headers = [.. map.Columns.Select(column => column.Header)];
        _worths = [.. map.Columns.Select(column => column.IsKnown ? GetWorth(column.Field) : CellWorth.Unknown)];
        int firstHeaded = Array.FindIndex(_headers, header => header.Length > 0);
        int lastHeaded = Array.FindLastIndex(_headers, header => header.Length > 0);
        _areBeside = [.. _headers.Select((_, i) => i < firstHeaded || i > lastHeaded)];
        Known = _worths.Count(worth => worth != CellWorth.Unknown);
        FirstKnown = Array.FindIndex(_worths, worth => worth != CellWorth.Unknown);
        _findNumber = map.IndexOfFirstChoice(BomField.FindNumber);
        _quantity = map.IndexOfFirstChoice(BomField.Quantity);
        _indented = new[] { BomField.PartNumber, BomField.Name, BomField.Description }.Select(map.IndexOfFirstChoice).FirstOrDefault(index => index >= 0, -1);
    }

    /// <summary>How many columns have a known meaning.</summary>
    public int Known { get; }

    /// <summary>0-based place of the first of them; -1 = none.</summary>
    public int FirstKnown { get; }

    /// <summary>The trimmed text of a mapped column, by its 0-based place.</summary>
    public ReadOnlySpan<char> TextAt(BomRow row, int at) => row.TrimmedAt(_columns[at]);

    /// <summary>Whether the row has a find number.</summary>
    public bool IsNumbered(BomRow row) => _findNumber >= 0 && !row.IsBlankAt(_columns[_findNumber]);

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

    /// <summary>Counts the cells of a row by what they say.</summary>
    /// <param name="row">The row.</param>
    /// <param name="above">Knows which columns the line above fills.</param>
    public RowCells GetCells(BomRow row, AlternateRows above)
    {
        var cells = new RowCells { First = -1, AreUnknownFilledAbove = true };
        for (int i = 0; i < _columns.Length; i++)
        {
            int length = row.LengthAt(_columns[i]);
            if (length == 0)
            {
                continue;
            }

            if (_worths[i] == CellWorth.Unknown)
            {
                // A text beside the list, below no header, is nobody's. Between headers it is what slipped out of a column.
                if (!_areBeside[i] && cells.Naming == 0 && HasLetter(row.TrimmedAt(_columns[i])))
                {
                    cells.Unknown++;
                    cells.AreUnknownFilledAbove &= above.LastFills(i);
                }

                continue;
            }

            cells.AsLongAsHeader += length == _headers[i].Length ? 1 : 0;
            cells.First = cells.First < 0 ? i : cells.First;
            cells.Filled++;
            switch (_worths[i])
            {
                case CellWorth.NamesPart:
                    cells.Naming++;
                    break;
                case CellWorth.NamesMaterial:
                    cells.NamesMaterial = true;
                    break;
                case CellWorth.Describes:
                    cells.Describing++;
                    break;
                case CellWorth.StatesOrigin:
                    cells.Origins++;
                    break;
                case CellWorth.Tells:
                    cells.Telling++;
                    break;
            }
        }

        return cells;
    }

    /// <summary>Whether any text of a row says something: formulas that are filled down below a list leave FALSE, N/A or an error in every row.</summary>
    public bool SaysSomething(BomRow row)
    {
        for (int i = 0; i < _columns.Length; i++)
        {
            ReadOnlySpan<char> text = row.TrimmedAt(_columns[i]);
            if (HasLetter(text) && text[0] != '#' && row.KindAt(_columns[i]) != CellKind.Error
                && HeaderKey.Compute(text, splitCamelCase: false) is var key && !_words.Yes.Contains(key)
                && !_words.No.Contains(key) && !_words.NoNames.Contains(key))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a text is a header of the table: a legend says again what the columns are called ("Part No | our own number").</summary>
    public bool IsHeader(ReadOnlySpan<char> text)
    {
        foreach (string header in _headers)
        {
            if (header.Length == text.Length && text.Equals(header, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the row states a quantity that is not 0.</summary>
    public bool HasCount(BomRow row)
    {
        if (_quantity < 0)
        {
            return false;
        }

        // A list that was typed by hand has a bullet in front of each row.
        ReadOnlySpan<char> text = row.TrimmedAt(_columns[_quantity]).TrimStart("*•· ");
        return text.Length > 0 && text is not "0" && char.IsAsciiDigit(text[0]);
    }

    /// <summary>How many blanks, dots and lines stand in front of the part's name; -1 = none, or the table names no part.</summary>
    public int GetLead(BomRow row)
    {
        if (_indented < 0)
        {
            return -1;
        }

        ReadOnlySpan<char> text = row.TextAt(_columns[_indented]);
        int lead = TreeGlyphs.GetLead(text);

        // A single blank is a slip of the hand, not a level.
        bool isSlip = lead == 1 && char.IsWhiteSpace(text[0]);
        return lead == 0 || lead == text.Length || isSlip ? -1 : lead;
    }

    private static CellWorth GetWorth(BomField field) => field switch
    {
        BomField.FindNumber or BomField.Quantity or BomField.UnitCost or BomField.Mass or BomField.Level or BomField.Unit or BomField.Revision
            or BomField.Cots or BomField.Parent or BomField.NotInstalled or BomField.Installed => CellWorth.Counts,
        BomField.Material or BomField.Grade => CellWorth.NamesMaterial,
        BomField.Category or BomField.Notes => CellWorth.Describes,
        _ when OriginTexts.IsOfOrigin(field) => CellWorth.StatesOrigin,
        _ => ColumnMapper.NamesPart(field) || field == BomField.ReferenceDesignator ? CellWorth.NamesPart : CellWorth.Tells,
    };

    private static bool HasLetter(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (char.IsLetter(c))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a cell is a number.</summary>
    public static bool HoldsNumber(BomRow row)
    {
        for (int column = 1; column <= row.Width; column++)
        {
            if (row.KindAt(column) == CellKind.Number || (!row.IsBlankAt(column) && CellShapes.IsNumeric(row.TrimmedAt(column))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How many cells are filled, under a header or not.</summary>
    public static int GetFilled(BomRow row)
    {
        int filled = 0;
        for (int column = 1; column <= row.Width; column++)
        {
            filled += row.IsBlankAt(column) ? 0 : 1;
        }

        return filled;
    }
}
