using System.Net;
using System.Text;

namespace SourcingCompliance.Formats.Reading.Repairs;

/// <summary>Reads the tags and character references of HTML as the text that they stand for: <c>&amp;#20013;</c>, <c>&amp;amp;</c>,
/// <c>&lt;br&gt;</c>.</summary>
internal static class MarkupText
{
    // Text that was escaped again and again; more than three times is nobody's accident.
    private const int MostTimes = 3;
    private const int LongestReference = 12;
    private const int LongestTag = 200;

    // Tags within a word leave nothing behind; the others part words.
    private static readonly HashSet<string> Within = new(StringComparer.OrdinalIgnoreCase) { "b", "i", "u", "em", "strong", "font",
        "span", "sub", "sup", "small", "big", "s", "strike", "del", "ins", "mark", "wbr" };
    private static readonly HashSet<string> Between = new(StringComparer.OrdinalIgnoreCase) { "br", "p", "div", "td", "th", "tr", "table", "tbody",
        "li", "ul", "ol", "a", "html", "body", "hr", "h1", "h2", "h3", "pre", "code", "label" };

    /// <summary>The text without markup; null when there is none in it.</summary>
    public static string? Read(string text)
    {
        string read = text;
        for (int times = 0; times < MostTimes; times++)
        {
            string next = HasReference(read) ? WebUtility.HtmlDecode(read) : read;
            next = next.Contains('<', StringComparison.Ordinal) ? WithoutTags(next) : next;
            if (next == read)
            {
                break;
            }

            read = next;
        }

        return read == text ? null : read.Replace('\u00A0', ' ').Trim();
    }

    private static bool HasReference(string text)
    {
        for (int at = text.IndexOf('&', StringComparison.Ordinal); at >= 0; at = text.IndexOf('&', at + 1))
        {
            int end = text.IndexOf(';', at, Math.Min(LongestReference, text.Length - at));
            if (end > at + 2)
            {
                return true;
            }
        }

        return false;
    }

    private static string WithoutTags(string text)
    {
        StringBuilder? kept = null;
        int from = 0;
        for (int at = text.IndexOf('<', StringComparison.Ordinal); at >= 0; at = text.IndexOf('<', at + 1))
        {
            int end = text.IndexOf('>', at, Math.Min(LongestTag, text.Length - at));
            if (end < 0)
            {
                continue;
            }

            ReadOnlySpan<char> inside = text.AsSpan(at + 1, end - at - 1).Trim('/').Trim();
            int nameEnd = inside.IndexOfAny(" /\t\r\n");
            string name = (nameEnd < 0 ? inside : inside[..nameEnd]).ToString();
            if (!Within.Contains(name) && !Between.Contains(name))
            {
                continue;
            }

            kept ??= new StringBuilder();
            kept.Append(text, from, at - from).Append(Between.Contains(name) ? " " : "");
            from = end + 1;
            at = end;
        }

        return kept is null ? text : kept.Append(text, from, text.Length - from).ToString();
    }
}
