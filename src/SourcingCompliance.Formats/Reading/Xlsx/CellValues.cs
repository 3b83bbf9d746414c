using System.Globalization;
using System.Text;
using SourcingCompliance.Boms;
using SourcingCompliance.Diagnostics;
using SourcingCompliance.Formats.Reading.Packages;

namespace SourcingCompliance.Formats.Reading.Xlsx;

/// <summary>Turns the content of cell elements into values.</summary>
internal sealed class CellValues
{
    private readonly Utf8XmlScanner _scanner;
    private readonly Workbook _workbook;
    private readonly RichText _richText;
    private readonly RecentTexts _texts = new();
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
    public int IndentOf(int style) => _styles[style].Indent;

    /// <summary>The type that an attribute states; an unknown one counts as a formula's text.</summary>
    public static CellType TypeOf(ReadOnlySpan<byte> type) => type switch
    {
        [(byte)'s'] => CellType.SharedString,
        [(byte)'n'] => CellType.Number,
        [(byte)'b'] => CellType.Boolean,
        [(byte)'e'] => CellType.Error,
        [(byte)'d'] => CellType.IsoDate,
        [(byte)'i', ..] => CellType.InlineString,
        _ => CellType.FormulaString,
    };

    /// <summary>Reads up to the end of the cell on whose start tag the scanner stands.</summary>
    public BomCell Read(CellType type, int style, int row, int column)
    {
        int depth = _scanner.Depth;
        bool hasFormula = false;
        BomCell cell = BomCell.Empty;
        while (_scanner.Read())
        {
            if (_scanner.Token is Utf8XmlToken.Start or Utf8XmlToken.Empty)
            {
                bool hasContent = _scanner.Token == Utf8XmlToken.Start;
                if (hasContent && _scanner.Name is [(byte)'v'])
                {
                    cell = Convert(ReadText(), type, style, row, column);
                }
                else if (hasContent && _scanner.Name.SequenceEqual("is"u8))
                {
                    cell = TextCell(_richText.Read("is"u8), true);
                }
                else
                {
                    hasFormula |= _scanner.Name is [(byte)'f'];
                }
            }
            else if (_scanner.Token == Utf8XmlToken.End && _scanner.Depth < depth)
            {
                break;
            }
        }

        if (hasFormula && cell.Kind == CellKind.Empty && type != CellType.FormulaString && _formulasWithoutValue++ == 0)
        {
            _firstFormula = _sheet with { Row = row, Column = column };
        }

        return cell;
    }

    /// <summary>Tells of formulas without stored values, once the sheet is read.</summary>
    public void TellFormulas()
    {
        if (_formulasWithoutValue > 0)
        {
            _diagnostics.Add(DiagnosticIds.FormulaWithoutValue, DiagnosticSeverity.Warning, _firstFormula,
                string.Create(CultureInfo.InvariantCulture, $"{_formulasWithoutValue} cells of the sheet hold formulas without the values that they give, the first one here; they read as blank."),
                "Open the file in a spreadsheet program, let it calculate, and save it again.");
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

    private BomCell Convert(ReadOnlySpan<byte> raw, CellType type, int style, int row, int column)
    {
        switch (type)
        {
            case CellType.SharedString:
                return Shared(raw, row, column);
            case CellType.Number:
                return raw.IsEmpty ? BomCell.Empty : Number(raw, _styles[style]);
            case CellType.Boolean:
                return new BomCell(raw is [(byte)'1'] or [(byte)'t', ..] ? "TRUE" : "FALSE", CellKind.Boolean);
            case CellType.Error:
                return new BomCell(_texts.Of(raw), CellKind.Error);
            case CellType.IsoDate:
                string date = XmlCharacters.Decode(raw);
                return new BomCell(date.EndsWith("T00:00:00", StringComparison.Ordinal) ? date[..^9] : date, CellKind.Date);
            case CellType.InlineString or CellType.FormulaString:
                return TextCell(raw, false);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private BomCell Shared(ReadOnlySpan<byte> raw, int row, int column)
    {
        string? text = _workbook.Strings[CellAddress.ParseNumber(raw)];
        if (text is null)
        {
            _diagnostics.Add(DiagnosticIds.CellReferenceInvalid, DiagnosticSeverity.Error, _sheet with { Row = row, Column = column },
                "The cell's text is missing from the file's table of shared texts.",
                "Open the file in a spreadsheet program, save it again and repeat the check.");
            return BomCell.Empty;
        }

        return text.Length == 0 ? BomCell.Empty : new BomCell(text, CellKind.Text);
    }

    private BomCell Number(ReadOnlySpan<byte> raw, CellStyle style)
    {
        if (style.Meaning != NumberMeaning.Number
            && double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out double serial)
            && SerialDate.TextOf(serial, style.Meaning, _workbook.Is1904) is string date)
        {
            return new BomCell(date, CellKind.Date);
        }

        string number = _numbers.Of(raw);
        return new BomCell(style.PaddedDigits > 0 ? NumberText.Pad(number, style.PaddedDigits) : number, CellKind.Number);
    }

    private BomCell TextCell(ReadOnlySpan<byte> utf8, bool isDecoded)
    {
        if (utf8.IsEmpty)
        {
            return BomCell.Empty;
        }

        return new BomCell(isDecoded || XmlCharacters.IsPlain(utf8) ? _texts.Of(utf8) : XmlCharacters.Decode(utf8), CellKind.Text);
    }
}
