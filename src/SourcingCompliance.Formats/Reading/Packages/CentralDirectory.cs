using System.Buffers.Binary;
using SourcingCompliance.Boms;

namespace SourcingCompliance.Formats.Reading.Packages;

/// <summary>
/// Looks through a zip's list of entries before the base library loads it, because that loads all of it, however long it is.
/// </summary>
internal static class CentralDirectory
{
    private const uint EndSignature = 0x06054B50;
    private const uint LocatorSignature = 0x07064B50;
    private const uint EntrySignature = 0x02014B50;
    private const int EndLength = 22;
    private const int EntryLength = 46;

    /// <summary>Counts the entries.</summary>
    /// <exception cref="ReadingStoppedException">The archive is cut off or has too many entries.</exception>
    public static void Check(Stream content, ReadLimits limits)
    {
        // APPNOTE 4.3.16: the end record is the last 22 bytes and a comment of up to 65,535.
        int tailLength = (int)Math.Min(content.Length, EndLength + 65_535);
        byte[] tail = ReadAt(content, content.Length - tailLength, tailLength);
        int end = LastIndexOf(tail, EndSignature);
        if (end < 0 || end + EndLength > tail.Length)
        {
            throw Stop.Damaged("The file begins as a zip archive, but its list of entries is missing: it is cut off.");
        }

        long offset = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        if (offset == uint.MaxValue && end >= 20 && BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end - 20)) == LocatorSignature)
        {
            ulong record = BinaryPrimitives.ReadUInt64LittleEndian(tail.AsSpan(end - 12));
            if (record > (ulong)content.Length - 56)
            {
                throw Stop.Damaged("The zip archive's list of entries lies outside the file.");
            }

            offset = BinaryPrimitives.ReadInt64LittleEndian(ReadAt(content, (long)record, 56).AsSpan(48));
        }

        Walk(content, offset, limits);
    }

    private static void Walk(Stream content, long offset, ReadLimits limits)
    {
        byte[] header = new byte[EntryLength];
        for (int count = 0; offset >= 0 && offset <= content.Length - EntryLength; count++)
        {
            content.Position = offset;
            content.ReadExactly(header);
            if (BinaryPrimitives.ReadUInt32LittleEndian(header) != EntrySignature)
            {
                return;
            }

            if (count >= limits.MaximumArchiveEntries)
            {
                throw Stop.AtLimit("entries of an archive", limits.MaximumArchiveEntries, nameof(ReadLimits.MaximumArchiveEntries));
            }

            offset += EntryLength
                + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(28))
                + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30))
                + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(32));
        }
    }

    private static byte[] ReadAt(Stream content, long position, int length)
    {
        byte[] bytes = new byte[length];
        content.Position = position;
        content.ReadExactly(bytes);
        return bytes;
    }

    private static int LastIndexOf(ReadOnlySpan<byte> bytes, uint signature)
    {
        Span<byte> wanted = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(wanted, signature);
        return bytes.LastIndexOf(wanted);
    }
}
