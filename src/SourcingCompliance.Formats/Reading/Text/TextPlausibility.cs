using System.Globalization;

namespace SourcingCompliance.Formats.Reading.Text;

/// <summary>
/// How much a decoded text looks like words: about 3 for a character of a known word, 1 for one of a word as the known languages have them, below
/// 0 for nonsense. Each distinct word and sign is looked at once.
/// </summary>
internal sealed class TextPlausibility
{
    private const double OfKnownWord = 3;
    private const double OfKnownWithoutAccents = 1.5;
    private const double OfSymbol = 0.6;
    private const double OfLoneLetter = 0.3;
    private const double OfOneAlphabet = 0.4;

    // Signs that parts lists contain in any language; µ, Ω and Ø are letters to Unicode.
    private const string Symbols = "°±µ²³·×÷–—‘’‚“”„…•€£¥§©®™½¼¾ØøΩΩ→≤≥≈№«»´\u00A0\u3000∅⌀Φφ";

    // Signs that stand next to numbers and words, never inside a word.
    private const string NeverInWords = "½¼¾²³´»«©®£¥§¹ªº×÷±¤¦¬¶¨¸¯√≥≤≈∞∫∂∆";

    // The letters beyond ASCII of the languages of Europe that are written in Latin letters: a text has those of one language.
    private static readonly string[] Alphabets =
    [
        "äöüß", "àâæçèéêëîïôœùûüÿ", "áéíñóúüºª", "àáâãçéêíóôõúü", "àèéìíîòóùú", "áéíóúëïüö", "åäöéü",
        "æøåéòôà", "äöåšž", "áðéíóúýþæö", "ąćęłńóśźż", "áčďéěíňóřšťúůýž",
        "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "ăâîșțşţ", "čćđšž", "âçğıîöşüûi̇", "ąčęėįšųūž", "āčēģīķļņšūž", "äõöüšž", "àçèéíïòóúü",
    ];

    private readonly Dictionary<string, (double Sum, int Count)> _parts = new(StringComparer.Ordinal);
    private double _sum;
    private int _count;
    private double _bonus;

    private TextPlausibility()
    {
    }

    /// <summary>The mean plausibility of the characters beyond ASCII; 0 for a text without any.</summary>
    public double Score => _count == 0 ? 0 : (_sum / _count) + _bonus;

    /// <summary>Whether the text contains a known word, or so many other words that their letters are evidence enough.</summary>
    public bool IsWellFounded { get; private set; }

    /// <summary>Looks at a text.</summary>
    /// <param name="text">The decoded text.</param>
    /// <param name="words">The known words.</param>
    public static TextPlausibility From(string text, EncodingWords words)
    {
        const int ManyLetters = 30;
        var found = new TextPlausibility();
        var letters = new HashSet<char>();
        foreach (string token in EncodingWords.GetTokens(text))
        {
            if (!found._parts.ContainsKey(token))
            {
                int foreign = token.Count(character => character > '\x7F');
                double score = OfToken(token, words);
                found.IsWellFounded |= score >= OfKnownWord && !Symbols.Contains(token[0], StringComparison.Ordinal);
                found.Add(token, foreign * score, foreign);
                letters.UnionWith(token.ToLowerInvariant().Where(character => character is > '\x7F' and < '\u0250'));
            }
        }

        for (int at = 0; at < text.Length; at++)
        {
            if (text[at] > '\x7F' && !EncodingWords.IsLetter(text[at]))
            {
                char before = at > 0 ? text[at - 1] : ' ';
                char after = at + 1 < text.Length ? text[at + 1] : ' ';
                bool isInWord = (char.IsLetter(before) && char.IsLetter(after)) || (after > '\x7F' && char.IsLetter(after) && !char.IsAsciiDigit(before));
                string sign = isInWord ? string.Concat([before, text[at], after]) : text[at].ToString();
                if (!found._parts.ContainsKey(sign))
                {
                    found.Add(sign, isInWord && NeverInWords.Contains(text[at], StringComparison.Ordinal) ? -1.5 : OfSign(text[at]), 1);
                }
            }
        }

        found._bonus = letters.Count > 0 && Alphabets.Any(alphabet => letters.All(letter => alphabet.Contains(letter, StringComparison.Ordinal)))
            ? OfOneAlphabet : 0;
        found.IsWellFounded |= found._count >= ManyLetters;
        return found;
    }

