using SourcingCompliance.Formats.Reading.Packages;
using SourcingCompliance.Formats.Reading.Xlsx;
using SourcingCompliance.Primitives;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading.Ods;

/// <summary>Reads the rows of one table of an OpenDocument spreadsheet, once, forward (ODF 1.3 part 3 §9.1).</summary>
internal sealed class OdsRows : IDisposable
{
    private readonly Utf8XmlScanner _scanner;
    private readonly ReadLimits _limits;
    private readonly OdsCell _cell;
    private readonly RepeatBudget _repeated;
    private readonly VerticalMerges _merges;
    private readonly List<(int Column, BomCell Cell, bool IsFormula)> _cells = [];
    private readonly List<(MergedRange Range, BomCell Value)> _begun = [];
    private readonly int _tableDepth;
    private readonly CellRef _sheet;
    private readonly OnceDiagnostics _diagnostics;
    private readonly List<BomAside> _asides;
    private int _unreadFormulas;
    private CellRef _firstUnread;
    private int _number;
    private int _repeats;
    private int _statedRepeats;
    private bool _isHidden;
    private int _groups;
    private bool _hasGroups;

    /// <summary>Begins a pass.</summary>
    /// <param name="scanner">At the start of the content part; closed with the pass.</param>
    /// <param name="index">0-based index of the table.</param>
    /// <param name="limits">What a file may cost at the most.</param>
    /// <param name="sheet">Address of the sheet.</param>
    /// <param name="asides">Receives the comments on cells, anew in each pass.</param>
    /// <param name="diagnostics">Receives SC9120 for formulas without stored results, once the sheet is read.</param>
    /// <exception cref="ReadingStoppedException">The content is damaged.</exception>
    public OdsRows(Utf8XmlScanner scanner, int index, ReadLimits limits, CellRef sheet, List<BomAside> asides, OnceDiagnostics diagnostics)
    {
        _asides = asides;
        _asides.Clear();
        _sheet = sheet;
        _diagnostics = diagnostics;
        _scanner = scanner;
        _limits = limits;
        _repeated = new RepeatBudget(limits);
        _merges = new VerticalMerges([], _repeated);
        _cell = new OdsCell(scanner, limits);
        _tableDepth = GoToTable(index);
    }

