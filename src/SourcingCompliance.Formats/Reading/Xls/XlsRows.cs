using System.Globalization;
using ExcelDataReader;
using SourcingCompliance.Formats.Reading.Xlsx;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading.Xls;

/// <summary>Reads the rows of one sheet of an old workbook, once, forward.</summary>
internal sealed class XlsRows : IDisposable
{
    private readonly IExcelDataReader _parser;
    private readonly VerticalMerges _merges;
    private readonly ReadLimits _limits;
    private readonly SheetBooks? _books;
    private long _values;
    private readonly RecentTexts _texts = new();
    private readonly Dictionary<string, byte> _paddedDigits = new(StringComparer.Ordinal);

    /// <summary>Begins a pass.</summary>
    /// <param name="content">The whole file.</param>
    /// <param name="sheet">0-based index of the sheet.</param>
    /// <param name="books">What its records hold; null = it is not known.</param>
    /// <param name="limits">What a file may cost at the most.</param>
    /// <exception cref="ReadingStoppedException">The file is damaged.</exception>
    public XlsRows(Stream content, int sheet, SheetBooks? books, ReadLimits limits)
    {
        _books = books;
        _limits = limits;
        _parser = XlsBomReader.Guard(() => XlsBomReader.NewParser(content, limits.Cancellation));
        _merges = XlsBomReader.Guard(() =>
        {
            for (int i = 0; i < sheet; i++)
            {
                _parser.NextResult();
            }

            return new VerticalMerges([.. (_parser.MergeCells ?? [])
                .Where(range => range.ToRow > range.FromRow)
                .Select(range => new MergedRange(range.FromColumn + 1, range.FromRow + 1, range.ToRow + 1))], new RepeatBudget(limits));
        });
    }

    /// <summary>Fills the row with the next one that holds a value; false after the last.</summary>
    /// <exception cref="ReadingStoppedException">The file is damaged or a limit is reached.</exception>
    public bool Read(BomRow row) => XlsBomReader.Guard(() =>
    {
        while (_parser.Read())
        {
            int number = _parser.Depth + 1;
            if (number > _limits.MaximumRows)
            {
                throw Stop.AtLimit("rows of one sheet", _limits.MaximumRows, nameof(ReadLimits.MaximumRows));
            }

            row.Reset(number);
            row.IsHidden = _parser.RowHeight == 0;
            ReadCells(row);
            _merges.Apply(row);
            if (row.Width > 0)
            {
                return true;
            }
        }

        return _books is null || _values >= _books.Values ? false
            : throw Stop.Damaged(string.Create(CultureInfo.InvariantCulture, $"The sheet contains {_books.Values} numbers and texts, of which "
                + $"{_values} could be read."));
    });

    /// <inheritdoc/>
    public void Dispose() => _parser.Dispose();

    private void ReadCells(BomRow row)
    {
        // Some programs state columns of which none is filled, in each of 65,536 rows.
        int count = Math.Min(Math.Min(_parser.FieldCount, _books?.LastColumn ?? int.MaxValue), _limits.MaximumColumns);
        for (int i = 0; i < count; i++)
        {
            BomCell cell = GetValue(i);
            if (cell.Kind != CellKind.Empty)
            {
                _values++;
                row.Set(i + 1, cell);
            }
        }
    }

    private BomCell GetValue(int column)
    {
        // ExcelDataReader 3.6 gives null for error cells: they read as blank, which no check takes for an answer.
        return _parser.GetValue(column) switch
        {
            string text => text.Length == 0 ? BomCell.Empty : new BomCell(_texts.GetOrAdd(text), CellKind.Text),
            double number => new BomCell(Padded(NumberText.Format(number), column), CellKind.Number),
            int number => new BomCell(Padded(number.ToString(CultureInfo.InvariantCulture), column), CellKind.Number),
            bool truth => new BomCell(truth ? "TRUE" : "FALSE", CellKind.Boolean),
            DateTime date => new BomCell(GetText(date), CellKind.Date),
            TimeSpan time => new BomCell(time.ToString("c", CultureInfo.InvariantCulture), CellKind.Date),
            _ => BomCell.Empty,
        };
    }

    private string Padded(string number, int column)
    {
        string? format = _parser.GetNumberFormatString(column);
        if (format is null)
        {
            return number;
        }

        if (!_paddedDigits.TryGetValue(format, out byte digits))
        {
            digits = NumberFormat.GetPaddedDigits(format);
            _paddedDigits[format] = digits;
        }

        return digits > 0 ? NumberText.Pad(number, digits) : number;
    }

    private static string GetText(DateTime date) => date.TimeOfDay == TimeSpan.Zero
        ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : date.Year < 1901 && date.Date <= new DateTime(1899, 12, 31)
            ? date.ToString("HH:mm:ss", CultureInfo.InvariantCulture)
            : date.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
}
