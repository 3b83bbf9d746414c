namespace SourcingCompliance.Formats.Reading;

/// <summary>A view with a position of its own over something that others read too. Closing it leaves that open.</summary>
internal abstract class StreamView : ForwardStream
{
    /// <inheritdoc/>
    public override bool CanSeek => true;

    /// <inheritdoc/>
    public abstract override long Length { get; }

    /// <inheritdoc/>
    public override long Position { get; set; }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        int read = ReadAt(Position, buffer);
        Position += read;
        return read;
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        SeekOrigin.End => Length + offset,
        _ => throw new ArgumentOutOfRangeException(nameof(origin)),
    };

    /// <summary>Reads from a place on and gives how many bytes there were.</summary>
    protected abstract int ReadAt(long position, Span<byte> buffer);
}
