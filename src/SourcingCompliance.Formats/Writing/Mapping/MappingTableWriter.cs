using System.Text;
using SourcingCompliance.Lines;
using SourcingCompliance.Mapping;
using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Formats.Writing.Mapping;

/// <summary>Writes a <see cref="MappingReport"/> as plain text for people.</summary>
public static class MappingTableWriter
{
    /// <summary>Writes the report, one line for each column.</summary>
    public static void Write(MappingReport report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        foreach (MappedFile file in report.Files)
        {
            writer.WriteLine(VisibleText.Line(file.Format is null ? $"{file.Path}: not read" : $"{file.Path} ({file.Format})"));
            foreach (SheetMapping sheet in file.Sheets)
            {
                Write(writer, sheet);
            }
        }
    }

    private static void Write(StreamWriter writer, SheetMapping sheet)
    {
        string name = sheet.Map.Sheet.Sheet.Length > 0 ? $"sheet {sheet.Map.Sheet.Sheet}" : "list";
        writer.WriteLine(VisibleText.Line(sheet.IsMapped ? $"  {name}: header in row {sheet.Map.HeaderRow}" : $"  {name}: left out, {sheet.Refusal}"));
        foreach (MappedColumn column in sheet.Map.Columns)
        {
            writer.WriteLine(VisibleText.Line($"    {CellRef.GetLetters(column.Column),-3} {FieldNames.Format(column),-26} {column.Why}"));
        }

        foreach (UnmappedColumn column in sheet.Unmapped)
        {
            writer.WriteLine(VisibleText.Line($"    {CellRef.GetLetters(column.Column),-3} {"-",-26} '{column.Header}': {column.Reason}"));
        }
    }
}
