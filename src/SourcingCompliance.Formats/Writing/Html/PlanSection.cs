using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Html;

/// <summary>The plan: one row for each action, with its place in time.</summary>
internal static class PlanSection
{
    /// <summary>Writes the section; nothing when there is nothing to do.</summary>
    public static void Write(HtmlPage page, ComplianceReport report)
    {
        if (report.Actions.IsEmpty)
        {
            return;
        }

        var timeline = new Timeline(report);
        page.Add($"""
            <section id="plan" aria-labelledby="plan-title">
            <h2 id="plan-title">What to do</h2>
            <div class="scroll">
            <table class="plan">
            <thead><tr><th scope="col">Start by</th><th scope="col">Done by</th><th scope="col">What</th><th scope="col">Who</th><th scope="col">Parts</th><th scope="col" class="time">
            """);
        timeline.WriteScale(page);
        page.AddTrusted("</th></tr></thead>\n<tbody>\n");
        foreach (RemediationAction action in report.Actions)
        {
            WriteRow(page, report, action, timeline);
        }

        page.AddTrusted("</tbody>\n</table>\n</div>\n<p class=\"note\">The bar runs from the latest start to the day when it must be done; the ring is the earliest day when it can be done. Lead times are the sources' or assumptions, as each row says.</p>\n</section>\n");
    }

    private static void WriteRow(HtmlPage page, ComplianceReport report, RemediationAction action, Timeline timeline)
    {
        page.Add($"<tr id=\"a-{action.Id}\"><td class=\"date\"><time datetime=\"{action.StartBy}\">{action.StartBy}</time>");
        if (action.OverdueDays > 0)
        {
            page.Add($"<br><span class=\"late\">▲ {ReportWords.CountOf(action.OverdueDays, "day")} overdue</span>");
        }

        page.Add($"</td><td class=\"date\"><time datetime=\"{action.DueBy}\">{action.DueBy}</time>");
        if (action.SlackBusinessDays < 0)
        {
            page.Add($"<br><span class=\"late\">▲ cannot be met, {ReportWords.CountOf(-action.SlackBusinessDays, "business day")} short</span>");
        }

        page.Add($"</td><td><details><summary>{action.Title}{(action.IsCritical ? " · decides the date" : "")}{(action.IsFallback ? " · only if the first way fails" : "")}</summary>\n<p>{action.Detail}</p>\n");
        AddList(page, "Questions", action.Questions);
        page.AddTrusted("<dl>");
        AddFact(page, "Supplier", action.Supplier);
        AddFact(page, "Lead time", $"{ReportWords.CountOf(action.LeadBusinessDays, "business day")}, usually {action.LeadRange.Least} to {action.LeadRange.Most}");
        AddFact(page, "Source of it", action.LeadSource);
        AddFact(page, "Earliest finish", ReportTokens.Of(action.EarliestFinish));
        AddFact(page, "Last day to switch to a fallback", action.SwitchBy is { } day ? ReportTokens.Of(day) : null);
        AddLinks(page, "After", "a-", report.Actions.Where(other => action.After.Contains(other.Id)).Select(other => (other.Id, other.Title)));
        AddLinks(page, "Settles", "f-", report.Files.SelectMany(file => file.Findings).Where(finding => action.Findings.Contains(finding.Id)).Select(finding => (finding.Id, finding.PartNumber)));
        page.Add($"</dl></details></td><td>{action.Owner}</td><td class=\"parts\">{string.Join(", ", action.Parts)}</td><td class=\"time\">");
        timeline.WriteBar(page, action);
        page.AddTrusted("</td></tr>\n");
    }

    /// <summary>Writes a heading with a list; nothing for an empty one.</summary>
    internal static void AddList(HtmlPage page, string heading, IReadOnlyCollection<string> items)
    {
        if (items.Count == 0)
        {
            return;
        }

        page.Add($"<p class=\"label\">{heading}</p><ul>");
        foreach (string item in items)
        {
            page.Add($"<li>{item}</li>");
        }

        page.AddTrusted("</ul>\n");
    }

    /// <summary>Writes one pair of a description list; nothing when the text is empty.</summary>
    internal static void AddFact(HtmlPage page, string term, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            page.Add($"<div><dt>{term}</dt><dd>{text}</dd></div>");
        }
    }

    /// <summary>Writes one pair of a description list whose texts lead to other places of the page.</summary>
    internal static void AddLinks(HtmlPage page, string term, string prefix, IEnumerable<(string Id, string Text)> links)
    {
        bool isFirst = true;
        foreach ((string id, string text) in links)
        {
            if (isFirst)
            {
                page.Add($"<div><dt>{term}</dt><dd>");
            }

            page.Add($"{(isFirst ? "" : ", ")}<a href=\"#{prefix}{id}\">{text}</a>");
            isFirst = false;
        }

        page.AddTrusted(isFirst ? "" : "</dd></div>");
    }
}
