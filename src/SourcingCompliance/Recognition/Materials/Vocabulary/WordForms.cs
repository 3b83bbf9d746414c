namespace SourcingCompliance.Recognition.Materials.Vocabulary;

/// <summary>Languages that inflect their nouns with the same endings.</summary>
internal enum FormGroup : byte
{
    /// <summary>No endings: scripts without them, and languages whose vowels change.</summary>
    None,

    /// <summary>English.</summary>
    English,

    /// <summary>French, Spanish, Portuguese.</summary>
    Romance,

    /// <summary>German, Dutch.</summary>
    German,

    /// <summary>Swedish, Danish, Norwegian.</summary>
    Nordic,

    /// <summary>Polish, Czech, Slovak.</summary>
    WestSlavic,

    /// <summary>Russian, Ukrainian.</summary>
    EastSlavic,

    /// <summary>Finnish.</summary>
    Finnish,

    /// <summary>Hungarian.</summary>
    Hungarian,

    /// <summary>Turkish.</summary>
    Turkish,

    /// <summary>Romanian.</summary>
    Romanian,
}

/// <summary>
/// The endings of plurals and cases, so that the vocabulary spells a word once. Only endings that are added to the word stand here; a language that
/// changes the last letter (Italian <c>motore</c>, <c>motori</c>) spells both.
/// </summary>
internal static class WordForms
{
    /// <summary>How many characters the longest ending has.</summary>
    public const int LongestEnding = 4;

    /// <summary>How many characters a word has at the least for endings to be looked for: those of short words make other words.</summary>
    public const int LeastWord = 4;

    // Folded as the texts are.
    private static readonly string[][] Endings =
    [
        [],
        ["s", "es"],
        ["s", "es", "x"],
        ["e", "en", "er", "ern", "es", "n", "s"],
        ["ar", "arna", "e", "en", "er", "erna", "erne", "et", "or", "s"],
        ["a", "ami", "ech", "em", "i", "ie", "ou", "ow", "u", "y"],
        ["а", "ам", "ами", "ах", "ах", "е", "еи", "и", "ив", "ов", "ом", "у", "ы", "ю", "я"],
        ["a", "en", "ia", "in", "it", "n", "t"],
        ["ek", "et", "k", "ok", "ot"],
        ["i", "in", "lar", "lari", "ler", "leri", "u", "un"],
        ["e", "i", "le", "ul", "uri"],
    ];

    /// <summary>The endings of a language; <see cref="FormGroup.None"/> for one that has none of its own.</summary>
    /// <param name="language">Its key in the vocabulary: <c>en</c>, <c>de</c>.</param>
    public static FormGroup Get(string language) => language switch
    {
        "en" => FormGroup.English,
        "fr" or "es" or "pt" => FormGroup.Romance,
        "de" or "nl" => FormGroup.German,
        "sv" or "da" or "no" => FormGroup.Nordic,
        "pl" or "cs" or "sk" => FormGroup.WestSlavic,
        "ru" or "uk" => FormGroup.EastSlavic,
        "fi" => FormGroup.Finnish,
        "hu" => FormGroup.Hungarian,
        "tr" => FormGroup.Turkish,
        "ro" => FormGroup.Romanian,
        _ => FormGroup.None,
    };

    /// <summary>Whether a text is one of the endings.</summary>
    public static bool Has(FormGroup group, ReadOnlySpan<char> ending)
    {
        foreach (string known in Endings[(int)group])
        {
            if (ending.SequenceEqual(known))
            {
                return true;
            }
        }

        return false;
    }
}
