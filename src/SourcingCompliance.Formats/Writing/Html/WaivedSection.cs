using SourcingCompliance.Findings.Waivers;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Html;

/// <summary>Every waiver with what became of it, and the totals before and after. Nothing that is waived is hidden.</summary>
internal static class WaivedSection
{
    /// <summary>Writes the section; nothing when no waiver file was applied.</summary>
    public static void Write(HtmlPage page, ComplianceReport report)
    {
        if (report.Waivers is not { } waivers)
        {
            return;
        }

        page.Add($"<section id=\"waived\" aria-labelledby=\"waived-title\">\n<h2 id=\"waived-title\">Waived</h2>\n<p>{WaiverWords.GetTotals(waivers)}"
            + $" A waived finding keeps its verdict.</p>\n");
        page.AddTrusted("""
            <div class="scroll">
            <table>
            <thead><tr><th scope="col">Waiver</th><th scope="col">State</th><th scope="col">Basis</th><th scope="col">Applies to</th><th scope="col">Until</th><th scope="col">Approved</th><th scope="col">Findings</th></tr></thead>
            <tbody>

            """);
        foreach (WaiverUse use in waivers.Uses)
        {
            Waiver waiver = use.Waiver;
            page.Add($"<tr><th scope=\"row\">{waiver.Id}</th><td>{WaiverWords.Format(use.State)}</td><td>"
                + $"{LegalBases.GetWord(waiver.Basis)}{(waiver.Contract is { } contract ? $", contract {contract}" : "")}<br><span class=\"muted\">"
                    + $"{waiver.Justification}</span></td>");
            page.Add($"<td>{WaiverWords.Format(waiver.Match)}</td><td>{ReportTokens.Format(waiver.Expires)}</td><td>{waiver.ApprovedBy}, "
                + $"{ReportTokens.Format(waiver.ApprovedOn)}</td><td>");
            foreach (string id in use.Findings)
            {
                page.Add($"<a href=\"#f-{id}\">{id}</a> ");
            }

            page.AddTrusted("</td></tr>\n");
        }

        page.AddTrusted("</tbody>\n</table>\n</div>\n</section>\n");
    }
}
