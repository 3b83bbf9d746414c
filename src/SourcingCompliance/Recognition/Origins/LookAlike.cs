namespace SourcingCompliance.Recognition.Origins;

/// <summary>Reads words that mix Latin letters with Cyrillic or Greek ones that look the same (СN with a Cyrillic С).</summary>
internal static class LookAlike
{
    private const int LongestWord = 40;

    /// <summary>The word in Latin letters; null when it holds a letter that looks like no Latin one, or no foreign letter at all.</summary>
    public static string? ToLatin(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestWord)
        {
            return null;
        }

        Span<char> latin = stackalloc char[LongestWord];
        bool isForeign = false;
        for (int i = 0; i < word.Length; i++)
        {
            if (char.IsAscii(word[i]))
            {
                latin[i] = word[i];
            }
            else if (LetterForms.GetLatinLookAlike(word[i]) is char letter)
            {
                latin[i] = letter;
                isForeign = true;
            }
            else
            {
                return null;
            }
        }

        return isForeign ? new string(latin[..word.Length]) : null;
    }
}
