namespace SourcingCompliance.Recognition.Origins;

/// <summary>The case forms of names in Cyrillic script (Россия: России, Россию, Россией), so that "сделано в России" is understood.</summary>
internal static class CyrillicDeclension
{
    // Ending of the nominative, and the endings of genitive, dative, accusative, instrumental and prepositional. Longest first.
    private static readonly (string Ending, string[] Forms)[] Endings =
    [
        ("ская", ["ской", "ской", "скую", "ской", "ской"]),
        ("ная", ["ной", "ной", "ную", "ной", "ной"]),
        ("ия", ["ии", "ии", "ию", "ией", "ии"]),
        ("ія", ["ії", "ії", "ію", "ією", "ії"]),
        ("ай", ["ая", "аю", "ай", "аем", "ае"]),
        ("ея", ["еи", "ее", "ею", "еей", "ее"]),
        ("а", ["ы", "е", "у", "ой", "е"]),
        ("я", ["и", "е", "ю", "ей", "е"]),
        ("ань", ["аня", "аню", "ань", "анем", "ане"]),
        ("ь", ["и", "и", "ь", "ью", "и"]),
    ];

    private static readonly string[] ConsonantForms = ["а", "у", "", "ом", "е"];

    /// <summary>The case forms of a word in Cyrillic script other than the word itself; several words are declined together.</summary>
    public static IEnumerable<string> GetOtherForms(string key) => IsDeclined(key) ? Decline(key) : [];

    private static bool IsDeclined(string key)
    {
        foreach (char character in key)
        {
            if (character != ' ' && !IsCyrillic(character))
            {
                return false;
            }
        }

        return key.Length >= 4;
    }

    private static IEnumerable<string> Decline(string key)
    {
        string[] words = key.Split(' ');
        string[] declined = new string[words.Length];
        for (int form = 0; form < ConsonantForms.Length; form++)
        {
            for (int i = 0; i < words.Length; i++)
            {
                declined[i] = Decline(words[i], form);
            }

            string other = string.Join(' ', declined);
            if (other != key)
            {
                yield return other;
            }
        }
    }

    private static string Decline(string word, int form)
    {
        foreach ((string ending, string[] forms) in Endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
            {
                return word[..^ending.Length] + forms[form];
            }
        }

        return "бвгджзйклмнпрстфхцчшщ".Contains(word[^1], StringComparison.Ordinal) ? word + ConsonantForms[form] : word;
    }

    private static bool IsCyrillic(char character) => character is >= '\u0400' and <= '\u04FF';
}
