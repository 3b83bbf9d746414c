namespace SourcingCompliance.Recognition.Materials.Vocabulary;

/// <summary>What a folded character counts as when the bounds of a word are looked for.</summary>
internal enum CharacterKind : byte
{
    /// <summary>A separator or sign.</summary>
    Other,

    /// <summary>A letter of a script that puts spaces between words.</summary>
    Letter,

    /// <summary>A digit.</summary>
    Digit,

    /// <summary>A Han, Kana or Hangul character: a word may begin and end at each of them.</summary>
    Ideograph,
}

/// <summary>
/// Folds a text for comparison: case, width, diacritics, sub- and superscripts go; hyphens, quotes and runs of blanks become one blank;
/// brackets and semicolons become a comma, the mark that ends a clause. Written by hand because the base library normalizes nothing
/// when globalization is invariant.
/// </summary>
internal static class TextFolding
{
    /// <summary>How many folded characters one character can become.</summary>
    public const int MaximumExpansion = 2;

    /// <summary>What <see cref="FoldAlone"/> gives for a character that it does not fold.</summary>
    public const char Unfolded = '\0';

    private const char Skip = '\0';

    // Index = character - 0x20; a blank stands for every sign that only separates.
    private const string Ascii =
        "     %& ,, +, ./0123456789:, =  " +
        " abcdefghijklmnopqrstuvwxyz, ,  " +
        " abcdefghijklmnopqrstuvwxyz,,,  ";

