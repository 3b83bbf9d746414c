using System.Globalization;
using ClosedXML.Excel;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Writing.Workbooks;

/// <summary>Creates a workbook for a list that is no xlsx: the list with its verdicts, the findings, the plan and a summary.</summary>
internal static class NewWorkbook
{
    private static readonly (string Head, double Width)[] Added = [("Sourcing verdict", 16), ("Sourcing reason", 80), ("Sourcing action", 60)];

    private const int WidestColumn = 48;

    // ClosedXML 0.95.4 holds the whole sheet: 50,000 rows of 15 columns take 0.9 GB and 11 s of one core, 200,000 take 3.1 GB and 35 s, where the
    // check alone takes 0.13 GB and 2 s.
    private const int MostLines = 50_000;

    /// <summary>Writes the workbook.</summary>
    /// <param name="report">The report.</param>
    /// <param name="file">The file's own part of it.</param>
    /// <param name="document">The list, opened; null = only the tables are written.</param>
    /// <param name="output">Receives the workbook.</param>
    public static void Write(ComplianceReport report, FileReport file, BomDocument? document, Stream output)
    {
        using var workbook = new XLWorkbook();
        workbook.Properties.Author = report.Tool.Name;
        workbook.Properties.Created = report.Run.AsOf.ToDateTime(TimeOnly.MinValue);
        workbook.Properties.Modified = report.Run.AsOf.ToDateTime(TimeOnly.MinValue);
        Fill(workbook, SummaryOf(report, file));
        foreach (SheetReport sheet in file.Sheets.Where(sheet => sheet.HeaderRow is not null))
        {
            if (document?.Tables.FirstOrDefault(table => table.Name == sheet.Name) is { } table)
            {
                FillList(workbook, report, file, sheet, table);
            }
        }

        Fill(workbook, WorkbookTables.Findings(file));
        Fill(workbook, WorkbookTables.Plan(report, file));
        foreach (WorkbookTable table in WorkbookTables.Policies(report, file).Concat(WorkbookTables.Advisories(report, file)))
        {
            Fill(workbook, table);
        }

        using var buffer = new MemoryStream();
        workbook.SaveAs(buffer);
        StableZip.Copy(buffer, output, report.Run.AsOf);
    }

    private static WorkbookTable SummaryOf(ComplianceReport report, FileReport file)
    {
        WorkbookTable summary = WorkbookTables.Summary(report, file);
        return file.LineCount <= MostLines ? summary : summary with
        {
            Rows =
            [
                .. summary.Rows,
                (null, ["Rows left out", string.Create(CultureInfo.InvariantCulture, $"The list has {file.LineCount:N0} lines. Here stand those that hold something covered, in the rows that they have in the list; the others would make the workbook too large.")]),
            ],
        };
    }

    private static void FillList(XLWorkbook workbook, ComplianceReport report, FileReport file, SheetReport sheet, BomTable table)
    {
        IXLWorksheet worksheet = workbook.Worksheets.Add(NameFor(workbook, sheet.Name.Length > 0 ? sheet.Name : file.Name));
        Dictionary<int, RowAnnotation> annotations = RowAnnotation.Of(report, file, sheet.Name);
        HashSet<int> skipped = [.. sheet.SkippedRows.Select(row => row.Row)];
        int header = sheet.HeaderRow ?? 0;
        int width = 0;
        var longest = new SortedDictionary<int, int>();
        bool isWhole = file.LineCount <= MostLines;
        foreach (BomRow row in table.Rows)
        {
            bool isCovered = annotations.TryGetValue(row.Number, out RowAnnotation? known) && known.Verdict < Verdict.NotCovered;
            if (!isWhole && row.Number > header && !isCovered)
            {
                annotations.Remove(row.Number);
                continue;
            }

            for (int column = 1; column <= row.Width; column++)
            {
                if (!row[column].IsBlank)
                {
                    SetText(worksheet.Cell(row.Number, column), row[column].Text);
                    width = Math.Max(width, column);
                    longest[column] = Math.Max(longest.GetValueOrDefault(column), row[column].Text.Length);
                }
            }

            if (row.Number > header && !row.IsBlank && !skipped.Contains(row.Number))
            {
                annotations.TryAdd(row.Number, RowAnnotation.NotCovered);
            }
        }

        foreach ((int column, int length) in longest)
        {
            worksheet.Column(column).Width = Math.Clamp(length + 2, 6, WidestColumn);
        }

        for (int at = 0; at < Added.Length; at++)
        {
            SetText(worksheet.Cell(header, width + 1 + at), Added[at].Head);
            worksheet.Column(width + 1 + at).Width = Added[at].Width;
        }

        worksheet.Row(header).Style.Font.Bold = true;
        worksheet.SheetView.FreezeRows(header);
        foreach ((int row, RowAnnotation annotation) in annotations.OrderBy(entry => entry.Key))
        {
            SetText(worksheet.Cell(row, width + 1), annotation.Text);
            Tint(worksheet.Cell(row, width + 1), annotation.Verdict);
            SetText(worksheet.Cell(row, width + 2), annotation.Reason);
            SetText(worksheet.Cell(row, width + 3), annotation.Action);
            if (annotation.DecidingColumn > 0 && annotation.Verdict < Verdict.Exempt)
            {
                Tint(worksheet.Cell(row, annotation.DecidingColumn), annotation.Verdict);
                worksheet.Cell(row, annotation.DecidingColumn).Comment.AddText(SpreadsheetText.ForCell(annotation.Reason));
            }
        }
    }

