using System.Globalization;
using SourcingCompliance.Formats.Reading.Packages;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading.Xlsx;

/// <summary>Reads the rows of one worksheet part, once, forward (ECMA-376 part 1, §18.3.1).</summary>
internal sealed class SheetRows : IDisposable
{
    private readonly Utf8XmlScanner _scanner;
    private readonly CellValues _values;
    private readonly VerticalMerges _merges;
    private readonly ReadLimits _limits;
    private readonly OnceDiagnostics _diagnostics;
    private readonly CellRef _sheet;
    private int _lastRow;
    private bool _hasOutline;
    private bool _isInRows;
    private bool _isDone;

    /// <summary>Begins a pass.</summary>
    /// <param name="workbook">The workbook.</param>
    /// <param name="part">Name of the sheet's part.</param>
    /// <param name="merges">Its merged ranges.</param>
    /// <param name="sheet">Address of the sheet.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public SheetRows(Workbook workbook, string part, VerticalMerges merges, CellRef sheet, OnceDiagnostics diagnostics)
    {
        _limits = workbook.Package.Limits;
        _merges = merges;
        _diagnostics = diagnostics;
        _sheet = sheet;
        Stream content = workbook.Package.Open(part) ?? throw Stop.Damaged($"The sheet's part '{part}' is missing.");
        _scanner = new Utf8XmlScanner(content, _limits);
        _values = new CellValues(_scanner, workbook, sheet, diagnostics);
    }

