using SourcingCompliance.Findings;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Html;

/// <summary>Lines with a covered material that the BOM marks as not installed: what says so, and what they would be.</summary>
internal static class NotInstalledSection
{
    /// <summary>Writes the section; nothing when there are no such lines.</summary>
    public static void Write(HtmlPage page, ComplianceReport report)
    {
        LineReport[] lines = [.. report.NotInstalled];
        if (lines.Length == 0)
        {
            return;
        }

        page.AddTrusted("""
            <section id="not-installed" aria-labelledby="not-installed-title">
            <h2 id="not-installed-title">Not installed</h2>
            <p class="note">The BOM marks these lines as not installed, so they do not count for the result. The verdict is the one that they would have. Confirm that they are not delivered.</p>
            <div class="scroll">
            <table>
            <thead><tr><th scope="col">Part</th><th scope="col">Row</th><th scope="col">Description</th><th scope="col">Marked by</th><th scope="col">Would be</th></tr></thead>
            <tbody>

            """);
        foreach (LineReport line in lines)
        {
            page.Add($"<tr><th scope=\"row\">{line.PartNumber}</th><td class=\"row\">{line.Row.Row}</td><td>{line.Description}</td><td>"
                + $"{line.NotInstalled?.Words} <span class=\"muted\">{line.NotInstalled?.Cell.Address}</span></td><td>");
            HtmlReportWriter.AddMark(page, NotInstalledWords.GetVerdict(line, report.Run.GateRegime));
            page.AddTrusted("</td></tr>\n");
        }

        page.AddTrusted("</tbody>\n</table>\n</div>\n</section>\n");
    }
}
