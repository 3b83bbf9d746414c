using System.Globalization;

namespace SourcingCompliance.Formats.Writing;

/// <summary>Text on its way into a file that a spreadsheet program opens.</summary>
public static class SpreadsheetText
{
    // The characters that make a spreadsheet take a cell for a formula: OWASP's list, with the full-width forms that East Asian
    // versions accept too.
    private const string Starts = "=+-@\t\r\n＝＋－＠";

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
        return string.Create(CultureInfo.InvariantCulture, $"{safe.AsSpan(0, kept)} [{safe.Length - kept:N0} more characters than a cell holds are left out]");
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
}
