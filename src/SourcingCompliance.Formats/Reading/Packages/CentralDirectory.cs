using System.Buffers.Binary;
using System.Text;
using SourcingCompliance.Tables;

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
    private const int NameLengthPlace = 28;
    private const int LocalOffsetPlace = 42;
    private const uint LocalSignature = 0x04034B50;
    private const int LocalHeaderLength = 30;
    private const int LocalNameLengthPlace = 26;

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

            CheckLocalName(content, offset, header);
            offset += EntryLength
                + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(28))
                + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30))
                + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(32));
        }
    }

    // APPNOTE 4.3.7: each entry states its name a second time, before its content. Where the two differ, a part is missing under its own name.
    private static void CheckLocalName(Stream content, long offset, byte[] header)
    {
        long local = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(LocalOffsetPlace));
        int length = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(NameLengthPlace));
        if (local == uint.MaxValue || local > content.Length - LocalHeaderLength - length || offset > content.Length - EntryLength - length)
        {
            // In the 64-bit form the offset stands elsewhere; one outside the file is told when the entry is opened.
            return;
        }

        byte[] name = ReadAt(content, offset + EntryLength, length);
        byte[] again = ReadAt(content, local, LocalHeaderLength + length);
        if (BinaryPrimitives.ReadUInt32LittleEndian(again) != LocalSignature
            || BinaryPrimitives.ReadUInt16LittleEndian(again.AsSpan(LocalNameLengthPlace)) != length
            || !again.AsSpan(LocalHeaderLength).SequenceEqual(name))
        {
            throw Stop.Damaged($"The zip archive is damaged: what its list of entries calls '{Encoding.UTF8.GetString(name)}' has another name where "
                + $"it is stored.");
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
