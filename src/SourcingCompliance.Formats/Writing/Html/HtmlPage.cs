using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using SourcingCompliance.Formats.Writing.Html.LongLists;

namespace SourcingCompliance.Formats.Writing.Html;

/// <summary>
/// Writes HTML so that nothing can be left unescaped: <c>page.Add($"&lt;td&gt;{text}&lt;/td&gt;")</c> takes the literal parts as markup and
/// every value as text. There is no way to add a value as markup.
/// </summary>
public sealed class HtmlPage(TextWriter output)
{
    // Whatever may have to be written in another way than it stands; a colon and a hash only when they stand twice.
    private static readonly SearchValues<char> Special = SearchValues.Create(
        "&<>\"':#" + string.Concat(Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code)
            .Where(letter => letter < ' ' || VisibleText.IsObeyed(letter))));

    /// <summary>Where the markup goes.</summary>
    internal TextWriter Output => output;

    /// <summary>Records the rows of a long list instead of markup; null for a page that is written as it is.</summary>
    internal RowRecorder? Recorder { get; init; }

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

    /// <summary>Marks a place where markup that may stand in other rows too begins or ends; it matters in a long list only.</summary>
    internal void Seam() => Recorder?.EndBlock();

    /// <summary>Writes a text so that a browser shows it as it is.</summary>
    /// <param name="output">Receives the text.</param>
    /// <param name="text">The text, in any state.</param>
    internal static void Escape(TextWriter output, ReadOnlySpan<char> text)
    {
        int start = 0;
        for (int at = text.IndexOfAny(Special); at >= 0; at = start + text[start..].IndexOfAny(Special))
        {
            output.Write(text[start..at]);
            EscapeOne(output, text[at], at > 0 ? text[at - 1] : ' ');
            start = at + 1;
            if (!text[start..].ContainsAny(Special))
            {
                break;
            }
        }

        output.Write(text[start..]);
    }

    private static void EscapeOne(TextWriter output, char letter, char last)
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
            case not '\t' and not '\n' when VisibleText.IsObeyed(letter): Escape(output, VisibleText.GetCode(letter)); break;
            default: output.Write(letter); break;
        }
    }

    private void AddText(ReadOnlySpan<char> text)
    {
        if (Recorder is { } recorder)
        {
            recorder.AddText(text);
        }
        else
        {
            Escape(output, text);
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
        public void AppendFormatted(DateOnly date) => _page.AddText(ReportTokens.Format(date));
    }
}
