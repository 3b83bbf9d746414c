using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading;

/// <summary>One pass over the rows of a sheet.</summary>
/// <param name="read">Fills the row with the next one of the sheet; false after the last. Must call <see cref="BomRow.Reset"/>.</param>
/// <param name="owner">What to close after the pass; null = nothing.</param>
internal sealed class RowCursor(Func<BomRow, bool> read, IDisposable? owner) : IDisposable
{
    /// <summary>Fills the row with the next one; false after the last.</summary>
    public bool Read(BomRow row) => read(row);

    /// <inheritdoc/>
    public void Dispose() => owner?.Dispose();
}
