namespace SourcingCompliance.Recognition.Materials.Vocabulary;

/// <summary>
/// Knows the long words that name a covered material with one letter wrong, missing, too many or two exchanged: "tanatlum", "samariam".
/// Shorter words have too many neighbors.
/// </summary>
internal sealed class MisspeltWords
{
    /// <summary>How many letters a word has at the least.</summary>
    public const int LeastLetters = 7;

    private const int Letters = 26;
    private const int Edge = 3;

    private readonly HashSet<string> _known;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<string>?[] _byBeginning = new List<string>?[Letters * Letters * Letters];
    private readonly List<string>?[] _byEnd = new List<string>?[Letters * Letters * Letters];

    /// <summary>Gathers the words.</summary>
    /// <param name="vocabulary">The vocabulary, whose other words are never taken for misspelt ones.</param>
    public MisspeltWords(CompiledVocabulary vocabulary)
    {
        _known = new HashSet<string>(StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.Ordinal);
        vocabulary.Words.VisitSpellings((text, idea) =>
        {
            foreach (Range range in text.SplitAny(" ,/:"))
            {
                if (IsLong(text[range]))
                {
                    _known.Add(text[range].ToString());
                }
            }

            if (IsLong(text) && NamesMaterial(vocabulary.Ideas[idea]) && names.Add(text.ToString()))
            {
                (_byBeginning[IndexOf(text)] ??= []).Add(text.ToString());
                (_byEnd[IndexOf(text[^Edge..])] ??= []).Add(text.ToString());
            }
        });
        _lookup = _known.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The word that was meant; null = the letters are a word of the vocabulary, or no neighbor of one.</summary>
    /// <param name="letters">At least <see cref="LeastLetters"/> small ASCII letters.</param>
    public string? Find(ReadOnlySpan<char> letters)
    {
        // One fault leaves the beginning or the end as it is.
        List<string>? beginning = _byBeginning[IndexOf(letters)];
        List<string>? end = _byEnd[IndexOf(letters[^Edge..])];
        if ((beginning is null && end is null) || _lookup.Contains(letters))
        {
            return null;
        }

        return Near(beginning, letters) ?? Near(end, letters);
    }

    private static string? Near(List<string>? words, ReadOnlySpan<char> letters)
    {
        for (int i = 0; i < (words?.Count ?? 0); i++)
        {
            if (words![i] is string word && HasOneFault(word, letters))
            {
                return word;
            }
        }

        return null;
    }

    private static bool HasOneFault(ReadOnlySpan<char> word, ReadOnlySpan<char> letters)
    {
        int same = word.CommonPrefixLength(letters);
        ReadOnlySpan<char> rest = word[same..];
        ReadOnlySpan<char> found = letters[same..];
        return (word.Length - letters.Length) switch
        {
            0 => rest.IsEmpty || rest[1..].SequenceEqual(found[1..])
                || (rest.Length > 1 && rest[0] == found[1] && rest[1] == found[0] && rest[2..].SequenceEqual(found[2..])),
            1 => rest[1..].SequenceEqual(found),
            -1 => found[1..].SequenceEqual(rest),
            _ => false,
        };
    }

    // Trade names have neighbors among other trade names.
    private static bool NamesMaterial(Idea idea) => idea.Id == "samarium"
        || (idea is { Family: not null, Weight: 2 } && !idea.Role.IsFunction() && idea.Role != IdeaRole.Decoy);

    private static bool IsLong(ReadOnlySpan<char> word) => word.Length >= LeastLetters && !word.ContainsAnyExceptInRange('a', 'z');

    private static int IndexOf(ReadOnlySpan<char> letters) => ((((letters[0] - 'a') * Letters) + letters[1] - 'a') * Letters) + letters[2] - 'a';
}
