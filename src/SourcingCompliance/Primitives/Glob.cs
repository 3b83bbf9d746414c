namespace SourcingCompliance.Primitives;

/// <summary>Patterns in which <c>*</c> stands for any characters, none included, and <c>?</c> for one; case does not count.</summary>
public static class Glob
{
    /// <summary>Whether a whole text fits a pattern.</summary>
    public static bool Matches(string pattern, string text)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(text);
        (int at, int star, int resume) = (0, -1, 0);
        int next = 0;
        while (next < text.Length)
        {
            if (at < pattern.Length && pattern[at] == '*')
            {
                (star, resume) = (at++, next);
            }
            else if (at < pattern.Length && (pattern[at] == '?' || char.ToUpperInvariant(pattern[at]) == char.ToUpperInvariant(text[next])))
            {
                at++;
                next++;
            }
            else if (star >= 0)
            {
                // The last star takes one character more, and the rest is tried again.
                at = star + 1;
                next = ++resume;
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(at).TrimStart('*').IsEmpty;
    }
}
