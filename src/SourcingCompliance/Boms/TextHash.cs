using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace SourcingCompliance.Boms;

/// <summary>
/// A quick hash of a text, from its length, its first, middle and last characters: the cells of a column differ in their ends. Only for
/// tables of fixed size that forget what collides; a list made to collide costs such a table its use, and nothing else.
/// </summary>
public static class TextHash
{
    private const ulong Factor = 0x9E37_79B9_7F4A_7C15;

    /// <summary>The hash of a text; its upper bits are the best mixed.</summary>
    public static uint Of(ReadOnlySpan<char> text) => Of(MemoryMarshal.AsBytes(text));

    /// <summary>The hash of bytes; its upper bits are the best mixed. UTF-8 and UTF-16 of one text have different hashes.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        ulong first;
        ulong last;
        ulong middle = 0;
        if (bytes.Length >= sizeof(ulong))
        {
            first = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
            last = BinaryPrimitives.ReadUInt64LittleEndian(bytes[^sizeof(ulong)..]);
            middle = BinaryPrimitives.ReadUInt64LittleEndian(bytes[((bytes.Length - sizeof(ulong)) >> 1)..]);
        }
        else if (bytes.Length >= sizeof(uint))
        {
            first = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            last = BinaryPrimitives.ReadUInt32LittleEndian(bytes[^sizeof(uint)..]);
        }
        else
        {
            first = bytes.Length > 0 ? bytes[0] : 0ul;
            last = bytes.Length > 1 ? ((ulong)bytes[^2] << 8) | bytes[^1] : 0ul;
        }

        unchecked
        {
            ulong mixed = ((first + (uint)bytes.Length) * Factor) ^ ((last + (middle << 1)) * 0xC2B2_AE3D_27D4_EB4F);
            return (uint)((mixed ^ (mixed >> 29)) * Factor >> 32);
        }
    }
}
