using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Formats.Writing.Workbooks;

/// <summary>Appends sheets with tables behind those of the user's workbook.</summary>
internal static class AddedSheets
{
    /// <summary>Appends the tables, one sheet each, in order.</summary>
    public static void Append(WorkbookPart workbook, VerdictStyles styles, IEnumerable<WorkbookTable> tables)
    {
        Sheets sheets = workbook.Workbook.Sheets ??= new Sheets();
        uint number = sheets.Elements<Sheet>().Select(sheet => sheet.SheetId?.Value ?? 0).DefaultIfEmpty(0u).Max();
        HashSet<string> names = [.. sheets.Elements<Sheet>().Select(sheet => sheet.Name?.Value ?? "")];
        foreach (WorkbookTable table in tables)
        {
            number++;
            string name = table.Name;
            for (int again = 2; !names.Add(name); again++)
            {
                name = FormattableString.Invariant($"{table.Name} {again}");
            }

            WorksheetPart part = workbook.AddNewPart<WorksheetPart>(FormattableString.Invariant($"rIdSourcing{number}"));
            Write(part, styles, table);
            sheets.AppendChild(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = number, Name = name });
            DefinedNames defined = workbook.Workbook.DefinedNames ??= new DefinedNames();
            defined.AppendChild(new DefinedName($"'{name}'!$1:$1") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)sheets.Elements<Sheet>().Count() - 1 });
        }
    }

    private static void Write(WorksheetPart part, VerdictStyles styles, WorkbookTable table)
    {
        var data = new SheetData();
        data.AppendChild(RowOf(1, table.Heads.Select(head => (head.Head, styles.Head))));
        for (int at = 0; at < table.Rows.Count; at++)
        {
            (Verdict? verdict, string[] cells) = table.Rows[at];
            Row row = RowOf(at + 2, cells.Select((text, column) => (text, column == 0 && verdict is { } known ? styles.Tinted(known) : styles.Wrapped)));
            row.Height = table.HeightOf(cells);
            row.CustomHeight = true;
            data.AppendChild(row);
        }

        // Whoever prints it gets the whole width on a page.
        part.Worksheet = new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }),
            new Columns(table.Heads.Select((head, column) => new Column { Min = (uint)column + 1, Max = (uint)column + 1, Width = head.Width, CustomWidth = true })),
            data,
            new PageSetup { Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        part.Worksheet.Save();
    }

    private static Row RowOf(int number, IEnumerable<(string Text, uint Style)> cells)
    {
        var row = new Row { RowIndex = (uint)number };
        int column = 0;
        foreach ((string text, uint style) in cells)
        {
            column++;
            row.AppendChild(new Cell(new InlineString(new Text(SpreadsheetText.ForCell(text)) { Space = SpaceProcessingModeValues.Preserve }))
            {
                CellReference = WorkbookAnnotator.AddressOf(number, column),
                StyleIndex = style,
                DataType = CellValues.InlineString,
            });
        }

        return row;
    }
}
