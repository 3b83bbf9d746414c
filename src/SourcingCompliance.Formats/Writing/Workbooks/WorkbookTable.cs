using SourcingCompliance.Primitives;

namespace SourcingCompliance.Formats.Writing.Workbooks;

/// <summary>One column of a table.</summary>
/// <param name="Head">Its head; empty in a table without heads.</param>
/// <param name="Width">Its width in characters.</param>
internal readonly record struct TableColumn(string Head, double Width);

/// <summary>How the text of a row looks.</summary>
internal enum RowLook
{
    /// <summary>Text that wraps.</summary>
    Plain,

    /// <summary>The title of the sheet.</summary>
    Title,

    /// <summary>What matters most, in bold.</summary>
    Strong,

    /// <summary>A head above rows that follow.</summary>
    Head,
}

/// <summary>One row of a table.</summary>
/// <param name="Verdict">Verdict whose tint the first cell gets; null = none.</param>
/// <param name="Cells">The cells: a text, or a number that can be summed.</param>
internal sealed record TableRow(Verdict? Verdict, params object[] Cells)
{
    /// <summary>How the text looks.</summary>
    public RowLook Look { get; init; }
}

/// <summary>One sheet of a workbook whose rows are known before they are written.</summary>
/// <param name="Name">Name of the sheet.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The rows.</param>
internal sealed record WorkbookTable(string Name, IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableRow> Rows)
{
    private const double PointsPerLine = 14.5;
    private const double PointsPerLineOfTitle = 20;
    private const double TallestRow = 400;

    // A letter of bold text is a little wider than one of the width that columns are counted in.
    private const double Bold = 0.92;

    private bool HasHeads => Columns.Any(column => column.Head.Length > 0);

    /// <summary>How many columns are printed, from the first; 0 = all.</summary>
    public int PrintedColumns { get; init; }

    /// <summary>Whether the sheet is printed upright.</summary>
    public bool IsPortrait { get; init; }

    /// <summary>The sheet of the table.</summary>
    public SheetFrame ToFrame() => new(
        Name, [.. Columns.Select(column => column.Width)], HasHeads ? 1 : 0, Rows.Count + (HasHeads ? 1 : 0),
        PrintedColumns == 0 ? Columns.Count : PrintedColumns, Write)
    {
        HasFilter = HasHeads,
        IsPortrait = IsPortrait,
    };

    /// <summary>Height in points that wrapped texts need, at most what a row can have. Programs that open the file do not work it out.</summary>
    /// <param name="texts">Texts, each with the width of its column in characters.</param>
    internal static double GetHeight(IEnumerable<(string Text, double Width)> texts) => Math.Min(TallestRow, CountLines(texts) * PointsPerLine);

    private static int CountLines(IEnumerable<(string Text, double Width)> texts) => texts.Select(cell =>
        cell.Text.Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(line.Length / Math.Max(1, cell.Width - 1))))).DefaultIfEmpty(1).Max();

    private void Write(CellWriter cells, CellStyles styles)
    {
        int row = 0;
        if (HasHeads)
        {
            row++;
            cells.BeginRow(row, GetHeight(Columns.Select(column => (column.Head, column.Width * Bold))));
            for (int column = 1; column <= Columns.Count; column++)
            {
                cells.Write(row, column, styles.Head, Columns[column - 1].Head);
            }

            cells.EndRow();
        }

        foreach (TableRow content in Rows)
        {
            row++;
            cells.BeginRow(row, GetHeight(content));
            for (int column = 1; column <= content.Cells.Length; column++)
            {
                if (content.Cells[column - 1] is int number)
                {
                    cells.Write(row, column, styles.Number, number);
                }
                else
                {
                    uint style = column == 1 && content.Verdict is { } verdict ? styles.GetTinted(verdict) : styles.Get(content.Look);
                    cells.Write(row, column, style, (string)content.Cells[column - 1]);
                }
            }

            cells.EndRow();
        }
    }

    private double GetHeight(TableRow row)
    {
        // A title runs on over the empty cells next to it.
        if (row.Look == RowLook.Title)
        {
            return PointsPerLineOfTitle;
        }

        double factor = row.Look == RowLook.Plain ? 1 : Bold;
        // What is beyond the printed columns may be long, and would leave gaps between the rows on paper.
        return GetHeight(row.Cells.Take(PrintedColumns == 0 ? Columns.Count : PrintedColumns)
            .Select((cell, column) => (cell as string ?? "", Columns[column].Width * factor)));
    }
}
