using System.Globalization;
using System.Text;

namespace SourcingCompliance.Formats.Reading.Repairs;

/// <summary>
/// Reads characters that a program wrote as escapes: <c>\u4e2d</c>, <c>\xe4\xb8\xad</c>, <c>%E4%B8%AD</c>, <c>%u4E2D</c>, <c>=E4=B8=AD</c>, <c>U+4E2D</c>,
/// <c>_x4E2D_</c> and encoded words of mails. What may be plain text stays as it is: <c>50%20</c>, <c>R=20</c>, <c>C:\users</c>.
/// </summary>
internal static class EscapedText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text with its escapes read; null when there are none in it.</summary>
    public static string? Read(string text)
    {
        string read = text;
        read = read.Contains("=?", StringComparison.Ordinal) ? EncodedWords(read) : read;
        read = read.Contains('\\', StringComparison.Ordinal) ? CodePoints(Bytes(read, "\\x", isWhole: false), "\\u", "") : read;
        read = read.Contains("_x", StringComparison.Ordinal) ? CodePoints(read, "_x", "_") : read;
        read = read.Contains("U+", StringComparison.Ordinal) ? CodePoints(read, "U+", " ") : read;
        if (read.Contains('%', StringComparison.Ordinal) && !read.Contains("://", StringComparison.Ordinal))
        {
            read = CodePoints(Bytes(read, "%", isWhole: true), "%u", "");
            read = ReadBlanks(read);
        }

        read = read.Contains('=', StringComparison.Ordinal) ? Bytes(read, "=", isWhole: true) : read;
        return read == text ? null : read.Trim();
    }

    // Bytes of UTF-8, each behind a mark. One character beyond ASCII at the least must come of them; then those of ASCII are read too.
    private static string Bytes(string text, string mark, bool isWhole)
    {
        var read = new StringBuilder(text.Length);
        var bytes = new List<byte>();
        bool isBeyondAscii = false;
        for (int at = 0; at < text.Length;)
        {
            bytes.Clear();
            int next = at;
            while (ByteAt(text, next, mark) is { } value)
            {
                bytes.Add(value);
                next += mark.Length + 2;
            }

            if (bytes.Count == 0)
            {
                read.Append(text[at++]);
                continue;
            }

            if (Decode(bytes) is not { } decoded)
            {
                return text;
            }

            isBeyondAscii |= decoded.Any(letter => letter > 127);
            read.Append(isWhole || decoded.Any(letter => letter > 127) ? decoded : text[at..next]);
            at = next;
        }

        return isBeyondAscii ? read.ToString() : text;
    }

    // "Rare%20earth": a blank between words of a text without blanks. "50%20" is a number.
    private static string ReadBlanks(string text)
    {
        const string blank = "%20";
        if (text.Contains(' ', StringComparison.Ordinal))
        {
            return text;
        }

        var read = new StringBuilder(text.Length);
        for (int at = 0; at < text.Length;)
        {
            bool isBlank = at > 0 && char.IsLetter(text[at - 1]) && string.CompareOrdinal(text, at, blank, 0, blank.Length) == 0
                && at + blank.Length < text.Length && char.IsLetterOrDigit(text[at + blank.Length]);
            read.Append(isBlank ? ' ' : text[at]);
            at += isBlank ? blank.Length : 1;
        }

        return read.ToString();
    }

    // Code points of four hexadecimal digits, each behind a mark and before an end, which may be missing where it is a blank.
    private static string CodePoints(string text, string mark, string end)
    {
        StringBuilder? read = null;
        int from = 0;
        for (int at = text.IndexOf(mark, StringComparison.Ordinal); at >= 0; at = text.IndexOf(mark, at, StringComparison.Ordinal))
        {
            int digits = at + mark.Length;
            bool isOne = digits + 4 <= text.Length
                && ushort.TryParse(text.AsSpan(digits, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort value)
                && !char.IsControl((char)value) && (end != "_" || value > 127) && (end != "_" || (digits + 4 < text.Length && text[digits + 4] == '_'));
            if (!isOne)
            {
                at = digits;
                continue;
            }

            (read ??= new StringBuilder()).Append(text, from, at - from)
                .Append((char)ushort.Parse(text.AsSpan(digits, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
            at = digits + 4;
            bool isEnded = end == "_" || (end == " " && at < text.Length && text[at] == ' ' && string.CompareOrdinal(text, at + 1, mark, 0, mark.Length) == 0);
            at += isEnded ? 1 : 0;
            from = at;
        }

        return read is null ? text : read.Append(text, from, text.Length - from).ToString();
    }

    // =?UTF-8?B?5Lit5Zu9?= and =?UTF-8?Q?=E4=B8=AD?=, as subjects of mails are written.
    private static string EncodedWords(string text)
    {
        int start = text.IndexOf("=?", StringComparison.Ordinal);
        string[] parts = text[(start + 2)..].Split('?', 4);
        if (parts.Length < 4 || !parts[3].StartsWith('=') || !parts[0].Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            return text;
        }

        string? word = parts[1] switch
        {
            "B" or "b" => FromBase64(parts[2]),
            "Q" or "q" => Bytes(parts[2].Replace('_', ' '), "=", isWhole: true),
            _ => null,
        };
        return word is null ? text : text[..start] + word + parts[3][1..];
    }

    private static string? FromBase64(string text)
    {
        byte[] bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out int written) ? Decode([.. bytes.AsSpan(0, written)]) : null;
    }

    private static byte? ByteAt(string text, int at, string mark) =>
        at + mark.Length + 2 <= text.Length && string.CompareOrdinal(text, at, mark, 0, mark.Length) == 0
            && byte.TryParse(text.AsSpan(at + mark.Length, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte value) ? value : null;

    private static string? Decode(List<byte> bytes)
    {
        try
        {
            return Strict.GetString([.. bytes]);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
