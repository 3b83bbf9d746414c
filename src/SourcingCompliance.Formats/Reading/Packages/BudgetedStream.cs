namespace SourcingCompliance.Formats.Reading.Packages;

/// <summary>An archive entry while it inflates, counted against the budget.</summary>
/// <param name="inflating">The inflating stream; closed with this one.</param>
/// <param name="budget">What the archive may inflate to.</param>
/// <param name="entry">Name of the entry.</param>
/// <param name="compressed">Compressed size of the entry in bytes.</param>
internal sealed class BudgetedStream(Stream inflating, InflationBudget budget, string entry, long compressed) : ForwardStream
{
    private long _inflated;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        budget.Cancellation.ThrowIfCancellationRequested();
        int read = inflating.Read(buffer);
        _inflated += read;
        budget.Count(entry, _inflated, compressed);
        return read;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inflating.Dispose();
        }

        base.Dispose(disposing);
    }
}
