namespace SourcingCompliance.Formats.Reading.Packages;

/// <summary>An archive entry while it inflates, counted against the budget.</summary>
/// <param name="inflating">The inflating stream; closed with this one.</param>
/// <param name="budget">What the archive may inflate to.</param>
/// <param name="entry">Name of the entry.</param>
/// <param name="compressed">Compressed size of the entry in bytes.</param>
internal sealed class BudgetedStream(Stream inflating, InflationBudget budget, string entry, long compressed) : Stream
{
    private long _inflated;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => _inflated;
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        int read = inflating.Read(buffer);
        _inflated += read;
        budget.Count(entry, _inflated, compressed);
        return read;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

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
