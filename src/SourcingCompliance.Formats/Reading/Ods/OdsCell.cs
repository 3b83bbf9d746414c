using System.Globalization;
using System.Text;
using System.Xml;
using SourcingCompliance.Formats.Reading.Packages;
using SourcingCompliance.Formats.Reading.Xlsx;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading.Ods;

/// <summary>Turns a cell element of an OpenDocument table into a value (ODF 1.3 part 3 §9.1.4 and §19.385).</summary>
/// <param name="scanner">The scanner.</param>
/// <param name="limits">What a file may cost at the most.</param>
internal sealed class OdsCell(Utf8XmlScanner scanner, ReadLimits limits)
{
    private const int MostNoteCharacters = 32_767;

    private readonly StringBuilder _text = new();
    private readonly RecentTexts _texts = new();
    private readonly StringBuilder _note = new();
    private bool _isInNote;
    private bool _isAboutNote;

    /// <summary>The comment on the cell read last; empty = it has none.</summary>
    public string Note => _note.ToString().Trim();

    /// <summary>Whether the cell read last holds a formula whose result is not stored; its value is <see cref="FormulaCell.Unread"/>.</summary>
    public bool IsUnreadFormula { get; private set; }

    /// <summary>Whether the cell read last holds a formula.</summary>
    public bool IsFormula { get; private set; }

    /// <summary>Reads up to the end of the cell on whose tag the scanner stands.</summary>
    /// <param name="hasContent">Whether the tag opens an element with content; an element without any may still carry its value in attributes.</param>
    public BomCell Read(bool hasContent)
    {
        bool hasFormula = !scanner.Attribute("formula"u8).IsEmpty;
        bool hasText = HasAttribute("string-value"u8);
        BomCell cell = ReadValue(hasContent, ref hasText);
        IsFormula = hasFormula;
        IsUnreadFormula = hasFormula && !hasText && cell.Kind == CellKind.Empty;
        return IsUnreadFormula ? FormulaCell.Unread : cell;
    }

    private bool HasAttribute(ReadOnlySpan<byte> name)
    {
        for (int i = 0; i < scanner.AttributeCount; i++)
        {
            if (scanner.AttributeName(i).SequenceEqual(name))
            {
                return true;
            }
        }

        return false;
    }

    private BomCell ReadValue(bool hasContent, ref bool hasText)
    {
        string type = _texts.GetOrAdd(scanner.Attribute("value-type"u8));
        bool isError = false;
        for (int i = 0; i < scanner.AttributeCount; i++)
        {
            // LibreOffice calls an error a text in the standard's attribute and an error in its own.
            isError |= scanner.AttributeName(i).SequenceEqual("value-type"u8) && scanner.AttributeValue(i).SequenceEqual("error"u8);
        }

        string value = type switch
        {
            "float" or "percentage" or "currency" => _texts.GetOrAdd(scanner.Attribute("value"u8)),
            "date" => _texts.GetOrAdd(scanner.Attribute("date-value"u8)),
            "time" => _texts.GetOrAdd(scanner.Attribute("time-value"u8)),
            "boolean" => _texts.GetOrAdd(scanner.Attribute("boolean-value"u8)),
            "string" => XmlCharacters.DecodeXml(scanner.Attribute("string-value"u8)),
            _ => "",
        };
        _text.Clear();
        _note.Clear();
        _isInNote = false;
        hasText |= hasContent && ReadText() > 0;
        string shown = _text.Length == 0 ? "" : _texts.GetOrAdd(_text.ToString());
        if (isError)
        {
            return new BomCell(shown.Length > 0 ? shown : "#VALUE!", CellKind.Error);
        }

        return type switch
        {
            "float" or "percentage" or "currency" when value.Length > 0 => new(GetNumber(value, shown), CellKind.Number),
            "date" when value.Length > 0 => new(FormatDate(value), CellKind.Date),
            "time" when value.Length > 0 => new(GetTime(value), CellKind.Date),
            "boolean" when value.Length > 0 => new(value == "true" ? "TRUE" : "FALSE", CellKind.Boolean),
            _ when shown.Length > 0 => new(shown, CellKind.Text),
            _ when value.Length > 0 => new(value, CellKind.Text),
            _ => BomCell.Empty,
        };
    }

    /// <summary>A number as shown when it is shown with leading zeros, as part numbers and CAGE codes are; else as stored.</summary>
    private static string GetNumber(string value, string shown)
    {
        string number = NumberText.Normalize(value);
        return shown.Length > number.Length && !shown.AsSpan().ContainsAnyExceptInRange('0', '9') && shown.TrimStart('0') == number ? shown : number;
    }

