using System.Globalization;
using SourcingCompliance.Findings;
using SourcingCompliance.Findings.Waivers;
using SourcingCompliance.Formats.Writing.Html.LongLists;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Html;

/// <summary>The findings as a table that can be filtered and sorted.</summary>
internal static class FindingsSection
{
    private const string PathMark = " › ";

    private const string TableStart = """
        <table class="findings">
        <thead><tr><th scope="col" data-sort="number">Verdict</th><th scope="col" data-sort="text">Part</th><th scope="col" class="why">What and why</th><th scope="col" data-sort="text">Material</th><th scope="col" data-sort="text">Supplier</th><th scope="col" data-sort="text">Cell</th></tr></thead>
        <tbody>

        """;

    /// <summary>Writes the section.</summary>
    public static void Write(HtmlPage page, ComplianceReport report, ReportRows rows)
    {
        page.AddTrusted("<section id=\"findings\" aria-labelledby=\"findings-title\">\n<h2 id=\"findings-title\">Findings</h2>\n");
        if (rows.Findings.Length == 0)
        {
            page.AddTrusted("<p>No findings.</p>\n</section>\n");
            return;
        }

        page.Add($"<p class=\"muted\">{report.Counts.Words}. {ReportCounts.Rule}</p>\n");
        WriteFilters(page, report, rows.Findings);
        var names = new FileNames(report.Files.Select(file => file.Path));
        if (rows.AreFindingsLong)
        {
            WriteLong(page, report, rows, names);
        }
        else
        {
            page.AddTrusted("<div class=\"scroll\">\n");
            page.AddTrusted(TableStart);
            foreach (FindingPeriod period in FindingPeriod.From(report, rows.Findings))
            {
                if (period.Title is { } title)
                {
                    page.Add($"<tr class=\"period\"><th scope=\"rowgroup\" colspan=\"6\">{title}</th></tr>\n");
                }

                foreach (Finding finding in period.Findings)
                {
                    WriteRow(page, report, finding, rows, names);
                }
            }

            page.AddTrusted("</tbody>\n</table>\n</div>\n");
        }

        page.AddTrusted("</section>\n");
    }

    private static void WriteLong(HtmlPage page, ComplianceReport report, ReportRows rows, FileNames names)
    {
        LongSections.WriteFrame(page, "findings", "finding", rows.Findings.Length, () => page.AddTrusted(TableStart));
        using var list = new LongList(page, "findings");
        foreach (Finding finding in rows.Findings)
        {
            list.Begin(
                finding.Id, finding.PartNumber, finding.Description, finding.Manufacturer, finding.Supplier, finding.CellText, finding.Cell.Address,
                finding.Cell.Row.ToString(CultureInfo.InvariantCulture), string.Join(PathMark, finding.Path.SkipLast(1)),
                finding.Cell.File, finding.Cell.Sheet);
            WriteRow(list.Row, report, finding, rows, names);
            list.End(rows.PlacesOfActions(finding.Actions));
        }

        list.Finish([]);
        LongSections.WritePlain(page, "Without scripts each finding is shown in short. The csv, json and pdf reports contain the details.",
            "Verdict|What and why|Supplier|File", rows.Findings, finding =>
        {
            VerdictLook look = VerdictLook.From(finding.Verdict);
            page.Add($"<tr id=\"f-{finding.Id}\"><td>{look.Shape} {look.Name}</td><td>{finding.Message}</td><td>{finding.Supplier}</td><td>"
                + $"{names.Get(finding.Cell.File)}</td></tr>\n");
        });
    }

    private static void WriteFilters(HtmlPage page, ComplianceReport report, Finding[] findings)
    {
        page.AddTrusted("<div class=\"filters\" data-filters=\"findings\" hidden>\n<label class=\"search\"><span>Search</span>"
            + "<input type=\"search\" data-search placeholder=\"part, words, cell\"></label>\n<fieldset><legend>Verdict</legend>\n");
        foreach (IGrouping<Verdict, Finding> group in findings.GroupBy(finding => finding.Verdict).OrderBy(group => group.Key))
        {
            page.Add($"<label class=\"check\"><input type=\"checkbox\" checked data-verdict=\"{ReportTokens.Format(group.Key)}\">");
            HtmlReportWriter.AddMark(page, group.Key);
            page.Add($" {group.Count()}</label>\n");
        }

        page.AddTrusted("</fieldset>\n");
        WriteChoice(page, "Deliveries", "regime", report.Summary.Regimes.Select(summary => (summary.Regime.Id, RegimeWords.GetPeriod(summary.Regime))));
        WriteChoice(page, "Material", "material", findings.Select(finding => finding.Material).OfType<string>()
            .Select(material => (material, HtmlWords.OfMaterial(material))));
        WriteChoice(page, "Supplier", "supplier",
            findings.Select(finding => (finding.Supplier, finding.Supplier.Length > 0 ? finding.Supplier : "not stated")));
        WriteChoice(page, "File", "file", findings.Select(finding => (finding.Cell.File, finding.Cell.File)));
        page.AddTrusted("<p class=\"shown\" role=\"status\" data-shown></p>\n</div>\n");
    }

