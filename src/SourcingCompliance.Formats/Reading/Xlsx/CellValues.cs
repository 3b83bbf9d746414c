using System.Globalization;
using System.Text;
using SourcingCompliance.Formats.Reading.Packages;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading.Xlsx;

/// <summary>Turns the content of cell elements into values.</summary>
internal sealed class CellValues
{
    private readonly Utf8XmlScanner _scanner;
    private readonly Workbook _workbook;
    private readonly RichText _richText;
    private readonly RecentNumbers _numbers = new();
    private readonly CellStyles _styles;
    private readonly CellRef _sheet;
    private readonly OnceDiagnostics _diagnostics;
    private byte[] _value = new byte[64];
    private int _formulasWithoutValue;
    private CellRef _firstFormula;

    /// <summary>Reads cells from a scanner.</summary>
    public CellValues(Utf8XmlScanner scanner, Workbook workbook, CellRef sheet, OnceDiagnostics diagnostics)
    {
        _scanner = scanner;
        _workbook = workbook;
        _styles = workbook.Styles;
        _sheet = sheet;
        _diagnostics = diagnostics;
        _richText = new RichText(scanner, workbook.Package.Limits);
    }

    /// <summary>Whether the workbook indents left-aligned text anywhere.</summary>
    public bool HasIndents => _styles.HasIndents;

    /// <summary>The indentation of a style.</summary>
    public int GetIndent(int style) => _styles[style].Indent;

    /// <summary>The type that an attribute states.</summary>
    /// <exception cref="ReadingStoppedException">There is no such type.</exception>
    public static CellType FindType(ReadOnlySpan<byte> type) => type switch
    {
        [(byte)'s'] => CellType.SharedString,
        [(byte)'n'] => CellType.Number,
        [(byte)'b'] => CellType.Boolean,
        [(byte)'e'] => CellType.Error,
        [(byte)'d'] => CellType.IsoDate,
        [(byte)'i', ..] => CellType.InlineString,
        [(byte)'s', (byte)'t', (byte)'r'] => CellType.FormulaString,
        _ => throw Stop.Damaged($"The file is damaged: a cell states the type '{Encoding.UTF8.GetString(type[..Math.Min(type.Length, 40)])}', which "
            + $"does not exist."),
    };

    /// <summary>Reads up to the end of the cell on whose start tag the scanner stands, into the row.</summary>
    /// <returns>The kind of the cell; <see cref="CellKind.Empty"/> when it holds nothing, and then the row is not touched.</returns>
    public CellKind Read(BomRow row, CellType type, int style, int column)
    {
        int depth = _scanner.Depth;
        bool hasFormula = false;
        bool hasValue = false;
        CellKind kind = CellKind.Empty;
        while (_scanner.Read())
        {
            if (_scanner.Token is Utf8XmlToken.Start or Utf8XmlToken.Empty)
            {
                bool hasContent = _scanner.Token == Utf8XmlToken.Start;
                hasValue |= _scanner.Name is [(byte)'v'];
                if (hasContent && _scanner.Name is [(byte)'v'])
                {
                    kind = Convert(ReadText(), type, style, row, column);
                }
                else if (hasContent && _scanner.Name.SequenceEqual("is"u8))
                {
                    kind = Text(_richText.Read("is"u8), true, row, column);
                }
                else if (_scanner.Name is [(byte)'f'])
                {
                    hasFormula = true;
                    row.MarkFormula(column);
                }
                else if (_scanner.Name.SequenceEqual("extLst"u8))
                {
                    _scanner.SkipElement();
                }
                else if (_scanner.Name is not [(byte)'v'] && !_scanner.Name.SequenceEqual("is"u8))
                {
                    throw Utf8XmlSyntax.Unexpected(_scanner.Name, "the values of a cell");
                }
            }
            else if (_scanner.Token == Utf8XmlToken.End && _scanner.Depth < depth)
            {
                break;
            }
        }

        if (hasFormula && IsUnread(row, column, kind, type == CellType.FormulaString && hasValue))
        {
            if (_formulasWithoutValue++ == 0)
            {
                _firstFormula = _sheet with { Row = row.Number, Column = column };
            }

            row.Set(column, FormulaCell.Unread);
            return FormulaCell.Unread.Kind;
        }

        return kind;
    }

    // A formula that gives no text stores an empty value of the type "str". A workbook that asks to be calculated when it is opened was
    // written by a program that does not calculate: the zeros and blanks that it stores are placeholders.
    private bool IsUnread(BomRow row, int column, CellKind kind, bool isStoredText) =>
        kind == CellKind.Empty ? !isStoredText || _workbook.AsksForCalculation
            : kind == CellKind.Number && _workbook.AsksForCalculation && row.TrimmedAt(column) is "0";

