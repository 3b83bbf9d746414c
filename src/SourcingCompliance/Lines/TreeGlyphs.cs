namespace SourcingCompliance.Lines;

/// <summary>The marks in front of a part's name that draw a tree: blanks, dots, lines and branches (<c>|-- </c>, <c>└─</c>, <c>+- </c>).</summary>
internal static class TreeGlyphs
{
    private const string Dots = "·•∙";
    private const string Arrows = "↳→»";
    private const string Branches = "|\\+`'├└│";

    /// <summary>How many characters stand in front of the name, blanks included; the length of the text when there is no name.</summary>
    public static int GetLead(ReadOnlySpan<char> text)
    {
        int lead = 0;
        while (lead < text.Length)
        {
            char c = text[lead];
            if (char.IsWhiteSpace(c) || c == '.' || c is >= '\u2500' and <= '\u257F' || Dots.Contains(c) || Arrows.Contains(c))
            {
                lead++;
                continue;
            }

            int branch = BranchAt(text[lead..]);
            if (branch == 0)
            {
                break;
            }

            lead += branch;
        }

        return lead;
    }

    /// <summary>A trimmed text without the marks in front of it; the text itself when it has none. A single dot may belong to a name (<c>.NET
    /// board</c>).</summary>
    public static string Strip(string text) => GetMarks(text) is > 0 and int marks ? text[marks..] : text;

    /// <summary>The same without a string.</summary>
    public static ReadOnlySpan<char> Strip(ReadOnlySpan<char> text) => text[GetMarks(text)..];

    private static int GetMarks(ReadOnlySpan<char> text)
    {
        if (text.Length == 0 || char.IsAsciiLetterOrDigit(text[0]))
        {
            return 0;
        }

        int lead = GetLead(text);
        bool isMark = lead > 1 || (lead == 1 && text[0] != '.');
        return isMark && lead < text.Length ? lead : 0;
    }

    // "|-- x", "\-- x", "+- x", "-- x", "> x" and the bars between: only with a blank behind, for "+5V" and "-12V" are names.
    private static int BranchAt(ReadOnlySpan<char> text)
    {
        int at = Branches.Contains(text[0]) ? 1 : 0;
        while (at < text.Length && text[at] is '-' or '_' or '>')
        {
            at++;
        }

        return at > 0 && at < text.Length && char.IsWhiteSpace(text[at]) ? at : 0;
    }
}
