using System.IO.Hashing;

namespace SourcingCompliance.Formats.Reading.Packages;

/// <summary>
/// An archive entry while it inflates, held to the length and the CRC-32 that the archive states for it (APPNOTE 4.4.7): the base library
/// checks neither, and a changed cell with the old checksum would read as if nothing had happened. What is wrong is thrown at the entry's end.
/// </summary>
/// <param name="inflating">The inflating stream; closed with this one.</param>
/// <param name="entry">Name of the entry.</param>
/// <param name="length">Its stated length in bytes, inflated.</param>
/// <param name="checksum">Its stated CRC-32.</param>
internal sealed class VerifiedStream(Stream inflating, string entry, long length, uint checksum) : ForwardStream
{
    private readonly Crc32 _checksum = new();
    private long _inflated;

    /// <inheritdoc/>
    /// <exception cref="ReadingStoppedException">The entry ended, or goes on, against what the archive states.</exception>
    public override int Read(Span<byte> buffer)
    {
        int read = inflating.Read(buffer);
        _inflated += read;
        _checksum.Append(buffer[..read]);
        return _inflated > length || (read == 0 && buffer.Length > 0 && (_inflated < length || _checksum.GetCurrentHashAsUInt32() != checksum))
            ? throw Stop.Damaged($"The part '{entry}' of the archive is damaged: its content does not match the checksum stored with it.")
            : read;
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
