using System.Buffers.Binary;
using System.Globalization;

namespace SourcingCompliance.Formats.Reading.Xls;

/// <summary>
/// The books of one sheet of an old workbook: what its records state of its rows and columns, against the cells that stand there. A binary
/// workbook has no checksums, but it says most things twice, and programs keep both exact.
/// </summary>
/// <param name="offset">Where the sheet begins in the stream.</param>
/// <param name="texts">The workbook's table of texts.</param>
/// <param name="isBiff8">Whether the workbook is of version 8, not 5.</param>
internal sealed class SheetBooks(long offset, SharedTextCount texts, bool isBiff8)
{
    private const int LastRow = 65_536;

    private readonly Dictionary<int, (int First, int End)> _rows = [];
    private readonly HashSet<int> _rowsWithCells = [];
    private int _statedRows = -1;
    private int _statedColumns;
    private int _endRow;
    private int _row;
    private int _column = -1;
    private int _stranger = -1;

    /// <summary>Where the sheet begins in the stream.</summary>
    public long Offset => offset;

    /// <summary>How many cells hold a number or a text that is not empty, formulas not counted.</summary>
    public long Values { get; private set; }

    /// <summary>The last column with a cell, 1-based; 0 = there is none.</summary>
    public int LastColumn { get; private set; }

    /// <summary>The first contradiction; null = none.</summary>
    public BookError? Error { get; private set; }

    /// <summary>Takes note of a record.</summary>
    /// <exception cref="ReadingStoppedException">A cell's record is not as long as such a record is.</exception>
    public void Take(BiffRecords record)
    {
        switch (record.Id)
        {
            case BiffIds.Dimensions when record.Length >= 10:
                TakeDimensions(record);
                break;
            case BiffIds.Row when record.Length >= 6:
                TakeRow(record);
                break;
            case BiffIds.Numbers or BiffIds.Blanks:
                TakeSeveral(record);
                break;
            case BiffIds.Blank:
                TakeCell(record, record.Length == 6);
                break;
            case BiffIds.SharedText:
                TakeCell(record, record.Length == 10);
                TakeSharedText(record.LongNumber(6));
                break;
            case BiffIds.ShortNumber:
                TakeCell(record, record.Length == 10);
                Values++;
                break;
            case BiffIds.Number:
                TakeCell(record, record.Length == 14);
                Values++;
                break;
            case BiffIds.TruthOrError:
                TakeCell(record, record.Length == 8);
                break;
            case BiffIds.Text or BiffIds.RichText:
                TakeCell(record, record.Length >= 8 && record.Number(6) + (isBiff8 && record.Id == BiffIds.Text ? 9 : 8) <= record.Length);
                Values += record.Number(6) > 0 ? 1 : 0;
                break;
            case BiffIds.Formula or BiffIds.FormulaOf3 or BiffIds.FormulaOf4:
                TakeCell(record, record.Length >= 16);
                break;
            default:
                _stranger = _column >= 0 && !BiffIds.MayStandAmongCells(record.Id) ? record.Id : _stranger;
                break;
        }
    }

    /// <summary>Compares what was stated with what was found, once the sheet has ended.</summary>
    public void Close()
    {
        int lost = _rows.Count(row => row.Value.End > row.Value.First && !_rowsWithCells.Contains(row.Key));
        bool isRowStatedEmpty = _rows.TryGetValue(_statedRows - 1, out (int First, int End) last) && last.End <= last.First;
        if (_statedRows > _endRow && _statedRows < LastRow && !isRowStatedEmpty)
        {
            Contradict(_endRow, $"it states {_statedRows} rows, and the last cell stands in row {_endRow}; rows may be lost", false);
        }
        else if (lost > Math.Max(2, _rows.Count / 10))
        {
            // Programs leave one or two such rows behind when their cells are deleted.
            Contradict(_endRow, $"{lost} of its rows state cells that are not there; cells may be lost", false);
        }
        else if (_statedRows > 0 && _statedColumns > LastColumn && _statedColumns < 256)
        {
            Contradict(_endRow, $"it states {_statedColumns} columns, and the last cell stands in column {LastColumn}; cells may be lost", true);
        }
    }

