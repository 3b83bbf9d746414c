using System.Globalization;
using SourcingCompliance.Formats.Writing.Html.LongLists;
using SourcingCompliance.Primitives;
using SourcingCompliance.Remediation;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Html;

/// <summary>The plan: one row for each action, with its place in time.</summary>
internal static class PlanSection
{
    // Of a list with hundreds of parts the row names the first; the findings that it settles name all of them.
    private const int MostParts = 5;

    /// <summary>Writes the section; nothing when there is nothing to do.</summary>
    public static void Write(HtmlPage page, ComplianceReport report, ReportRows rows)
    {
        if (report.Actions.IsEmpty)
        {
            return;
        }

        page.AddTrusted("<section id=\"plan\" aria-labelledby=\"plan-title\">\n<h2 id=\"plan-title\">Plan</h2>\n");
        if (report.Plan is { } plan)
        {
            TodaySection.Write(page, plan);
            TodaySection.WriteBackups(page, plan);
        }

        page.Add($"<details class=\"more\"{(report.Plan is null ? " open" : "")}>"
            + $"<summary>All actions ({rows.Actions.Length}) with dates, details, and lead times</summary>\n");
        var timeline = new Timeline(report);
        if (rows.AreFindingsLong)
        {
            WriteLong(page, rows, timeline);
        }
        else
        {
            page.AddTrusted("<div class=\"scroll\">\n");
            WriteTableStart(page, timeline);
            foreach (RemediationAction action in rows.Actions)
            {
                WriteRow(page, rows, action, timeline);
            }

            page.AddTrusted("</tbody>\n</table>\n</div>\n");
        }

        page.AddTrusted("<p class=\"note\">The bar runs from the latest start to the day when it must be done; the ring is the earliest day when it can be "
            + "done. Each row names the source of its lead time; an assumption says so.</p>\n</details>\n</section>\n");
    }

    private static void WriteTableStart(HtmlPage page, Timeline timeline)
    {
        page.AddTrusted("<table class=\"plan\">\n<thead><tr><th scope=\"col\">Start by</th><th scope=\"col\">Needed by</th><th scope=\"col\">What</th>"
            + "<th scope=\"col\">Who</th><th scope=\"col\">Parts</th><th scope=\"col\" class=\"time\">");
        timeline.WriteScale(page);
        page.AddTrusted("</th></tr></thead>\n<tbody>\n");
    }

    private static void WriteLong(HtmlPage page, ReportRows rows, Timeline timeline)
    {
        LongSections.WriteFrame(page, "plan", "action", rows.Actions.Length, () => WriteTableStart(page, timeline));
        using var list = new LongList(page, "plan");
        foreach (RemediationAction action in rows.Actions)
        {
            string[] parts = [.. Enumerable.Range(0, MostParts).Select(at => at < action.Parts.Length ? action.Parts[at] : "")];
            list.Begin([action.Id, action.Supplier ?? "", .. parts]);
            WriteRow(list.Row, rows, action, timeline);
            list.End(rows.PlacesOfFindings(action.Findings));
        }

        list.Finish([]);
        int left = Math.Max(0, rows.Actions.Length - LongList.MostFull);
        string note = "Without scripts each action is shown in short. The json and actions-csv reports contain the details"
            + (left == 0 ? "." : string.Create(CultureInfo.InvariantCulture, $", and {left:N0} more actions that are not shown here."));
        LongSections.WritePlain(page, note, "Start by|Needed by|What|Who", rows.Actions[..^left], action =>
            page.Add($"<tr id=\"a-{action.Id}\"><td class=\"date\">{action.StartBy}</td><td class=\"date\">{action.DueBy}</td><td>{action.Title}</td><td>"
                + $"{action.Owner}</td></tr>\n"));
    }

