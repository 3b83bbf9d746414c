using System.Collections.Immutable;

namespace SourcingCompliance.Boms.Mapping;

/// <summary>
/// Reads headers that ask where a stage of production took place (<c>Country melted</c>, <c>Nd mined in</c>,
/// <c>Dy origin - separated</c>). Every word must be a stage, a word of place or an element.
/// </summary>
internal sealed class StageHeaderReader(HeaderWords vocabulary)
{
    private const int MaximumPhraseWords = 3;

    /// <summary>The stages that a header names, with the element; empty when it is no such header.</summary>
    public ImmutableArray<HeaderCandidate> Read(string key)
    {
        string[] words = key.Split(' ');
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
