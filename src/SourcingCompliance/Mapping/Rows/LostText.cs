namespace SourcingCompliance.Mapping.Rows;

/// <summary>
/// Recognizes texts whose letters were lost when they were saved in an encoding that does not have them: <c>????</c> for Chinese, or the mark
/// U+FFFD. What they said is unknown.
/// </summary>
public static class LostText
{
    private const char Mark = '\uFFFD';

    /// <summary>Whether a text may be one; few others are looked at closely.</summary>
    /// <param name="text">The text of a cell.</param>
    public static bool MayBe(ReadOnlySpan<char> text) => text.Contains(Mark) || text.Contains("??", StringComparison.Ordinal);

    /// <summary>Whether so many letters of a text were lost that it no longer says what it said: a tenth of marks, or as many question marks as
    /// letters.</summary>
    /// <param name="text">The text of a cell.</param>
    public static bool Is(ReadOnlySpan<char> text)
    {
        int marks = text.Count(Mark);
        int questions = text.Contains("??", StringComparison.Ordinal) ? text.Count('?') : 0;
        int letters = 0;
        foreach (char letter in text)
        {
            letters += char.IsLetter(letter) ? 1 : 0;
        }

        return (marks > 0 && marks * 10 >= letters + marks) || (questions > 0 && questions >= letters);
    }
}
