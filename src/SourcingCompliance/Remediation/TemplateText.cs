using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Remediation;

/// <summary>
/// Fills the places of a template: <c>{part}</c> and <c>{parts}</c> the part numbers, <c>{count}</c> how many parts (or rows),
/// <c>{supplier}</c>, <c>{material}</c>, <c>{stages}</c>, <c>{delivery}</c>, <c>{due}</c>, <c>{file}</c>, <c>{alternates}</c>,
/// <c>{exceptions}</c>, <c>{sources}</c>, <c>{clause}</c> the clause that is applied, with its month.
/// </summary>
public static class TemplateText
{
    /// <summary>How many entries of a list are written out before the rest is counted.</summary>
    public const int ListedEntries = 5;

    /// <summary>The names that may stand in braces.</summary>
    public static ImmutableArray<string> Places { get; } =
    [
        "part", "parts", "count", "supplier", "material", "stages", "delivery", "due", "file", "alternates", "exceptions", "sources", "clause",
    ];

    /// <summary>The places of a text that are not known, in the order of the text.</summary>
    public static IEnumerable<string> UnknownPlaces(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (int open = text.IndexOf('{', StringComparison.Ordinal); open >= 0; open = text.IndexOf('{', open + 1))
        {
            int close = text.IndexOf('}', open);
            string name = close < 0 ? text[(open + 1)..] : text[(open + 1)..close];
            if (close < 0 || !Places.Contains(name, StringComparer.Ordinal))
            {
                yield return name;
            }
        }
    }

    /// <summary>
    /// The text with its places filled, in one pass, so that braces in a part number stay what they are. A place without a
    /// value is left empty, and blanks that this leaves doubled or at the end go.
    /// </summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(values);
        return Fill(text, name => values.GetValueOrDefault(name, ""));
    }

    /// <summary>The same with values that are made when a place asks for them.</summary>
    internal static string Fill(string text, Func<string, string> valueOf)
    {
        if (!text.Contains('{', StringComparison.Ordinal))
        {
            return text.TrimEnd();
        }

        var filled = new StringBuilder(text.Length * 2);
        int at = 0;
        while (at < text.Length)
        {
            int open = text.IndexOf('{', at);
            int close = open < 0 ? -1 : text.IndexOf('}', open);
            if (close < 0)
            {
                break;
            }

            filled.Append(text, at, open - at);
            string value = valueOf(text[(open + 1)..close]);
            filled.Append(value);
            at = close + 1;
            if (value.Length == 0 && at < text.Length && text[at] == ' ' && (filled.Length == 0 || filled[^1] == ' '))
            {
                at++;
            }
        }

        return filled.Append(text, at, text.Length - at).ToString().TrimEnd();
    }

    /// <summary><c>A</c>, <c>A and B</c>, <c>A, B and C</c>; beyond <see cref="ListedEntries"/> <c>A, B, C, D, E and 7 more</c>.</summary>
    public static string List(IReadOnlyList<string> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        int left = entries.Count - ListedEntries;
        return entries.Count switch
        {
            0 => "",
            1 => entries[0],
            <= ListedEntries => $"{string.Join(", ", entries.Take(entries.Count - 1))} and {entries[^1]}",
            _ => string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", entries.Take(ListedEntries))} and {left} more"),
        };
    }

    /// <summary><c>1 part</c>, <c>3 parts</c>.</summary>
    public static string Count(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>A day as <c>January 1, 2027</c>.</summary>
    public static string Day(DateOnly day) => Wording.FormatDate(day);
}
