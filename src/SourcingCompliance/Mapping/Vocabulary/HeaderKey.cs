namespace SourcingCompliance.Mapping.Vocabulary;

/// <summary>
/// Brings header texts to one form, so that aliases can be compared word for word: lower case, narrow forms, no diacritics,
/// words parted by single blanks. <c>#</c> and currency signs stay words of their own because they carry meaning.
/// </summary>
internal static class HeaderKey
{
    private const int MostOnStack = 384;

    /// <summary>The key of a text: <c>"Manufacturer_PartNo."</c> gives <c>"manufacturer part no"</c>.</summary>
    /// <param name="text">The header as it stands.</param>
    /// <param name="splitCamelCase">Whether <c>PartNumber</c> is two words; off for texts in which capitals mean nothing.</param>
    public static string Compute(ReadOnlySpan<char> text, bool splitCamelCase = true)
    {
        // At most a blank and two letters come of one character.
        int most = 3 * text.Length;
        Span<char> key = most <= MostOnStack ? stackalloc char[MostOnStack] : new char[most];
        int length = 0;
        bool gap = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = Narrow(text[i]);
            if (c is >= '\u0300' and <= '\u036F' or '\u200B' or '\uFEFF' or '\u00AD')
            {
                continue;
            }

            if (c is '#' or '$' or '€' or '£' or '¥' or '%' or '№')
            {
                Part(key, ref length);
                key[length++] = c == '№' ? 'n' : c;
                if (c == '№')
                {
                    key[length++] = 'o';
                }

                gap = true;
                continue;
            }

            if (!char.IsLetterOrDigit(c))
            {
                gap = true;
                continue;
            }

            if (gap || (i > 0 && IsBoundary(text, i, splitCamelCase)))
            {
                Part(key, ref length);
            }

            (char first, char second) = Fold(c);
            key[length++] = first;
            if (second != '\0')
            {
                key[length++] = second;
            }

            gap = false;
        }

        return new string(key[..length]);
    }

    private static void Part(Span<char> key, ref int length)
    {
        if (length > 0)
        {
            key[length++] = ' ';
        }
    }

    private static bool IsBoundary(ReadOnlySpan<char> text, int at, bool splitCamelCase)
    {
        char previous = Narrow(text[at - 1]);
        char current = Narrow(text[at]);
        if (char.IsDigit(current) != char.IsDigit(previous) && char.IsLetterOrDigit(previous))
        {
            return true;
        }

        if (!splitCamelCase || !char.IsUpper(current))
        {
            return false;
        }

        if (char.IsLower(previous))
        {
            return true;
        }

        // An upper-case run ends before the capital of the next word (MFGPart), but a plural s is no word (MPNs).
        bool lowerFollows = at + 1 < text.Length && char.IsLower(Narrow(text[at + 1]));
        bool isPlural = lowerFollows && Narrow(text[at + 1]) == 's' && (at + 2 >= text.Length || !char.IsLetter(text[at + 2]));
        return char.IsUpper(previous) && lowerFollows && !isPlural;
    }

    private static char Narrow(char c) => c switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        '\u3000' or '\u00A0' => ' ',
        _ => c,
    };

    // The block U+1EA0 to U+1EF9 holds the vowels of Vietnamese with two marks each, ordered by their plain letter.
    private static char FoldVietnamese(char c) => c switch
    {
        <= 'ặ' => 'a',
        <= 'ệ' => 'e',
        <= 'ị' => 'i',
        <= 'ợ' => 'o',
        <= 'ự' => 'u',
        _ => 'y',
    };

    // Invariant globalization leaves string.Normalize without its tables, so the letters that headers use are folded here.
    private static (char First, char Second) Fold(char c)
    {
        char lower = char.ToLowerInvariant(c);
        if (lower < '\u00C0')
        {
            return (lower, '\0');
        }

        char plain = lower switch
        {
            'à' or 'á' or 'â' or 'ã' or 'ä' or 'å' or 'ā' or 'ă' or 'ą' => 'a',
            'ç' or 'ć' or 'č' => 'c',
            'ď' or 'đ' => 'd',
            'è' or 'é' or 'ê' or 'ë' or 'ē' or 'ė' or 'ę' or 'ě' => 'e',
            'ğ' => 'g',
            'ì' or 'í' or 'î' or 'ï' or 'ī' or 'į' or 'ı' => 'i',
            'ł' => 'l',
            'ñ' or 'ń' or 'ň' => 'n',
            'ò' or 'ó' or 'ô' or 'õ' or 'ö' or 'ø' or 'ō' or 'ő' => 'o',
            'ŕ' or 'ř' => 'r',
            'ś' or 'ş' or 'š' or 'ș' => 's',
            'ţ' or 'ť' or 'ț' => 't',
            'ù' or 'ú' or 'û' or 'ü' or 'ū' or 'ů' or 'ű' or 'ų' => 'u',
            'ý' or 'ÿ' => 'y',
            'ź' or 'ż' or 'ž' => 'z',
            'ё' => 'е',
            'ơ' => 'o',
            'ư' => 'u',
            >= 'ạ' and <= 'ỹ' => FoldVietnamese(lower),
            _ => lower,
        };
        return lower switch
        {
            'ß' => ('s', 's'),
            'æ' => ('a', 'e'),
            'œ' => ('o', 'e'),
            _ => (plain, '\0'),
        };
    }
}
