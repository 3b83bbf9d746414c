using SourcingCompliance.Findings;
using SourcingCompliance.Reports;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Writing.Workbooks;

/// <summary>Creates a workbook for a BOM that is no xlsx: summary first, then the BOM with its verdicts, findings and plan.</summary>
internal static class NewWorkbook
{
    /// <summary>Writes the workbook.</summary>
    /// <param name="report">The report.</param>
    /// <param name="file">The file's own part of it.</param>
    /// <param name="document">The BOM, opened; null = only the tables are written.</param>
    /// <param name="output">Receives the workbook.</param>
    public static void Write(ComplianceReport report, FileReport file, BomDocument? document, Stream output)
    {
        SheetFrame[] tables = [.. WorkbookTables.All(report, file).Select(table => table.ToFrame())];
        var boms = new List<SheetFrame>();
        foreach (SheetReport sheet in file.Sheets.Where(sheet => sheet.HeaderRow is not null))
        {
            if (document?.Tables.FirstOrDefault(table => table.Name == sheet.Name) is { } table)
            {
                boms.Add(BomSheet.Measure(sheet.Name.Length > 0 ? sheet.Name : file.Name, sheet, table, RowAnnotation.From(report, file, sheet.Name)));
            }
        }

        using WorkbookPackage package = WorkbookPackage.Create(report, [tables[0], .. boms, .. tables[1..]]);
        package.Save(output);
    }
}
