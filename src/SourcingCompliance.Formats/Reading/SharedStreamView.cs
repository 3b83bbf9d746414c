namespace SourcingCompliance.Formats.Reading;

/// <summary>A view over a stream that several passes share, one after the other or interleaved on one thread.</summary>
/// <param name="shared">The stream.</param>
/// <param name="cancellation">Ends the reading.</param>
internal sealed class SharedStreamView(Stream shared, CancellationToken cancellation) : StreamView
{
    /// <inheritdoc/>
    public override long Length => shared.Length;

    /// <inheritdoc/>
    protected override int ReadAt(long position, Span<byte> buffer)
    {
        cancellation.ThrowIfCancellationRequested();
        if (shared.Position != position)
        {
            shared.Position = position;
        }

        return shared.Read(buffer);
    }
}
