using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading;

/// <summary>Counts in one pass over a sheet what stands in it once and is read many times: repeated rows and cells, merged cells.</summary>
/// <param name="limits">What a file may cost at the most.</param>
internal sealed class RepeatBudget(ReadLimits limits)
{
    private long _cells;
    private long _rows;

    /// <summary>Cells are read that hold the value of another.</summary>
    /// <exception cref="ReadingStoppedException">They are too many.</exception>
    public void CountCells(int cells)
    {
        _cells += cells;
        if (_cells > limits.MaximumRepeatedCells)
        {
            throw Stop.AtLimit("cells that repeat another one", limits.MaximumRepeatedCells, nameof(ReadLimits.MaximumRepeatedCells));
        }
    }

    /// <summary>A row with content is read that repeats another.</summary>
    /// <param name="cells">Its filled cells.</param>
    /// <exception cref="ReadingStoppedException">They are too many.</exception>
    public void CountRow(int cells)
    {
        if (++_rows > limits.MaximumRepeatedRows)
        {
            throw Stop.AtLimit("rows that repeat another one", limits.MaximumRepeatedRows, nameof(ReadLimits.MaximumRepeatedRows));
        }

        CountCells(cells);
    }
}