    private static void WriteChoice(HtmlPage page, string label, string name, IEnumerable<(string Value, string Text)> choices)
    {
        (string Value, string Text)[] distinct = [.. choices.DistinctBy(choice => choice.Value)];
        if (distinct.Length < 2)
        {
            return;
        }

        page.Add($"<label><span>{label}</span><select data-choice=\"{name}\"><option value=\"*\">all</option>");
        foreach ((string value, string text) in distinct)
        {
            page.Add($"<option value=\"{value}\">{text}</option>");
        }

        page.AddTrusted("</select></label>\n");
    }

    private static void WriteRow(HtmlPage page, ComplianceReport report, Finding finding, ReportRows rows, FileNames names)
    {
        page.Add($"<tr id=\"f-{finding.Id}\" data-verdict=\"{ReportTokens.Format(finding.Verdict)}\" data-regime=\"{string.Join(' ', finding.Regimes)}\" "
            + $"data-material=\"{finding.Material}\" data-supplier=\"{finding.Supplier}\" data-file=\"{finding.Cell.File}\">");
        page.Add($"<td data-key=\"{(int)finding.Verdict}\">");
        HtmlReportWriter.AddMark(page, finding.Verdict);
        if (finding.Regimes.Length < report.Summary.Regimes.Length)
        {
            page.Add(
                $"<br><span class=\"only\">{string.Join(", ", report.Summary.Regimes.Where(summary => finding.Regimes.Contains(summary.Regime.Id)).Select(summary => RegimeWords.GetPeriod(summary.Regime)))} only</span>");
        }

        if (finding.Waiver is { } mark)
        {
            page.Add($"<br><a class=\"only\" href=\"#waived\">{(mark.StillGates ? "accepted internally" : "waived")}: {mark.Waiver.Id}</a>");
        }

        if (finding.Baseline is { } state)
        {
            page.Add($"<br><span class=\"only\">{ReportTokens.Format(state)}</span>");
        }

        page.Add($"</td><th scope=\"row\"><span class=\"number\">{finding.PartNumber}</span><br><span class=\"muted\">{finding.Description}</span></th>");
        page.Add($"<td class=\"why\"><details><summary>{finding.Message}</summary>\n");
        PlanSection.AddList(page, "To be answered", [.. finding.Missing.Select(fact => fact.Question)]);
        page.AddTrusted("<dl>");
        PlanSection.AddFact(page, "In the assembly", string.Join(PathMark, finding.Path));
        PlanSection.AddFact(page, "The cell says", finding.CellText.Length > 0 ? $"“{finding.CellText}”" : "nothing");
        PlanSection.AddFact(page, "Made by", finding.Manufacturer);
        PlanSection.AddFact(page, "Stage", finding.Stage is null ? null
            : $"{Wording.DoneAt(finding.Stage)}{(finding.Element is { } element ? $" ({Wording.GetElement(element)})" : "")}");
        PlanSection.AddFact(page, "Countries", string.Join(", ", finding.Countries));
        PlanSection.AddFact(page, "Paragraph", finding.Citation);
        PlanSection.AddFact(page, "Waiver", finding.Waiver is { } waiver ? WaiverWords.Format(waiver) : null);
        int[] actions = rows.PlacesOfActions(finding.Actions);
        if (page.Recorder is null)
        {
            PlanSection.AddLinks(page, "To do", "a-", actions.Select(at => (rows.Actions[at].Id, rows.Actions[at].Title)));
        }
        else if (actions.Length > 0)
        {
            PlanSection.AddLinksOfScript(page, "To do", "plan");
        }

        PlanSection.AddFact(page, "Rule and id", $"{finding.Rule} · {finding.Id}");
        page.Add($"</dl></details></td><td data-label=\"Material\">{(finding.Material is { } material ? HtmlWords.OfMaterial(material) : "not read")}</td>"
            + $"<td data-label=\"Supplier\">{(finding.Supplier.Length > 0 ? finding.Supplier : "not stated")}</td>");
        page.Add($"<td class=\"cell\" data-label=\"Cell\" data-key=\"{finding.Cell.File} {finding.Cell.Sheet} {finding.Cell.Row}\">{finding.Cell.Address}"
            + $"<br><span class=\"muted\">{string.Join(" · ", new[] { finding.Cell.Sheet, names.Get(finding.Cell.File) }.Where(part => part.Length > 0))}"
                + $"</span></td></tr>\n");
    }
}