    private static void WriteRow(HtmlPage page, ReportRows rows, RemediationAction action, Timeline timeline)
    {
        page.Add($"<tr id=\"a-{action.Id}\"><td class=\"date\" data-label=\"Start by\"><time datetime=\"{action.StartBy}\">{action.StartBy}</time>");
        if (action.OverdueDays > 0)
        {
            page.Add($"<br><span class=\"late\">late</span>");
        }

        page.Add($"</td><td class=\"date\" data-label=\"Needed by\"><time datetime=\"{action.DueBy}\">{action.DueBy}</time>");
        if (action.SlackBusinessDays < 0)
        {
            page.Add($"<br><span class=\"late\">earliest {action.EarliestFinish}</span>");
        }

        page.Add($"</td><td><details><summary>{action.Title}{(action.IsCritical ? " · sets the end date" : "")}{(action.IsFallback ? " · backup plan" : "")}"
            + $"</summary>\n<p>{action.Detail}</p>\n");
        AddQuestions(page, action);
        page.AddTrusted("<dl>");
        AddFact(page, "Supplier", action.Supplier);
        AddFact(page, "Lead time", $"{Wording.FormatCount(action.LeadBusinessDays, "business day")}, usually {action.LeadRange.Least} to "
            + $"{action.LeadRange.Most}");
        AddFact(page, "Source of the lead time", action.LeadSource);
        AddFact(page, "Earliest completion", ReportTokens.Format(action.EarliestFinish));
        AddFact(page, "Last day to switch to the backup plan", action.SwitchBy is { } day ? ReportTokens.Format(day) : null);
        AddLinks(page, "After", "a-", rows.PlacesOfActions(action.After).Order().Select(at => (rows.Actions[at].Id, rows.Actions[at].Title)));
        if (page.Recorder is null)
        {
            AddLinks(page, "Settles", "f-", rows.GetFindings(action.Findings));
        }
        else
        {
            AddLinksOfScript(page, "Settles", "findings");
        }

        bool isCut = page.Recorder is not null && action.Parts.Length > MostParts;
        page.Add($"</dl></details></td><td data-label=\"Who\">{action.Owner}</td><td class=\"parts\" data-label=\"Parts\">"
            + $"{string.Join(", ", isCut ? action.Parts[..MostParts] : action.Parts)}{(isCut ? $" and {Wording.FormatCount(action.Parts.Length - MostParts, "more part")}" : "")}</td><td class=\"time\">");
        timeline.WriteBar(page, action);
        page.AddTrusted("</td></tr>\n");
    }

    // The same question is asked of many parts: apart from its part it is kept once.
    private static void AddQuestions(HtmlPage page, RemediationAction action)
    {
        if (page.Recorder is null)
        {
            AddList(page, "Questions", action.Questions);
            return;
        }

        var parts = action.Parts.ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        page.AddTrusted(action.Questions.IsEmpty ? "" : "<p class=\"label\">Questions</p><ul>");
        foreach (string question in action.Questions)
        {
            int part = Math.Max(0, question.IndexOf(": ", StringComparison.Ordinal));
            part = parts.Contains(question.AsSpan(0, part)) ? part : 0;
            page.Seam();
            page.AddTrusted("<li>");
            page.Seam();
            page.Add($"{question[..part]}");
            page.Seam();
            page.Add($"{question[part..]}</li>");
        }

        page.Seam();
        page.AddTrusted(action.Questions.IsEmpty ? "" : "</ul>\n");
    }

    /// <summary>Writes a heading with a list; nothing for an empty one.</summary>
    internal static void AddList(HtmlPage page, string heading, IReadOnlyCollection<string> items)
    {
        if (items.Count == 0)
        {
            return;
        }

        page.Seam();
        page.Add($"<p class=\"label\">{heading}</p><ul>");
        foreach (string item in items)
        {
            page.Seam();
            page.Add($"<li>{item}</li>");
        }

        page.Seam();
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

    /// <summary>Writes one pair of a description list whose links the script makes from the numbers that the row leads to.</summary>
    internal static void AddLinksOfScript(HtmlPage page, string term, string list) =>
        page.Add($"<div><dt>{term}</dt><dd data-links=\"{list}\"></dd></div>");

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
