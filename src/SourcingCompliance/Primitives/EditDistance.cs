namespace SourcingCompliance.Primitives;

/// <summary>How far two words are apart, for suggestions of what a misspelt word may have meant.</summary>
public static class EditDistance
{
    // Words that are suggested for are short; longer ones are measured on the heap.
    private const int Short = 64;

    /// <summary>The optimal string alignment distance: insertion, deletion, substitution and exchange of neighbors cost one each.</summary>
    /// <param name="left">One word.</param>
    /// <param name="right">The other; case counts.</param>
    public static int Between(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        int width = right.Length + 1;
        Span<int> beforeLast = width <= Short ? stackalloc int[Short] : new int[width];
        Span<int> last = width <= Short ? stackalloc int[Short] : new int[width];
        Span<int> current = width <= Short ? stackalloc int[Short] : new int[width];
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

    /// <summary>The one of several names that a misspelt one may have meant, case apart; null when none is near.</summary>
    /// <param name="word">The misspelt name.</param>
    /// <param name="names">The names that there are; the first of two equally near ones is taken.</param>
    public static string? GetNearest(string word, IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(names);
        string lower = word.ToLowerInvariant();
        (string? best, int bestDistance) = (null, Math.Max(2, word.Length / 3) + 1);
        foreach (string name in names)
        {
            int distance = Between(lower, name.ToLowerInvariant());
            (best, bestDistance) = distance < bestDistance ? (name, distance) : (best, bestDistance);
        }

        return best;
    }
}
