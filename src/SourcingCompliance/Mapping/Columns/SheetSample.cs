using SourcingCompliance.Tables;

namespace SourcingCompliance.Mapping.Columns;

/// <summary>The first rows of a sheet, kept so that the header and the content below it can be looked at together.</summary>
internal sealed class SheetSample
{
    /// <summary>How many rows are looked at for a header.</summary>
    public const int HeaderRows = 60;

    /// <summary>How many rows below a header are looked at for its content.</summary>
    public const int ContentRows = 200;

    private SheetSample(IReadOnlyList<BomRow> rows)
    {
        Rows = rows;
        foreach (BomRow row in rows)
        {
            Width = Math.Max(Width, row.Width);
        }
    }

    /// <summary>The rows that are not blank.</summary>
    public IReadOnlyList<BomRow> Rows { get; }

    /// <summary>The widest row.</summary>
    public int Width { get; }

    /// <summary>Keeps the first rows of a sheet.</summary>
    /// <param name="rows">The rows of the sheet.</param>
    /// <param name="copies">Rows of an earlier sample that nobody looks at any more: they are filled again, and more are added as they are needed.</param>
    public static SheetSample From(IEnumerable<BomRow> rows, List<BomRow> copies)
    {
        int kept = 0;
        foreach (BomRow row in rows)
        {
            if (!row.IsBlank)
            {
                if (kept == copies.Count)
                {
                    copies.Add(new BomRow());
                }

                row.CopyTo(copies[kept++]);
            }

            if (kept >= HeaderRows + ContentRows)
            {
                break;
            }
        }

        return new SheetSample(copies[..kept]);
    }

    /// <summary>The content of every column in the rows from an index on, by 1-based column.</summary>
    public ColumnContent[] ContentFrom(int index, CellMarker marker)
    {
        var contents = new ColumnContent[Width + 1];
        // A row that numbers the columns says nothing of what they hold.
        int first = index < Rows.Count && NumberRow.Is(Rows[index]) ? index + 1 : index;
        BomRow[] rows = [.. Rows.Skip(first).Take(ContentRows)];
        var distinct = new DistinctCells(rows);
        for (int column = 0; column <= Width; column++)
        {
            contents[column] = new ColumnContent();
            if (column > 0)
            {
                contents[column].Add(rows, column, marker, distinct);
            }
        }

        return contents;
    }
}
