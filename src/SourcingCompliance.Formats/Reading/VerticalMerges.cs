using SourcingCompliance.Boms;

namespace SourcingCompliance.Formats.Reading;

/// <summary>
/// Repeats the value of a merged cell in the rows under it, in the merge's first column: a country or an assembly merged over ten item
/// rows holds for all ten. A row without content of its own stays blank, so a merged title block makes no rows; across columns nothing
/// is repeated, because a title merged over a row would look like a full row.
/// </summary>
/// <param name="ranges">The ranges that span several rows.</param>
internal sealed class VerticalMerges(IReadOnlyList<MergedRange> ranges)
{
    private readonly MergedRange[] _ranges = [.. ranges.OrderBy(range => range.FirstRow).ThenBy(range => range.Column)];
    private readonly List<(MergedRange Range, BomCell Value)> _open = [];
    private int _next;

    /// <summary>Tells of a range that begins in the row read last, for formats that say so at its first cell.</summary>
    /// <param name="range">The range.</param>
    /// <param name="value">Its value.</param>
    public void Begin(MergedRange range, BomCell value) => _open.Add((range, value));

    /// <summary>Takes the values that begin in the row, and fills in those that come from above.</summary>
    public void Apply(BomRow row)
    {
        if (_open.Count == 0 && (_next == _ranges.Length || _ranges[_next].FirstRow > row.Number))
        {
            return;
        }

        _open.RemoveAll(open => open.Range.LastRow < row.Number);
        if (!row.IsBlank)
        {
            foreach ((MergedRange range, BomCell value) in _open)
            {
                if (row[range.Column].IsBlank && !value.IsBlank)
                {
                    row.SetRepeated(range.Column, value);
                }
            }
        }

        for (; _next < _ranges.Length && _ranges[_next].FirstRow <= row.Number; _next++)
        {
            MergedRange range = _ranges[_next];
            if (range.FirstRow == row.Number && range.LastRow > row.Number)
            {
                _open.Add((range, row[range.Column]));
            }
        }
    }
}
