using System.Collections.Immutable;
using SourcingCompliance.Findings;
using SourcingCompliance.Findings.Waivers;
using SourcingCompliance.Primitives;
using SourcingCompliance.Remediation;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Html;

/// <summary>Writes the page over all files of a run: the answer, what to do next, what to replace, which file to open first, which part stands in which
/// files.</summary>
public static class IndexPage
{
    private const int MostFilesOfPart = 4;

    /// <summary>Writes the page.</summary>
    /// <param name="report">The report over all files.</param>
    /// <param name="links">The reports that lie beside the page.</param>
    /// <param name="output">Receives the page.</param>
    public static void Write(ComplianceReport report, IndexLinks links, Stream output)
    {
        using StreamWriter text = ReportText.Open(output);
        var page = new HtmlPage(text);
        var index = BatchIndex.From(report);
        var paths = new ShortPaths(report.Files.Select(file => file.Path));
        HtmlReportWriter.WriteHead(page, Wording.FormatCount(report.Files.Length, "file"), "files");
        WriteHeader(page, report, index, links, paths);
        page.AddTrusted("<main>\n");
        WriteAnswer(page, report, index);
        WriteFixes(page, report.Plan?.Fixes, paths);
        IndexFiles.WriteUnread(page, index, paths);
        IndexFiles.Write(page, report, index, links, paths);
        WriteParts(page, index, paths);
        WriteSteps(page, report, links);
        PoliciesSection.Write(page, report);
        page.AddTrusted("</main>\n");
        HtmlReportWriter.WriteFoot(page, report);
        page.AddTrusted("<script>");
        page.AddTrusted(HtmlReportWriter.Script);
        page.AddTrusted("</script>\n</body>\n</html>\n");
    }

    private static void WriteHeader(HtmlPage page, ComplianceReport report, BatchIndex index, IndexLinks links, ShortPaths paths)
    {
        page.Add($"<header>\n<p class=\"kicker\">Sourcing check · 10 U.S.C. 4872, DFARS 252.225-7052</p>\n<h1>"
            + $"{Wording.FormatCount(report.Files.Length, "BOM")}{(paths.Folder.Length > 0 ? $" in {paths.Folder}" : "")}</h1>\n<dl class=\"run\">\n");
        page.Add($"<div><dt>Check date</dt><dd>{Wording.FormatDate(report.Run.AsOf)}</dd></div>\n");
        page.Add($"<div><dt>Delivery</dt><dd>{(report.Run.Delivery is { } delivery ? Wording.FormatDate(delivery) : "not given")}</dd></div>\n");
        page.Add($"<div><dt>Contract</dt><dd>{report.Run.Contract ?? "not given"}</dd></div>\n");
        page.Add($"<div><dt>Line items read</dt><dd>{Wording.GetNumber(report.Summary.Lines)}</dd></div>\n");
        if (links.OfRun.Count > 0)
        {
            page.AddTrusted("<div><dt>All BOMs in one report</dt><dd>");
            WriteLinks(page, links, links.OfRun);
            page.AddTrusted("</dd></div>\n");
        }

        page.AddTrusted("</dl>\n<nav aria-label=\"Contents\">");
        if (!report.Actions.IsEmpty)
        {
            page.AddTrusted("<a href=\"#plan\">Plan</a>");
        }

        page.AddTrusted(report.Plan is null ? "" : "<a href=\"#fixes\">What to replace first</a>");
        if (index.Files.Any(file => file.IsUnreadable))
        {
            page.Add($"<a href=\"#unread\">Not read ({index.Files.Count(file => file.IsUnreadable)})</a>");
        }

        page.Add($"<a href=\"#files\">Files ({index.Files.Length})</a><a href=\"#parts\">Where used ({index.Parts.Length})</a></nav>\n</header>\n");
    }

    private static void WriteAnswer(HtmlPage page, ComplianceReport report, BatchIndex index)
    {
        page.Add($"<div class=\"top\">\n<section class=\"answer\" aria-label=\"Answer\">\n<p class=\"lead\">{BatchWords.GetSentence(index.Files)}</p>\n"
            + $"<p class=\"first\">{Answer.Compose(report)}</p>\n");
        if (report.Waivers is { } waivers)
        {
            page.Add($"<p>{WaiverWords.GetTotals(waivers)}</p>\n");
        }

        if (FilesNotRead.GetDetails(report) is { } notRead)
        {
            page.Add($"<p class=\"warn\">▲ {notRead}</p>\n");
        }

        foreach (RegimeSummary regime in report.Summary.Regimes.OrderBy(regime => regime.Regime.Id != report.Run.GateRegime))
        {
            AnswerSection.WriteRegime(page, regime, regime.Regime.Id == report.Run.GateRegime);
        }

        page.AddTrusted("</section>\n<div class=\"side\">\n");
        TodaySection.WriteShort(page, report.Plan);
        EvidencePanel.Write(page, report.Summary.Coverage);
        page.AddTrusted("</div>\n</div>\n");
    }

