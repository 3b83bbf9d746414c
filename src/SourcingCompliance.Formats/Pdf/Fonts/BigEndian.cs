using System.Buffers.Binary;

namespace SourcingCompliance.Formats.Pdf.Fonts;

/// <summary>Reads the big-endian numbers of font files. A place outside the table throws, and the font is then not used.</summary>
internal static class BigEndian
{
    /// <summary>An unsigned 16-bit number.</summary>
    public static int U16(this ReadOnlySpan<byte> table, int at) => BinaryPrimitives.ReadUInt16BigEndian(table[at..]);

    /// <summary>A signed 16-bit number.</summary>
    public static int S16(this ReadOnlySpan<byte> table, int at) => BinaryPrimitives.ReadInt16BigEndian(table[at..]);

    /// <summary>A 32-bit number that must fit an index.</summary>
    public static int U32(this ReadOnlySpan<byte> table, int at) => checked((int)BinaryPrimitives.ReadUInt32BigEndian(table[at..]));

    /// <summary>Appends a 16-bit number.</summary>
    public static void Add16(this List<byte> bytes, int value)
    {
        bytes.Add((byte)((value >> 8) & 0xFF));
        bytes.Add((byte)(value & 0xFF));
    }

    /// <summary>Appends a 32-bit number.</summary>
    public static void Add32(this List<byte> bytes, uint value)
    {
        bytes.Add16((int)(value >> 16));
        bytes.Add16((int)(value & 0xFFFF));
    }
}
