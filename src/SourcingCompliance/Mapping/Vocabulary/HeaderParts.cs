using System.Collections.Immutable;
using System.Globalization;

namespace SourcingCompliance.Mapping.Vocabulary;

/// <summary>Takes a header apart: brackets, units, and the number of the source that it speaks of.</summary>
/// <param name="vocabulary">The words.</param>
internal sealed class HeaderParts(HeaderWords vocabulary)
{
    // Words that say nothing more next to a number or "alternate" ("MPN (2nd source)").
    private static readonly string[] SourceWords = ["source", "sources", "option", "choice"];

    /// <summary>
    /// Whether a key only says which of several sources is meant (<c>2</c>, <c>alt</c>, <c>second source</c>), and the key without the words
    /// that say nothing more.
    /// </summary>
    public bool IsSource(string key, out string number)
    {
        number = string.Join(' ', key.Split(' ').Where(word => !SourceWords.Contains(word)));
        return number.Length > 0
            && Array.TrueForAll(number.Split(' '), word => Contains(word, "alternate") || (word.Length <= 2 && word.All(char.IsAsciiDigit)));
    }

    /// <summary>The unit of mass among the words of a key; null = none.</summary>
    public string? GetUnit(string key)
    {
        foreach (string word in key.Split(' '))
        {
            if (vocabulary.MassUnits.TryGetValue(word, out string? unit))
            {
                return unit;
            }
        }

        return null;
    }

    /// <summary>Takes units of mass and currencies out of a key that has other words.</summary>
    public (string Left, string? Unit) TakeUnit(string key)
    {
        string? unit = null;
        var rest = new List<string>();
        foreach (string word in key.Split(' '))
        {
            if (vocabulary.MassUnits.TryGetValue(word, out string? found))
            {
                unit ??= found;
            }
            else if (!vocabulary.Currencies.Contains(word))
            {
                rest.Add(word);
            }
        }

        return rest.Count == 0 ? (key, null) : (string.Join(' ', rest), unit);
    }

    /// <summary>Takes the number of the source (<c>MPN 2</c>) and words such as "alternate" out of a key.</summary>
    public (string Left, int Alternate, bool IsSubstitute) TakeNumber(string key)
    {
        int number = 0;
        bool isAlternate = false;
        bool isNumbered = false;
        var rest = new List<string>();
        foreach (string word in key.Split(' '))
        {
            // Exports count from 0 or 1, and some count twice ("Substitute_Part1_MPN_0"); the first number is that of the source.
            if (word.Length <= 2 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int parsed) && parsed <= 20)
            {
                number = isNumbered ? number : Math.Max(parsed, 1);
                isNumbered = true;
            }
            else if (Contains(word, "alternate"))
            {
                isAlternate = true;
            }
            else
            {
                rest.Add(word);
            }
        }

        if (rest.Count == 0 || (number == 0 && !isAlternate))
        {
            return (key, 1, false);
        }

        int alternate = isAlternate ? Math.Max(number, 1) + 1 : number;
        return (string.Join(' ', rest), alternate, isAlternate);
    }

    /// <summary>Whether a word of a key stands for a concept.</summary>
    public bool Contains(string key, string concept)
    {
        foreach (string word in key.Split(' '))
        {
            if (vocabulary.Concepts.TryGetValue(word, out ImmutableArray<string> concepts) && concepts.Contains(concept))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What stands outside and inside the brackets of a header.</summary>
    public static (string Outside, string Inside) PartBrackets(string text)
    {
        var outside = new System.Text.StringBuilder();
        var inside = new System.Text.StringBuilder();
        int depth = 0;
        foreach (char c in text)
        {
            if (c is '(' or '[' or '{' or '（' or '［' or '【' or '〔')
            {
                depth++;
                inside.Append(' ');
                outside.Append(' ');
            }
            else if (c is ')' or ']' or '}' or '）' or '］' or '】' or '〕')
            {
                depth = Math.Max(0, depth - 1);
            }
            else
            {
                (depth > 0 ? inside : outside).Append(c);
            }
        }

        return (outside.ToString().Trim(), inside.ToString().Trim());
    }
}
