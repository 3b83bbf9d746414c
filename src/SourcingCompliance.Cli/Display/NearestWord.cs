using SourcingCompliance.Primitives;

namespace SourcingCompliance.Cli.Display;

/// <summary>Finds the word of the command line that a misspelled one was probably meant to be.</summary>
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
            int distance = EditDistance.Between(word.ToUpperInvariant(), candidate.ToUpperInvariant());
            if (distance < best)
            {
                best = distance;
                nearest = candidate;
            }
        }

        return nearest;
    }
}
