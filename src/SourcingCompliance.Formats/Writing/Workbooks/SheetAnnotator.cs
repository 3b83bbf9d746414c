using System.Globalization;
using System.Xml;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Formats.Writing.Workbooks;

/// <summary>
/// Copies a worksheet's XML node by node and adds three cells to the rows of the list: first measure, then copy. Forward only,
/// so that a large sheet costs no memory beyond the copy.
/// </summary>
internal sealed class SheetAnnotator
{
    private static readonly (string Head, int Width)[] Added = [("Sourcing verdict", 16), ("Sourcing reason", 80), ("Sourcing action", 60)];
    private const string Spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    // What may stand behind the shapes of notes in a worksheet (CT_Worksheet, ISO 29500-1 §18.3.1.99).
    private static readonly HashSet<string> BehindShapes = ["legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst"];

    private static readonly XmlReaderSettings Reading = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    private readonly Dictionary<int, RowAnnotation> _annotations;
    private readonly HashSet<int> _skipped;
    private readonly int _header;
    private readonly VerdictStyles _styles;
    private int _lastColumn;

    public SheetAnnotator(Dictionary<int, RowAnnotation> annotations, HashSet<int> skipped, int header, VerdictStyles styles)
    {
        _annotations = annotations;
        _skipped = skipped;
        _header = header;
        _styles = styles;
    }

