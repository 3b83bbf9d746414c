namespace SourcingCompliance.Formats.Reading.Xls;

/// <summary>A stream of a compound file: blocks of one size that lie anywhere in the file, read forward.</summary>
/// <param name="file">The file; stays open, and others may read it between two reads.</param>
/// <param name="places">Where each block begins in the file.</param>
/// <param name="blockBytes">Size of a block in bytes.</param>
/// <param name="length">Bytes of the stream; the last block may hold more.</param>
internal sealed class ChainedStream(Stream file, IReadOnlyList<long> places, int blockBytes, long length) : ForwardStream
{
    private long _at;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        int block = (int)(_at / blockBytes);
        int offset = (int)(_at % blockBytes);
        int wanted = (int)Math.Min(Math.Min(buffer.Length, blockBytes - offset), length - _at);
        if (wanted <= 0 || block >= places.Count)
        {
            return 0;
        }

        file.Position = places[block] + offset;
        int read = file.Read(buffer[..wanted]);
        _at += read;
        return read;
    }
}
