using System.Text;
using System.Xml;

namespace SourcingCompliance.Formats.Writing.Workbooks;

/// <summary>
/// Copies the XML of a part node by node, forward only, so that a large sheet costs no memory. Elements of SpreadsheetML come out without a prefix:
/// the SDK writes <c>x:sheet</c>, which is the same XML, but programs that compare names as text (exceljs, SheetJS) find nothing in such a file.
/// </summary>
internal static class SheetXml
{
    /// <summary>The namespace of SpreadsheetML in transitional workbooks.</summary>
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private const string ExtendedProperties = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Declarations = "http://www.w3.org/2000/xmlns/";

    // What may follow the shapes of notes in a worksheet (CT_Worksheet, ISO 29500-1 §18.3.1.99).
    private static readonly HashSet<string> AfterShapes = ["legacyDrawingHF", "drawingHF", "picture",
        "oleObjects", "controls", "webPublishItems", "tableParts", "extLst"];

    private static readonly XmlReaderSettings Reading = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
    private static readonly XmlWriterSettings Writing = new() { Encoding = new UTF8Encoding(false) };

    /// <summary>Opens a part for reading.</summary>
    public static XmlReader Open(Stream part) => XmlReader.Create(part, Reading);

    /// <summary>Copies a part.</summary>
    /// <param name="part">The part.</param>
    /// <param name="output">Receives the copy.</param>
    public static void Copy(Stream part, Stream output) => Copy(part, output, null, (_, _) => false);

    /// <summary>Copies a sheet with changes.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="output">Receives the copy.</param>
    /// <param name="shapes">Id of the relationship to the shapes of the notes that the sheet gets; null = it gets none.</param>
    /// <param name="edit">Gets each node; true = it has written the node itself, or has left it out.</param>
    public static void Copy(Stream sheet, Stream output, string? shapes, Func<XmlReader, XmlWriter, bool> edit)
    {
        using XmlReader reader = Open(sheet);
        using XmlWriter writer = XmlWriter.Create(output, Writing);
        while (reader.Read())
        {
            if (shapes is not null && reader.Depth <= 1
                && (AfterShapes.Contains(reader.LocalName) || (reader.NodeType == XmlNodeType.EndElement && reader.Depth == 0)))
            {
                writer.WriteStartElement("legacyDrawing", Main);
                writer.WriteAttributeString("r", "id", Relationships, shapes);
                writer.WriteEndElement();
                shapes = null;
            }

            if (!edit(reader, writer))
            {
                CopyNode(reader, writer);
            }
        }
    }

    /// <summary>Copies the start of an element with its attributes.</summary>
    /// <param name="reader">At the element.</param>
    /// <param name="writer">Receives it.</param>
    /// <param name="except">Names of attributes that are left out.</param>
    public static void CopyStart(XmlReader reader, XmlWriter writer, params ReadOnlySpan<string> except)
    {
        writer.WriteStartElement(LosesPrefix(reader.NamespaceURI) ? "" : reader.Prefix, reader.LocalName, reader.NamespaceURI);
        for (bool more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            if (!except.Contains(reader.Name) && !(reader.NamespaceURI == Declarations && LosesPrefix(reader.Value)))
            {
                writer.WriteAttributeString(reader.Prefix, reader.LocalName, reader.NamespaceURI, reader.Value);
            }
        }

        reader.MoveToElement();
    }

    /// <summary>Copies a node as it is.</summary>
    public static void CopyNode(XmlReader reader, XmlWriter writer)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                bool isEmpty = reader.IsEmptyElement;
                // Only one sheet may be chosen, or what is typed would go into several; the workbook says which is shown.
                CopyStart(reader, writer, reader.LocalName == "sheetView" ? "tabSelected" : "");
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

    /// <summary>Whether a part is SpreadsheetML whose elements have a prefix.</summary>
    /// <param name="part">The part, from its beginning.</param>
    public static bool HasPrefix(Stream part)
    {
        using XmlReader reader = Open(part);
        return reader.MoveToContent() == XmlNodeType.Element && reader.Prefix.Length > 0 && LosesPrefix(reader.NamespaceURI);
    }

    private static bool LosesPrefix(string space) => space is Main or ExtendedProperties;
}
