namespace SourcingCompliance.Formats.Reading.Packages;

/// <summary>A forward stream whose first bytes were read already.</summary>
/// <param name="head">The bytes read.</param>
/// <param name="rest">What follows; closed with this stream.</param>
internal sealed class PrefixedStream(byte[] head, Stream rest) : ForwardStream
{
    private int _used;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (_used == head.Length)
        {
            return rest.Read(buffer);
        }

        int count = Math.Min(buffer.Length, head.Length - _used);
        head.AsSpan(_used, count).CopyTo(buffer);
        _used += count;
        return count;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            rest.Dispose();
        }

        base.Dispose(disposing);
    }
}
