namespace SourcingCompliance.Formats.Writing.Workbooks;

/// <summary>A sheet of ours before its cells: what ClosedXML sets up, and what then writes the cells into it.</summary>
/// <param name="Name">Name of the sheet; made unique in its workbook.</param>
/// <param name="Widths">Widths of the columns in characters, from the first.</param>
/// <param name="HeadRow">Row that stays in view and stands on every printed page; 0 = none.</param>
/// <param name="LastRow">The last row with a cell.</param>
/// <param name="PrintedColumns">How many columns are printed, from the first; those after them are for the screen.</param>
/// <param name="Fill">Writes the rows, with the formats of the workbook.</param>
internal sealed record SheetFrame(string Name, IReadOnlyList<double> Widths, int HeadRow, int LastRow, int PrintedColumns, Action<CellWriter, CellStyles> Fill)
{
    /// <summary>Whether the columns below the head row can be filtered.</summary>
    public bool HasFilter { get; init; }

    /// <summary>Whether the sheet is printed upright; else it lies on its side.</summary>
    public bool IsPortrait { get; init; }

    /// <summary>The notes of the sheet: row, column and text, in row order.</summary>
    public IReadOnlyList<(int Row, int Column, string Text)> Notes { get; init; } = [];
}
