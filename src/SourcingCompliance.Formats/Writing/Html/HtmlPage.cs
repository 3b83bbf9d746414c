using System.Globalization;
using System.Runtime.CompilerServices;

namespace SourcingCompliance.Formats.Writing.Html;

/// <summary>
/// Writes HTML so that nothing can be left unescaped: <c>page.Add($"&lt;td&gt;{text}&lt;/td&gt;")</c> takes the literal parts as markup and
/// every value as text. There is no way to add a value as markup.
/// </summary>
public sealed class HtmlPage(TextWriter output)
{
    /// <summary>Adds markup with values; gives the page back.</summary>
    public HtmlPage Add([InterpolatedStringHandlerArgument("")] ref MarkupHandler markup)
    {
        // The handler has written every part while the compiler handed it over.
        _ = markup;
        return this;
    }

    /// <summary>Adds a constant of ours that is markup, style or script already.</summary>
    /// <param name="markup">The text; never one that holds a value of the report.</param>
    public void AddTrusted(string markup) => output.Write(markup);

    private void AddText(ReadOnlySpan<char> text)
    {
        char last = ' ';
        foreach (char letter in text)
        {
            switch (letter)
            {
                // A page may be printed into a build log; the browser shows the same.
                case ':' or '#' when letter == last: output.Write(letter == ':' ? "&#58;" : "&#35;"); break;
                case '&': output.Write("&amp;"); break;
                case '<': output.Write("&lt;"); break;
                case '>': output.Write("&gt;"); break;
                case '"': output.Write("&quot;"); break;
                case '\'': output.Write("&#39;"); break;
                // A control character is no text of HTML; a stranger's file may hold one all the same.
                case < ' ' and not ('\t' or '\n'): output.Write('\uFFFD'); break;
                case not '\t' and not '\n' when VisibleText.IsObeyed(letter): AddText(VisibleText.CodeOf(letter)); break;
                default: output.Write(letter); break;
            }

            last = letter;
        }
    }

    /// <summary>Receives the parts of an interpolated string in order and writes them at once.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct MarkupHandler
    {
        private readonly HtmlPage _page;

        /// <summary>Begins a string.</summary>
        public MarkupHandler(int literalLength, int formattedCount, HtmlPage page)
        {
            _ = literalLength + formattedCount;
            _page = page;
        }

        /// <summary>Adds a literal part as markup.</summary>
        public void AppendLiteral(string markup) => _page.AddTrusted(markup);

        /// <summary>Adds a value as text.</summary>
        public void AppendFormatted(string? text) => _page.AddText(text);

        /// <summary>Adds a number.</summary>
        public void AppendFormatted(int number) => _page.AddText(number.ToString(CultureInfo.InvariantCulture));

        /// <summary>Adds a number.</summary>
        public void AppendFormatted(decimal number) => _page.AddText(number.ToString(CultureInfo.InvariantCulture));

        /// <summary>Adds a date in ISO form.</summary>
        public void AppendFormatted(DateOnly date) => _page.AddText(ReportTokens.Of(date));
    }
}
