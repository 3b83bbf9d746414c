namespace SourcingCompliance.Reports;

/// <summary>Passes bytes on until it is stopped: whoever writes into it ends at the next write. It leaves the stream behind it open.</summary>
/// <param name="output">Receives the bytes.</param>
/// <param name="cancellation">Stops it; a later write throws <see cref="OperationCanceledException"/>.</param>
public sealed class StoppableStream(Stream output, CancellationToken cancellation) : Stream
{
    /// <inheritdoc/>
    public override bool CanRead => output.CanRead;

    /// <inheritdoc/>
    public override bool CanSeek => output.CanSeek;

    /// <inheritdoc/>
    public override bool CanWrite => output.CanWrite;

    /// <inheritdoc/>
    public override long Length => output.Length;

    /// <inheritdoc/>
    public override long Position
    {
        get => output.Position;
        set => output.Position = value;
    }

    /// <inheritdoc/>
    public override void Flush()
    {
        // What is buffered when it stops is given up with the rest; a flush that throws would hide why.
        if (!cancellation.IsCancellationRequested)
        {
            output.Flush();
        }
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => output.Read(buffer, offset, count);

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => output.Seek(offset, origin);

    /// <inheritdoc/>
    public override void SetLength(long value) => output.SetLength(value);

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count)
    {
        cancellation.ThrowIfCancellationRequested();
        output.Write(buffer, offset, count);
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        cancellation.ThrowIfCancellationRequested();
        output.Write(buffer);
    }

    /// <inheritdoc/>
    public override void WriteByte(byte value)
    {
        cancellation.ThrowIfCancellationRequested();
        output.WriteByte(value);
    }
}
