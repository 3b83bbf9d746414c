using System.Text;

namespace SourcingCompliance.Formats.Reading.Text;

/// <summary>
/// Compares the encodings that lists come in by the words that result: known words of any language count most, then pairs of letters as known
/// words have them, and characters that no text contains count against an encoding.
/// </summary>
internal static class EncodingLikelihood
{
    /// <summary>A winner below this is no ordinary text in any of the encodings.</summary>
    private const double LeastOrdinary = 0.3;

    /// <summary>A winner that is ahead by less than this is doubtful.</summary>
    private const double LeastLead = 0.35;

    /// <summary>A reading above this consists of letters, whatever they say.</summary>
    private const double LeastLetters = -1;

    private const int SampleBytes = 48 * 1024;
    private const int MostAlternatives = 4;

    // Names and the penalty for being rare: what a list of today is hardly written in must fit clearly better.
    private static readonly (int CodePage, string Name, double Rarity)[] Candidates =
    [
        (1252, "Windows-1252", 0), (1250, "Windows-1250", 0.02), (1251, "Windows-1251", 0.02), (1253, "Windows-1253", 0.02), (1254, "Windows-1254", 0.02),
        (1257, "Windows-1257", 0.02), (1255, "Windows-1255", 0.02), (1256, "Windows-1256", 0.02), (874, "Windows-874", 0.02), (1258, "Windows-1258", 0.1),
        (54936, "GB18030", 0.02), (932, "Shift-JIS", 0.02), (949, "EUC-KR", 0.02), (950, "Big5", 0.02), (51932, "EUC-JP", 0.06),
        (28592, "ISO-8859-2", 0.04), (28595, "ISO-8859-5", 0.04), (28597, "ISO-8859-7", 0.04), (28599, "ISO-8859-9", 0.04), (28605, "ISO-8859-15", 0.04),
        (20866, "KOI8-R", 0.04), (21866, "KOI8-U", 0.06), (10000, "Mac Roman", 0.1), (10029, "Mac Central European", 0.1), (10007, "Mac Cyrillic", 0.1),
        (850, "code page 850", 0.1), (437, "code page 437", 0.12), (852, "code page 852", 0.1), (866, "code page 866", 0.1), (857, "code page 857", 0.12),
        (737, "code page 737", 0.12),
    ];

    /// <summary>The most likely encoding of a text that is not UTF-8, with those that fit nearly as well.</summary>
    public static DetectedEncoding MostLikely(ReadOnlySpan<byte> sample)
    {
        byte[] lines = ForeignLines(sample);
        var scored = new List<(Encoding Encoding, string Name, string Text, TextPlausibility Plausibility, double Rarity)>();
        foreach ((int codePage, string name, double rarity) in Candidates)
        {
            // Some code pages would put an ordinary sign in the place of bytes that they do not allow.
            Encoding encoding = Encoding.GetEncoding(codePage, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"));
            string text = encoding.GetString(lines);

            // Two encodings that read the text alike are one reading; the more usual one names it.
            if (!scored.Exists(other => other.Text.Equals(text, StringComparison.Ordinal)))
            {
                scored.Add((encoding, name, text, TextPlausibility.From(text, EncodingWords.Shipped), rarity));
            }
        }

        var ranked = scored.OrderByDescending(candidate => candidate.Plausibility.Score - candidate.Rarity).ToList();
        (Encoding best, string bestName, _, TextPlausibility plausibility, _) = ranked[0];

        // A word or two of no known language could be written in any encoding that makes letters of them.
        bool isFounded = plausibility.IsWellFounded;
        Encoding[] close = [.. ranked.Skip(1).Where(other => isFounded
            ? plausibility.LeadOver(other.Plausibility) + other.Rarity < LeastLead
            : other.Plausibility.Score > LeastLetters).Take(MostAlternatives).Select(other => other.Encoding)];
        bool isDoubtful = plausibility.Score < LeastOrdinary || close.Length > 0;
        return new(best, bestName, 0, true, isDoubtful, 0)
        {
            Alternatives = isDoubtful && close.Length == 0 ? [.. ranked.Skip(1).Take(MostAlternatives).Select(other => other.Encoding)] : close,
        };
    }

    // Only lines with bytes above ASCII tell encodings apart. A line end is one in each of the encodings.
    private static byte[] ForeignLines(ReadOnlySpan<byte> sample)
    {
        var lines = new List<byte>();
        foreach (Range range in sample.Split((byte)'\n'))
        {
            ReadOnlySpan<byte> line = sample[range];
            if (!Ascii.IsValid(line))
            {
                lines.AddRange(line);
                lines.Add((byte)'\n');
                if (lines.Count > SampleBytes)
                {
                    break;
                }
            }
        }

        return [.. lines];
    }
}
