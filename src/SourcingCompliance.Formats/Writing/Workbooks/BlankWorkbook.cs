using ClosedXML.Excel;

namespace SourcingCompliance.Formats.Writing.Workbooks;

/// <summary>Writes a workbook with a header row and nothing below it.</summary>
public static class BlankWorkbook
{
    // The first day that a zip can hold: the same columns give the same bytes.
    private static readonly DateOnly Day = new(1980, 1, 1);

    /// <summary>Writes the workbook.</summary>
    /// <param name="sheet">Name of its sheet.</param>
    /// <param name="columns">Headers, and widths in characters.</param>
    /// <param name="output">Receives the workbook.</param>
    public static void Write(string sheet, IReadOnlyList<(string Head, double Width)> columns, Stream output)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(output);
        using var workbook = new XLWorkbook();
        workbook.Properties.Created = Day.ToDateTime(TimeOnly.MinValue);
        workbook.Properties.Modified = Day.ToDateTime(TimeOnly.MinValue);
        IXLWorksheet worksheet = workbook.Worksheets.Add(sheet);
        for (int at = 0; at < columns.Count; at++)
        {
            IXLCell cell = worksheet.Cell(1, at + 1);
            cell.SetValue(columns[at].Head);
            cell.Style.Font.Bold = true;
            worksheet.Column(at + 1).Width = columns[at].Width;
        }

        worksheet.SheetView.FreezeRows(1);
        using var buffer = new MemoryStream();
        workbook.SaveAs(buffer);
        StableZip.Copy(buffer, output, Day, new Dictionary<string, Action<Stream, Stream>>());
    }
}
