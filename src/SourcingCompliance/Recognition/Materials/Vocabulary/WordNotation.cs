using System.Text;

namespace SourcingCompliance.Recognition.Materials.Vocabulary;

/// <summary>One spelling that a word of the vocabulary stands for, ready for the trie.</summary>
/// <param name="Symbols">Folded characters and the class symbols of <see cref="WordNotation"/>.</param>
/// <param name="BeginsInside">Whether it may begin inside a word.</param>
/// <param name="EndsInside">Whether the word may go on behind it.</param>
internal readonly record struct WordSpelling(string Symbols, bool BeginsInside, bool EndsInside);

/// <summary>
/// The notation of words in the vocabulary. Letters, digits and signs stand for themselves, folded as the texts are;
/// a blank or hyphen is a separator; <c>_</c> a separator or nothing; <c>#</c> one digit; <c>@</c> one letter;
/// <c>(a|b|)</c> one of the alternatives, the empty one included; <c>*</c> at the front lets the word begin inside another
/// (<c>*magnet</c> finds <c>Topfmagnet</c>), at the end lets it go on (<c>неодимов*</c>). Elsewhere only whole words match.
/// </summary>
internal static class WordNotation
{
    /// <summary>Stands for any digit in <see cref="WordSpelling.Symbols"/>.</summary>
    public const char AnyDigit = '\u0001';

    /// <summary>Stands for any letter in <see cref="WordSpelling.Symbols"/>.</summary>
    public const char AnyLetter = '\u0002';

    private const char OptionalSeparator = '\u0003';

    /// <summary>All spellings of a word; null when its brackets do not match or nothing is left of it.</summary>
    public static List<WordSpelling>? Expand(string notation)
    {
        bool begins = notation.StartsWith('*');
        var expanded = new List<string>();
        if (!Expand(notation[(begins ? 1 : 0)..], expanded))
        {
            return null;
        }

        var spellings = new List<WordSpelling>(expanded.Count);
        foreach (string text in expanded)
        {
            bool ends = text.EndsWith('*');
            string symbols = Fold(ends ? text[..^1] : text);
            if (symbols.Length > 0)
            {
                AddSeparators(symbols, begins, ends, spellings);
            }
        }

        return spellings.Count > 0 ? spellings : null;
    }

    // Takes the first innermost-free bracket apart and goes on with each alternative put in its place.
    private static bool Expand(string text, List<string> expanded)
    {
        int open = text.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
        {
            expanded.Add(text);
            return !text.Contains(')', StringComparison.Ordinal);
        }

        int depth = 0;
        int from = open + 1;
        var alternatives = new List<string>();
        for (int i = open; i < text.Length; i++)
        {
            depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if ((text[i] == '|' && depth == 1) || depth == 0)
            {
                alternatives.Add(text[from..i]);
                from = i + 1;
            }

            if (depth == 0)
            {
                foreach (string alternative in alternatives)
                {
                    if (!Expand(string.Concat(text.AsSpan(0, open), alternative, text.AsSpan(i + 1)), expanded))
                    {
                        return false;
                    }
                }

                return true;
            }
        }

        return false;
    }

    private static string Fold(string text)
    {
        string marked = text.Replace('#', AnyDigit).Replace('@', AnyLetter).Replace('_', OptionalSeparator);
        if (IsPlain(marked))
        {
            return marked;
        }

        var folded = new StringBuilder(marked.Length);
        Span<char> buffer = stackalloc char[256];
        Span<int> origins = stackalloc int[256];
        int from = 0;
        for (int i = 0; i <= marked.Length; i++)
        {
            if (i == marked.Length || marked[i] is AnyDigit or AnyLetter or OptionalSeparator)
            {
                ReadOnlySpan<char> part = marked.AsSpan(from, Math.Min(i - from, 100));
                bool blankBefore = part.Length > 0 && folded.Length > 0 && part[0] is ' ' or '-';
                bool blankAfter = part.Length > 1 && i < marked.Length && part[^1] is ' ' or '-';
                // A point before "#" is a decimal point, which the fold cannot see because the digit behind it is a symbol: "#.# uF".
                bool pointBeforeDigit = part.Length > 0 && part[^1] == '.' && i < marked.Length && marked[i] == AnyDigit;
                int length = TextFolding.Fold(pointBeforeDigit ? part[..^1] : part, buffer, origins);
                folded.Append(blankBefore ? " " : "").Append(buffer[..length]).Append(blankAfter ? " " : "").Append(pointBeforeDigit ? "." : "");
                if (i < marked.Length)
                {
                    folded.Append(marked[i]);
                }

                from = i + 1;
            }
        }

        return folded.ToString();
    }

    private static bool IsPlain(string marked)
    {
        foreach (char c in marked)
        {
            if (c is not (>= 'a' and <= 'z' or >= '0' and <= '9' or AnyDigit or AnyLetter or OptionalSeparator))
            {
                return false;
            }
        }

        return true;
    }

    private static void AddSeparators(string symbols, bool begins, bool ends, List<WordSpelling> spellings)
    {
        int at = symbols.IndexOf(OptionalSeparator, StringComparison.Ordinal);
        if (at < 0)
        {
            spellings.Add(new WordSpelling(symbols, begins, ends));
            return;
        }

        AddSeparators(symbols.Remove(at, 1), begins, ends, spellings);
        AddSeparators(symbols[..at] + ' ' + symbols[(at + 1)..], begins, ends, spellings);
    }
}
