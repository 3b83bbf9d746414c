using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using SourcingCompliance.Findings;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Workbooks;

/// <summary>
/// Annotates a copy of the user's own workbook: three columns next to each BOM, tinted cells, notes, and sheets with summary, findings and plan.
/// Everything else in the file (formulas, formats, macros, drawings) stays as it was: sheets are copied node by node.
/// </summary>
internal static class WorkbookAnnotator
{
    /// <summary>Writes the annotated copy.</summary>
    /// <param name="report">The report.</param>
    /// <param name="file">The file's own part of it.</param>
    /// <param name="original">The user's workbook (xlsx or xlsm, transitional), seekable.</param>
    /// <param name="output">Receives the copy.</param>
    public static void Annotate(ComplianceReport report, FileReport file, Stream original, Stream output)
    {
        using WorkbookPackage package = WorkbookPackage.Open(report, original);
        original.Position = 0;
        using (var archive = new ZipArchive(original, ZipArchiveMode.Read, leaveOpen: true))
        {
            foreach (SheetReport sheet in file.Sheets.Where(sheet => sheet.HeaderRow is not null))
            {
                if (package.Find(sheet.Name) is { } part)
                {
                    Annotate(package, part, archive, sheet.HeaderRow ?? 0, RowAnnotation.From(report, file, sheet.Name),
                        [.. sheet.SkippedRows.Select(row => row.Row)]);
                }
            }
        }

        package.Add(WorkbookTables.All(report, file).Select(table => table.ToFrame()));
        package.Save(output);
    }

    private static void Annotate(WorkbookPackage package, WorksheetPart part, ZipArchive archive, int header,
        Dictionary<int, RowAnnotation> annotations, HashSet<int> skipped)
    {
        var annotator = new SheetAnnotator(annotations, skipped, header, package.Styles);
        string name = WorkbookPackage.GetName(part);
        // Read from the package as it lies on disk: one that is open for changes holds what is read of it.
        using (Stream sheet = (archive.Entries.FirstOrDefault(entry => string.Equals(entry.FullName, name, StringComparison.OrdinalIgnoreCase))
            ?? throw new InvalidDataException($"The workbook has no part {name}.")).Open())
        {
            annotator.Measure(sheet);
        }

        bool hasNotes = part.WorksheetCommentsPart is not null || part.VmlDrawingParts.Any();
        package.Rewrite(part, hasNotes ? [] : SheetNotes.GetNotes(annotations), annotator.Copy);
    }
}
