namespace SourcingCompliance.Recognition.Origins;

/// <summary>Joins words that are written letter by letter: "C H I N A", "C-H-I-N-A".</summary>
internal static class SpacedLetters
{
    // "U S A" and "P R C" are phrases of the vocabulary; "A B" and "CN C" are no words.
    private const int FewestLetters = 4;

    /// <summary>The text with such words joined; null when it has none.</summary>
    public static string? Join(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            int end = EndOfRun(text, i);
            if (end > i)
            {
                return string.Concat(text.AsSpan(0, i), Letters(text.AsSpan(i, end - i)), Join(text[end..]) ?? text[end..]);
            }
        }

        return null;
    }

    private static string Letters(ReadOnlySpan<char> run)
    {
        Span<char> letters = new char[(run.Length + 1) / 2];
        for (int i = 0; i < letters.Length; i++)
        {
            letters[i] = run[2 * i];
        }

        return new string(letters);
    }

    // The end of a run of single letters that begins here, all parted by the same blank or hyphen; the beginning itself when there is none.
    private static int EndOfRun(string text, int start)
    {
        if ((start > 0 && char.IsLetterOrDigit(text[start - 1])) || start + 1 >= text.Length || text[start + 1] is not (' ' or '-'))
        {
            return start;
        }

        int count = 0;
        int at = start;
        while (at < text.Length && IsSingle(text[at]) && (at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1])))
        {
            count++;
            at += 2;
            if (at - 1 < text.Length && text[at - 1] != text[start + 1])
            {
                break;
            }
        }

        return count >= FewestLetters ? Math.Min(at - 1, text.Length) : start;
    }

    private static bool IsSingle(char character) => char.IsLetter(character) && !LetterForms.IsUnspaced(character);
}