    // Latin-1 supplement and Latin Extended-A from U+00C0 to U+017F without their marks.
    private const string Latin =
        "aaaaaaaceeeeiiiidnoooooxouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty" +
        "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll" +
        "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    private static readonly char[] Alone = [.. Enumerable.Range(0, 0x80).Select(c => FoldAscii((char)c))
        .Select(folded => folded is ' ' || char.IsAsciiLetterOrDigit(folded) ? folded : Unfolded)];

    private const string HalfWidthKatakana = "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";

    /// <summary>Folds a text.</summary>
    /// <param name="text">The text as it stands.</param>
    /// <param name="folded">Receives the folded characters; at least <see cref="MaximumExpansion"/> times as long as the text.</param>
    /// <param name="origins">Receives, for each folded character, the index of the character that it came from.</param>
    /// <returns>How many characters were written.</returns>
    public static int Fold(ReadOnlySpan<char> text, Span<char> folded, Span<int> origins)
    {
        int length = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char original = text[i];
            if (char.IsAsciiLetterOrDigit(original))
            {
                // Nearly every character of nearly every list: digits have the bit already that makes a letter small.
                folded[length] = (char)(original | ' ');
                origins[length++] = i;
                continue;
            }

            char c = original < 0x80 ? FoldAscii(original) : original == 'μ' && IsInGreekWord(text, i) ? 'μ' : FoldOther(original);
            if (c == Skip)
            {
                length = ApplyMark(original, folded, length);
                continue;
            }

            if (c is '.' or ',')
            {
                c = FoldPoint(c, original, text, i);
            }

            if (c is ' ' or ',' && !AppendSeparator(c, folded, ref length))
            {
                continue;
            }

            folded[length] = c;
            origins[length++] = i;
            if (SecondLetter(original) is not Skip and char second)
            {
                folded[length] = second;
                origins[length++] = i;
            }
        }

        return length > 0 && folded[length - 1] == ' ' ? length - 1 : length;
    }

    /// <summary>What a letter, digit or blank becomes whatever stands beside it; <see cref="Unfolded"/> for everything else.</summary>
    public static char FoldAlone(char c) => c < Alone.Length ? Alone[c] : Unfolded;

    /// <summary>The kind of a folded character.</summary>
    public static CharacterKind GetKind(char c)
    {
        if (c < 0x80)
        {
            return char.IsAsciiLetterLower(c) ? CharacterKind.Letter : char.IsAsciiDigit(c) ? CharacterKind.Digit : CharacterKind.Other;
        }

        return !char.IsLetter(c) ? CharacterKind.Other : c >= 0x2E80 ? CharacterKind.Ideograph : CharacterKind.Letter;
    }

    private static char FoldAscii(char c) => c < ' ' ? ' ' : Ascii[c - ' '];

    private static char FoldOther(char c)
    {
        switch (c)
        {
            case 'µ' or 'μ': return 'u';
            case 'Ω': return 'ω';
            case '℃': return 'c';
            case >= 'Ά' and <= 'ώ': return FoldGreek(c);
            case 'ё' or 'Ё': return 'е';
            case 'й' or 'Й': return 'и';
            case '、' or '。': return ',';
            case '²' or '³': return (char)('2' + (c - '²'));
            case '¹': return '1';
            case >= '\u2070' and <= '\u2079': return (char)('0' + (c - '\u2070'));
            case >= '\u2080' and <= '\u2089': return (char)('0' + (c - '\u2080'));
            case >= '\u00C0' and <= '\u017F': return Latin[c - '\u00C0'];
            case >= '\uFF01' and <= '\uFF5E': return FoldAscii((char)(c - 0xFEE0));
            case >= '\uFF66' and <= '\uFF9D': return HalfWidthKatakana[c - '\uFF66'];
            case >= '\u0300' and <= '\u036F' or '\u3099' or '\u309A' or '\uFF9E' or '\uFF9F' or '\u00AD' or '\u200B' or '\uFEFF': return Skip;
            default: return char.IsLetter(c) ? char.ToLowerInvariant(c) : ' ';
        }
    }

    // Capitals are written without accents, and sigma has a form of its own at the end of a word.
    private static char FoldGreek(char c) => c switch
    {
        'Ά' or 'ά' => 'α',
        'Έ' or 'έ' => 'ε',
        'Ή' or 'ή' => 'η',
        'Ί' or 'ί' or 'ΐ' or 'Ϊ' or 'ϊ' => 'ι',
        'Ό' or 'ό' => 'ο',
        'Ύ' or 'ύ' or 'ΰ' or 'Ϋ' or 'ϋ' => 'υ',
        'Ώ' or 'ώ' => 'ω',
        'ς' => 'σ',
        _ => char.IsLetter(c) ? char.ToLowerInvariant(c) : ' ',
    };

    // The letter mu alone, or before a unit, is the sign for a millionth.
    private static bool IsInGreekWord(ReadOnlySpan<char> text, int at) =>
        (at > 0 && text[at - 1] is >= 'Ά' and <= 'ώ') || (at + 1 < text.Length && text[at + 1] is >= 'Ά' and <= 'ώ' and not 'Ω');

    private static char SecondLetter(char c) => c switch
    {
        'ß' => 's',
        'æ' or 'Æ' or 'œ' or 'Œ' => 'e',
        _ => Skip,
    };

    // A voiced-sound mark that stands alone joins the kana before it: ﾊﾞ and は+U+3099 are one letter.
    private static int ApplyMark(char mark, Span<char> folded, int length)
    {
        if (length > 0 && mark is '\u3099' or '\uFF9E' or '\u309A' or '\uFF9F')
        {
            char kana = folded[length - 1];
            bool takesMark = kana is >= 'カ' and <= 'ト' or >= 'ハ' and <= 'ホ' or >= 'か' and <= 'と' or >= 'は' and <= 'ほ';
            folded[length - 1] = (char)(kana + (!takesMark ? 0 : mark is '\u3099' or '\uFF9E' ? 1 : 2));
        }

        return length;
    }

    private static char FoldPoint(char c, char original, ReadOnlySpan<char> text, int index)
    {
        bool digitFollows = index + 1 < text.Length && char.IsAsciiDigit(text[index + 1]);
        if (c == '.')
        {
            return digitFollows ? '.' : ' ';
        }

        bool decimalComma = original == ',' && digitFollows && index > 0 && char.IsAsciiDigit(text[index - 1]);
        return decimalComma ? '.' : ',';
    }

    private static bool AppendSeparator(char c, Span<char> folded, ref int length)
    {
        if (length == 0 || folded[length - 1] == ',')
        {
            return false;
        }

        if (folded[length - 1] == ' ')
        {
            if (c == ' ')
            {
                return false;
            }

            length--;
        }

        return true;
    }
}
