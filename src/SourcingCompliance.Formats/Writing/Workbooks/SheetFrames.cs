using ClosedXML.Excel;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Workbooks;

/// <summary>
/// Creates every workbook and every sheet of ours, with ClosedXML: names, widths, panes, filters and all that concerns print. Cells are not its task:
/// it holds each of them, so that 50,000 rows of 15 columns took 0.9 GB and 11 s, and 200,000 took 3.1 GB; <see cref="CellWriter"/> writes them.
/// </summary>
internal static class SheetFrames
{
    // More rows than these would leave no room for the list on a small screen.
    private const int DeepestHead = 12;

    // A header has room for 255 characters with its codes.
    private const int MostOfMarking = 200;

    /// <summary>Creates a workbook of sheets without cells.</summary>
    /// <param name="report">The report, which gives the author and the date.</param>
    /// <param name="frames">The sheets, in order, with different names.</param>
    public static MemoryStream Create(ComplianceReport report, IEnumerable<SheetFrame> frames)
    {
        using var workbook = new XLWorkbook();
        workbook.Properties.Author = report.Tool.Name;
        workbook.Properties.Created = report.Run.AsOf.ToDateTime(TimeOnly.MinValue);
        workbook.Properties.Modified = report.Run.AsOf.ToDateTime(TimeOnly.MinValue);
        foreach (SheetFrame frame in frames)
        {
            SetUp(workbook.Worksheets.Add(frame.Name), frame, report);
        }

        var content = new MemoryStream();
        workbook.SaveAs(content);
        return content;
    }

    private static void SetUp(IXLWorksheet sheet, SheetFrame frame, ComplianceReport report)
    {
        for (int column = 1; column <= frame.Widths.Count; column++)
        {
            sheet.Column(column).Width = frame.Widths[column - 1];
        }

        int last = Math.Max(frame.LastRow, 1);
        if (frame.HeadRow > 0)
        {
            sheet.PageSetup.SetRowsToRepeatAtTop(frame.HeadRow, frame.HeadRow);
            if (frame.HeadRow <= DeepestHead)
            {
                sheet.SheetView.FreezeRows(frame.HeadRow);
            }

            if (frame.HasFilter && last > frame.HeadRow)
            {
                sheet.Range(frame.HeadRow, 1, last, frame.Widths.Count).SetAutoFilter();
            }
        }

        sheet.ShowGridLines = false;
        sheet.PageSetup.PaperSize = report.Settings.Paper == PaperSize.A4 ? XLPaperSize.A4Paper : XLPaperSize.LetterPaper;
        sheet.PageSetup.PageOrientation = frame.IsPortrait ? XLPageOrientation.Portrait : XLPageOrientation.Landscape;
        sheet.PageSetup.FitToPages(1, 0);
        sheet.PageSetup.PrintAreas.Add(1, 1, last, Math.Max(1, Math.Min(frame.PrintedColumns, frame.Widths.Count)));
        sheet.PageSetup.Margins.SetLeft(0.5).SetRight(0.5).SetTop(0.85).SetBottom(0.7).SetHeader(0.35).SetFooter(0.35);
        // An ampersand begins a code in headers.
        string marking = XmlText.Clean(ReportMarking.Format(report)).Replace("&", "&&", StringComparison.Ordinal);
        if (marking.Length > 0)
        {
            sheet.PageSetup.Header.Center.AddText(marking.Length > MostOfMarking ? marking[..MostOfMarking] : marking);
        }

        sheet.PageSetup.Footer.Left.AddText("&A");
        sheet.PageSetup.Footer.Right.AddText("Page &P of &N");
    }
}
