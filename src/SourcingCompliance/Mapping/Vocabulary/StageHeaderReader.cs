using System.Collections.Immutable;
using System.Globalization;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Mapping.Vocabulary;

/// <summary>
/// Reads headers that ask where a stage of production took place (<c>Country melted</c>, <c>Nd mined in</c>,
/// <c>Dy origin - separated</c>): every word must be a stage, a word of place or an element. Words that speak of a further source, an earlier
/// or a confirmed origin (<c>Sintered in 2</c>, <c>Melted in (alt)</c>, <c>Previous country of origin</c>) make it a further column of
/// the same stage or origin, which counts as well.
/// </summary>
internal sealed class StageHeaderReader(HeaderWords vocabulary)
{
    private const int MaximumPhraseWords = 3;
    private const int MostSources = 20;

    /// <summary>The stages that a header names, with the element, or the origin that it qualifies; empty when it is no such header.</summary>
    public ImmutableArray<HeaderCandidate> Read(string key)
    {
        string[] words = key.Split(' ');
        ImmutableArray<HeaderCandidate> plain = ReadStages(words);
        if (!plain.IsEmpty)
        {
            return plain;
        }

        (string[] rest, int alternate) = WithoutQualifiers(words);
        if (rest.Length == 0 || rest.Length == words.Length)
        {
            return [];
        }

        ImmutableArray<HeaderCandidate> qualified = ReadStages(rest);
        if (qualified.IsEmpty && vocabulary.Aliases.TryGetValue(string.Join(' ', rest), out ImmutableArray<HeaderCandidate> known))
        {
            qualified = [.. known.Where(candidate => candidate.Field == BomField.CountryOfOrigin || StageIds.OfField(candidate.Field) is not null)];
        }

        return [.. qualified.Select(candidate => candidate with { Strength = HeaderStrength.Base, Alternate = alternate })];
    }

    /// <summary>Whether a header asks for the country of somebody's address, which is no origin of the part (<c>Consignee country</c>).</summary>
    public bool IsAddress(string key)
    {
        string[] words = key.Split(' ');
        return Any(words, "country") && !Any(words, "origin") && ContainsPhrase(words, vocabulary.Parties);
    }

    private bool Any(string[] words, string concept) => Array.Exists(words, word =>
        vocabulary.Concepts.TryGetValue(word, out ImmutableArray<string> concepts) && concepts.Contains(concept));

    private static bool ContainsPhrase(string[] words, HashSet<string> phrases)
    {
        for (int at = 0; at < words.Length; at++)
        {
            if (LengthAt(words, at, phrases) > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static int LengthAt(string[] words, int at, HashSet<string> phrases)
    {
        int length = Math.Min(MaximumPhraseWords, words.Length - at);
        while (length > 0 && !phrases.Contains(string.Join(' ', words, at, length)))
        {
            length--;
        }

        return length;
    }

    private (string[] Left, int Alternate) WithoutQualifiers(string[] words)
    {
        var rest = new List<string>();
        int number = 0;
        bool isQualified = false;
        for (int at = 0; at < words.Length;)
        {
            int length = LengthAt(words, at, vocabulary.OriginQualifiers);
            if (length > 0)
            {
                isQualified = true;
                at += length;
            }
            else if (number == 0 && words[at].Length <= 2 && int.TryParse(words[at], NumberStyles.None, CultureInfo.InvariantCulture, out int parsed)
                && parsed is > 0 and <= MostSources)
            {
                number = parsed;
                at++;
            }
            else
            {
                rest.Add(words[at++]);
            }
        }

        return ([.. rest], number > 0 ? number : isQualified ? 2 : 1);
    }

    private ImmutableArray<HeaderCandidate> ReadStages(string[] words)
    {
        var fields = new List<(BomField Field, bool IsNoun)>();
        var elements = new List<string>();
        bool hasMark = false;
        for (int at = 0; at < words.Length;)
        {
            int length = PhraseAt(words, at, fields);
            if (length > 0)
            {
                at += length;
                continue;
            }

            string word = words[at++];
            hasMark |= vocabulary.OriginMarks.Contains(word);
            if (vocabulary.StageWords.Contains(word))
            {
                continue;
            }

            if (vocabulary.Elements.TryGetValue(word, out string? element))
            {
                elements.Add(element);
            }
            else if (!SegmentUnspaced(word, fields, elements, ref hasMark))
            {
                return [];
            }
        }

        return Candidates(fields, elements, hasMark);
    }

    private static ImmutableArray<HeaderCandidate> Candidates(List<(BomField Field, bool IsNoun)> fields, List<string> elements, bool hasMark)
    {
        if (fields.Count == 0)
        {
            return [];
        }

        // "Alloy sintered in" asks where it was sintered; the material that it names is no second stage.
        IEnumerable<(BomField Field, bool IsNoun)> verbs = fields.Where(found => !found.IsNoun);
        IEnumerable<BomField> named = (verbs.Any() ? verbs : fields).Select(found => found.Field).Distinct();
        string? element = elements.Distinct(StringComparer.Ordinal).Count() == 1 ? elements[0] : null;
        ContentNeed need = hasMark ? ContentNeed.None : ContentNeed.Countries;
        return [.. named.Select(field => new HeaderCandidate(field, HeaderStrength.Base, need, 0) { Element = element })];
    }

    private int PhraseAt(string[] words, int at, List<(BomField Field, bool IsNoun)> fields)
    {
        for (int length = Math.Min(MaximumPhraseWords, words.Length - at); length > 0; length--)
        {
            string phrase = string.Join(' ', words, at, length);
            if (vocabulary.Stages.TryGetValue(phrase, out ImmutableArray<BomField> found))
            {
                bool isNoun = vocabulary.StageNouns.Contains(phrase);
                fields.AddRange(found.Select(field => (field, isNoun)));
                return length;
            }
        }

        return 0;
    }

    private bool SegmentUnspaced(string word, List<(BomField Field, bool IsNoun)> fields, List<string> elements, ref bool hasMark)
    {
        if (!ColumnVocabularyReader.IsUnspaced(word))
        {
            return false;
        }

        for (int at = 0; at < word.Length;)
        {
            int length = word.Length - at;
            for (; length > 0; length--)
            {
                string part = word.Substring(at, length);
                if (vocabulary.Stages.TryGetValue(part, out ImmutableArray<BomField> found))
                {
                    bool isNoun = vocabulary.StageNouns.Contains(part);
                    fields.AddRange(found.Select(field => (field, isNoun)));
                    break;
                }

                if (vocabulary.Elements.TryGetValue(part, out string? element))
                {
                    elements.Add(element);
                    break;
                }

                if (vocabulary.StageWords.Contains(part))
                {
                    hasMark |= vocabulary.OriginMarks.Contains(part);
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
