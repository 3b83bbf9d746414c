using SourcingCompliance.Formats.Pdf.Documents;

namespace SourcingCompliance.Formats.Pdf.Layout;

/// <summary>Sets tables: a thin rule under the head, hairlines between rows, tinted cells, and no boxes round everything.</summary>
internal sealed class TableSetter(LineBreaker breaker, double width, double highestRow)
{
    private const double HeadRule = 0.8;
    private const double RowRule = 0.4;

    /// <summary>The pieces of a table, one for each row.</summary>
    public IReadOnlyList<Piece> Set(Table table, StructureNode section)
    {
        StructureNode node = section.Add("Table", summary: table.Summary);
        double[] edges = Edges(table);
        var pieces = new List<Piece>();
        Piece? repeated = null;
        if (!table.Head.IsEmpty)
        {
            StructureNode head = node.Add("THead");
            pieces.AddRange(table.Head.SelectMany(row => SetRow(row, table, edges, head, isHead: true)));
            repeated = Stack(pieces);
        }

        // Inside a group the row that heads it is repeated too, so that a page never begins without saying where it is.
        Piece? here = repeated;
        StructureNode body = node.Add("TBody");
        for (int index = 0; index < table.Rows.Length; index++)
        {
            TableRow row = table.Rows[index];
            List<Piece> slices = SetRow(row, table, edges, body, isHead: false);
            // The last row never stands alone under a repeated head.
            bool isLastButOne = index == table.Rows.Length - 2 && table.Rows.Length > 2;
            // Neither does the first one under its head, or the one below the head of a group; a tall one may.
            bool isLast = index == table.Rows.Length - 1;
            bool isFirst = !isLast && (index == 0 || table.Rows[index - 1].IsGroupHead) && slices.Sum(slice => slice.Height) < highestRow / 3;
            slices[^1] = slices[^1] with
            {
                KeepsWithNext = row.IsGroupHead || isLastButOne || (isFirst && slices.Count == 1) || (isLast && table.KeepsWithNext),
                After = isLast ? table.After : 0,
            };
            here = row.IsGroupHead ? repeated : here;
            pieces.AddRange(slices.Select(slice => slice with { RepeatedHead = here }));
            here = row.IsGroupHead ? Stack(repeated is null ? slices : [repeated, .. slices]) : here;
        }

        return pieces;
    }

    private static Piece Stack(IReadOnlyList<Piece> rows)
    {
        var contents = new List<Placed>();
        double top = 0;
        foreach (Piece row in rows)
        {
            contents.AddRange(row.Contents.Where(placed => placed is not (PlacedLink or PlacedField))
                .Select(placed => placed.Move(0, top) with { Node = null }));
            top += row.Height;
        }

        return new Piece { Height = top, Contents = contents };
    }

    private List<Piece> SetRow(TableRow row, Table table, double[] edges, StructureNode parent, bool isHead)
    {
        StructureNode node = parent.Add("TR");
        var cells = new List<SetCell>();
        int column = 0;
        foreach (TableCell cell in row.Cells)
        {
            int end = Math.Min(column + cell.Span, edges.Length - 1);
            bool isHeadCell = isHead || cell.IsRowHead || row.IsGroupHead;
            StructureNode cellNode = isHeadCell
                ? node.Add("TH", scope: isHead ? "Column" : "Row", span: cell.Span)
                : node.Add("TD", span: cell.Span);
            cells.Add(new SetCell(cell, edges[column], edges[end], Lines(cell, table, column, edges[end] - edges[column], cellNode), cellNode));
            column = end;
        }

        var pieces = new List<Piece>();
        int[] next = new int[cells.Count];
        do
        {
            pieces.Add(Slice(cells, next, table, isHead, row.IsGroupHead) with { Anchor = pieces.Count == 0 ? row.Anchor : null });
        }
        while (cells.Where((cell, index) => next[index] < cell.Lines.Count).Any());
        return pieces;
    }

    private List<CellLine> Lines(TableCell cell, Table table, int column, double cellWidth, StructureNode node)
    {
        var lines = new List<CellLine>();
        foreach (Paragraph paragraph in cell.Paragraphs)
        {
            // A cell's own size wins over the table's; numbers stand where their column says.
            TextStyle style = ReferenceEquals(paragraph.Style, TextStyle.Body) ? table.Style : paragraph.Style;
            Alignment alignment = cell.Span == 1 ? table.Columns[column].Alignment : Alignment.Left;
            Paragraph aligned = paragraph with { Alignment = paragraph.Alignment == Alignment.Left ? alignment : paragraph.Alignment };
            StructureNode paragraphNode = cell.Paragraphs.Length > 1 ? node.Add("P") : node;
            double room = lines.Count == 0 ? 0 : 2;
            foreach (SetLine line in breaker.Break(aligned, style, Math.Max(8, cellWidth - (2 * table.PaddingX)), paragraphNode, isTabular: true))
            {
                lines.Add(new CellLine(line, style, room));
                room = 0;
            }
        }

        return lines;
    }

