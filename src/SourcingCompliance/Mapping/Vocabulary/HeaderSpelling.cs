namespace SourcingCompliance.Mapping.Vocabulary;

/// <summary>
/// Finds the header words that differ from an unknown word by one typing error: one letter too many, missing, wrong, or two neighbors swapped.
/// Only long words are compared, and a word that the vocabulary knows, or that is an ordinary word of its own (<c>retail</c>), is left as it is.
/// </summary>
/// <param name="vocabulary">The words.</param>
internal sealed class HeaderSpelling(HeaderWords vocabulary)
{
    private const int ShortestCorrectWord = 6;
    private const int ShortestTypedWord = 5;

    private List<string>? _words;
    private HashSet<string>? _known;
    private ILookup<int, string>? _byLength;

    /// <summary>The keys that a header key becomes when exactly one typing error in one of its words is corrected.</summary>
    /// <param name="key">The key of an unknown header, as <see cref="HeaderKey"/> gives it.</param>
    public IEnumerable<string> Corrections(string key)
    {
        string[] words = key.Split(' ');
        List<string> inOrder = _words ??= KnownWords();
        HashSet<string> known = _known ??= new HashSet<string>(inOrder, StringComparer.Ordinal);
        ILookup<int, string> byLength = _byLength ??= inOrder.Where(IsCorrectable).Distinct(StringComparer.Ordinal).ToLookup(word => word.Length);
        for (int at = 0; at < words.Length; at++)
        {
            string typed = words[at];
            if (typed.Length < ShortestTypedWord || known.Contains(typed) || vocabulary.OwnWords.Contains(typed) || !typed.All(char.IsLetter))
            {
                continue;
            }

            for (int length = typed.Length - 1; length <= typed.Length + 1; length++)
            {
                foreach (string correct in byLength[length])
                {
                    if (IsOneErrorAway(typed, correct))
                    {
                        yield return string.Join(' ', [.. words[..at], correct, .. words[(at + 1)..]]);
                    }
                }
            }
        }
    }

    /// <summary>Whether two different words differ by one letter added, left out or replaced, or by two neighbors swapped.</summary>
    internal static bool IsOneErrorAway(ReadOnlySpan<char> typed, ReadOnlySpan<char> correct)
    {
        int prefix = typed.CommonPrefixLength(correct);
        ReadOnlySpan<char> left = typed[prefix..];
        ReadOnlySpan<char> right = correct[prefix..];
        return (left.Length - right.Length) switch
        {
            1 => left[1..].SequenceEqual(right),
            -1 => right[1..].SequenceEqual(left),
            0 when left.IsEmpty => false,
            0 => left[1..].SequenceEqual(right[1..])
                || (left.Length > 1 && left[0] == right[1] && left[1] == right[0] && left[2..].SequenceEqual(right[2..])),
            _ => false,
        };
    }

    // Scripts without blanks have no long words; one wrong character there is another word.
    private static bool IsCorrectable(string word) => word.Length >= ShortestCorrectWord && word.All(char.IsLetter) && !ColumnVocabularyReader.IsUnspaced(word);

    // In the order of the vocabulary, which begins with English.
    private List<string> KnownWords()
    {
        IEnumerable<string>[] sources =
        [
            vocabulary.Aliases.Keys, vocabulary.OtherHeaders, vocabulary.Concepts.Keys, vocabulary.Fillers, vocabulary.Stages.Keys, vocabulary.StageWords,
            vocabulary.Elements.Keys, vocabulary.MassUnits.Keys, vocabulary.Units, vocabulary.Countries, vocabulary.Totals, vocabulary.NoteWords,
            vocabulary.HistoryHeaders, vocabulary.SectionWords, vocabulary.ExampleWords,
        ];
        return [.. sources.SelectMany(source => source).SelectMany(text => text.Split(' '))];
    }
}
