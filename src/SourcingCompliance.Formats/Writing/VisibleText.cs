using System.Buffers;
using System.Globalization;
using System.Text;

namespace SourcingCompliance.Formats.Writing;

/// <summary>
/// Text from a file, a name or a path on its way to a terminal, a build log or a text report. Characters that a terminal obeys or that reorder a
/// line are shown by their code (<c>&lt;U+001B&gt;</c>), and what a build system takes for a command of a step (<c>::name::</c>, <c>##vso[</c>,
/// <c>##[</c>) is pulled apart by a space, wherever it stands: whoever wraps a line cannot put a command at its start.
/// </summary>
public static class VisibleText
{
    // Every control character, every mark that changes the direction of text, every line end other than CR and LF, and what begins a command.
    private static readonly SearchValues<char> Suspicious = SearchValues.Create(Controls() + "\u061C\u200E\u200F\u2028\u2029\u202A\u202B\u202C\u202D\u202E"
        + "\u2066\u2067\u2068\u2069\u206A\u206B\u206C\u206D\u206E\u206F\uFFF9\uFFFA\uFFFB:#%" + Surrogates());

    // What GitHub and Azure decode within a command; only a text that is printed as it is needs this.
    private static readonly string[] Escapes = ["0A", "0D", "25", "2C", "3A", "3B", "5D", "AZP25"];

    /// <summary>The text as one line: line ends and tabs are visible too.</summary>
    /// <param name="text">The text, in any state.</param>
    /// <returns>The same instance when nothing is to be changed.</returns>
    public static string Line(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.AsSpan().ContainsAny(Suspicious) ? Changed(text, areLinesKept: false) : text;
    }

    /// <summary>The text with its line ends and tabs, for writers that quote or escape these themselves.</summary>
    /// <param name="text">The text, in any state.</param>
    /// <returns>The same instance when nothing is to be changed.</returns>
    public static string Lines(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.AsSpan().ContainsAny(Suspicious) ? Changed(text, areLinesKept: true) : text;
    }

    /// <summary>Whether a character is one that a terminal obeys, that reorders a line, or that ends one.</summary>
    internal static bool IsObeyed(char letter) => letter is not (':' or '#' or '%') && !char.IsSurrogate(letter) && Suspicious.Contains(letter);

    /// <summary>How such a character is shown: <c>&lt;U+001B&gt;</c>.</summary>
    internal static string GetCode(int code) => string.Create(CultureInfo.InvariantCulture, $"<U+{code:X4}>");

    private static string Changed(string text, bool areLinesKept)
    {
        var visible = new StringBuilder(text.Length + 16);
        for (int at = 0; at < text.Length; at++)
        {
            char letter = text[at];
            if (char.IsHighSurrogate(letter) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                Append(visible, new Rune(letter, text[++at]));
            }
            else if (areLinesKept && letter is '\n' or '\r' or '\t')
            {
                visible.Append(letter);
            }
            else if (letter == '\r' && at + 1 < text.Length && text[at + 1] == '\n')
            {
                // CR LF is one line end; the LF shows it.
            }
            else
            {
                _ = letter switch
                {
                    '\n' or '\r' => visible.Append('↵'),
                    '\t' => visible.Append('⇥'),
                    _ when char.IsSurrogate(letter) => visible.Append('\uFFFD'),
                    _ when IsObeyed(letter) => visible.Append(GetCode(letter)),
                    _ => visible.Append(BeginsCommand(visible, text, at, areLinesKept) ? " " : "").Append(letter),
                };
            }
        }

        return visible.ToString();
    }

    // Whether this letter would complete the beginning of a command, or, of a text for the console, of an escape within one.
    private static bool BeginsCommand(StringBuilder before, string text, int at, bool areLinesKept)
    {
        char last = before.Length > 0 ? before[^1] : ' ';
        return text[at] switch
        {
            ':' => last == ':',
            '[' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') when last == '#' => before.Length > 1 && before[^2] == '#',
            _ when last == '%' && !areLinesKept => Escapes.Any(escape => text.AsSpan(at).StartsWith(escape, StringComparison.OrdinalIgnoreCase)),
            _ => false,
        };
    }

    // Tags (U+E0000 to U+E007F) spell words that nobody sees.
    private static void Append(StringBuilder visible, Rune rune) =>
        _ = rune.Value is >= 0xE0000 and <= 0xE007F ? visible.Append(GetCode(rune.Value)) : visible.Append(rune.ToString());

    private static string Controls() => string.Concat(Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(char.IsControl));

    private static string Surrogates() => string.Concat(Enumerable.Range(0xD800, 0x800).Select(code => (char)code));
}