    /// <summary>Fills the row with the next one that holds a value; false after the last.</summary>
    /// <exception cref="ReadingStoppedException">The content is damaged or a limit is reached.</exception>
    public bool Read(BomRow row)
    {
        while (_repeats == 0)
        {
            if (!ReadNextRow())
            {
                if (_unreadFormulas > 0)
                {
                    FormulaCell.Report(_unreadFormulas, _firstUnread, _diagnostics);
                }

                return false;
            }
        }

        if (--_repeats < _statedRepeats - 1)
        {
            _repeated.CountRow(_cells.Count);
        }

        _number++;
        if (_number > _limits.MaximumRows)
        {
            throw Stop.AtLimit("rows of one sheet", _limits.MaximumRows, nameof(ReadLimits.MaximumRows));
        }

        row.Reset(_number);
        row.IsHidden = _isHidden;
        row.Indent = _hasGroups ? _groups : -1;
        foreach ((int column, BomCell cell, bool isFormula) in _cells)
        {
            row.Set(column, cell);
            if (isFormula)
            {
                row.MarkFormula(column);
            }
        }

        _merges.Apply(row);
        foreach ((MergedRange range, BomCell value) in _begun)
        {
            _merges.Begin(new(range.Column, _number, (int)Math.Min((long)_number + range.LastRow, int.MaxValue)), value);
        }

        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _scanner.Dispose();

    private int GoToTable(int index)
    {
        int tableDepth = int.MaxValue;
        while (_scanner.Read())
        {
            if (_scanner.Token == Utf8XmlToken.End)
            {
                tableDepth = _scanner.Depth < tableDepth ? int.MaxValue : tableDepth;
            }
            else if (_scanner.Token is Utf8XmlToken.Start or Utf8XmlToken.Empty
                && _scanner.Name.SequenceEqual("table"u8) && _scanner.Depth < tableDepth)
            {
                if (index-- == 0)
                {
                    return _scanner.Token == Utf8XmlToken.Start ? _scanner.Depth : int.MaxValue;
                }

                tableDepth = _scanner.Token == Utf8XmlToken.Start ? _scanner.Depth : int.MaxValue;
            }
        }

        throw Stop.Damaged("The spreadsheet has fewer sheets than it had when it was opened.");
    }

    /// <summary>Goes to the next row with a value and counts the blank ones; false after the last.</summary>
    private bool ReadNextRow()
    {
        while (_tableDepth != int.MaxValue && _scanner.Read())
        {
            switch (_scanner.Token)
            {
                case Utf8XmlToken.Start or Utf8XmlToken.Empty when _scanner.Name.SequenceEqual("table-row"u8):
                    int repeats = Math.Max(CellAddress.ParseNumber(_scanner.Attribute("number-rows-repeated"u8)), 1);
                    _isHidden = _scanner.Attribute("visibility"u8) is [(byte)'c', ..] or [(byte)'f', ..];
                    if (_scanner.Token == Utf8XmlToken.Start)
                    {
                        ReadCells();
                    }
                    else
                    {
                        _cells.Clear();
                    }

                    if (_cells.Count > 0)
                    {
                        _repeats = repeats;
                        _statedRepeats = repeats;
                        return true;
                    }

                    // Blank rows at the end are repeated to the last row of the sheet; they cost nothing.
                    _number = (int)Math.Min((long)_number + repeats, int.MaxValue / 2);
                    break;
                case Utf8XmlToken.Start or Utf8XmlToken.Empty when _scanner.Name.SequenceEqual("table-cell"u8) && _scanner.HasPrefix("table:"u8):
                    throw Utf8XmlSyntax.Unexpected(_scanner.Name, "the rows of the sheet");
                case Utf8XmlToken.Start when _scanner.Name.SequenceEqual("table-row-group"u8):
                    _hasGroups = true;
                    _groups++;
                    break;
                case Utf8XmlToken.End when _scanner.Name.SequenceEqual("table-row-group"u8):
                    _groups--;
                    break;
                case Utf8XmlToken.End when _scanner.Depth < _tableDepth:
                    return false;
                default:
                    break;
            }
        }

        return false;
    }

    private void ReadCells()
    {
        _cells.Clear();
        _begun.Clear();
        int depth = _scanner.Depth;
        long column = 1;
        while (_scanner.Read())
        {
            if (_scanner.Token == Utf8XmlToken.End && _scanner.Depth < depth)
            {
                return;
            }

            if (_scanner.Token is not (Utf8XmlToken.Start or Utf8XmlToken.Empty))
            {
                continue;
            }

            bool isCovered = _scanner.Name.SequenceEqual("covered-table-cell"u8);
            if (!isCovered && !_scanner.Name.SequenceEqual("table-cell"u8))
            {
                throw Utf8XmlSyntax.Unexpected(_scanner.Name, "the cells of a row");
            }

            int repeats = Math.Max(CellAddress.ParseNumber(_scanner.Attribute("number-columns-repeated"u8)), 1);
            int rowsSpanned = CellAddress.ParseNumber(_scanner.Attribute("number-rows-spanned"u8));
            BomCell cell = _cell.Read(hasContent: _scanner.Token == Utf8XmlToken.Start);
            if (_cell.Note is { Length: > 0 } note)
            {
                _asides.Add(new BomAside("comment", _number + 1, (int)Math.Min(column, int.MaxValue), note));
            }

            if (_cell.IsUnreadFormula && !isCovered && _unreadFormulas++ == 0)
            {
                _firstUnread = _sheet with { Row = _number + 1, Column = (int)column };
            }

            // What a merge covers is not shown, whatever the file keeps under it.
            if (cell.Kind != CellKind.Empty && !isCovered)
            {
                Add(cell, column, repeats, rowsSpanned);
            }

            column += repeats;
        }
    }

    private void Add(BomCell cell, long column, int repeats, int rowsSpanned)
    {
        if (column + repeats - 1 > _limits.MaximumColumns)
        {
            throw Stop.AtLimit("columns", _limits.MaximumColumns, nameof(ReadLimits.MaximumColumns));
        }

        _repeated.CountCells(repeats - 1);
        for (int i = 0; i < repeats; i++)
        {
            _cells.Add(((int)column + i, cell, _cell.IsFormula));
        }

        if (rowsSpanned > 1)
        {
            // The row's number is known when it is handed out: the range keeps how many rows it goes on.
            _begun.Add((new((int)column, 0, rowsSpanned - 1), cell));
        }
    }
}
