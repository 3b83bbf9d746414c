using System.Text;

namespace SourcingCompliance.Formats.Writing.Markdown;

/// <summary>Text on its way into Markdown: a cell of a BOM must arrive as words, never as a heading, a link, HTML or a mention.</summary>
public static class MarkdownText
{
    // What starts emphasis, code, links, HTML, tables, entities and, on GitHub, a reference to an issue.
    private const string Special = "\\`*_[]<>|~#&";

    /// <summary>The text as one line of plain words.</summary>
    /// <param name="text">The text, in any state.</param>
    public static string Escape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var escaped = new StringBuilder(text.Length + 16);
        bool isBlank = true;
        foreach (char letter in VisibleText.Lines(text))
        {
            if (char.IsWhiteSpace(letter))
            {
                escaped.Append(isBlank ? "" : " ");
                isBlank = true;
                continue;
            }

            isBlank = false;
            _ = letter switch
            {
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' => escaped.Append("&amp;"),
                // GitHub and GitLab tell the person whose name follows.
                '@' => escaped.Append("&#64;"),
                _ when Special.Contains(letter, StringComparison.Ordinal) => escaped.Append('\\').Append(letter),
                _ => escaped.Append(letter),
            };
        }

        // An address becomes a link by itself; a list or a heading begins with - + or a number, which a table cell cannot.
        return escaped.Replace("://", "&#58;//").Replace("www.", "www&#46;").ToString().TrimEnd();
    }
}
