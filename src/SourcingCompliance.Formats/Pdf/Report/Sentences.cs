namespace SourcingCompliance.Formats.Pdf.Report;

/// <summary>Takes texts of several sentences apart.</summary>
internal static class Sentences
{
    /// <summary>The first sentence with its period, and what follows it; the second is empty when there is only one.</summary>
    /// <param name="text">The text.</param>
    public static (string First, string Others) Split(string text)
    {
        for (int at = text.IndexOf(". ", StringComparison.Ordinal); at >= 0; at = text.IndexOf(". ", at + 1, StringComparison.Ordinal))
        {
            // "U.S. " and "Inc. " end no sentence; a sentence begins with a capital or a figure.
            bool isAbbreviation = at >= 2 && (text[at - 2] is '.' or ' ' || text[..at].EndsWith("Inc", StringComparison.Ordinal));
            if (!isAbbreviation && at + 2 < text.Length && (char.IsUpper(text[at + 2]) || char.IsDigit(text[at + 2])))
            {
                return (text[..(at + 1)], text[(at + 2)..]);
            }
        }

        return (text, "");
    }

    /// <summary>The text without a capital at its beginning, as it stands after a colon.</summary>
    public static string Uncapitalized(string text) => text.Length < 2 || char.IsUpper(text[1]) ? text : char.ToLowerInvariant(text[0]) + text[1..];

    /// <summary>The text with a capital at its beginning.</summary>
    public static string Capitalized(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