    /// <summary>Adds a table to a workbook as a sheet of its own.</summary>
    internal static void Fill(XLWorkbook workbook, WorkbookTable table)
    {
        IXLWorksheet worksheet = workbook.Worksheets.Add(table.Name);
        for (int column = 1; column <= table.Heads.Count; column++)
        {
            SetText(worksheet.Cell(1, column), table.Heads[column - 1].Head);
            worksheet.Cell(1, column).Style.Font.Bold = true;
            worksheet.Cell(1, column).Style.Border.BottomBorder = XLBorderStyleValues.Thin;
            worksheet.Column(column).Width = table.Heads[column - 1].Width;
        }

        for (int row = 0; row < table.Rows.Count; row++)
        {
            for (int column = 0; column < table.Rows[row].Cells.Length; column++)
            {
                IXLCell cell = worksheet.Cell(row + 2, column + 1);
                SetText(cell, table.Rows[row].Cells[column]);
                cell.Style.Alignment.WrapText = true;
                cell.Style.Alignment.Vertical = XLAlignmentVerticalValues.Top;
            }

            worksheet.Row(row + 2).Height = table.HeightOf(table.Rows[row].Cells);
            if (table.Rows[row].Verdict is { } verdict)
            {
                Tint(worksheet.Cell(row + 2, 1), verdict);
            }
        }

        worksheet.SheetView.FreezeRows(1);
        // Whoever prints it gets the whole width on a page, and the heads on each.
        worksheet.PageSetup.PageOrientation = XLPageOrientation.Landscape;
        worksheet.PageSetup.FitToPages(1, 0);
        worksheet.PageSetup.SetRowsToRepeatAtTop(1, 1);
    }

    // Text stays text: ClosedXML would otherwise take "=..." for a formula and "1/2" for a date.
    private static void SetText(IXLCell cell, string text)
    {
        cell.SetDataType(XLDataType.Text);
        cell.SetValue(SpreadsheetText.ForCell(text));
    }

    private static void Tint(IXLCell cell, Verdict verdict)
    {
        VerdictCell look = VerdictCell.Of(verdict);
        cell.Style.Fill.BackgroundColor = XLColor.FromHtml("#" + look.Tint);
        cell.Style.Font.FontColor = XLColor.FromHtml("#" + look.Ink);
    }

    private static string NameFor(XLWorkbook workbook, string wish)
    {
        const int longest = 28;
        string clean = new([.. XmlText.Clean(wish).Select(character => "[]:*?/\\'".Contains(character, StringComparison.Ordinal) ? '_' : character)]);
        clean = clean.Length > longest ? clean[..longest] : clean;
        string name = clean;
        for (int number = 2; workbook.Worksheets.Any(sheet => string.Equals(sheet.Name, name, StringComparison.OrdinalIgnoreCase)); number++)
        {
            name = FormattableString.Invariant($"{clean}_{number}");
        }

        return name;
    }
}
