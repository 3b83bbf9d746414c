using System.Text;

namespace SourcingCompliance.Formats.Reading.Text;

/// <summary>
/// Finds the encodings of mails that write Asian scripts with ASCII bytes only: ISO-2022 switches by escape sequences, HZ by <c>~{</c> and <c>~}</c>.
/// They are valid UTF-8, so that their cells would read as words of no language.
/// </summary>
internal static class EscapeSequences
{
    private static readonly (byte[] Opening, byte[] Closing, int CodePage, string Name)[] Known =
    [
        ([0x1B, (byte)'$', (byte)'B'], [0x1B, (byte)'('], 50220, "ISO-2022-JP"),
        ([0x1B, (byte)'$', (byte)'@'], [0x1B, (byte)'('], 50220, "ISO-2022-JP"),
        ([0x1B, (byte)'$', (byte)')', (byte)'C'], [0x0F], 50225, "ISO-2022-KR"),
        ("~{"u8.ToArray(), "~}"u8.ToArray(), 52936, "HZ-GB-2312"),
    ];

    /// <summary>The encoding of a text of ASCII bytes that contains both the opening and the closing sequence of one; null = none does.</summary>
    /// <param name="head">The first bytes of a file.</param>
    public static DetectedEncoding? Detect(ReadOnlySpan<byte> head)
    {
        foreach ((byte[] opening, byte[] closing, int codePage, string name) in Known)
        {
            int start = head.IndexOf(opening);
            if (start >= 0 && head[start..].IndexOf(closing) > 0)
            {
                return new(Encoding.GetEncoding(codePage), name, 0, true, false, 0);
            }
        }

        return null;
    }
}
