using System.Collections;
using System.Xml;
using SourcingCompliance.Primitives;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading;

/// <summary>
/// The rows of a sheet as often as asked for. Whatever is wrong with the file becomes an error diagnostic and the end of the rows;
/// no exception for bad input leaves the enumeration.
/// </summary>
/// <param name="open">Begins a pass.</param>
/// <param name="sheet">Address of the sheet.</param>
/// <param name="limits">What a file may cost at the most.</param>
/// <param name="diagnostics">Receives what is wrong.</param>
internal sealed class GuardedRows(Func<RowCursor> open, CellRef sheet, ReadLimits limits, OnceDiagnostics diagnostics) : IEnumerable<BomRow>
{
    /// <summary>Whether they are lines of a text file, which may have more rows than a worksheet.</summary>
    public bool IsText { get; init; }

    /// <inheritdoc/>
    public IEnumerator<BomRow> GetEnumerator()
    {
        RowCursor? cursor = TryOpen();
        if (cursor is null)
        {
            yield break;
        }

        using (cursor)
        {
            var row = new BomRow();
            long cells = 0;
            while (TryRead(cursor, row, ref cells))
            {
                yield return row;
            }
        }
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Whether an exception means bad input: the kinds that the readers and the base library throw for broken content.</summary>
    /// <param name="exception">The exception.</param>
    public static bool IsBadInput(Exception exception) => exception
        is ReadingStoppedException or XmlException or InvalidDataException or IOException or NotSupportedException;

    /// <summary>The diagnostic's words for an exception of <see cref="IsBadInput"/>.</summary>
    /// <param name="exception">The exception.</param>
    public static ReadingStoppedException Explain(Exception exception) =>
        exception as ReadingStoppedException ?? Stop.Damaged($"The content is damaged: {exception.Message.ReplaceLineEndings(" ").TrimEnd('.')}.");

    private RowCursor? TryOpen()
    {
        try
        {
            return open();
        }
        catch (Exception exception) when (IsBadInput(exception))
        {
            diagnostics.Add(Explain(exception), sheet);
            return null;
        }
    }

    private bool TryRead(RowCursor cursor, BomRow row, ref long cells)
    {
        limits.Cancellation.ThrowIfCancellationRequested();
        int before = row.Number;
        try
        {
            if (!cursor.Read(row))
            {
                return false;
            }

            cells += row.Width;
            if (row.Number > (IsText ? limits.MaximumTextRows : limits.MaximumRows))
            {
                throw IsText ? Stop.AtLimit("rows of a text file", limits.MaximumTextRows, nameof(ReadLimits.MaximumTextRows))
                    : Stop.AtLimit("rows of one sheet", limits.MaximumRows, nameof(ReadLimits.MaximumRows));
            }

            return cells <= limits.MaximumCells
                ? true
                : throw Stop.AtLimit("cells of one sheet", limits.MaximumCells, nameof(ReadLimits.MaximumCells));
        }
        catch (Exception exception) when (IsBadInput(exception))
        {
            diagnostics.Add(Explain(exception), sheet with { Row = Math.Max(before, row.Number) });
            return false;
        }
    }
}
