using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Workbooks;

/// <summary>
/// Annotates a user's own workbook: three columns beside each list, tinted cells, notes, and sheets with findings, plan and summary.
/// Everything else in the file (formulas, styles, macros, drawings) stays as it was: sheets are copied node by node.
/// </summary>
internal static class WorkbookAnnotator
{
    /// <summary>Annotates a copy.</summary>
    /// <param name="report">The report.</param>
    /// <param name="file">The file's own part of it.</param>
    /// <param name="original">The user's workbook (xlsx or xlsm, transitional).</param>
    /// <param name="output">Receives the annotated copy.</param>
    public static void Annotate(ComplianceReport report, FileReport file, Stream original, Stream output)
    {
        using var copy = new MemoryStream();
        original.CopyTo(copy);
        using (SpreadsheetDocument document = SpreadsheetDocument.Open(copy, isEditable: true, new OpenSettings { AutoSave = false }))
        {
            WorkbookPart workbook = document.WorkbookPart ?? throw new InvalidDataException("The workbook has no main part.");
            var styles = new VerdictStyles(workbook);
            foreach (SheetReport sheet in file.Sheets.Where(sheet => sheet.HeaderRow is not null))
            {
                if (PartOf(workbook, sheet.Name) is { } part)
                {
                    Annotate(part, report, file, sheet, styles);
                }
            }

            AddedSheets.Append(workbook, styles, [WorkbookTables.Summary(report, file), WorkbookTables.Findings(file), WorkbookTables.Plan(report, file), .. WorkbookTables.Policies(report, file), .. WorkbookTables.Advisories(report, file)]);
            styles.Save();
            workbook.Workbook.Save();
            document.Save();
        }

        StableZip.Copy(copy, output, report.Run.AsOf);
    }

    private static void Annotate(WorksheetPart part, ComplianceReport report, FileReport file, SheetReport sheet, VerdictStyles styles)
    {
        Dictionary<int, RowAnnotation> annotations = RowAnnotation.Of(report, file, sheet.Name);
        var annotator = new SheetAnnotator(annotations, [.. sheet.SkippedRows.Select(row => row.Row)], sheet.HeaderRow ?? 0, styles);
        (int, int, string)[] notes = part.WorksheetCommentsPart is null && !part.VmlDrawingParts.Any()
            ? [.. annotations.Where(entry => entry.Value.DecidingColumn > 0).OrderBy(entry => entry.Key).Select(entry => (entry.Key, entry.Value.DecidingColumn, entry.Value.Reason)).Take(SheetNotes.Most)]
            : [];
        using var annotated = new MemoryStream();
        using (Stream source = part.GetStream(FileMode.Open, FileAccess.Read))
        {
            annotator.Measure(source);
        }

        using (Stream source = part.GetStream(FileMode.Open, FileAccess.Read))
        {
            annotator.Copy(source, annotated, notes.Length > 0 ? SheetNotes.ShapesId : null);
        }

        annotated.Position = 0;
        part.FeedData(annotated);
        if (notes.Length > 0)
        {
            SheetNotes.Add(part, notes);
        }
    }

    private static WorksheetPart? PartOf(WorkbookPart workbook, string name)
    {
        Sheet? sheet = workbook.Workbook.Sheets?.Elements<Sheet>().FirstOrDefault(sheet => sheet.Name?.Value == name);
        return sheet?.Id?.Value is { } id && workbook.GetPartById(id) is WorksheetPart part ? part : null;
    }

    /// <summary>The address of a cell in A1 notation.</summary>
    internal static string AddressOf(int row, int column) =>
        string.Create(CultureInfo.InvariantCulture, $"{CellRef.LettersOf(column)}{row}");
}
