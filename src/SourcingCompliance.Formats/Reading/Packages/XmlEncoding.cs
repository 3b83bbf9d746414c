using System.Text;

namespace SourcingCompliance.Formats.Reading.Packages;

/// <summary>Tells the encoding of an XML part by its first bytes: spreadsheet programs write UTF-8, and UTF-16 is allowed.</summary>
internal static class XmlEncoding
{
    /// <summary>The part as UTF-8, and whether it had to be transcoded. Of a part that had to be, the stream begins at the first byte; else behind the
    /// head.</summary>
    /// <param name="content">The part behind its head; closed with the stream that is returned.</param>
    /// <param name="head">The first bytes of the part.</param>
    public static (Stream Content, bool IsTranscoded) ToUtf8(Stream content, ReadOnlySpan<byte> head)
    {
        Encoding? wide = head switch
        {
            [0xFF, 0xFE, ..] or [(byte)'<', 0, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] or [0, (byte)'<', ..] => Encoding.BigEndianUnicode,
            _ => null,
        };
        return wide is null
            ? (content, false)
            : (Encoding.CreateTranscodingStream(new PrefixedStream(head.ToArray(), content), wide, new UTF8Encoding(false)), true);
    }
}
