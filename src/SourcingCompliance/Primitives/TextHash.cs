using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace SourcingCompliance.Primitives;

/// <summary>
/// A quick hash of a text, of all its characters, or of its beginning, middle and end if it is long. Only for tables of fixed size that forget what
/// collides; a list made to collide costs such a table its use, and nothing else.
/// </summary>
public static class TextHash
{
    private const ulong Factor = 0x9E37_79B9_7F4A_7C15;
    private const int MostWhole = 256;

    /// <summary>The hash of a text; its upper bits are the best mixed.</summary>
    public static uint Compute(ReadOnlySpan<char> text) => Compute(MemoryMarshal.AsBytes(text));

    /// <summary>The hash of bytes; its upper bits are the best mixed. UTF-8 and UTF-16 of one text have different hashes.</summary>
    public static uint Compute(ReadOnlySpan<byte> bytes)
    {
        unchecked
        {
            ulong hash = (uint)bytes.Length * Factor;
            if (bytes.Length <= MostWhole)
            {
                hash = Mix(hash, bytes);
            }
            else
            {
                hash = Mix(hash, bytes[..(MostWhole / 2)]);
                hash = Mix(hash, bytes.Slice((bytes.Length - (MostWhole / 4)) / 2, MostWhole / 4));
                hash = Mix(hash, bytes[^(MostWhole / 4)..]);
            }

            return (uint)((hash ^ (hash >> 29)) * Factor >> 32);
        }
    }

    private static ulong Mix(ulong hash, ReadOnlySpan<byte> bytes)
    {
        unchecked
        {
            if (bytes.Length < sizeof(ulong))
            {
                ulong few = 0;
                foreach (byte part in bytes)
                {
                    few = (few << 8) | part;
                }

                return Step(hash, few);
            }

            ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(bytes);
            foreach (ulong word in words)
            {
                hash = Step(hash, word);
            }

            return bytes.Length % sizeof(ulong) == 0 ? hash : Step(hash, BinaryPrimitives.ReadUInt64LittleEndian(bytes[^sizeof(ulong)..]));
        }
    }

    private static ulong Step(ulong hash, ulong word) => unchecked((BitOperations.RotateLeft(hash, 29) ^ word) * Factor);
}
