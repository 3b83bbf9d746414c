using System.Collections.Immutable;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;
using SourcingCompliance.Remediation;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Html;

/// <summary>What a person can start today, what cannot be fixed in time, and the backup plans.</summary>
internal static class TodaySection
{
    private const int MostInShort = 5;
    private const int MostTasks = 60;
    private const int MostLate = 25;
    private const int MostBackups = 100;
    private const int MostParts = 8;

    /// <summary>Writes the first tasks as a short list next to the answer; nothing when no action is needed.</summary>
    public static void WriteShort(HtmlPage page, RemediationPlan? plan)
    {
        if (plan is null || plan.DoTodayInShort.IsEmpty)
        {
            return;
        }

        page.AddTrusted("<section class=\"panel\" aria-labelledby=\"today-title\">\n<h2 id=\"today-title\">Do today</h2>\n<ol class=\"today\">\n");
        foreach (TodayTask task in plan.DoTodayInShort.Take(MostInShort))
        {
            page.Add($"<li><b>{task.Title}</b><br><span class=\"muted\">{task.Owner} · needed by {Wording.FormatDate(task.NeededBy)}");
            page.Add($"{(task.IsLate ? "," : "")}");
            page.AddTrusted(task.IsLate ? " <span class=\"late\">late</span>" : "");
            page.Add($"{(task.Settles.Total > 0 ? $" · {task.Settles.Words}" : "")}</span></li>\n");
        }

        page.AddTrusted("</ol>\n");
        WriteLateNote(page, plan.DoTodayInShort.Take(MostInShort));
        page.AddTrusted("<p class=\"note\"><a href=\"#plan\">The whole plan</a></p>\n</section>\n");
    }

    /// <summary>Writes best and worst case, the tasks of today, and what cannot be fixed in time.</summary>
    public static void Write(HtmlPage page, RemediationPlan plan)
    {
        page.Add($"<p>{plan.Outlook.BestCase} {plan.Outlook.WorstCase}</p>\n");
        if (!plan.DoToday.IsEmpty)
        {
            page.AddTrusted("<h3>Do today</h3>\n<div class=\"scroll\"><table class=\"tasks\">\n<thead><tr><th scope=\"col\">What</th>"
                + "<th scope=\"col\">Parts</th><th scope=\"col\">Who</th><th scope=\"col\">Needed by</th>"
                    + "<th scope=\"col\">Settles</th></tr></thead>\n<tbody>\n");
            foreach (TodayTask task in plan.DoToday.Take(MostTasks))
            {
                page.Add($"<tr><th scope=\"row\">{task.Title}</th><td class=\"parts\" data-label=\"Parts\">{GetShort(task.Parts)}</td><td data-label=\"Who\">"
                    + $"{task.Owner}</td><td class=\"date\" data-label=\"Needed by\">");
                page.Add($"{Wording.FormatDate(task.NeededBy)}{(task.IsLate ? ", " : "")}");
                page.AddTrusted(task.IsLate ? "<span class=\"late\">late</span>" : "");
                page.Add($"</td><td data-label=\"Settles\">{(task.Settles.Total > 0 ? task.Settles.Words : "")}</td></tr>\n");
            }

            page.AddTrusted("</tbody>\n</table></div>\n");
            WriteRest(page, plan.DoToday.Length - MostTasks, "task");
            WriteLateNote(page, plan.DoToday.Take(MostTasks));
        }

        WriteLate(page, $"Cannot be fixed by {Wording.FormatDate(plan.LastDay)}", plan.CannotBeFixed);
        WriteLate(page, $"Cannot be fixed by {Wording.FormatDate(plan.LastDay)} if the answer is bad", plan.CannotBeFixedIfAnswerIsBad);
    }

    private static void WriteLateNote(HtmlPage page, IEnumerable<TodayTask> tasks) =>
        page.AddTrusted(tasks.Any(task => task.IsLate) ? $"<p class=\"note\">{TodayTask.LateNote}</p>\n" : "");

