namespace SourcingCompliance.Formats.Writing;

/// <summary>Text on its way into a file that a spreadsheet program opens.</summary>
public static class SpreadsheetText
{
    // The characters that make a spreadsheet take a cell for a formula: OWASP's list, with the full-width forms that East Asian
    // versions accept too.
    private const string Starts = "=+-@\t\r\n＝＋－＠";

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