    private static string FormatDate(string value)
    {
        int time = value.IndexOf("T00:00:00", StringComparison.Ordinal);
        return time > 0 ? value[..time] : value;
    }

    // PT10H30M00S
    private static string GetTime(string value)
    {
        try
        {
            TimeSpan time = XmlConvert.ToTimeSpan(value);
            return time < TimeSpan.FromDays(1) ? time.ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture) : value;
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            return value;
        }
    }

    /// <summary>Joins the cell's own paragraphs and gives their number; what comments and drawings in it say is not its text.</summary>
    private int ReadText()
    {
        int depth = scanner.Depth;
        int paragraphs = 0;
        int ignoredDepth = int.MaxValue;
        bool isInParagraph = false;
        while (scanner.Read())
        {
            if (isInParagraph && ignoredDepth == int.MaxValue)
            {
                Append(XmlCharacters.DecodeXml(scanner.Text));
                if (scanner.Token == Utf8XmlToken.CharacterData)
                {
                    Append(Encoding.UTF8.GetString(scanner.CharacterData));
                }
            }

            ReadNote();
            switch (scanner.Token)
            {
                case Utf8XmlToken.End when scanner.Depth < depth:
                    return paragraphs;
                case Utf8XmlToken.End:
                    isInParagraph &= scanner.Depth > depth;
                    ignoredDepth = scanner.Depth < ignoredDepth ? int.MaxValue : ignoredDepth;
                    _isInNote &= ignoredDepth != int.MaxValue;
                    break;
                case Utf8XmlToken.Start when ignoredDepth == int.MaxValue && IsNoText(scanner.Name):
                    ignoredDepth = scanner.Depth;
                    _isInNote = scanner.Name.SequenceEqual("annotation"u8);
                    break;
                case Utf8XmlToken.Start or Utf8XmlToken.Empty when scanner.Depth == depth + 1 && scanner.Name is [(byte)'p']:
                    isInParagraph = scanner.Token == Utf8XmlToken.Start;
                    if (paragraphs++ > 0)
                    {
                        _text.Append('\n');
                    }

                    break;
                case Utf8XmlToken.Start when scanner.Depth == depth + 1 && scanner.HasPrefix("text:"u8):
                    throw Utf8XmlSyntax.Unexpected(scanner.Name, "the paragraphs of a cell");
                case Utf8XmlToken.Start or Utf8XmlToken.Empty when isInParagraph && ignoredDepth == int.MaxValue:
                    AppendSpecial();
                    break;
                default:
                    break;
            }
        }

        return paragraphs;
    }

    // Who wrote a comment and when is no part of it.
    private void ReadNote()
    {
        if (!_isInNote)
        {
            return;
        }

        if (!_isAboutNote && _note.Length < MostNoteCharacters)
        {
            _note.Append(XmlCharacters.DecodeXml(scanner.Text));
            _note.Append(scanner.Token == Utf8XmlToken.CharacterData ? Encoding.UTF8.GetString(scanner.CharacterData)
                : scanner.Token == Utf8XmlToken.End && scanner.Name is [(byte)'p'] ? "\n" : "");
        }

        _isAboutNote = scanner.Token == Utf8XmlToken.Start && (scanner.Name.SequenceEqual("creator"u8) || scanner.Name.SequenceEqual("date"u8));
    }

    private static bool IsNoText(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("annotation"u8) || name.SequenceEqual("ruby-text"u8) || name.SequenceEqual("note"u8)
        || name.SequenceEqual("frame"u8) || name.SequenceEqual("custom-shape"u8) || name.SequenceEqual("table"u8);

    private void AppendSpecial()
    {
        if (scanner.Name is [(byte)'s'])
        {
            int count = Math.Max(CellAddress.ParseNumber(scanner.Attribute("c"u8)), 1);
            Check(count);
            _text.Append(' ', count);
        }
        else if (scanner.Name.SequenceEqual("tab"u8))
        {
            _text.Append('\t');
        }
        else if (scanner.Name.SequenceEqual("line-break"u8))
        {
            _text.Append('\n');
        }
    }

    // ODF 1.3 part 3 §6.1.2: white space in the markup counts as one blank, at the start of a paragraph as none.
    private void Append(string text)
    {
        Check(text.Length);
        foreach (char character in text)
        {
            if (character is not (' ' or '\t' or '\r' or '\n'))
            {
                _text.Append(character);
            }
            else if (_text.Length > 0 && _text[^1] is not (' ' or '\n'))
            {
                _text.Append(' ');
            }
        }
    }

    private void Check(int more)
    {
        if ((long)_text.Length + more > limits.MaximumCellCharacters)
        {
            throw Stop.AtLimit("characters in one cell", limits.MaximumCellCharacters, nameof(ReadLimits.MaximumCellCharacters));
        }
    }
}
