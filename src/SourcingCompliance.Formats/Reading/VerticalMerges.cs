using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading;

/// <summary>
/// Repeats the value of a merged cell in the rows under it, in the merge's first column: a country or an assembly merged over ten item
/// rows holds for all ten. A row without content of its own stays blank, so a merged title block makes no rows; across columns nothing
/// is repeated, because a title merged over a row would look like a full row. A merge without a value costs nothing, and in each column one
/// is open at most: programs let no two of them overlap.
/// </summary>
/// <param name="ranges">The ranges that span several rows.</param>
/// <param name="repeats">What may be repeated.</param>
internal sealed class VerticalMerges(IReadOnlyList<MergedRange> ranges, RepeatBudget repeats)
{
    private readonly MergedRange[] _ranges = [.. ranges.OrderBy(range => range.FirstRow).ThenBy(range => range.Column)];
    private readonly List<(MergedRange Range, BomCell Value)> _open = [];
    private readonly HashSet<int> _columns = [];
    private int _next;
    private int _nextEnd = int.MaxValue;

    /// <summary>Tells of a range that begins in the row read last, for formats that say so at its first cell.</summary>
    /// <param name="range">The range.</param>
    /// <param name="value">Its value.</param>
    public void Begin(MergedRange range, BomCell value)
    {
        if (!value.IsBlank && _columns.Add(range.Column))
        {
            _open.Add((range, value));
            _nextEnd = Math.Min(_nextEnd, range.LastRow);
        }
    }

    /// <summary>Takes the values that begin in the row, and fills in those that come from above.</summary>
    /// <exception cref="ReadingStoppedException">More is repeated than allowed.</exception>
    public void Apply(BomRow row)
    {
        if (_open.Count == 0 && (_next == _ranges.Length || _ranges[_next].FirstRow > row.Number))
        {
            return;
        }

        if (row.Number > _nextEnd)
        {
            _open.RemoveAll(open => open.Range.LastRow < row.Number && _columns.Remove(open.Range.Column));
            _nextEnd = _open.Count == 0 ? int.MaxValue : _open.Min(open => open.Range.LastRow);
        }

        if (_open.Count > 0 && !row.IsBlank)
        {
            Fill(row);
        }

        for (; _next < _ranges.Length && _ranges[_next].FirstRow <= row.Number; _next++)
        {
            MergedRange range = _ranges[_next];
            if (range.FirstRow == row.Number && range.LastRow > row.Number)
            {
                Begin(range, row[range.Column]);
            }
        }
    }

    private void Fill(BomRow row)
    {
        int filled = 0;
        foreach ((MergedRange range, BomCell value) in _open)
        {
            if (row[range.Column].IsBlank)
            {
                row.SetRepeated(range.Column, value);
                filled++;
            }
        }

        repeats.CountCells(filled);
    }
}
