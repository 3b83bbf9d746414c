using SourcingCompliance.Primitives;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Mapping.Columns;

/// <summary>Counts the distinct texts of a column, without a string for each.</summary>
/// <param name="rows">The rows of which columns are looked at.</param>
internal sealed class DistinctCells(BomRow[] rows)
{
    // Twice as many places as rows, so that a place is soon found free. A place holds the number of a row, and 0 is none.
    private readonly int[] _places = new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(rows.Length, 1) * 2)];

    /// <summary>How many distinct texts the cells had that were added since <see cref="Clear"/>.</summary>
    public int Count { get; private set; }

    /// <summary>Begins with another column.</summary>
    public void Clear()
    {
        Array.Clear(_places);
        Count = 0;
    }

    /// <summary>Adds the trimmed text of a cell.</summary>
    /// <param name="row">0-based number of the row.</param>
    /// <param name="column">1-based column, the same for every cell until <see cref="Clear"/>.</param>
    public void Add(int row, int column)
    {
        ReadOnlySpan<char> text = rows[row].TrimmedAt(column);
        int place = (int)(TextHash.Compute(text) & (uint)(_places.Length - 1));
        while (_places[place] is > 0 and int other)
        {
            if (text.SequenceEqual(rows[other - 1].TrimmedAt(column)))
            {
                return;
            }

            place = (place + 1) & (_places.Length - 1);
        }

        _places[place] = row + 1;
        Count++;
    }
}
