using SourcingCompliance.Determinations;
using SourcingCompliance.Materials;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Html;

/// <summary>The lines of every file as a tree that folds, each with its verdicts and the reasons.</summary>
internal static class LinesSection
{
    // Deeper levels are drawn at this one; their number still stands in the row.
    private const int DeepestIndent = 12;

    // A browser lays out a table as a whole, half a minute for 50,000 rows; it leaves out short ones that are not in view.
    private const int RowsOfTable = 200;

    /// <summary>Writes the section.</summary>
    public static void Write(HtmlPage page, ComplianceReport report)
    {
        page.Add($"<section id=\"lines\" aria-labelledby=\"lines-title\">\n<h2 id=\"lines-title\">Lines</h2>\n<p class=\"note\">{(report.Run.AllLines ? "Every line that was read." : "The lines that matter: those with a finding, a covered material or an exemption.")} A verdict after “below” is the worst of the parts inside an assembly.</p>\n");
        if (report.Files.Any(file => !file.Lines.IsEmpty))
        {
            page.AddTrusted("<div class=\"filters\" data-filters=\"lines\" hidden>\n<label class=\"search\"><span>Search</span><input type=\"search\" data-search placeholder=\"part, maker, material\"></label>\n<button type=\"button\" data-fold=\"open\">Unfold all</button>\n<button type=\"button\" data-fold=\"closed\">Fold all</button>\n<p class=\"shown\" role=\"status\" data-shown></p>\n</div>\n");
        }

        foreach (FileReport file in report.Files)
        {
            foreach (IGrouping<string, LineReport> sheet in file.Lines.GroupBy(line => line.Row.Sheet))
            {
                WriteSheet(page, report, file, [.. sheet]);
            }
        }

        page.AddTrusted("</section>\n");
    }

    private static void WriteSheet(HtmlPage page, ComplianceReport report, FileReport file, LineReport[] lines)
    {
        string sheet = lines[0].Row.Sheet;
        string name = sheet.Length > 0 ? $"{file.Path} · {sheet}" : file.Path;
        page.Add($"<h3>{name}</h3>\n<div class=\"scroll{(lines.Length > RowsOfTable ? " long" : "")}\" data-sheet>\n");
        for (int start = 0; start < lines.Length; start += RowsOfTable)
        {
            page.Add($"<div class=\"chunk\"><table class=\"lines\" aria-label=\"{name}\">\n<colgroup><col class=\"c-part\"><col class=\"c-row\"><col><col class=\"c-maker\"><col class=\"c-material\"><col class=\"c-origin\">");
            page.AddTrusted(string.Concat(Enumerable.Repeat("<col class=\"c-verdict\">", report.Summary.Regimes.Length)));
            page.AddTrusted("</colgroup>\n<thead><tr><th scope=\"col\">Part</th><th scope=\"col\">Row</th><th scope=\"col\">Description</th><th scope=\"col\">Made by</th><th scope=\"col\">Material</th><th scope=\"col\">Origin</th>");
            foreach (RegimeSummary regime in report.Summary.Regimes)
            {
                page.Add($"<th scope=\"col\">{RegimeWords.PeriodOf(regime.Regime)}</th>");
            }

            page.AddTrusted("</tr></thead>\n<tbody>\n");
            for (int i = start; i < Math.Min(start + RowsOfTable, lines.Length); i++)
            {
                bool hasParts = i + 1 < lines.Length && lines[i + 1].Level > lines[i].Level;
                WriteLine(page, report, lines[i], hasParts);
            }

            page.AddTrusted("</tbody>\n</table></div>\n");
        }

        page.AddTrusted("</div>\n");
    }

    private static void WriteLine(HtmlPage page, ComplianceReport report, LineReport line, bool hasParts)
    {
        page.Add($"<tr data-level=\"{line.Level}\"><th scope=\"row\" class=\"l{Math.Min(line.Level, DeepestIndent)}\">");
        if (hasParts)
        {
            page.Add($"<button type=\"button\" class=\"fold\" aria-expanded=\"true\" aria-label=\"Parts of {line.PartNumber}\" hidden></button>");
        }

        page.Add($"<span class=\"number\">{line.PartNumber}</span></th><td class=\"row\">{line.Row.Row}</td><td>{line.Description}</td><td>{line.Manufacturer}</td><td>");
        foreach (MaterialOccurrence material in line.Materials)
        {
            page.Add($"<span class=\"material\">{PresenceOf(material)}{HtmlWords.OfMaterial(material.Material)}</span> ");
        }

        foreach (OtherSubstance substance in line.OtherSubstances)
        {
            page.Add($"<span class=\"muted\">{HtmlWords.OfMaterial(substance.Id)}</span> ");
        }

        OriginSummary origin = OriginSummary.Of(line.Origins);
        page.Add($"</td><td>{origin.Raw}");
        string codes = string.Join(", ", origin.Countries.Select(country => country.Code));
        if (codes.Length > 0 && codes != origin.Raw)
        {
            page.Add($" <span class=\"muted\">{codes}</span>");
        }

        page.AddTrusted("</td>");
        foreach (RegimeSummary regime in report.Summary.Regimes)
        {
            WriteVerdict(page, VerdictOf(line.Verdicts, regime), VerdictOf(line.RolledUp, regime));
        }

        page.AddTrusted("</tr>\n");
        if (!line.Determinations.IsEmpty)
        {
            page.Add($"<tr class=\"because\"><td class=\"l{Math.Min(line.Level, DeepestIndent)}\" colspan=\"{6 + report.Summary.Regimes.Length}\">");
            LineReasons.Write(page, report, line);
            page.AddTrusted("</td></tr>\n");
        }
    }

    private static void WriteVerdict(HtmlPage page, Verdict? own, Verdict? below)
    {
        page.AddTrusted("<td>");
        if (own is { } verdict)
        {
            HtmlReportWriter.AddMark(page, verdict);
        }

        if (below is { } worst && worst != own)
        {
            page.AddTrusted("<br><span class=\"below\">below ");
            HtmlReportWriter.AddMark(page, worst);
            page.AddTrusted("</span>");
        }

        page.AddTrusted("</td>");
    }

    private static Verdict? VerdictOf(IEnumerable<RegimeVerdict> verdicts, RegimeSummary regime) =>
        verdicts.FirstOrDefault(verdict => verdict.Regime == regime.Regime.Id)?.Verdict;

    private static string PresenceOf(MaterialOccurrence material) => material.Presence switch
    {
        Presence.Is => "",
        Presence.Contains => "contains ",
        Presence.Possible => "may contain ",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
