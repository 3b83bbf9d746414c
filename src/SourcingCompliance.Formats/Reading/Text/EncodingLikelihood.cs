using System.Text;

namespace SourcingCompliance.Formats.Reading.Text;

/// <summary>
/// Compares the legacy code pages: what share of the bytes above 0x7F is something that people write in that code page.
/// 1 is ordinary text, below 0 is nonsense.
/// </summary>
internal static class EncodingLikelihood
{
    /// <summary>A winner below this is no ordinary text in any of the code pages.</summary>
    private const double LeastOrdinary = 0.35;

    /// <summary>A winner that is ahead by less than this is doubtful.</summary>
    private const double LeastLead = 0.12;

    private const string CommonCyrillic = "оеаинтсрвлкмдпуя";
    private const string RareCyrillic = "ъщэфё";

    /// <summary>The most likely code page of a text that is not UTF-8.</summary>
    public static DetectedEncoding MostLikely(ReadOnlySpan<byte> sample)
    {
        (int CodePage, string Name, double Score)[] candidates =
        [
            (1252, "Windows-1252", Western(sample)),
            (54936, "GB18030", Chinese(sample)),
            (932, "Shift-JIS", Japanese(sample)),
            (1251, "Windows-1251", Cyrillic(sample)),
        ];
        (int CodePage, string Name, double Score)[] ranked = [.. candidates.OrderByDescending(candidate => candidate.Score)];
        (int codePage, string name, double best) = ranked[0];
        Encoding encoding = Encoding.GetEncoding(codePage);

        // The sign ± is the same byte in several code pages: where both read the same, there is no doubt.
        bool isClose = best - ranked[1].Score < LeastLead
            && !encoding.GetString(sample).Equals(Encoding.GetEncoding(ranked[1].CodePage).GetString(sample), StringComparison.Ordinal);
        return new(encoding, name, 0, true, best < LeastOrdinary || isClose, 0);
    }

    // GB 2312: lead bytes B0-D7 are the 3,755 characters of daily use, D8-F7 the rest, A1-A9 punctuation and letters.
    private static double Chinese(ReadOnlySpan<byte> text)
    {
        double sum = 0;
        int bytes = 0;
        for (int i = 0; i < text.Length; i++)
        {
            byte lead = text[i];
            if (lead < 0x80)
            {
                continue;
            }

            byte trail = i + 1 < text.Length ? text[i + 1] : (byte)0;
            bool isPair = lead is >= 0x81 and <= 0xFE && trail is (>= 0x40 and <= 0x7E) or (>= 0x80 and <= 0xFE);
            if (!isPair)
            {
                bool isFour = lead is >= 0x81 and <= 0xFE && trail is >= 0x30 and <= 0x39
                    && i + 3 < text.Length && text[i + 2] is >= 0x81 and <= 0xFE && text[i + 3] is >= 0x30 and <= 0x39;
                sum += isFour ? 0.4 : -3;
                bytes += isFour ? 2 : 1;
                i += isFour ? 3 : 0;
                continue;
            }

            sum += (lead, trail) switch
            {
                ( >= 0xB0 and <= 0xD7, >= 0xA1) => 2,
                ( >= 0xA1 and <= 0xA3, >= 0xA1) => 1.8,
                ( >= 0xA4 and <= 0xA9, >= 0xA1) => 0.8,
                ( >= 0xD8 and <= 0xF7, >= 0xA1) => 0.8,
                _ => -1,
            };
            bytes += 2;
            i++;
        }

        return Share(sum, bytes);
    }