    private Piece Slice(List<SetCell> cells, int[] next, Table table, bool isHead, bool isGroupHead)
    {
        var text = new List<Placed>();
        var notes = new List<SetNote>();
        double height = 0;
        for (int index = 0; index < cells.Count; index++)
        {
            SetCell cell = cells[index];
            double top = table.Padding;
            int first = next[index];
            while (next[index] < cell.Lines.Count)
            {
                CellLine line = cell.Lines[next[index]];
                if (next[index] > first && top + line.Room + line.Style.Leading > highestRow)
                {
                    break;
                }

                top += line.Room;
                double baseline = top + BlockSetter.GetBaseline(line.Style);
                text.AddRange(line.Line.Contents.Select(placed => placed.Move(cell.Left + table.PaddingX, baseline)));
                notes.AddRange(line.Line.Notes);
                top += line.Style.Leading;
                next[index]++;
            }

            height = Math.Max(height, top
                + (cell.Cell.Field is { } field ? Math.Max(field.Height - (cell.Lines.Count == 0 ? table.Padding : 0), 0) : table.Padding));
        }

        var contents = new List<Placed>();
        foreach (SetCell cell in cells.Where(cell => cell.Cell.Tint is not null))
        {
            contents.Add(new PlacedBox(null, cell.Left, 0, cell.Right - cell.Left, height, cell.Cell.Tint ?? Ink.Paper));
        }

        foreach (SetCell cell in cells.Where(cell => cell.Cell.Field is not null))
        {
            AddField(cell, height, contents);
        }

        contents.AddRange(text);
        double rule = isHead ? HeadRule : RowRule;
        contents.Add(new PlacedBox(null, 0, height - rule, width, rule, isHead ? Ink.Text : Ink.Rule));
        return new Piece
        {
            Before = isHead ? 4 : 0,
            Height = height,
            Contents = contents,
            KeepsWithNext = isHead || isGroupHead,
            Notes = notes,
        };
    }

    // It takes the cell below its text, on a tint that says where to write.
    private static void AddField(SetCell cell, double height, List<Placed> contents)
    {
        if (cell.Cell.Field is not { } field)
        {
            return;
        }

        double top = cell.Lines.Count == 0 ? 1.5 : height - Math.Min(field.Height, height) + 1;
        (double x, double fieldWidth, double fieldHeight) = (cell.Left + 1.5, cell.Right - cell.Left - 3, height - top - 1.5);
        contents.Add(new PlacedBox(null, x, top, fieldWidth, fieldHeight, Ink.Field));
        contents.Add(new PlacedField(cell.Node.Add("Form"), x, top, fieldWidth, fieldHeight, field));
    }

    // A column is at least as wide as its widest part number; the room comes from the columns that have some to spare.
    private double[] Edges(Table table)
    {
        double parts = table.Columns.Sum(column => column.Parts);
        double[] widths = [.. table.Columns.Select(column => column.Parts / parts * width)];
        double[] least = new double[widths.Length];
        foreach (TableRow row in table.Head.Concat(table.Rows))
        {
            int column = 0;
            foreach (TableCell cell in row.Cells)
            {
                if (cell.Span == 1 && column < least.Length)
                {
                    double widest = cell.Paragraphs.Select(paragraph => breaker.WidestUnbroken(
                        paragraph, ReferenceEquals(paragraph.Style, TextStyle.Body) ? table.Style : paragraph.Style, isTabular: true)).DefaultIfEmpty(0).Max();
                    least[column] = Math.Max(least[column], Math.Min(widest + (2 * table.PaddingX) + 0.5, width * 0.3));
                }

                column += cell.Span;
            }
        }

        double wanted = least.Select((minimum, index) => Math.Max(0, minimum - widths[index])).Sum();
        double spare = least.Select((minimum, index) => Math.Max(0, widths[index] - Math.Max(minimum, 30))).Sum();
        double given = Math.Min(wanted, spare);
        var edges = new double[widths.Length + 1];
        for (int index = 0; index < widths.Length; index++)
        {
            double lack = Math.Max(0, least[index] - widths[index]);
            double surplus = Math.Max(0, widths[index] - Math.Max(least[index], 30));
            double change = (wanted > 0 ? lack / wanted * given : 0) - (spare > 0 ? surplus / spare * given : 0);
            edges[index + 1] = edges[index] + widths[index] + change;
        }

        edges[^1] = width;
        return edges;
    }

    private sealed record SetCell(TableCell Cell, double Left, double Right, List<CellLine> Lines, StructureNode Node);

    private sealed record CellLine(SetLine Line, TextStyle Style, double Room);
}
