using SourcingCompliance.Determinations;
using SourcingCompliance.Remediation;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Html;

/// <summary>Writes the page over all files of a run: what to fix first, which file to open first, which part stands in which files.</summary>
internal static class IndexPage
{
    /// <summary>Writes the page.</summary>
    /// <param name="report">The report over all files.</param>
    /// <param name="linksOf">Names of the reports of a file, beside this page; empty = none was written.</param>
    /// <param name="output">Receives the page.</param>
    public static void Write(ComplianceReport report, Func<FileReport, IReadOnlyList<string>> linksOf, Stream output)
    {
        using StreamWriter text = ReportText.Open(output);
        var page = new HtmlPage(text);
        var index = BatchIndex.Of(report);
        HtmlReportWriter.WriteHead(page, ReportWords.CountOf(report.Files.Length, "file"), "files");
        page.Add($"<header>\n<p class=\"kicker\">Sourcing check of {ReportWords.CountOf(report.Files.Length, "file")}, {ReportWords.CountOf(report.Summary.Lines, "line")}, as of {report.Run.AsOf}</p>\n<h1>Overview</h1>\n");
        page.AddTrusted("<nav aria-label=\"Sections\"><a href=\"#fixes\">What to replace</a><a href=\"#files\">Files</a><a href=\"#parts\">Where used</a></nav>\n</header>\n<main>\n");
        page.Add($"<section class=\"answer\">\n<p class=\"lead\">{Answer.Of(report)}</p>\n");
        if (Answer.FirstStep(report) is { } first)
        {
            page.Add($"<p class=\"first\">{first}</p>\n");
        }

        page.AddTrusted("</section>\n");
        WriteFixes(page, report.Plan?.Fixes);
        WriteFiles(page, report, index, linksOf);
        WriteParts(page, index);
        page.AddTrusted("</main>\n");
        HtmlReportWriter.WriteFoot(page, report);
        page.AddTrusted("</body>\n</html>\n");
    }

    private static void WriteFixes(HtmlPage page, MinimumFixList? fixes)
    {
        page.AddTrusted("<section id=\"fixes\" aria-labelledby=\"fixes-title\">\n<h2 id=\"fixes-title\">What to replace first</h2>\n");
        if (fixes is not { Violations: > 0 })
        {
            page.AddTrusted("<p>No violation was found, so nothing must be replaced. Open questions stand in the plan of each report.</p>\n</section>\n");
            return;
        }

        page.Add($"<p class=\"first\">{fixes.Sentence}</p>\n<div class=\"scroll\"><table>\n<thead><tr><th scope=\"col\">Part</th><th scope=\"col\">Manufacturer</th><th scope=\"col\">Clears</th><th scope=\"col\">With those above</th><th scope=\"col\">Used in</th></tr></thead>\n<tbody>\n");
        foreach (PartFix fix in fixes.Parts)
        {
            page.Add($"<tr><th scope=\"row\" class=\"number\">{fix.PartNumber}</th><td>{fix.Manufacturer}</td><td>{ReportWords.CountOf(fix.Violations, "violation")}</td><td>{fix.ClearedSoFar} of {fixes.Violations}</td><td>{string.Join(", ", fix.UsedIn.Select(place => place.File).Distinct(StringComparer.Ordinal))}</td></tr>\n");
        }

        page.AddTrusted("</tbody>\n</table></div>\n</section>\n");
    }

    private static void WriteFiles(HtmlPage page, ComplianceReport report, BatchIndex index, Func<FileReport, IReadOnlyList<string>> linksOf)
    {
        string regime = report.Summary.Regimes.FirstOrDefault(summary => summary.Regime.Id == report.Run.GateRegime) is { } gate
            ? ReportWords.DeliveriesOf([gate.Regime])
            : "";
        page.Add($"<section id=\"files\" aria-labelledby=\"files-title\">\n<h2 id=\"files-title\">Files, worst first</h2>\n<p class=\"note\">Lines by verdict, {regime}.</p>\n<div class=\"scroll\"><table>\n<thead><tr><th scope=\"col\">Worst</th><th scope=\"col\">File</th>");
        foreach (Verdict verdict in Enum.GetValues<Verdict>())
        {
            page.Add($"<th scope=\"col\">{VerdictLook.Of(verdict).Name}</th>");
        }

        page.AddTrusted("<th scope=\"col\">Reports</th></tr></thead>\n<tbody>\n");
        foreach (IndexedFile file in index.Files)
        {
            page.AddTrusted("<tr><td>");
            WriteMark(page, file);
            page.Add($"</td><th scope=\"row\">{file.Report.Path}</th>");
            foreach (Verdict verdict in Enum.GetValues<Verdict>())
            {
                page.Add($"<td>{file.Counts?[verdict] ?? 0}</td>");
            }

            page.AddTrusted("<td>");
            foreach (string link in linksOf(file.Report))
            {
                page.Add($"<a href=\"{Uri.EscapeDataString(link)}\">{link[(link.LastIndexOf('.') + 1)..]}</a> ");
            }

            page.AddTrusted("</td></tr>\n");
        }

        page.AddTrusted("</tbody>\n</table></div>\n</section>\n");
    }

    private static void WriteMark(HtmlPage page, IndexedFile file)
    {
        if (file.Worst is { } worst)
        {
            HtmlReportWriter.AddMark(page, worst);
        }
        else
        {
            page.AddTrusted("<strong>Not read</strong>");
        }
    }

    private static void WriteParts(HtmlPage page, BatchIndex index)
    {
        page.AddTrusted("<section id=\"parts\" aria-labelledby=\"parts-title\">\n<h2 id=\"parts-title\">Where used</h2>\n");
        if (index.Parts.IsEmpty)
        {
            page.AddTrusted("<p>No part has a finding.</p>\n</section>\n");
            return;
        }

        page.AddTrusted("<div class=\"scroll\"><table>\n<thead><tr><th scope=\"col\">Worst</th><th scope=\"col\">Part</th><th scope=\"col\">Manufacturer</th><th scope=\"col\">Findings</th><th scope=\"col\">Files</th></tr></thead>\n<tbody>\n");
        foreach (PartUse part in index.Parts)
        {
            page.AddTrusted("<tr><td>");
            HtmlReportWriter.AddMark(page, part.Worst);
            page.Add($"</td><th scope=\"row\" class=\"number\">{part.PartNumber}</th><td>{part.Manufacturer}</td><td>{part.Findings}</td><td>{ReportWords.CountOf(part.Files.Length, "file")}: {string.Join(", ", part.Files)}</td></tr>\n");
        }

        page.AddTrusted("</tbody>\n</table></div>\n</section>\n");
    }
}
