using System.Globalization;
using System.Xml;

namespace SourcingCompliance.Formats.Writing.Workbooks;

/// <summary>Places three cells next to each row of a BOM in the user's own sheet: it first measures the sheet, then copies it. Nothing else changes.</summary>
/// <param name="annotations">What is said of which row.</param>
/// <param name="skipped">Rows that are no line items.</param>
/// <param name="header">The header row.</param>
/// <param name="styles">Formats of the workbook.</param>
internal sealed class SheetAnnotator(IReadOnlyDictionary<int, RowAnnotation> annotations, IReadOnlySet<int> skipped, int header, CellStyles styles)
{
    private int _lastColumn;
    private int _row;
    private int _column;
    private bool _hasText;
    private bool _isAtTop;
    private bool _hasWidths;

    /// <summary>Finds the last used column, so that nothing of the user's is written over, and the formats that tinted cells need.</summary>
    /// <param name="sheet">The sheet.</param>
    public void Measure(Stream sheet)
    {
        using XmlReader reader = SheetXml.Open(sheet);
        _row = 0;
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (reader.LocalName)
            {
                case "row":
                    BeginRow(reader);
                    break;
                case "c":
                    BeginCell(reader);
                    _lastColumn = Math.Max(_lastColumn, _column);
                    GetTint(reader);
                    break;
                case "mergeCell" when reader.GetAttribute("ref")?.Split(':') is [_, { } end]:
                    _lastColumn = Math.Max(_lastColumn, ReadColumn(end) ?? 0);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Writes the annotated copy.</summary>
    /// <param name="sheet">The sheet, measured before.</param>
    /// <param name="output">Receives the copy.</param>
    /// <param name="shapes">Id of the relationship to the shapes of notes; null = it gets no notes.</param>
    public void Copy(Stream sheet, Stream output, string? shapes)
    {
        _row = 0;
        SheetXml.Copy(sheet, output, shapes, Edit);
    }

    private bool Edit(XmlReader reader, XmlWriter writer) => (reader.NodeType, reader.LocalName) switch
    {
        (XmlNodeType.Element, "col") => CopyWidth(reader, writer),
        (XmlNodeType.EndElement, "col") => true,
        (XmlNodeType.EndElement, "cols") => AddWidths(writer),
        (XmlNodeType.Element, "sheetData") => BeginRows(writer),
        (XmlNodeType.Element, "row") => CopyRow(reader, writer),
        (XmlNodeType.EndElement, "row") => EndRow(writer),
        (XmlNodeType.Element, "c") => CopyCell(reader, writer),
        // The dimension would no longer be true; it is optional (ISO 29500-1 §18.3.1.35), so it is left out.
        (_, "dimension") => true,
        _ => false,
    };

    // Widths may be given for whole ranges of columns up to the last of the sheet; ours must not be in one of them (§18.3.1.13).
    private bool CopyWidth(XmlReader reader, XmlWriter writer)
    {
        int from = int.TryParse(reader.GetAttribute("min"), NumberStyles.None, CultureInfo.InvariantCulture, out int min) ? min : 1;
        int to = int.TryParse(reader.GetAttribute("max"), NumberStyles.None, CultureInfo.InvariantCulture, out int max) ? max : from;
        if (from <= _lastColumn)
        {
            SheetXml.CopyStart(reader, writer, "max");
            writer.WriteAttributeString("max", ToText((uint)Math.Min(to, _lastColumn)));
            writer.WriteEndElement();
        }

        return true;
    }

    private bool AddWidths(XmlWriter writer)
    {
        for (int at = 0; at < RowAnnotation.Columns.Length; at++)
        {
            writer.WriteStartElement("col", SheetXml.Main);
            writer.WriteAttributeString("min", ToText((uint)(_lastColumn + 1 + at)));
            writer.WriteAttributeString("max", ToText((uint)(_lastColumn + 1 + at)));
            writer.WriteAttributeString("width", RowAnnotation.Columns[at].Width.ToString(CultureInfo.InvariantCulture));
            writer.WriteAttributeString("customWidth", "1");
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
        _hasWidths = true;
        return true;
    }

    private bool BeginRows(XmlWriter writer)
    {
        if (!_hasWidths)
        {
            writer.WriteStartElement("cols", SheetXml.Main);
            AddWidths(writer);
        }

        return false;
    }

    private bool CopyRow(XmlReader reader, XmlWriter writer)
    {
        BeginRow(reader);
        double own = double.TryParse(reader.GetAttribute("ht"), NumberStyles.Float, CultureInfo.InvariantCulture, out double height) ? height : 0;
        double needed = annotations.GetValueOrDefault(_row)?.Height ?? 0;
        bool isEmpty = reader.IsEmptyElement;
        // A reason that does not fit into the row would be cut off.
        if (needed > own)
        {
            SheetXml.CopyStart(reader, writer, "spans", "ht", "customHeight");
            CellWriter.WriteHeight(writer, needed);
        }
        else
        {
            SheetXml.CopyStart(reader, writer, "spans");
        }

        return !isEmpty || EndRow(writer);
    }

    private bool EndRow(XmlWriter writer)
    {
        var cells = new CellWriter(writer);
        if (_row == header)
        {
            RowAnnotation.WriteHeads(cells, styles, _row, _lastColumn);
        }
        else if ((annotations.GetValueOrDefault(_row)
            ?? (_hasText && _row > header && !skipped.Contains(_row) ? RowAnnotation.NotCovered : null)) is { } annotation)
        {
            annotation.Write(cells, styles, _row, _lastColumn, _isAtTop);
        }

        writer.WriteEndElement();
        return true;
    }

    private bool CopyCell(XmlReader reader, XmlWriter writer)
    {
        BeginCell(reader);
        bool isEmpty = reader.IsEmptyElement;
        // The first text of a row says where its cells stand.
        _isAtTop = _hasText || isEmpty ? _isAtTop : styles.IsAtTop(GetFormat(reader));
        _hasText |= !isEmpty;
        if (GetTint(reader) is { } tint)
        {
            SheetXml.CopyStart(reader, writer, "s");
            writer.WriteAttributeString("s", ToText(tint));
        }
        else
        {
            SheetXml.CopyStart(reader, writer);
        }

        if (isEmpty)
        {
            writer.WriteEndElement();
        }

        return true;
    }

    private void BeginRow(XmlReader reader)
    {
        _row = int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : _row + 1;
        _column = 0;
        _hasText = false;
        _isAtTop = false;
    }

    private void BeginCell(XmlReader reader) => _column = ReadColumn(reader.GetAttribute("r")) ?? _column + 1;

    // The format of the cell that a verdict rests on; null for any other cell.
    private uint? GetTint(XmlReader reader) => annotations.TryGetValue(_row, out RowAnnotation? annotation)
        && annotation.TintsCell && annotation.DecidingColumn == _column
        ? styles.GetTinted(annotation.Verdict, GetFormat(reader)) : null;

    private static uint GetFormat(XmlReader reader) =>
        uint.TryParse(reader.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out uint number) ? number : 0;

    // A1 -> 1; null for a cell without address, which comes after the one before it.
    private static int? ReadColumn(string? address)
    {
        int column = 0;
        foreach (char letter in address ?? "")
        {
            if (!char.IsAsciiLetterUpper(letter) || column > 16_384)
            {
                break;
            }

            column = (column * 26) + (letter - 'A' + 1);
        }

        return column == 0 ? null : column;
    }

    private static string ToText(uint number) => number.ToString(CultureInfo.InvariantCulture);
}
