using SourcingCompliance.Tables;

namespace SourcingCompliance.Mapping.Rows;

/// <summary>Reads rows forward and can look ahead, which keeps only the rows that were looked at.</summary>
/// <param name="rows">The rows of a sheet.</param>
internal sealed class RowQueue(IEnumerable<BomRow> rows) : IDisposable
{
    private readonly IEnumerator<BomRow> _rows = rows.GetEnumerator();
    private readonly Queue<BomRow> _ahead = new();

    /// <summary>The next row, valid until the next call; null at the end.</summary>
    public BomRow? Next()
    {
        if (_ahead.TryDequeue(out BomRow? row))
        {
            return row;
        }

        return _rows.MoveNext() ? _rows.Current : null;
    }

    /// <summary>A row and the rows after it, which stay to be read.</summary>
    public List<BomRow> LookAhead(BomRow first, int count)
    {
        while (_ahead.Count < count && _rows.MoveNext())
        {
            _ahead.Enqueue(_rows.Current.Detach());
        }

        return [first, .. _ahead];
    }

    public void Dispose() => _rows.Dispose();
}
