using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Writing.Workbooks;

/// <summary>The sheet of a BOM that is no xlsx: its rows where they are in the file, with the verdicts next to them. The file is read twice, and no row is
/// kept.</summary>
internal static class BomSheet
{
    private const int Narrowest = 6;
    private static readonly char[] Breaks = [' ', '\n', '\r'];

    // A sheet that is wider prints in letters that nobody reads.
    private const int Widest = 26;
    private const double Bold = 0.85;

    /// <summary>Reads the BOM once to see how wide and long it is.</summary>
    /// <param name="name">Name of the sheet.</param>
    /// <param name="sheet">What was read of it.</param>
    /// <param name="table">Its rows.</param>
    /// <param name="annotations">What is said of which row.</param>
    public static SheetFrame Measure(string name, SheetReport sheet, BomTable table, Dictionary<int, RowAnnotation> annotations)
    {
        int header = sheet.HeaderRow ?? 0;
        var longest = new List<int>();
        int last = header;
        foreach (BomRow row in table.Rows.TakeWhile(row => row.Number <= CellWriter.LastRow))
        {
            for (int column = 1; column <= row.Width; column++)
            {
                // A header wraps at words, and has the arrow of the filter next to it.
                int length = row.Number == header && !row.IsBlankAt(column) ? row[column].Text.Split(Breaks).Max(word => word.Length) + 2
                    : row.LengthAt(column);
                while (longest.Count < column && length > 0)
                {
                    longest.Add(0);
                }

                if (length > 0)
                {
                    longest[column - 1] = Math.Max(longest[column - 1], length);
                }
            }

            last = Math.Max(last, row.Number);
        }

        int width = longest.Count;
        HashSet<int> skipped = [.. sheet.SkippedRows.Select(row => row.Row)];
        double[] widths =
            [.. longest.Select(length => (double)Math.Clamp(length + 2, Narrowest, Widest)), .. RowAnnotation.Columns.Select(column => column.Width)];
        return new SheetFrame(
            name, widths,
            header, last, width + RowAnnotation.Columns.Length, (cells, styles) => Write(cells, styles, table, annotations, skipped, header, widths))
        {
            HasFilter = true,
            Notes = SheetNotes.GetNotes(annotations),
        };
    }

    private static void Write(CellWriter cells, CellStyles styles, BomTable table, Dictionary<int, RowAnnotation> annotations,
        HashSet<int> skipped, int header, double[] widths)
    {
        int width = widths.Length - RowAnnotation.Columns.Length;
        foreach (BomRow row in table.Rows.TakeWhile(row => row.Number <= CellWriter.LastRow))
        {
            RowAnnotation? annotation = annotations.GetValueOrDefault(row.Number)
                ?? (row.Number > header && !row.IsBlank && !skipped.Contains(row.Number) ? RowAnnotation.NotCovered : null);
            double height = GetHeight(row, widths, width, row.Number == header ? Bold : 1);
            cells.BeginRow(row.Number, Math.Max(height, annotation?.Height ?? 0));
            for (int column = 1; column <= row.Width; column++)
            {
                if (!row.IsBlankAt(column))
                {
                    cells.Write(row.Number, column, GetStyle(styles, annotation, row.Number == header, column), row[column].Text);
                }
            }

            if (row.Number == header)
            {
                RowAnnotation.WriteHeads(cells, styles, header, width);
            }

            annotation?.Write(cells, styles, row.Number, width);
            cells.EndRow();
        }
    }

    // 0 = an ordinary row.
    private static double GetHeight(BomRow row, double[] widths, int width, double factor) =>
        Enumerable.Range(1, Math.Min(row.Width, width)).Any(column => row.LengthAt(column) > (widths[column - 1] * factor) - 1)
            ? WorkbookTable.GetHeight(Enumerable.Range(1, Math.Min(row.Width, width)).Select(column => (row[column].Text, widths[column - 1] * factor)))
            : 0;

    private static uint GetStyle(CellStyles styles, RowAnnotation? annotation, bool isHead, int column) =>
        isHead ? styles.Head
        : annotation is { TintsCell: true } && annotation.DecidingColumn == column ? styles.GetTinted(annotation.Verdict)
        : styles.Wrapped;
}