    private static ReadingStoppedException Damaged(BiffRecords record) => Stop.Damaged(string.Create(
        CultureInfo.InvariantCulture, $"The old workbook is damaged: a cell's record (type 0x{record.Id:X}) is {record.Length} bytes long, which such a "
            + $"record never is. What comes after it was not read."));

    private void TakeDimensions(BiffRecords record)
    {
        bool isLong = record.Length >= 14;
        _statedRows = isLong ? (int)Math.Min(record.LongNumber(4), int.MaxValue) : record.Number(2);
        _statedColumns = record.Number(isLong ? 10 : 6);
    }

    private void TakeRow(BiffRecords record)
    {
        if (!_rows.TryAdd(record.Number(0), (record.Number(2), record.Number(4))))
        {
            Contradict(record.Number(0) + 1, "a row is described twice", false);
        }
    }

    private void TakeSeveral(BiffRecords record)
    {
        int width = record.Id == BiffIds.Numbers ? 6 : 2;
        int cells = (record.Length - 6) / width;
        if (record.Length < 6 + width || (record.Length - 6) % width != 0)
        {
            throw Damaged(record);
        }

        Place(record.Number(0), record.Number(2), record.Number(2) + cells - 1);
        if (BinaryPrimitives.ReadUInt16LittleEndian(record.Body[^2..]) != record.Number(2) + cells - 1)
        {
            Contradict(record.Number(0) + 1, "several cells of a row end in another column than they state", false);
        }

        Values += record.Id == BiffIds.Numbers ? cells : 0;
    }

    private void TakeCell(BiffRecords record, bool isOfLength)
    {
        if (!isOfLength)
        {
            throw Damaged(record);
        }

        Place(record.Number(0), record.Number(2), record.Number(2));
    }

    private void TakeSharedText(uint number)
    {
        bool? isFilled = texts.Use(number);
        Values += isFilled == true ? 1 : 0;
        if (isFilled is null)
        {
            Contradict(_row + 1, "a cell refers to a text that the table of texts does not hold", false);
        }
    }

    private void Place(int row, int first, int last)
    {
        bool hasExtent = _rows.TryGetValue(row, out (int First, int End) stated) && stated.End > stated.First;
        if (_stranger >= 0)
        {
            Contradict(row + 1, string.Create(CultureInfo.InvariantCulture, $"a record of the type 0x{_stranger:X} stands among its cells, where none may; "
                + $"a cell may be lost"), false);
            _stranger = -1;
        }

        if (_column >= 0 && (row < _row || (row == _row && first <= _column)))
        {
            // Some export libraries write cells as they come, and rows without their extent.
            Contradict(row + 1, $"a cell of row {row + 1} stands after one of row {_row + 1} or of a later column", !hasExtent);
        }

        if (hasExtent && (first < stated.First || last >= stated.End))
        {
            Contradict(row + 1, "a cell stands outside the columns that its row states", false);
        }

        if (_statedRows > 0 && (row >= _statedRows || last >= _statedColumns))
        {
            Contradict(row + 1, $"a cell stands outside the {_statedRows} rows and {_statedColumns} columns that the sheet states", false);
        }

        (_row, _column) = (row, last);
        _endRow = Math.Max(_endRow, row + 1);
        LastColumn = Math.Max(LastColumn, last + 1);
        _rowsWithCells.Add(row);
    }

    // What is certain outweighs what some programs do.
    private void Contradict(int row, FormattableString what, bool isDoubtful) => Contradict(row, FormattableString.Invariant(what), isDoubtful);

    private void Contradict(int row, string what, bool isDoubtful)
    {
        if (Error is null || (Error.IsDoubtful && !isDoubtful))
        {
            Error = new BookError(row, what, isDoubtful);
        }
    }
}