    /// <summary>Writes the backup plans as one closed table; nothing when there are none.</summary>
    public static void WriteBackups(HtmlPage page, RemediationPlan plan)
    {
        if (plan.BackupPlans.IsEmpty)
        {
            return;
        }

        page.Add($"<details class=\"more\"><summary>Backup plans ({plan.BackupPlans.Length}), needed only if a first action fails</summary>\n"
            + $"<div class=\"scroll\"><table>\n");
        page.AddTrusted("<thead><tr><th scope=\"col\">Route</th><th scope=\"col\">Supplier</th><th scope=\"col\">Parts</th><th scope=\"col\">Who</th>"
            + "<th scope=\"col\">Latest start</th><th scope=\"col\">Earliest completion</th><th scope=\"col\">Lead time</th></tr></thead>\n<tbody>\n");
        foreach (BackupPlan backup in plan.BackupPlans.Take(MostBackups))
        {
            page.Add($"<tr><th scope=\"row\">{backup.Route}</th><td data-label=\"Supplier\">{(backup.Supplier.Length > 0 ? backup.Supplier : "any")}</td>"
                + $"<td class=\"parts\" data-label=\"Parts\">{GetShort(backup.Parts)}</td><td data-label=\"Who\">{backup.Owner}</td>");
            page.Add($"<td class=\"date\" data-label=\"Latest start\">{Wording.FormatDate(backup.LatestStart)}</td>"
                + $"<td class=\"date\" data-label=\"Earliest completion\">{Wording.FormatDate(backup.EarliestCompletion)}");
            page.AddTrusted(backup.IsTooLate ? " <span class=\"late\">too late</span>" : "");
            page.Add($"</td><td data-label=\"Lead time\">{Wording.FormatCount(backup.LeadBusinessDays, "business day")}<br><span class=\"muted\">"
                + $"{backup.LeadSource}</span></td></tr>\n");
        }

        page.AddTrusted("</tbody>\n</table></div>\n");
        WriteRest(page, plan.BackupPlans.Length - MostBackups, "backup plan");
        page.AddTrusted("</details>\n");
    }

    private static void WriteLate(HtmlPage page, string title, ImmutableArray<LatePart> parts)
    {
        if (parts.IsEmpty)
        {
            return;
        }

        page.Add($"<h3>{title}: {Wording.FormatCount(LatePart.GetPartNumbers(parts).Length, "part")}</h3>\n");
        page.AddTrusted("<div class=\"scroll\"><table class=\"late-parts\">\n");
        page.AddTrusted("<thead><tr><th scope=\"col\">Part</th><th scope=\"col\">Supplier</th><th scope=\"col\">Material</th>"
            + "<th scope=\"col\">Quickest fix</th><th scope=\"col\">Earliest completion</th></tr></thead>\n<tbody>\n");
        foreach (LatePart part in parts.Take(MostLate))
        {
            page.AddTrusted("<tr><th scope=\"row\">");
            HtmlReportWriter.AddMark(page, part.Verdict);
            page.Add($"&#160;<span class=\"number\">{part.PartNumber}</span></th><td data-label=\"Supplier\">"
                + $"{(part.Supplier.Length > 0 ? part.Supplier : "not stated")}</td><td data-label=\"Material\">{part.Material}</td>"
                    + $"<td data-label=\"Quickest fix\">{part.Fix}</td><td class=\"date\" data-label=\"Earliest completion\">"
                        + $"{Wording.FormatDate(part.EarliestCompletion)}</td></tr>\n");
        }

        page.AddTrusted("</tbody>\n</table></div>\n");
        WriteRest(page, parts.Length - MostLate, "part");
    }

    private static void WriteRest(HtmlPage page, int more, string word)
    {
        if (more > 0)
        {
            page.Add($"<p class=\"note\">And {Wording.FormatCount(more, $"more {word}")}. The workbook and the JSON report contain all of them.</p>\n");
        }
    }

    private static string GetShort(ImmutableArray<string> parts) =>
        string.Join(", ", parts.Take(MostParts)) + (parts.Length > MostParts ? $" and {parts.Length - MostParts} more" : "");
}
