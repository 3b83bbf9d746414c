namespace SourcingCompliance.Recognition.Origins;

/// <summary>
/// Letter forms that mean the same letter: accents, full-width and half-width forms, Arabic variants, circled letters.
/// Our own tables, because the program runs without the platform's Unicode library and must read alike on every machine.
/// Source: the decompositions of the Unicode Character Database.
/// </summary>
internal static class LetterForms
{
    private const string HalfWidthKana =
        "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";

    private const string Voiceable = "ウカキクケコサシスセソタチツテトハヒフヘホ";
    private const string Voiced = "ヴガギグゲゴザジズゼゾダヂヅデドバビブベボ";
    private const string HalfVoiceable = "ハヒフヘホ";
    private const string HalfVoiced = "パピプペポ";

    private static readonly string[] Groups =
    [
        "a:àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ",
        "ae:æ",
        "c:çćĉċčḉ",
        "e:èéêëēĕėęěəȅȇȩḕḗḙḛḝẹẻẽếềểễệ",
        "i:ìíîïĩīĭįİıǐȉȋḭḯỉị",
        "d:ðďđḋḍḏḑḓ",
        "n:ñńņňŋǹṅṇṉṋ",
        "o:òóôõöøōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ",
        "u:ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự",
        "y:ýÿŷȳẏẙỳỵỷỹ",
        "th:þ",
        "ss:ßẞ",
        "g:ĝğġģǧǵḡ",
        "h:ĥħȟḣḥḧḩḫẖ",
        "j:ĵǰ",
        "k:ķǩḱḳḵ",
        "l:ĺļľłḷḹḻḽ",
        "oe:œ",
        "r:ŕŗřȑȓṙṛṝṟ",
        "s:śŝşšſșṡṣṥṧṩẛ",
        "t:ţťŧțṫṭṯṱẗ",
        "w:ŵẁẃẅẇẉẘ",
        "z:źżžẑẓẕ",
        "b:ḃḅḇ",
        "f:ḟ",
        "m:ḿṁṃ",
        "p:ṕṗ",
        "v:ṽṿ",
        "x:ẋẍ",
        "α:άἀἁἂἃἄἅἆἇὰάᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ",
        "ε:έϵἐἑἒἓἔἕὲέ",
        "η:ήἠἡἢἣἤἥἦἧὴήᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ",
        "ι:ίΐϊἰἱἲἳἴἵἶἷὶίιῐῑῒΐῖῗ",
        "ο:όὀὁὂὃὄὅὸό",
        "υ:ύϋΰϒϓϔὐὑὒὓὔὕὖὗὺύῠῡῢΰῦῧ",
        "ω:ώὠὡὢὣὤὥὦὧὼώᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ",
        "σ:ςϲ",
        "β:ϐ",
        "θ:ϑ",
        "φ:ϕ",
        "π:ϖ",
        "κ:ϰ",
        "ρ:ϱῤῥ",
        "е:ё",
        "г:ґ",
        "ا:أإآٱ",
        "ي:ىی",
        "ك:ک",
    ];

    private const string Foreign = "авсенікмоԁрѕтухјαβεζηικμνορτυχ";
    private const string LatinOfForeign = "abcehikmodpstyxjabezhikmvoptyx";

    private static readonly Dictionary<char, string> PlainForms = GetPlainForms(Groups);

    /// <summary>The plain form of a lower-case letter (é gives <c>e</c>, ß gives <c>ss</c>); null when it is plain already.</summary>
    public static string? GetPlainForm(char letter) => letter < 0x80 ? null : PlainForms.GetValueOrDefault(letter);

    /// <summary>The Latin letter that a Cyrillic or Greek lower-case letter looks like; null when it looks like none.</summary>
    public static char? GetLatinLookAlike(char letter) => Foreign.IndexOf(letter, StringComparison.Ordinal) is >= 0 and int at ? LatinOfForeign[at] : null;

    // The first group that holds a letter wins.
    private static Dictionary<char, string> GetPlainForms(string[] groups)
    {
        var forms = new Dictionary<char, string>(600);
        foreach (string group in groups)
        {
            int colon = group.IndexOf(':', StringComparison.Ordinal);
            string plain = group[..colon];
            foreach (char letter in group.AsSpan(colon + 1))
            {
                forms.TryAdd(letter, plain);
            }
        }

        return forms;
    }

    /// <summary>The ordinary form of a compatibility character; the character itself when it has no other form.</summary>
    public static char Widen(char character) => character switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(character - 0xFEE0),
        >= '\uFF61' and <= '\uFF9D' => HalfWidthKana[character - 0xFF61],
        >= '\u24B6' and <= '\u24CF' => (char)('A' + character - 0x24B6),
        >= '\u24D0' and <= '\u24E9' => (char)('a' + character - 0x24D0),
        '\u3000' or '\u00A0' or '\u202F' or '\u2007' => ' ',
        '\u2018' or '\u2019' or '\u201B' or '\u02BC' or '\u02B9' or '\u02BB' or '\u0060' or '\u00B4' => '\'',
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2015' or '\u2212' or '\uFE63' => '-',
        '\u3001' or '\uFE50' or '\u060C' => ',',
        '\u3002' => '.',
        '\u061B' => ';',
        '\u061F' => '?',
        '\u30FB' or '\u00B7' or '\u2022' or '\u2044' or '\u2215' => '/',
        '\u3010' or '\u3014' or '\u300C' or '\u300E' or '[' or '{' => '(',
        '\u3011' or '\u3015' or '\u300D' or '\u300F' or ']' or '}' => ')',
        '\u2192' or '\u21D2' => '>',
        _ => character,
    };

    /// <summary>The kana with its voicing mark joined on (カ and ﾞ give ガ); the kana itself when they do not join.</summary>
    public static char Voice(char kana, char mark)
    {
        int at = (mark == '\uFF9E' ? Voiceable : HalfVoiceable).IndexOf(kana, StringComparison.Ordinal);
        return at < 0 ? kana : (mark == '\uFF9E' ? Voiced : HalfVoiced)[at];
    }

    /// <summary>Whether the script is written without spaces between words (Han, kana, Hangul, Thai, Lao, Khmer, Burmese).</summary>
    public static bool IsUnspaced(char character) => character is
        (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7AF') or (>= '\uF900' and <= '\uFAFF')
        or (>= '\u0E00' and <= '\u0EFF') or (>= '\u1780' and <= '\u17FF') or (>= '\u1000' and <= '\u109F') or '\u3005';

    /// <summary>Whether the character is a vowel sign or accent that may be left out (Arabic, Hebrew, loose Latin accents).</summary>
    public static bool IsOptionalMark(char character) => character is
        (>= '\u0300' and <= '\u036F') or (>= '\u064B' and <= '\u0652') or '\u0670' or '\u0640' or (>= '\u0591' and <= '\u05C7');
}