    /// <summary>Reports formulas without stored values, once the sheet is read.</summary>
    public void TellFormulas()
    {
        if (_formulasWithoutValue > 0)
        {
            FormulaCell.Report(_formulasWithoutValue, _firstFormula, _diagnostics);
        }
    }

    /// <summary>The raw text up to the end tag of the element on whose start tag the scanner stands.</summary>
    private ReadOnlySpan<byte> ReadText()
    {
        if (!_scanner.Read())
        {
            return default;
        }

        if (_scanner.Token == Utf8XmlToken.End)
        {
            return _scanner.Text;
        }

        // A comment or CDATA section inside a value: rare enough to be slow about.
        var joined = new StringBuilder();
        int depth = _scanner.Depth;
        do
        {
            joined.Append(Encoding.UTF8.GetString(_scanner.Text));
            if (_scanner.Token == Utf8XmlToken.CharacterData)
            {
                joined.Append(Encoding.UTF8.GetString(_scanner.CharacterData).Replace("&", "&amp;", StringComparison.Ordinal));
            }
        }
        while (_scanner.Token != Utf8XmlToken.End && _scanner.Depth <= depth && joined.Length <= _workbook.Package.Limits.MaximumCellCharacters
            && _scanner.Read());
        _value = Encoding.UTF8.GetBytes(joined.ToString());
        return _value;
    }

    /// <summary>Sets a cell of the row to a raw value.</summary>
    /// <returns>The kind of the cell; <see cref="CellKind.Empty"/> when it holds nothing, and then the row is not touched.</returns>
    public CellKind Convert(ReadOnlySpan<byte> raw, CellType type, int style, BomRow row, int column)
    {
        switch (type)
        {
            case CellType.SharedString:
                return Shared(raw, row, column);
            case CellType.Number:
                return raw.IsEmpty ? CellKind.Empty : Number(raw, _styles[style], row, column);
            case CellType.Boolean:
                return Set(row, column, raw is [(byte)'1'] or [(byte)'t', ..] ? "TRUE" : "FALSE", CellKind.Boolean);
            case CellType.Error:
                return Set(row, column, Encoding.UTF8.GetString(raw), CellKind.Error);
            case CellType.IsoDate:
                string date = XmlCharacters.Decode(raw);
                return Set(row, column, date.EndsWith("T00:00:00", StringComparison.Ordinal) ? date[..^9] : date, CellKind.Date);
            case CellType.InlineString or CellType.FormulaString:
                return Text(raw, false, row, column);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private CellKind Shared(ReadOnlySpan<byte> raw, BomRow row, int column)
    {
        if (!_workbook.Strings.TryGet(CellAddress.ParseNumber(raw), out ReadOnlySpan<byte> text))
        {
            _diagnostics.Add(DiagnosticIds.CellReferenceInvalid, DiagnosticSeverity.Error, _sheet with { Row = row.Number, Column = column },
                "The cell's text is missing from the file's table of shared texts.",
                "Open the file in a spreadsheet program, save it again and repeat the check.");
        }

        return Text(text, true, row, column);
    }

    private CellKind Number(ReadOnlySpan<byte> raw, CellStyle style, BomRow row, int column)
    {
        if (style.Meaning != NumberMeaning.Number
            && double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out double serial)
            && SerialDate.GetText(serial, style.Meaning, _workbook.Is1904) is string date)
        {
            return Set(row, column, date, CellKind.Date);
        }

        if (style.PaddedDigits == 0 && NumberText.IsPlain(raw))
        {
            row.SetUtf8(column, raw, CellKind.Number);
            return CellKind.Number;
        }

        string number = _numbers.GetOrAdd(raw);
        return Set(row, column, style.PaddedDigits > 0 ? NumberText.Pad(number, style.PaddedDigits) : number, CellKind.Number);
    }

    private static CellKind Text(ReadOnlySpan<byte> utf8, bool isDecoded, BomRow row, int column)
    {
        if (utf8.IsEmpty)
        {
            return CellKind.Empty;
        }

        if (!isDecoded && !XmlCharacters.IsPlain(utf8))
        {
            return Set(row, column, XmlCharacters.Decode(utf8), CellKind.Text);
        }

        row.SetUtf8(column, utf8, CellKind.Text);
        return CellKind.Text;
    }

    private static CellKind Set(BomRow row, int column, string text, CellKind kind)
    {
        row.Set(column, new BomCell(text, kind));
        return kind;
    }
}
