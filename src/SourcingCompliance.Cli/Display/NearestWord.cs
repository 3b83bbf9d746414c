namespace SourcingCompliance.Cli.Display;

/// <summary>Finds the word that a misspelled one was probably meant to be.</summary>
internal static class NearestWord
{
    // A short word is another word after two changes; a long one may have two slips.
    private const int LengthOfTwoSlips = 5;

    /// <summary>The nearest of the known words; null when none is near enough to be worth a suggestion.</summary>
    /// <param name="word">What was typed.</param>
    /// <param name="known">What there is; the first of two equally near words is taken.</param>
    public static string? To(string word, IEnumerable<string> known)
    {
        string? nearest = null;
        int best = word.Length >= LengthOfTwoSlips ? 3 : 2;
        foreach (string candidate in known)
        {
            int distance = candidate.Equals(word, StringComparison.OrdinalIgnoreCase) ? 0 : Distance(word.ToUpperInvariant(), candidate.ToUpperInvariant(), best);
            if (distance < best)
            {
                best = distance;
                nearest = candidate;
            }
        }

        return nearest;
    }

    // Letters changed, missing, added, or exchanged with their neighbor (optimal string alignment).
    private static int Distance(string one, string other, int limit)
    {
        if (Math.Abs(one.Length - other.Length) >= limit)
        {
            return limit;
        }

        var rows = new int[one.Length + 1, other.Length + 1];
        for (int i = 0; i <= one.Length; i++)
        {
            rows[i, 0] = i;
        }

        for (int j = 0; j <= other.Length; j++)
        {
            rows[0, j] = j;
        }

        for (int i = 1; i <= one.Length; i++)
        {
            for (int j = 1; j <= other.Length; j++)
            {
                int changed = rows[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                rows[i, j] = Math.Min(changed, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[one.Length, other.Length];
    }
}
