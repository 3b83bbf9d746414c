using System.Collections.Immutable;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Mapping.Vocabulary;

/// <summary>Reads a header as a set of concepts (maker + part + number) in any order and any mix of languages.</summary>
internal sealed class TokenMatcher(HeaderWords vocabulary)
{
    private const int MaximumWords = 10;

    /// <summary>The fields whose pattern the words fill completely, no word left over.</summary>
    public ImmutableArray<HeaderCandidate> Match(string key)
    {
        if (GetWords(key) is not { Count: > 0 and <= MaximumWords } words)
        {
            return [];
        }

        return [.. MatchWords(words).Select(found => new HeaderCandidate(found.Field, HeaderStrength.Tokens, ContentNeed.None, found.Rank))];
    }

    /// <summary>
    /// The part number that a header speaks of with a word in front that only its writer knows (<c>Zipline PN</c>, <c>ACME Part No</c>).
    /// Words that turn the meaning (<c>old part number</c>) rule it out, and a single word must be one that always means the field: a
    /// <c>trace code</c> is no part number because a code may be one.
    /// </summary>
    public ImmutableArray<HeaderCandidate> MatchSuffix(string key)
    {
        string[] words = key.Split(' ');
        for (int start = 1; start < words.Length && start <= 2; start++)
        {
            string rest = string.Join(' ', words[start..]);
            bool isKnown = words.Take(start).Any(word => vocabulary.Concepts.ContainsKey(word));
            foreach (BomField field in new[] { BomField.PartNumber, BomField.Mass })
            {
                bool isRejected = words.Take(start).Any(word => Means(word, vocabulary.Rejects.GetValueOrDefault(field)));
                bool isSingle = start == words.Length - 1;
                bool isSuffix = isSingle && vocabulary.Suffixes.TryGetValue(field, out HashSet<string>? suffixes)
                    ? suffixes.Contains(rest) : Names(rest, field);
                if (!isKnown && !isRejected && isSuffix)
                {
                    return [new HeaderCandidate(field, HeaderStrength.Suffix, ContentNeed.None, 1000)];
                }
            }
        }

        return [];
    }

    private bool Names(string key, BomField field)
    {
        if (vocabulary.Aliases.TryGetValue(key, out ImmutableArray<HeaderCandidate> candidates)
            && candidates.Any(candidate => candidate.Field == field && candidate.Need == ContentNeed.None))
        {
            return true;
        }

        return Match(key).Any(candidate => candidate.Field == field);
    }

    private bool Means(string word, HashSet<string>? rejects) =>
        rejects is not null
        && (rejects.Contains(word) || (vocabulary.Concepts.TryGetValue(word, out ImmutableArray<string> concepts) && concepts.Any(rejects.Contains)));

    private IEnumerable<(BomField Field, int Rank)> MatchWords(List<ImmutableArray<string>> words)
    {
        var fields = new HashSet<BomField>();
        foreach ((BomField field, ImmutableArray<string> pattern, int rank) in vocabulary.Patterns)
        {
            if (words.Count >= pattern.Length && Covers(words, pattern, 0, 0) && fields.Add(field))
            {
                yield return (field, rank);
            }
        }
    }

    // Every word must stand for a concept of the pattern, and every concept needs a word of its own.
    private static bool Covers(List<ImmutableArray<string>> words, ImmutableArray<string> pattern, int at, int covered)
    {
        if (at == words.Count)
        {
            return covered == (1 << pattern.Length) - 1;
        }

        for (int i = 0; i < pattern.Length; i++)
        {
            if (words[at].Contains(pattern[i]) && Covers(words, pattern, at + 1, covered | (1 << i)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The concepts of each word, fillers left out; null when a word is unknown.</summary>
    private List<ImmutableArray<string>>? GetWords(string key)
    {
        var words = new List<ImmutableArray<string>>();
        foreach (string word in key.Split(' '))
        {
            if (vocabulary.Concepts.TryGetValue(word, out ImmutableArray<string> concepts))
            {
                words.Add(concepts);
            }
            else if (!vocabulary.Fillers.Contains(word) && !(ColumnVocabularyReader.IsUnspaced(word) && Segment(word, words)))
            {
                return null;
            }
        }

        return words;
    }

    // Chinese, Japanese and Korean headers write no blanks: the longest known words must cover the text without a rest.
    private bool Segment(string text, List<ImmutableArray<string>> words)
    {
        int at = 0;
        while (at < text.Length)
        {
            int length = Math.Min(vocabulary.LongestUnspacedWord, text.Length - at);
            for (; length > 0; length--)
            {
                string part = text.Substring(at, length);
                if (vocabulary.Concepts.TryGetValue(part, out ImmutableArray<string> concepts))
                {
                    words.Add(concepts);
                    break;
                }

                if (vocabulary.Fillers.Contains(part))
                {
                    break;
                }
            }

            if (length == 0)
            {
                return false;
            }

            at += length;
        }

        return true;
    }
}