    /// <summary>Fills the row with the next one that holds a value; false after the last.</summary>
    /// <exception cref="ReadingStoppedException">The sheet is damaged or a limit is reached.</exception>
    public bool Read(BomRow row)
    {
        while (!_isDone && _scanner.Read())
        {
            if (_scanner.Token is Utf8XmlToken.Start or Utf8XmlToken.Empty)
            {
                if (_isInRows && _scanner.Name.SequenceEqual("row"u8))
                {
                    bool isEmpty = _scanner.Token == Utf8XmlToken.Empty;
                    BeginRow(row);
                    if (!isEmpty && ReadCells(row))
                    {
                        return true;
                    }
                }
                else if (_isInRows)
                {
                    throw Utf8XmlSyntax.Unexpected(_scanner.Name, "the rows of the sheet");
                }
                else if (_scanner.Name.SequenceEqual("sheetData"u8))
                {
                    _isInRows = _scanner.Token == Utf8XmlToken.Start;
                }
                else if (!_isInRows && _scanner.Name.SequenceEqual("sheetFormatPr"u8))
                {
                    _hasOutline = CellAddress.ParseNumber(_scanner.Attribute("outlineLevelRow"u8)) > 0;
                }
            }
            else if (_scanner.Token == Utf8XmlToken.End && _scanner.Name.SequenceEqual("sheetData"u8))
            {
                _isDone = true;
            }
        }

        if (!_isDone)
        {
            _isDone = true;
            _values.TellFormulas();
            return false;
        }

        _values.TellFormulas();
        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => _scanner.Dispose();

    private void BeginRow(BomRow row)
    {
        int number = -1;
        int outline = -1;
        bool isHidden = false;
        for (int i = 0; i < _scanner.AttributeCount; i++)
        {
            ReadOnlySpan<byte> name = _scanner.AttributeName(i);
            if (name.SequenceEqual("r"u8))
            {
                number = CellAddress.ParseNumber(_scanner.AttributeValue(i));
            }
            else if (name.SequenceEqual("hidden"u8))
            {
                isHidden = _scanner.AttributeValue(i) is [(byte)'1'] or [(byte)'t', ..];
            }
            else if (name.SequenceEqual("outlineLevel"u8))
            {
                outline = CellAddress.ParseNumber(_scanner.AttributeValue(i));
            }
        }

        // Exporters that leave the number out mean the next row.
        _lastRow = number > 0 ? number : _lastRow + 1;
        if (_lastRow > _limits.MaximumRows)
        {
            throw Stop.AtLimit("rows of one sheet", _limits.MaximumRows, nameof(ReadLimits.MaximumRows));
        }

        row.Reset(_lastRow);
        row.IsHidden = isHidden;
        _hasOutline |= outline > 0;
        row.Indent = outline >= 0 ? outline : _hasOutline ? 0 : -1;
    }

    /// <summary>Reads the cells up to the row's end; false when none holds a value.</summary>
    private bool ReadCells(BomRow row)
    {
        int depth = _scanner.Depth;
        int lastColumn = 0;
        int indent = 0;
        while (ReadPlainCells(row, ref lastColumn, ref indent) && _scanner.Read())
        {
            if (_scanner.Token is Utf8XmlToken.Start or Utf8XmlToken.Empty)
            {
                if (_scanner.Name.SequenceEqual("c"u8))
                {
                    lastColumn = ReadCell(row, lastColumn, ref indent);
                }
                else if (_scanner.Name.SequenceEqual("extLst"u8))
                {
                    _scanner.SkipElement();
                }
                else
                {
                    throw Utf8XmlSyntax.Unexpected(_scanner.Name, "the cells of a row");
                }
            }
            else if (_scanner.Token == Utf8XmlToken.End && _scanner.Depth < depth)
            {
                break;
            }
        }

        if (row.Indent < 0 && _values.HasIndents)
        {
            row.Indent = indent;
        }

        _merges.Apply(row);
        return row.Width > 0;
    }

    // Takes the cells up to the first that must be read tag by tag; always true.
    private bool ReadPlainCells(BomRow row, ref int lastColumn, ref int indent)
    {
        while (PlainCell.TryParse(_scanner.Ahead, out PlainCell cell))
        {
            lastColumn = Checked(GetColumn(cell.Address, lastColumn + 1, row.Number));
            int style = cell.Style.IsEmpty ? 0 : CellAddress.ParseNumber(cell.Style);
            CellType type = cell.Type.IsEmpty ? CellType.Number : CellValues.FindType(cell.Type);
            Indent(_values.Convert(cell.Value, type, style, row, lastColumn), style, ref indent);
            _scanner.Skip(cell.Length);
        }

        return true;
    }

    private int Checked(int column) => column <= _limits.MaximumColumns ? column
        : throw Stop.AtLimit("columns", _limits.MaximumColumns, nameof(ReadLimits.MaximumColumns));

    private void Indent(CellKind kind, int style, ref int indent)
    {
        if (indent == 0 && kind == CellKind.Text)
        {
            indent = _values.GetIndent(style);
        }
    }

    private int ReadCell(BomRow row, int lastColumn, ref int indent)
    {
        int column = lastColumn + 1;
        int style = 0;
        CellType type = CellType.Number;
        for (int i = 0; i < _scanner.AttributeCount; i++)
        {
            ReadOnlySpan<byte> name = _scanner.AttributeName(i);
            ReadOnlySpan<byte> value = _scanner.AttributeValue(i);
            if (name is [(byte)'r'])
            {
                column = GetColumn(value, column, row.Number);
            }
            else if (name is [(byte)'s'])
            {
                style = CellAddress.ParseNumber(value);
            }
            else if (name is [(byte)'t'])
            {
                type = CellValues.FindType(value);
            }
        }

        Checked(column);
        if (_scanner.Token == Utf8XmlToken.Start)
        {
            Indent(_values.Read(row, type, style, column), style, ref indent);
        }

        return column;
    }

    private int GetColumn(ReadOnlySpan<byte> address, int expected, int row)
    {
        if (CellAddress.TryParse(address, out int column, out int addressRow) && addressRow == row)
        {
            return column;
        }

        _diagnostics.Add(DiagnosticIds.CellReferenceInvalid, DiagnosticSeverity.Error, _sheet with { Row = row },
            column > 0 && addressRow > 0
                ? string.Create(CultureInfo.InvariantCulture, $"A cell of the row says that it stands in row {addressRow}.")
                : "A cell of the row has an invalid address.",
            "Open the file in a spreadsheet program, save it again and repeat the check.");
        return column > 0 ? column : expected;
    }
}
