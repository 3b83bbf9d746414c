using SourcingCompliance.Primitives;

namespace SourcingCompliance.Recognition.Origins;

/// <summary>Finds the country that a misspelt word may have meant. A suggestion for the user, never a reading.</summary>
internal sealed class NearMiss(CountryVocabulary vocabulary)
{
    private const int ShortestWord = 4;
    private const int LongestWord = 30;

    /// <summary>The likeliest country for the unknown words of a text, as <c>China (CN)</c>; null when nothing is near.</summary>
    public string? Suggest(OriginText text, List<OriginItem> items)
    {
        string? best = null;
        int bestDistance = int.MaxValue;
        foreach (OriginItem item in items.Where(item => item.Kind == ItemKind.Unknown).Take(4))
        {
            ReadOnlySpan<char> word = text.Phrase(item.First, item.Last);
            if (word.Length is < ShortestWord or > LongestWord)
            {
                continue;
            }

            int allowed = word.Length >= 7 ? 2 : 1;
            foreach ((string key, Country country) in vocabulary.NamesForSuggestions)
            {
                if (Math.Abs(key.Length - word.Length) > allowed)
                {
                    continue;
                }

                int distance = EditDistance.Between(word, key);
                if (distance <= allowed && distance < bestDistance)
                {
                    bestDistance = distance;
                    best = $"{vocabulary.GetName(country)} ({country.Code})";
                }
            }
        }

        return best;
    }
}
