using SourcingCompliance.Primitives;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading.Evidence;

/// <summary>A sheet of a form, by cell address, for forms whose answers stand in fixed places.</summary>
internal sealed class FormSheet
{
    private readonly Dictionary<(int Row, int Column), BomCell> _cells = [];

    private FormSheet(CellRef address) => Address = address;

    /// <summary>Address of the sheet.</summary>
    public CellRef Address { get; }

    /// <summary>Number of the last row that was read.</summary>
    public int LastRow { get; private set; }

    /// <summary>The filled cells.</summary>
    public IEnumerable<((int Row, int Column) At, BomCell Cell)> Cells => _cells.Select(cell => (cell.Key, cell.Value));

    /// <summary>Reads a sheet.</summary>
    /// <param name="document">The document.</param>
    /// <param name="table">The sheet.</param>
    /// <param name="mostRows">Where to end.</param>
    /// <param name="mostColumns">Columns beyond it are left out; forms keep lists of choices and formulas there.</param>
    public static FormSheet Read(BomDocument document, BomTable table, int mostRows, int mostColumns)
    {
        var sheet = new FormSheet(document.GetRef(table));
        foreach (BomRow row in table.Rows)
        {
            if (row.Number > mostRows)
            {
                break;
            }

            sheet.LastRow = row.Number;
            for (int column = 1; column <= Math.Min(row.Width, mostColumns); column++)
            {
                if (!row.IsBlankAt(column))
                {
                    sheet._cells[(row.Number, column)] = row[column];
                }
            }
        }

        return sheet;
    }

    /// <summary>The trimmed text of a cell; empty when it is blank or shows an error.</summary>
    /// <param name="row">1-based row.</param>
    /// <param name="column">1-based column.</param>
    public string Text(int row, int column) =>
        _cells.TryGetValue((row, column), out BomCell cell) && cell.Kind != CellKind.Error ? cell.Text.Trim() : "";

    /// <summary>The address of a cell for reports: <c>Declaration!D26</c>.</summary>
    public string GetPlace(int row, int column) => GetPlace(Address.Sheet, row, column);

    /// <summary>The address of a cell for reports.</summary>
    public static string GetPlace(string sheet, int row, int column) => new CellRef("", sheet, row, column).ToString();
}
