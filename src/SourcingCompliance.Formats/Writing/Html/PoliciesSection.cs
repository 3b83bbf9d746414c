using SourcingCompliance.Findings;
using SourcingCompliance.Findings.Policies;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Html;

/// <summary>Lines that do not meet a policy of the company. No verdict.</summary>
internal static class PoliciesSection
{
    private const int MostRows = 1000;

    /// <summary>Writes the section; nothing when the run applied no policy.</summary>
    public static void Write(HtmlPage page, ComplianceReport report)
    {
        PolicyFinding[] findings = [.. report.PolicyFindings];
        if (report.Policies.GetSentence(report.Run, findings) is not { } sentence)
        {
            return;
        }

        page.Add($"""
            <section id="policies" aria-labelledby="policies-title">
            <h2 id="policies-title">Company policies</h2>
            <p class="note">{sentence}. A policy does not change a verdict.</p>

            """);
        if (findings.Length > 0)
        {
            page.AddTrusted("<div class=\"scroll\">\n<table>\n<thead><tr><th scope=\"col\">Severity</th><th scope=\"col\">Row</th>"
                + "<th scope=\"col\">Part</th><th scope=\"col\">What and why</th></tr></thead>\n<tbody>\n");
            foreach (PolicyFinding finding in findings.Take(MostRows))
            {
                page.Add(
                    $"<tr data-policy=\"{finding.Id}\"><td>{ReportTokens.Format(finding.Severity)}{(ExitCodes.IsGated(report.Run, finding) ? ", fails the run" : "")}</td><td>{finding.Row.ToString()}</td><td>{finding.PartNumber}<br><span class=\"muted\">{finding.Description}</span></td><td>{finding.Message}<br>");
                if (finding.Link is { } link)
                {
                    page.Add($"<a href=\"{link}\" rel=\"noreferrer\">{finding.Workflow}/{finding.Rule}</a>");
                }
                else
                {
                    page.Add($"<span class=\"muted\">{finding.Workflow}/{finding.Rule}</span>");
                }

                page.AddTrusted("</td></tr>\n");
            }

            page.AddTrusted("</tbody>\n</table>\n</div>\n");
            if (findings.Length > MostRows)
            {
                page.Add($"<p class=\"note\">And {findings.Length - MostRows} more; the JSON report contains all of them.</p>\n");
            }
        }

        page.AddTrusted("</section>\n");
    }
}
