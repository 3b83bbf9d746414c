using System.Collections.Frozen;
using System.Text;
using SourcingCompliance.Formats.Reading.Text;

namespace SourcingCompliance.Formats.Reading.Repairs;

/// <summary>
/// Reads text that was written in one encoding, read in another and saved again: <c>fÃ¼r</c> is <c>für</c>, <c>ä¸­å›½</c> is <c>中国</c>. Only whole runs of
/// letters
/// beyond ASCII are read anew, and only where every one of them becomes a letter or sign that texts contain.
/// </summary>
internal static class MisreadText
{
    // Text that was misread again and again.
    private const int MostTimes = 3;
    private const int LeastOfBytes = 4;
    private const char Lost = '\uFFFD';

    private static readonly UTF8Encoding Replacing = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);
    private static readonly Lazy<(FrozenDictionary<char, byte> Bytes, int LeastSequences)[]> Pages = new(() =>
    [
        (GetBytes(1252), 1), (GetBytes(1251), 2), (GetBytes(1250), 1), (GetBytes(850), 2), (GetBytes(437), 2), (GetBytes(10000), 2),
    ]);

    private static readonly Lazy<Encoding[]> Others = new(() =>
        [.. new[] { 54936, 932, 51949, 950, 1251, 1253, 20866 }.Select(page => CodePagesEncodingProvider.Instance.GetEncoding(page,
            EncoderFallback.ReplacementFallback, DecoderFallback.ReplacementFallback)).OfType<Encoding>()]);

    /// <summary>The text as it was written; null when nothing in it was misread.</summary>
    public static string? Read(string text)
    {
        string read = text;
        for (int times = 0; times < MostTimes && ReadRuns(read, ReadAsUtf8) is { } next; times++)
        {
            read = next;
        }

        read = read.Any(IsControl) ? text : read;
        read = read == text ? ReadRuns(text, ReadAsWords) ?? text : read;
        return read == text ? null : read;
    }

    // Calls a reading on every run of letters beyond ASCII; null when none of them has one.
    private static string? ReadRuns(string text, Func<string, string?> reading)
    {
        StringBuilder? read = null;
        int from = 0;
        for (int at = 0; at < text.Length;)
        {
            if (text[at] <= '\x7F')
            {
                at++;
                continue;
            }

            int end = at;
            while (end < text.Length && text[end] > '\x7F')
            {
                end++;
            }

            if (end > at + 1 && reading(text[at..end]) is { } run)
            {
                (read ??= new StringBuilder()).Append(text, from, at - from).Append(run);
                from = end;
            }

            at = end;
        }

        return read?.Append(text, from, text.Length - from).ToString();
    }

    private static string? ReadAsUtf8(string run)
    {
        byte[] bytes = new byte[run.Length];
        foreach ((FrozenDictionary<char, byte> page, int leastSequences) in Pages.Value)
        {
            if (ToBytes(run, page, bytes) && ReadBytes(bytes, leastSequences) is { } read)
            {
                return read;
            }
        }

        return null;
    }

    // Where some bytes were lost on the way, what is left is shown with a mark for each.
    private static string? ReadBytes(byte[] bytes, int leastSequences)
    {
        string read = Replacing.GetString(bytes);
        int lost = read.Count(letter => letter == Lost);
        int sequences = 0;
        foreach (Rune rune in read.EnumerateRunes())
        {
            if (rune.Value == Lost)
            {
                continue;
            }

            if (!IsInTexts(rune.Value))
            {
                return null;
            }

            // A character of three bytes and more is no chance.
            sequences += rune.Value > 0x7FF ? 2 : 1;
        }

        bool isWhole = lost == 0 && sequences >= leastSequences;
        return isWhole || (sequences >= 4 && sequences > 2 * lost) ? read : null;
    }

    // Chinese, Japanese, Korean, Russian and Greek in their own code pages, read as Latin letters: only words of the vocabularies tell.
    private static string? ReadAsWords(string text)
    {
        byte[] bytes = new byte[text.Length];
        if (text.Length < LeastOfBytes || !ToBytes(text, Pages.Value[0].Bytes, bytes) || EncodingWords.Shipped.MentionsIn(text).Count > 0)
        {
            return null;
        }

        List<string> readings = [text];
        foreach (Encoding encoding in Others.Value)
        {
            string reading = encoding.GetString(bytes);
            if (!reading.Contains(Lost, StringComparison.Ordinal) && !readings.Contains(reading) && EncodingWords.Shipped.MentionsIn(reading).Count > 0)
            {
                readings.Add(reading);
            }
        }

        return readings.Count == 1 ? null : string.Join(" / ", readings);
    }

    private static bool ToBytes(ReadOnlySpan<char> run, FrozenDictionary<char, byte> page, byte[] bytes)
    {
        for (int at = 0; at < run.Length; at++)
        {
            if (!page.TryGetValue(run[at], out bytes[at]))
            {
                return false;
            }
        }

        return true;
    }

    // Bytes that a code page leaves free are kept as the control characters that programs make of them.
    private static FrozenDictionary<char, byte> GetBytes(int codePage)
    {
        Encoding encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Encoding.Latin1;
        var bytes = new Dictionary<char, byte>();
        for (int value = 0x80; value <= 0xFF; value++)
        {
            bytes.TryAdd(encoding.GetString([(byte)value])[0], (byte)value);
            if (value < 0xA0 && codePage < 10000 && codePage > 1000)
            {
                bytes.TryAdd((char)value, (byte)value);
            }
        }

        bytes.Remove(Lost);
        return bytes.ToFrozenDictionary();
    }

    private static bool IsControl(char letter) => letter is >= '\x80' and <= '\x9F';

    // Control characters are what is left of a text that was misread twice, until it is read once more.
    private static bool IsInTexts(int letter) => letter
        is (>= 0x80 and <= 0x17F) or 0x18F or 0x1A0 or 0x1A1 or 0x1AF or 0x1B0 or (>= 0x218 and <= 0x21B) or 0x259
        or (>= 0x386 and <= 0x3CE) or (>= 0x401 and <= 0x45F) or 0x490 or 0x491
        or (>= 0x5D0 and <= 0x5EA) or (>= 0x621 and <= 0x64A) or (>= 0x660 and <= 0x669) or (>= 0xE01 and <= 0xE5B)
        or (>= 0x1E00 and <= 0x1EFF) or (>= 0x2010 and <= 0x203A) or 0x20AC or (>= 0x2100 and <= 0x214F)
            or (>= 0x2190 and <= 0x22FF) or (>= 0x2460 and <= 0x24FF) or (>= 0x25A0 and <= 0x27BF)
        or (>= 0x3000 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
            or 0xFEFF or (>= 0xFF00 and <= 0xFFEF) or (>= 0x1F1E6 and <= 0x1F6FF);
}
