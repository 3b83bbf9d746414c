using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Writing.Workbooks;

/// <summary>The sheet of a BOM that is no xlsx: its rows where they are in the file, with the verdicts next to them. The file is read twice, and no row is
/// kept.</summary>
internal static class BomSheet
{
    private const int Narrowest = 6;
    private const int Widest = 48;

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
                int length = row.LengthAt(column);
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
        return new SheetFrame(
            name, [.. longest.Select(length => (double)Math.Clamp(length + 2, Narrowest, Widest)), .. RowAnnotation.Columns.Select(column => column.Width)],
            header, last, width + RowAnnotation.Columns.Length, (cells, styles) => Write(cells, styles, table, annotations, skipped, header, width))
        {
            HasFilter = true,
            Notes = SheetNotes.GetNotes(annotations),
        };
    }

    private static void Write(CellWriter cells, CellStyles styles, BomTable table, Dictionary<int, RowAnnotation> annotations,
        HashSet<int> skipped, int header, int width)
    {
        foreach (BomRow row in table.Rows.TakeWhile(row => row.Number <= CellWriter.LastRow))
        {
            RowAnnotation? annotation = annotations.GetValueOrDefault(row.Number)
                ?? (row.Number > header && !row.IsBlank && !skipped.Contains(row.Number) ? RowAnnotation.NotCovered : null);
            double height = annotation?.Height ?? 0;
            cells.BeginRow(row.Number, height == 0 ? 0
                : Math.Max(height, WorkbookTable.GetHeight(Enumerable.Range(1, row.Width).Select(column => (row[column].Text, (double)Widest)))));
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

    private static uint GetStyle(CellStyles styles, RowAnnotation? annotation, bool isHead, int column) =>
        isHead ? styles.Head
        : annotation is { TintsCell: true } && annotation.DecidingColumn == column ? styles.GetTinted(annotation.Verdict)
        : styles.Wrapped;
}
