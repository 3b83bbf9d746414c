namespace SourcingCompliance.Boms.Mapping;

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

    public static SheetSample Of(IEnumerable<BomRow> rows)
    {
        var kept = new List<BomRow>();
        foreach (BomRow row in rows)
        {
            if (!row.IsBlank)
            {
                kept.Add(row.Detach());
            }

            if (kept.Count >= HeaderRows + ContentRows)
            {
                break;
            }
        }

        return new SheetSample(kept);
    }

    /// <summary>The content of every column in the rows from an index on, by 1-based column.</summary>
    public ColumnContent[] ContentFrom(int index, CellMarker marker)
    {
        var contents = new ColumnContent[Width + 1];
        BomRow[] rows = [.. Rows.Skip(index).Take(ContentRows)];
        var distinct = new HashSet<string>(StringComparer.Ordinal);
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