    private static void WriteSteps(HtmlPage page, ComplianceReport report, IndexLinks links)
    {
        if (report.Plan is not { } plan || plan.DoToday.IsEmpty)
        {
            return;
        }

        page.AddTrusted("<section id=\"plan\" aria-labelledby=\"plan-title\">\n<h2 id=\"plan-title\">Plan over all BOMs</h2>\n");
        TodaySection.Write(page, plan);
        page.AddTrusted(links.OfRun.Count > 0 ? "<p class=\"note\">The report over all BOMs contains every action and the backup plans.</p>\n</section>\n"
            : "</section>\n");
    }

    private static void WriteFixes(HtmlPage page, MinimumFixList? fixes, ShortPaths paths)
    {
        if (fixes is null)
        {
            return;
        }

        page.AddTrusted("<section id=\"fixes\" aria-labelledby=\"fixes-title\">\n<h2 id=\"fixes-title\">What to replace first</h2>\n");
        if (fixes.Violations == 0)
        {
            page.AddTrusted("<p>No violation was found, so no part must be replaced.</p>\n</section>\n");
            return;
        }

        page.Add($"<p class=\"first\">{fixes.Sentence}</p>\n<div class=\"scroll\"><table>\n<thead><tr><th scope=\"col\">Part</th>"
            + $"<th scope=\"col\">Manufacturer</th><th scope=\"col\">Clears</th><th scope=\"col\">With those above</th>"
                + $"<th scope=\"col\">Used in</th></tr></thead>\n<tbody>\n");
        foreach (PartFix fix in fixes.Parts)
        {
            page.Add($"<tr><th scope=\"row\" class=\"number\">{fix.PartNumber}</th><td>{fix.Manufacturer}</td><td>"
                + $"{Wording.FormatCount(fix.Violations, "violation")}</td><td>{fix.ClearedSoFar} of {fixes.Violations}</td><td>");
            WriteFilesOf(page, [.. fix.UsedIn.Select(place => place.File).Distinct(StringComparer.Ordinal)], paths);
            page.AddTrusted("</td></tr>\n");
        }

        page.AddTrusted("</tbody>\n</table></div>\n</section>\n");
    }

    private static void WriteParts(HtmlPage page, BatchIndex index, ShortPaths paths)
    {
        page.AddTrusted("<section id=\"parts\" aria-labelledby=\"parts-title\">\n<h2 id=\"parts-title\">Where used</h2>\n");
        if (index.Parts.IsEmpty)
        {
            page.AddTrusted("<p>No part has a finding.</p>\n</section>\n");
            return;
        }

        page.AddTrusted("<p class=\"note\">Every part with a finding. Ask first about parts that are used in many BOMs.</p>\n");
        IndexFiles.WriteFilters(page, "parts", "part, maker, file", index.Parts.Select(part => (Verdict?)part.Worst));
        page.AddTrusted("<div class=\"scroll\"><table class=\"filtered\">\n<thead><tr><th scope=\"col\" data-sort=\"number\">Worst</th>"
            + "<th scope=\"col\" data-sort=\"text\">Part</th><th scope=\"col\" data-sort=\"text\">Manufacturer</th>"
                + "<th scope=\"col\" data-sort=\"number\" class=\"count\">Findings</th><th scope=\"col\" data-sort=\"number\">Files</th></tr>"
                    + "</thead>\n<tbody>\n");
        foreach (PartUse part in index.Parts)
        {
            page.Add($"<tr data-verdict=\"{ReportTokens.Format(part.Worst)}\"><td data-key=\"{(int)part.Worst}\">");
            HtmlReportWriter.AddMark(page, part.Worst);
            page.Add($"</td><th scope=\"row\" class=\"number\">{part.PartNumber}</th><td>{part.Manufacturer}</td><td class=\"count\">{part.Findings}</td>"
                + $"<td data-key=\"{part.Files.Length}\">");
            WriteFilesOf(page, part.Files, paths);
            page.AddTrusted("</td></tr>\n");
        }

        page.AddTrusted("</tbody>\n</table></div>\n</section>\n");
    }

    private static void WriteFilesOf(HtmlPage page, ImmutableArray<string> files, ShortPaths paths)
    {
        page.Add(
            $"{(files.Length > 1 ? Wording.FormatCount(files.Length, "file") + ": " : "")}{string.Join(", ", files.Take(MostFilesOfPart).Select(paths.Get))}");
        if (files.Length > MostFilesOfPart)
        {
            page.Add($"<details><summary>and {files.Length - MostFilesOfPart} more</summary>"
                + $"{string.Join(", ", files.Skip(MostFilesOfPart).Select(paths.Get))}</details>");
        }
    }

    /// <summary>Writes links to files beside the page, each called by its kind.</summary>
    internal static void WriteLinks(HtmlPage page, IndexLinks links, IReadOnlyList<string> names)
    {
        foreach (string name in names)
        {
            page.Add($"<a href=\"{string.Join('/', name.Split('/').Select(Uri.EscapeDataString))}\">{links.KindOf(name)}</a> ");
        }
    }
}
