using System.Globalization;
using System.Text;

namespace SourcingCompliance.Formats.Reading.Text;

/// <summary>Finds UTF-16 without a byte-order mark: text of one byte for a character contains no zero bytes, and in UTF-16 each ASCII character has
/// one.</summary>
internal static class WideText
{
    /// <summary>The share of the characters that are ordinary in a text.</summary>
    private const double LeastOrdinary = 0.95;

    /// <summary>The byte order in which bytes are an ordinary text; null = in none, or they contain no zero byte.</summary>
    /// <param name="head">The first bytes of a file.</param>
    public static Encoding? Detect(ReadOnlySpan<byte> head)
    {
        if (head.Length < 4 || !head.Contains((byte)0) || IsTextWithZeros(head))
        {
            return null;
        }

        ReadOnlySpan<byte> even = head[..(head.Length & ~1)];
        double little = OrdinaryShare(Encoding.Unicode.GetString(even));
        double big = OrdinaryShare(Encoding.BigEndianUnicode.GetString(even));
        return Math.Max(little, big) < LeastOrdinary ? null : little >= big ? Encoding.Unicode : Encoding.BigEndianUnicode;
    }

    // A few zero bytes among ASCII are damage, not UTF-16: there every other byte would be zero, or a part of another script.
    private static bool IsTextWithZeros(ReadOnlySpan<byte> head)
    {
        int zeros = head.Count((byte)0);
        int ascii = 0;
        foreach (byte value in head)
        {
            ascii += value is (>= (byte)' ' and <= (byte)'~') or (byte)'\t' or (byte)'\r' or (byte)'\n' ? 1 : 0;
        }

        return zeros * 4 < head.Length && ascii * 10 >= (head.Length - zeros) * 9;
    }

    // A list has line ends or blanks in the right byte order; in the other they are rare signs.
    private static double OrdinaryShare(string text)
    {
        int ordinary = 0;
        int ascii = 0;
        for (int at = 0; at < text.Length; at++)
        {
            char character = text[at];
            bool isPair = char.IsHighSurrogate(character) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);
            ascii += character is >= ' ' and <= '~' or '\t' or '\r' or '\n' ? 1 : 0;
            ordinary += isPair || character is >= ' ' and <= '~' or '\t' or '\r' or '\n' || IsOrdinary(character) ? 1 : 0;
            at += isPair ? 1 : 0;
        }

        return ascii * 50 < text.Length ? 0 : (double)ordinary / text.Length;
    }

    private static bool IsOrdinary(char character) => character > '\x9F' && char.GetUnicodeCategory(character)
        is not (UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.Control);
}
