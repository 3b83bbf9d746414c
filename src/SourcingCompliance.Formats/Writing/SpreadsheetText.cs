using System.Buffers;
using System.Globalization;
using System.Text;

namespace SourcingCompliance.Formats.Writing;

/// <summary>Text on its way into a file that a spreadsheet program opens.</summary>
public static class SpreadsheetText
{
    // The characters that make a spreadsheet take a cell for a formula: OWASP's list, with the full-width forms that East Asian
    // versions accept too.
    private const string Starts = "=+-@\t\r\n＝＋－＠";

    // What ends a cell when the file is opened with other settings than those it was written for: a semicolon is the separator of half of
    // Europe, and a quotation mark in the middle of a cell no longer quotes then.
    private const string Separators = ",;\t|\r\n";
    private static readonly SearchValues<char> SeparatorLetters = SearchValues.Create(Separators);

    /// <summary>The most characters that a cell of a workbook holds ("Excel specifications and limits"); with more, Excel calls the file damaged.</summary>
    public const int LongestCell = 32_767;

    /// <summary>
    /// The text as a cell of a workbook can hold it: as <see cref="Defuse"/> gives it, without characters that XML cannot hold, and cut where it
    /// is too long, with a remark that it was.
    /// </summary>
    /// <param name="text">The text.</param>
    public static string ForCell(string text)
    {
        string safe = XmlText.Clean(Defuse(text));
        if (safe.Length <= LongestCell)
        {
            return safe;
        }

        const int room = 80;
        int kept = LongestCell - room - (char.IsHighSurrogate(safe[LongestCell - room - 1]) ? 1 : 0);
        return string.Create(CultureInfo.InvariantCulture,
            $"{safe.AsSpan(0, kept)} [{safe.Length - kept:N0} more characters than fit into a cell are left out]");
    }

    /// <summary>
    /// The text with an apostrophe before it when a spreadsheet would take it for a formula; else the text itself. A cell of a BOM
    /// comes from a stranger: <c>=HYPERLINK(…)</c> in a description must arrive as words.
    /// </summary>
    /// <param name="text">The text.</param>
    public static string Defuse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > 0 && Starts.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
    }

    /// <summary>
    /// The text as <see cref="Defuse"/> gives it, with an apostrophe also behind each comma, semicolon, tab, bar or line end, and any quotation
    /// marks there, that a formula follows directly: a spreadsheet that separates cells by that character would begin a cell with it.
    /// </summary>
    /// <param name="text">The text.</param>
    public static string DefuseForCsv(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.StartsWith('"') || text.AsSpan().ContainsAny(SeparatorLetters) ? DefuseParts(text) : Defuse(text);
    }

    private static string DefuseParts(string text)
    {
        var safe = new StringBuilder(text.Length + 8);
        bool isAtStart = true;
        for (int at = 0; at < text.Length; at++)
        {
            char letter = text[at];
            bool isSeparator = Separators.Contains(letter, StringComparison.Ordinal);
            if (isAtStart && (at == 0 || !isSeparator) && Starts.Contains(letter, StringComparison.Ordinal))
            {
                safe.Append('\'');
            }

            safe.Append(letter);
            isAtStart = isSeparator || (isAtStart && letter == '"');
        }

        return safe.ToString();
    }
}
