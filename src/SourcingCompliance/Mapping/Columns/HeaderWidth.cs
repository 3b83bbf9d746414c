using System.Globalization;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Mapping.Columns;

/// <summary>
/// Finds rows of a delimited list that have more cells than their header: an unquoted delimiter inside a text, or a header that does not belong
/// to the rows, puts every cell after it in a wrong column.
/// </summary>
/// <param name="isDelimited">Whether the table is delimited text; in others nothing is checked.</param>
internal sealed class HeaderWidth(bool isDelimited)
{
    private int _width;

    /// <summary>Takes the cells of a header row; headers of two rows are as wide as the wider one.</summary>
    /// <param name="row">The row.</param>
    /// <param name="isFirst">Whether the row begins the header of a table.</param>
    public void Add(BomRow row, bool isFirst) => _width = isFirst ? row.Width : Math.Max(_width, row.Width);

    /// <summary>Takes a further title in a row that repeats the header, so that the rows below it may be as wide.</summary>
    public void Widen(BomRow row) => _width = _width == 0 ? 0 : Math.Max(_width, row.Width);

    /// <summary>
    /// Marks a row as damaged when text stands beyond the last column of the header. A row that keeps to its header is sound, although the
    /// reader, which knows no headers, may have found it wider than most rows of the text: a later table may be wider than the first.
    /// </summary>
    public void Check(BomRow row)
    {
        if (!isDelimited || _width == 0)
        {
            return;
        }

        string? damage = row.Damage;
        row.Damage = null;
        for (int column = _width + 1; column <= row.Width; column++)
        {
            if (!row.IsBlankAt(column))
            {
                row.Damage = damage ?? string.Create(CultureInfo.InvariantCulture,
                    $"The row has {row.Width} cells where its header has {_width}; an unquoted delimiter inside a text may have shifted them.");
                return;
            }
        }
    }
}