    /// <summary>By how much this reading is the better one where the two differ.</summary>
    public double LeadOver(TextPlausibility other) => MeanWithout(other) - other.MeanWithout(this);

    private double MeanWithout(TextPlausibility other)
    {
        double sum = 0;
        int count = 0;
        foreach ((string part, (double partSum, int partCount)) in _parts)
        {
            if (!other._parts.ContainsKey(part))
            {
                sum += partSum;
                count += partCount;
            }
        }

        return (count == 0 ? 0 : sum / count) + _bonus;
    }

    private void Add(string part, double sum, int count)
    {
        _parts.Add(part, (sum, count));
        _sum += sum;
        _count += count;
    }

    private static double OfSign(char character) => character switch
    {
        '\uFFFD' => -6,
        < '\u00A0' => -6,
        >= '\uE000' and <= '\uF8FF' => -4,
        >= '\u3000' and <= '\u303F' or >= '\uFF01' and <= '\uFF65' or '・' or 'ー' => 1,
        >= '\u2460' and <= '\u24FF' or '℃' or '㎜' => OfSymbol,
        _ when Symbols.Contains(character, StringComparison.Ordinal) => OfSymbol,
        >= '\u2500' and <= '\u25FF' => -1.5,
        _ => char.GetUnicodeCategory(character) is UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate ? -3 : -1,
    };

    private static double OfToken(string token, EncodingWords words)
    {
        string small = token.ToLowerInvariant();
        if (words.Knows(small) && !IsMixed(token))
        {
            return OfKnownWord;
        }

        if (small.Any(EncodingWords.IsUnspaced))
        {
            return OfUnspaced(small, words);
        }

        if (small.All(character => character < '\x80' || Symbols.Contains(character, StringComparison.Ordinal)))
        {
            return OfSymbol;
        }

        if (token.Length == 1)
        {
            // A letter alone stands in words of one letter and in nonsense.
            return Math.Min(OfPairs(small, words), OfLoneLetter);
        }

        return (words.KnowsFolded(small) && !IsMixed(token) ? OfKnownWithoutAccents : OfPairs(small, words)) - (IsMixed(token) ? 1.5 : 0);
    }

    // Capitals inside a word, and letters of two alphabets in one.
    private static bool IsMixed(string token)
    {
        bool isLatin = false;
        bool isOther = false;
        bool breaksCase = false;
        for (int at = 0; at < token.Length; at++)
        {
            isLatin |= token[at] < '\u0250';
            isOther |= token[at] >= '\u0370';
            breaksCase |= at > 0 && token[at] > '\x7F' && char.IsUpper(token[at]) && char.IsLower(token[at - 1]);
        }

        return breaksCase || (isLatin && isOther);
    }

    private static double OfPairs(string small, EncodingWords words)
    {
        int pairs = 0;
        int known = 0;
        char before = ' ';
        for (int at = 0; at <= small.Length; at++)
        {
            char character = at < small.Length ? small[at] : ' ';
            if (before > '\x7F' || character > '\x7F')
            {
                pairs++;
                known += words.KnowsPair(before, character) ? 1 : 0;
            }

            before = character;
        }

        return pairs == 0 ? 0 : (1.8 * known / pairs) - 0.8;
    }

    private static double OfUnspaced(string small, EncodingWords words)
    {
        double sum = 0;
        int foreign = 0;
        for (int at = 0; at < small.Length; at++)
        {
            if (small[at] <= '\x7F')
            {
                continue;
            }

            int length = EncodingWords.IsUnspaced(small[at]) ? words.PhraseAt(small, at) : 0;
            if (length > 0)
            {
                sum += length * OfKnownWord;
                foreign += length;
                at += length - 1;
            }
            else
            {
                foreign++;
                bool isPair = at > 0 && words.KnowsPair(small[at - 1], small[at]);
                bool isHalfWidth = small[at] is >= '\uFF66' and <= '\uFF9F';
                sum += isPair ? 1 : small[at] is >= 'ぁ' and <= 'ヿ' ? 0.8 : words.KnowsCharacter(small[at]) ? 0.5 : isHalfWidth ? -1 : -0.6;
            }
        }

        return sum / foreign;
    }
}
