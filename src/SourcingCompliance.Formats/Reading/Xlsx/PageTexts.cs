using System.Text;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading.Xlsx;

/// <summary>
/// The headers and footers of printed pages ([ECMA-376] part 1, 18.3.1.46): where somebody writes "all magnets made in China" for every page.
/// They stand behind the rows of a sheet, so they are taken from the bytes that the search for merged cells passes.
/// </summary>
internal sealed class PageTexts
{
    private const int MostBytes = 16 * 1024;

    private static readonly (string Element, string What)[] Elements =
    [
        ("oddHeader", "page header"), ("evenHeader", "page header"), ("firstHeader", "page header"),
        ("oddFooter", "page footer"), ("evenFooter", "page footer"), ("firstFooter", "page footer"),
    ];

    private readonly List<byte> _bytes = [];
    private bool _isInside;

    /// <summary>Looks at the next bytes of a sheet.</summary>
    /// <param name="window">The bytes, with the end of those before.</param>
    /// <param name="fresh">How many of them are new.</param>
    public void Look(ReadOnlySpan<byte> window, int fresh)
    {
        ReadOnlySpan<byte> part = window[^fresh..];
        if (!_isInside)
        {
            int at = window.IndexOf("<headerFooter"u8);
            if (at < 0)
            {
                return;
            }

            _isInside = true;
            part = window[at..];
        }

        _bytes.AddRange(part[..Math.Min(part.Length, MostBytes - _bytes.Count)]);
    }

    /// <summary>The texts, in the order of the file.</summary>
    public IEnumerable<BomAside> Asides()
    {
        string xml = Encoding.UTF8.GetString([.. _bytes]);
        int end = xml.IndexOf("</headerFooter>", StringComparison.Ordinal);
        foreach ((string element, string what) in end < 0 ? [] : Elements)
        {
            int start = xml.IndexOf($"<{element}", 0, end, StringComparison.Ordinal);
            int from = start < 0 ? -1 : xml.IndexOf('>', start) + 1;
            int to = from <= 0 ? -1 : xml.IndexOf($"</{element}>", from, StringComparison.Ordinal);
            if (to > from && WithoutCodes(System.Net.WebUtility.HtmlDecode(xml[from..to])) is { Length: > 0 } text)
            {
                yield return new BomAside(what, 0, 0, text);
            }
        }
    }

    /// <summary>A header or footer as it is printed: without the codes of its fields, fonts and sections.</summary>
    /// <param name="text">The text as stored: <c>&amp;L&amp;"Arial,Bold"&amp;12Acme&amp;RPage &amp;P</c>.</param>
    public static string WithoutCodes(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '&' || i + 1 == text.Length)
            {
                plain.Append(text[i]);
                continue;
            }

            char code = text[++i];
            if (code == '&')
            {
                plain.Append('&');
            }
            else if (code == '"')
            {
                i = text.IndexOf('"', i + 1) is var close && close < 0 ? text.Length : close;
            }
            else if (char.IsAsciiDigit(code))
            {
                while (i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))
                {
                    i++;
                }
            }
            else if (code == 'K')
            {
                i = Math.Min(i + 6, text.Length - 1);
            }
            else if (code is 'L' or 'C' or 'R')
            {
                plain.Append('\n');
            }
        }

        return plain.ToString().Trim();
    }
}
