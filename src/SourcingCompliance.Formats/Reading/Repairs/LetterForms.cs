using System.Text;

namespace SourcingCompliance.Formats.Reading.Repairs;

/// <summary>
/// Brings letters that only look like others to the letters that are meant: Cyrillic or Greek ones within a Latin word and the reverse, mathematical
/// alphabets, characters without width, words that a line break parts, letters with blanks between them.
/// </summary>
internal static class LetterForms
{
    private const int LeastSpaced = 5;
    private const int LongestLeftAlone = 7;

    private const string Cyrillic = "АВСЕНІКМОРЅТХУасеіорхуѕј";
    private const string LatinOfCyrillic = "ABCEHIKMOPSTXYaceiopxysj";
    // Small Greek letters other than these are signs of their own: "V5α".
    private const string Greek = "ΑΒΕΗΙΚΜΝΟΡΤΧΥΖον";
    private const string LatinOfGreek = "ABEHIKMNOPTXYZov";

    /// <summary>The text in plain letters; null when they are plain, or mixed on purpose.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isOfNote">Whether a reader should hear of it: letters of another alphabet, not characters that nobody sees.</param>
    public static string? Read(string text, out bool isOfNote)
    {
        string read = Visible(text);
        string joined = Joined(Unspaced(Plain(read)));
        string lettered = Lettered(joined);
        isOfNote = lettered != joined;
        return lettered == text ? null : lettered;
    }

    // Soft hyphens, zero-width blanks, marks of direction.
    private static string Visible(string text)
    {
        if (!text.Any(IsInvisible))
        {
            return text;
        }

        return string.Concat(text.Where(letter => !IsInvisible(letter)));
    }

    private static bool IsInvisible(char letter) => letter is '\u00AD' or (>= '\u200B' and <= '\u200F')
        or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2069') or '\uFEFF' or '\u180E';

    // 𝐍𝐝𝐅𝐞𝐁
    private static string Plain(string text)
    {
        if (!text.Contains('\uD835', StringComparison.Ordinal))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            int letter = rune.Value - 0x1D400;
            int digit = rune.Value - 0x1D7CE;
            plain.Append(
                digit is >= 0 and < 50 ? ((char)('0' + digit % 10)).ToString()
                : letter is >= 0 and < 13 * 52 ? ((char)(letter % 52 < 26 ? 'A' + letter % 52 : 'a' + letter % 52 - 26)).ToString() : rune.ToString());
        }

        return plain.ToString();
    }

    // "mag-" at the end of a line and "net" on the next.
    private static string Joined(string text)
    {
        int at = text.IndexOf('\n', StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }

        var joined = new StringBuilder(text);
        for (at = joined.Length - 2; at > 0; at--)
        {
            int before = joined[at] == '\n' && joined[at - 1] == '\r' ? at - 2 : at - 1;
            if (joined[at] == '\n' && before > 0 && joined[before] == '-' && char.IsLower(joined[before - 1]) && char.IsLower(joined[at + 1]))
            {
                joined.Remove(before, at - before + 1);
            }
        }

        return joined.ToString();
    }

    /// <summary>Whether a text begins as one with a blank after each letter.</summary>
    public static bool MayBeSpaced(ReadOnlySpan<char> text) => text.Length >= 2 * LeastSpaced - 1 && text[1] == ' ' && text[3] == ' ' && text[5] == ' ';

    // "N d F e B  m a g n e t": single letters, and two blanks between words.
    private static string Unspaced(string text)
    {
        if (!MayBeSpaced(text))
        {
            return text;
        }

        string[] words = text.Split("  ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        bool isSpaced = Array.TrueForAll(words, word => word.Length % 2 == 1 && Enumerable.Range(0, word.Length).All(at => word[at] == ' ' == (at % 2 == 1)));
        return isSpaced ? string.Join(' ', words.Select(word => word.Replace(" ", "", StringComparison.Ordinal))) : text;
    }

    // A short word alone may be a country, whose reader keeps the doubt that other letters cast on it.
    private static string Lettered(string text)
    {
        if (text.Length <= LongestLeftAlone && !text.Contains(' ', StringComparison.Ordinal))
        {
            return text;
        }

        char[]? letters = null;
        for (int at = 0; at < text.Length;)
        {
            int end = at;
            int latin = 0;
            int other = 0;
            for (; end < text.Length && char.IsLetterOrDigit(text[end]); end++)
            {
                latin += char.IsAsciiLetter(text[end]) ? 1 : 0;
                other += IsOther(text[end]) ? 1 : 0;
            }

            if (latin > 0 && other > 0)
            {
                letters ??= text.ToCharArray();
                Turn(letters.AsSpan(at, end - at));
            }

            at = end + 1;
        }

        return letters is null ? text : new string(letters);
    }

    // All the letters of one alphabet must look like letters of the other, or the word is left alone: "kΩ", "μF".
    private static void Turn(Span<char> word)
    {
        Span<char> turned = stackalloc char[Math.Min(word.Length, 64)];
        if (word.Length > turned.Length)
        {
            return;
        }

        if (TryTurn(word, turned, Cyrillic, LatinOfCyrillic, IsOther) || TryTurn(word, turned, Greek, LatinOfGreek, IsOther)
            || (!word.ContainsAnyInRange('\u0386', '\u03FF') && TryTurn(word, turned, LatinOfCyrillic, Cyrillic, char.IsAsciiLetter)))
        {
            turned[..word.Length].CopyTo(word);
        }
    }

    private static bool TryTurn(ReadOnlySpan<char> word, Span<char> turned, string from, string to, Func<char, bool> isForeign)
    {
        for (int at = 0; at < word.Length; at++)
        {
            int index = isForeign(word[at]) ? from.IndexOf(word[at], StringComparison.Ordinal) : -1;
            if (index < 0 && isForeign(word[at]))
            {
                return false;
            }

            turned[at] = index < 0 ? word[at] : to[index];
        }

        return true;
    }

    private static bool IsOther(char letter) => letter is (>= '\u0386' and <= '\u03FF') or (>= '\u0400' and <= '\u0475') or '\u04BB';
}
