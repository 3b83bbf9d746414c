namespace SourcingCompliance.Normalization.Countries;

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

                int distance = DistanceOf(word, key);
                if (distance <= allowed && distance < bestDistance)
                {
                    bestDistance = distance;
                    best = $"{vocabulary.NameOf(country)} ({country.Code})";
                }
            }
        }

        return best;
    }

    // Optimal string alignment: insertion, deletion, substitution and exchange of neighbours cost one each.
    private static int DistanceOf(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        Span<int> beforeLast = stackalloc int[LongestWord + 4];
        Span<int> last = stackalloc int[LongestWord + 4];
        Span<int> current = stackalloc int[LongestWord + 4];
        for (int j = 0; j <= right.Length; j++)
        {
            last[j] = j;
        }

        for (int i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int cost = left[i - 1] == right[j - 1] ? 0 : 1;
                int value = Math.Min(Math.Min(last[j] + 1, current[j - 1] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    value = Math.Min(value, beforeLast[j - 2] + 1);
                }

                current[j] = value;
            }

            Span<int> spare = beforeLast;
            beforeLast = last;
            last = current;
            current = spare;
        }

        return last[right.Length];
    }
}
