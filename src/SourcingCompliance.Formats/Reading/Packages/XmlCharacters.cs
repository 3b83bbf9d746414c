using System.Buffers;
using System.Globalization;
using System.Text;

namespace SourcingCompliance.Formats.Reading.Packages;

/// <summary>Decodes raw XML text: entities, character references and the <c>_x000D_</c> escapes of OOXML (§22.9.2.19).</summary>
internal static class XmlCharacters
{
    private static readonly SearchValues<byte> Special = SearchValues.Create("&\r"u8);

    /// <summary>Whether the bytes mean just what they say.</summary>
    public static bool IsPlain(ReadOnlySpan<byte> raw) => !raw.ContainsAny(Special) && raw.IndexOf("_x"u8) < 0;

    /// <summary>The text of raw XML.</summary>
    /// <exception cref="ReadingStoppedException">An entity is not one of XML's five.</exception>
    public static string Decode(ReadOnlySpan<byte> raw) => Unescape(DecodeXml(raw));

    /// <summary>The text of raw XML without the OOXML escapes undone.</summary>
    /// <exception cref="ReadingStoppedException">An entity is not one of XML's five.</exception>
    public static string DecodeXml(ReadOnlySpan<byte> raw)
    {
        if (!raw.ContainsAny(Special))
        {
            return Encoding.UTF8.GetString(raw);
        }

        string text = Encoding.UTF8.GetString(raw);
        var decoded = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\r')
            {
                // XML 1.0 §2.11: a line end is one line feed.
                decoded.Append('\n');
                i += i + 1 < text.Length && text[i + 1] == '\n' ? 1 : 0;
            }
            else if (text[i] == '&')
            {
                int end = text.IndexOf(';', i);
                if (end < 0 || end - i > 12)
                {
                    throw UnknownEntity();
                }

                Append(decoded, text.AsSpan(i + 1, end - i - 1));
                i = end;
            }
            else
            {
                decoded.Append(text[i]);
            }
        }

        return decoded.ToString();
    }

    /// <summary>Undoes <c>_xHHHH_</c>.</summary>
    public static string Unescape(string text)
    {
        int at = text.IndexOf("_x", StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }

        var unescaped = new StringBuilder(text.Length);
        int from = 0;
        while (at >= 0)
        {
            if (at + 6 < text.Length && text[at + 6] == '_'
                && ushort.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code))
            {
                unescaped.Append(text, from, at - from);
                if (code != '\r' && code != 0)
                {
                    unescaped.Append((char)code);
                }

                from = at + 7;
                at = text.IndexOf("_x", from, StringComparison.Ordinal);
            }
            else
            {
                at = text.IndexOf("_x", at + 2, StringComparison.Ordinal);
            }
        }

        return unescaped.Append(text, from, text.Length - from).ToString();
    }

    private static void Append(StringBuilder decoded, ReadOnlySpan<char> entity)
    {
        switch (entity)
        {
            case "amp":
                decoded.Append('&');
                return;
            case "lt":
                decoded.Append('<');
                return;
            case "gt":
                decoded.Append('>');
                return;
            case "quot":
                decoded.Append('"');
                return;
            case "apos":
                decoded.Append('\'');
                return;
        }

        bool isHexadecimal = entity.StartsWith("#x", StringComparison.Ordinal);
        bool isNumber = isHexadecimal
            ? int.TryParse(entity[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code)
            : int.TryParse(entity.StartsWith('#') ? entity[1..] : [], NumberStyles.None, CultureInfo.InvariantCulture, out code);
        if (!isNumber || !Rune.TryCreate(code, out Rune rune))
        {
            throw UnknownEntity();
        }

        decoded.Append(rune.ToString());
    }

    private static ReadingStoppedException UnknownEntity() => Stop.Damaged("The XML of the file uses an entity that XML does not define.");
}
