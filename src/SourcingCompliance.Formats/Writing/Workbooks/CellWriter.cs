using System.Globalization;
using System.Xml;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Formats.Writing.Workbooks;

/// <summary>
/// Writes rows and cells into the XML of a sheet. Every cell that we add to a workbook, to a sheet of the user's or to one of ours, is written here,
/// one after the other, so that a million rows need no memory.
/// </summary>
/// <param name="writer">The sheet, inside <c>sheetData</c>.</param>
internal sealed class CellWriter(XmlWriter writer)
{
    /// <summary>The last row that a sheet can have ("Excel specifications and limits").</summary>
    public const int LastRow = 1_048_576;

    /// <summary>Begins a row.</summary>
    /// <param name="row">Its number, from 1, greater than that of the row before.</param>
    /// <param name="height">Its height in points; 0 = the program that opens the file decides.</param>
    public void BeginRow(int row, double height = 0)
    {
        writer.WriteStartElement("row", SheetXml.Main);
        writer.WriteAttributeString("r", row.ToString(CultureInfo.InvariantCulture));
        if (height > 0)
        {
            WriteHeight(writer, height);
        }
    }

    /// <summary>Ends the row.</summary>
    public void EndRow() => writer.WriteEndElement();

    /// <summary>Writes a cell of text that no program takes for a formula, a number or a date; nothing when the text is empty.</summary>
    /// <param name="row">Row, from 1.</param>
    /// <param name="column">Column, from 1, greater than that of the cell before.</param>
    /// <param name="style">Number of the cell's format.</param>
    /// <param name="text">The text, in any state.</param>
    public void Write(int row, int column, uint style, string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        string safe = SpreadsheetText.ForCell(text);
        Begin(row, column, style);
        writer.WriteAttributeString("t", "inlineStr");
        writer.WriteStartElement("is", SheetXml.Main);
        writer.WriteStartElement("t", SheetXml.Main);
        if (char.IsWhiteSpace(safe[0]) || char.IsWhiteSpace(safe[^1]))
        {
            writer.WriteAttributeString("xml", "space", null, "preserve");
        }

        writer.WriteString(safe);
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    /// <summary>Writes a cell that contains a number, so that it can be summed.</summary>
    /// <param name="row">Row, from 1.</param>
    /// <param name="column">Column, from 1, greater than that of the cell before.</param>
    /// <param name="style">Number of the cell's format.</param>
    /// <param name="number">The number.</param>
    public void Write(int row, int column, uint style, int number)
    {
        Begin(row, column, style);
        writer.WriteElementString("v", SheetXml.Main, number.ToString(CultureInfo.InvariantCulture));
        writer.WriteEndElement();
    }

    /// <summary>Writes the height of a row whose element has just begun.</summary>
    /// <param name="writer">The sheet.</param>
    /// <param name="height">The height in points.</param>
    public static void WriteHeight(XmlWriter writer, double height)
    {
        writer.WriteAttributeString("ht", height.ToString(CultureInfo.InvariantCulture));
        writer.WriteAttributeString("customHeight", "1");
    }

    /// <summary>The address of a cell in A1 notation.</summary>
    /// <param name="row">Row, from 1.</param>
    /// <param name="column">Column, from 1.</param>
    public static string GetAddress(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"{CellRef.GetLetters(column)}{row}");

    private void Begin(int row, int column, uint style)
    {
        writer.WriteStartElement("c", SheetXml.Main);
        writer.WriteAttributeString("r", GetAddress(row, column));
        writer.WriteAttributeString("s", style.ToString(CultureInfo.InvariantCulture));
    }
}