    // JIS X 0208 as Shift-JIS: 81 punctuation, 82 letters and hiragana, 83 katakana, 88-97 the kanji of daily use.
    private static double Japanese(ReadOnlySpan<byte> text)
    {
        double sum = 0;
        int bytes = 0;
        for (int i = 0; i < text.Length; i++)
        {
            byte lead = text[i];
            if (lead < 0x80)
            {
                continue;
            }

            if (lead is >= 0xA1 and <= 0xDF)
            {
                sum += 0.4;
                bytes++;
                continue;
            }

            byte trail = i + 1 < text.Length ? text[i + 1] : (byte)0;
            bool isPair = lead is (>= 0x81 and <= 0x9F) or (>= 0xE0 and <= 0xFC) && trail is (>= 0x40 and <= 0x7E) or (>= 0x80 and <= 0xFC);
            if (!isPair)
            {
                sum -= 3;
                bytes++;
                continue;
            }

            sum += (lead, trail) switch
            {
                (0x82, >= 0x4F and <= 0xF1) => 2,
                (0x83, <= 0x96) => 2,
                (0x81, _) => 1.6,
                (0x87, _) => 1,
                (0x88, >= 0x9F) or ( >= 0x89 and <= 0x97, _) => 2,
                ( >= 0x98 and <= 0x9F, _) or ( >= 0xE0 and <= 0xEA, _) => 0.6,
                _ => -1,
            };
            bytes += 2;
            i++;
        }

        return Share(sum, bytes);
    }

    // Western letters stand among ASCII letters, signs among digits and blanks; a run of high bytes is another script.
    private static double Western(ReadOnlySpan<byte> text)
    {
        double sum = 0;
        int bytes = 0;
        for (int i = 0; i < text.Length; i++)
        {
            byte value = text[i];
            if (value < 0x80)
            {
                continue;
            }

            byte before = i > 0 ? text[i - 1] : (byte)' ';
            byte after = i + 1 < text.Length ? text[i + 1] : (byte)' ';
            bool isAlone = before < 0x80 && after < 0x80;
            bool isInWord = char.IsAsciiLetter((char)before) || char.IsAsciiLetter((char)after);
            bytes++;
            sum += value switch
            {
                0x81 or 0x8D or 0x8F or 0x90 or 0x9D => -3,
                0xB0 or 0xB1 or 0xB2 or 0xB3 or 0xB5 or 0xA9 or 0xAE or 0xD7 or 0xD8 or 0xF8 or 0x99 or 0x96 or 0x97 or 0x80
                    or 0xA0 or (>= 0x91 and <= 0x95) or 0x85 or 0xA7 or (>= 0xBC and <= 0xBE) => isAlone ? 1 : -0.2,
                0xDF or (>= 0xE0 and not 0xF7) => isInWord ? 1 : isAlone ? 0.5 : -0.5,
                >= 0xC0 and not 0xF7 => char.IsAsciiLetterLower((char)before) ? -0.5 : isInWord ? 0.9 : isAlone ? 0.3 : -0.5,
                _ => isAlone ? 0.2 : -0.3,
            };
        }

        return Share(sum, bytes);
    }

    // Cyrillic letters come in words of one case, or with a capital first; о, е and а are frequent, ъ and щ are not.
    private static double Cyrillic(ReadOnlySpan<byte> text)
    {
        Encoding encoding = Encoding.GetEncoding(1251);
        string decoded = encoding.GetString(text);
        double sum = 0;
        int bytes = 0;
        for (int i = 0; i < decoded.Length; i++)
        {
            char letter = decoded[i];
            if (letter < 0x80)
            {
                continue;
            }

            bytes++;
            char before = i > 0 ? decoded[i - 1] : ' ';
            char after = i + 1 < decoded.Length ? decoded[i + 1] : ' ';
            if (letter is not (>= 'Ѐ' and <= 'ӿ'))
            {
                sum += letter switch
                {
                    '№' or '°' or '±' or 'µ' or '«' or '»' or '–' or '—' or '“' or '”' or '…' or '®' or '©' or '™' or '\u00A0' => 0.9,
                    '\u0098' or '\uFFFD' => -3,
                    _ => -0.5,
                };
                continue;
            }

            bool isLoneAmongLatin = char.IsAsciiLetter(before) || char.IsAsciiLetter(after);
            bool breaksCase = char.IsUpper(letter) && before >= 'Ѐ' && char.IsLower(before);
            char lower = char.ToLowerInvariant(letter);
            double frequency = CommonCyrillic.Contains(lower, StringComparison.Ordinal) ? 1.1
                : RareCyrillic.Contains(lower, StringComparison.Ordinal) ? 0.3
                : lower is >= 'а' and <= 'я' ? 0.9 : 0.1;
            sum += breaksCase ? -1 : isLoneAmongLatin ? -0.8 : frequency;
        }

        return Share(sum, bytes);
    }

    private static double Share(double sum, int bytes) => bytes == 0 ? 0 : sum / bytes;
}