    /// <summary>Finds the last used column, so that nothing of the user's is written over.</summary>
    public void Measure(Stream sheet)
    {
        using XmlReader reader = XmlReader.Create(sheet, Reading);
        int column = 0;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "row")
            {
                column = 0;
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "c")
            {
                column = ColumnOf(reader.GetAttribute("r")) ?? column + 1;
                _lastColumn = Math.Max(_lastColumn, column);
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "mergeCell" && reader.GetAttribute("ref")?.Split(':') is [_, { } end])
            {
                _lastColumn = Math.Max(_lastColumn, ColumnOf(end) ?? 0);
            }
        }
    }

    /// <summary>Writes the annotated copy.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="output">Receives the copy.</param>
    /// <param name="shapes">Id of the relationship to the shapes of notes; null = it gets no notes.</param>
    public void Copy(Stream sheet, Stream output, string? shapes)
    {
        using XmlReader reader = XmlReader.Create(sheet, Reading);
        using XmlWriter writer = XmlWriter.Create(output, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false) });
        int row = 0;
        int column = 0;
        bool hasText = false;
        bool hasWidths = false;
        while (reader.Read())
        {
            if (shapes is not null && reader.Depth <= 1 && (BehindShapes.Contains(reader.LocalName) || (reader.NodeType == XmlNodeType.EndElement && reader.Depth == 0)))
            {
                AddShapes(writer, shapes);
                shapes = null;
            }

            switch (reader.NodeType)
            {
                case XmlNodeType.Element when reader.LocalName == "col":
                    CopyWidth(reader, writer);
                    break;
                case XmlNodeType.EndElement when reader.LocalName == "col":
                    break;
                case XmlNodeType.EndElement when reader.LocalName == "cols":
                    AddWidths(writer, reader.NamespaceURI);
                    writer.WriteEndElement();
                    hasWidths = true;
                    break;
                case XmlNodeType.Element when reader.LocalName == "sheetData" && !hasWidths:
                    writer.WriteStartElement("cols", reader.NamespaceURI);
                    AddWidths(writer, reader.NamespaceURI);
                    writer.WriteEndElement();
                    CopyNode(reader, writer);
                    break;
                case XmlNodeType.Element when reader.LocalName == "row":
                    row = int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : row + 1;
                    column = 0;
                    hasText = false;
                    bool isEmpty = reader.IsEmptyElement;
                    CopyStart(reader, writer, except: "spans");
                    if (isEmpty)
                    {
                        AddCells(writer, reader, row, hasText: false);
                        writer.WriteEndElement();
                    }

                    break;
                case XmlNodeType.Element when reader.LocalName == "c":
                    column = ColumnOf(reader.GetAttribute("r")) ?? column + 1;
                    hasText |= !reader.IsEmptyElement;
                    CopyCell(reader, writer, row, column);
                    break;
                case XmlNodeType.Element or XmlNodeType.EndElement when reader.LocalName == "dimension":
                    // The dimension would no longer be true; it is optional (ISO 29500-1 §18.3.1.35), so it is left out.
                    break;
                case XmlNodeType.EndElement when reader.LocalName == "row":
                    AddCells(writer, reader, row, hasText);
                    writer.WriteEndElement();
                    break;
                default:
                    CopyNode(reader, writer);
                    break;
            }
        }
    }

    private static void AddShapes(XmlWriter writer, string shapes)
    {
        writer.WriteStartElement("legacyDrawing", Spreadsheet);
        writer.WriteAttributeString("r", "id", Relationships, shapes);
        writer.WriteEndElement();
    }

    // Widths may be given for whole ranges of columns up to the last of the sheet; ours must not lie in one of them (§18.3.1.13).
    private void CopyWidth(XmlReader reader, XmlWriter writer)
    {
        int from = int.TryParse(reader.GetAttribute("min"), NumberStyles.None, CultureInfo.InvariantCulture, out int min) ? min : 1;
        int to = int.TryParse(reader.GetAttribute("max"), NumberStyles.None, CultureInfo.InvariantCulture, out int max) ? max : from;
        if (from > _lastColumn)
        {
            return;
        }

        CopyStart(reader, writer, except: "max");
        writer.WriteAttributeString("max", Number((uint)Math.Min(to, _lastColumn)));
        writer.WriteEndElement();
    }

    private void AddWidths(XmlWriter writer, string space)
    {
        for (int at = 0; at < Added.Length; at++)
        {
            writer.WriteStartElement("col", space);
            writer.WriteAttributeString("min", Number((uint)(_lastColumn + 1 + at)));
            writer.WriteAttributeString("max", Number((uint)(_lastColumn + 1 + at)));
            writer.WriteAttributeString("width", Number((uint)Added[at].Width));
            writer.WriteAttributeString("customWidth", "1");
            writer.WriteEndElement();
        }
    }

    private void CopyCell(XmlReader reader, XmlWriter writer, int row, int column)
    {
        bool isEmpty = reader.IsEmptyElement;
        if (_annotations.TryGetValue(row, out RowAnnotation? annotation) && annotation.DecidingColumn == column && annotation.Verdict < Verdict.Exempt)
        {
            uint style = uint.TryParse(reader.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out uint number) ? number : 0;
            CopyStart(reader, writer, except: "s");
            writer.WriteAttributeString("s", Number(_styles.Tinted(annotation.Verdict, style)));
        }
        else
        {
            CopyStart(reader, writer, except: null);
        }

        if (isEmpty)
        {
            writer.WriteEndElement();
        }
    }

    private void AddCells(XmlWriter writer, XmlReader reader, int row, bool hasText)
    {
        string space = reader.NamespaceURI;
        if (row == _header)
        {
            for (int at = 0; at < Added.Length; at++)
            {
                AddCell(writer, space, row, _lastColumn + 1 + at, _styles.Head, Added[at].Head);
            }

            return;
        }

        RowAnnotation? annotation = _annotations.GetValueOrDefault(row);
        if (annotation is null && hasText && row > _header && !_skipped.Contains(row))
        {
            annotation = RowAnnotation.NotCovered;
        }

        if (annotation is not null)
        {
            AddCell(writer, space, row, _lastColumn + 1, _styles.Tinted(annotation.Verdict), annotation.Text);
            AddCell(writer, space, row, _lastColumn + 2, _styles.Plain, annotation.Reason);
            AddCell(writer, space, row, _lastColumn + 3, _styles.Plain, annotation.Action);
        }
    }

    private static void AddCell(XmlWriter writer, string space, int row, int column, uint style, string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        writer.WriteStartElement("c", space);
        writer.WriteAttributeString("r", WorkbookAnnotator.AddressOf(row, column));
        writer.WriteAttributeString("s", Number(style));
        writer.WriteAttributeString("t", "inlineStr");
        writer.WriteStartElement("is", space);
        writer.WriteStartElement("t", space);
        writer.WriteAttributeString("xml", "space", null, "preserve");
        writer.WriteString(SpreadsheetText.ForCell(text));
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void CopyStart(XmlReader reader, XmlWriter writer, string? except)
    {
        writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
        for (bool more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            if (reader.Name != except)
            {
                writer.WriteAttributeString(reader.Prefix, reader.LocalName, reader.NamespaceURI, reader.Value);
            }
        }

        reader.MoveToElement();
    }

    private static void CopyNode(XmlReader reader, XmlWriter writer)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                bool isEmpty = reader.IsEmptyElement;
                CopyStart(reader, writer, except: null);
                if (isEmpty)
                {
                    writer.WriteEndElement();
                }

                break;
            case XmlNodeType.EndElement:
                writer.WriteFullEndElement();
                break;
            case XmlNodeType.Text:
                writer.WriteString(reader.Value);
                break;
            case XmlNodeType.CDATA:
                writer.WriteCData(reader.Value);
                break;
            case XmlNodeType.Whitespace:
            case XmlNodeType.SignificantWhitespace:
                writer.WriteWhitespace(reader.Value);
                break;
            case XmlNodeType.Comment:
                writer.WriteComment(reader.Value);
                break;
            case XmlNodeType.ProcessingInstruction:
                writer.WriteProcessingInstruction(reader.Name, reader.Value);
                break;
            default:
                break;
        }
    }

    // A1 -> 1; null for a cell without address, which stands behind the one before it.
    private static int? ColumnOf(string? address)
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

    private static string Number(uint number) => number.ToString(CultureInfo.InvariantCulture);
}
