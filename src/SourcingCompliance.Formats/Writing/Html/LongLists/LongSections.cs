using SourcingCompliance.Primitives;

namespace SourcingCompliance.Formats.Writing.Html.LongLists;

/// <summary>What every long list has around its data: the empty table for the script, and a plain one for readers without scripts.</summary>
internal static class LongSections
{
    // A browser lays out a table as a whole; it leaves out short ones that are not in view.
    private const int RowsOfTable = 200;

    /// <summary>Writes the table that the script fills, and a sentence for viewers that run no scripts and do not say so.</summary>
    /// <param name="page">The page.</param>
    /// <param name="name">Id of the section.</param>
    /// <param name="word">What one row is.</param>
    /// <param name="count">How many rows there are.</param>
    /// <param name="writeTableStart">Writes the markup from the table to the start of its body.</param>
    public static void WriteFrame(HtmlPage page, string name, string word, int count, Action writeTableStart)
    {
        page.Add($"<p class=\"note\" data-unless=\"{name}\">The script of this page shows the {Wording.FormatCount(count, word)}"
            + $". If no list appears, this viewer blocks scripts: open the file in a web browser, or use the csv or pdf report.</p>\n");
        page.Add($"<div class=\"scroll\" data-list=\"{name}\" hidden>\n");
        writeTableStart();
        page.AddTrusted("</tbody>\n</table>\n</div>\n");
    }

    /// <summary>Writes rows as short tables for readers without scripts.</summary>
    /// <param name="page">The page.</param>
    /// <param name="note">What they show and what not.</param>
    /// <param name="columns">Headers of the columns with bars between.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="writeRow">Writes one row.</param>
    public static void WritePlain<T>(HtmlPage page, string note, string columns, IReadOnlyList<T> rows, Action<T> writeRow)
    {
        page.Add($"<noscript>\n<p class=\"note\">{note}</p>\n<div class=\"scroll long\">\n");
        for (int start = 0; start < rows.Count; start += RowsOfTable)
        {
            page.AddTrusted("<div class=\"chunk\"><table>\n<thead><tr>");
            foreach (string column in columns.Split('|'))
            {
                page.Add($"<th scope=\"col\">{column}</th>");
            }

            page.AddTrusted("</tr></thead>\n<tbody>\n");
            for (int at = start; at < Math.Min(start + RowsOfTable, rows.Count); at++)
            {
                writeRow(rows[at]);
            }

            page.AddTrusted("</tbody>\n</table></div>\n");
        }

        page.AddTrusted("</div>\n</noscript>\n");
    }
}
