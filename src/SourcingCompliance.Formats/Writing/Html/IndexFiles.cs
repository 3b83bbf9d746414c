using System.Globalization;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Html;

/// <summary>The files of the overview: those that could not be read with the reason, then all of them, worst first.</summary>
internal static class IndexFiles
{
    private const string UnreadToken = "unread";
    private static readonly Verdict[] Verdicts = Enum.GetValues<Verdict>();

    /// <summary>Writes why files were not read and what to do; nothing when all were.</summary>
    public static void WriteUnread(HtmlPage page, BatchIndex index, ShortPaths paths)
    {
        IndexedFile[] unread = [.. index.Files.Where(file => file.IsUnreadable)];
        if (unread.Length == 0)
        {
            return;
        }

        page.AddTrusted("<section id=\"unread\" aria-labelledby=\"unread-title\">\n<h2 id=\"unread-title\">Not read, or not wholly</h2>\n"
            + "<p class=\"note\">What was not read is unknown, and the answer above does not speak of it.</p>\n<div class=\"scroll\">"
                + "<table class=\"unread\">\n<thead><tr><th scope=\"col\">File</th><th scope=\"col\">Why</th>"
                    + "<th scope=\"col\">What helps</th></tr></thead>\n<tbody>\n");
        foreach (IndexedFile file in unread)
        {
            page.AddTrusted("<tr>");
            WritePath(page, paths.Get(file.Report.Path));
            Diagnostic? first = file.Report.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            page.Add($"<td>{first?.Message ?? ""} <span class=\"muted\">{first?.Id ?? ""}</span></td><td>{first?.Hint ?? ""}</td></tr>\n");
        }

        page.AddTrusted("</tbody>\n</table></div>\n</section>\n");
    }

    /// <summary>Writes the table of all files.</summary>
    public static void Write(HtmlPage page, ComplianceReport report, BatchIndex index, IndexLinks links, ShortPaths paths)
    {
        string deliveries = Answer.GateRegime(report) is { } gate ? $", {ReportWords.GetDeliveries([gate.Regime])}" : "";
        page.Add($"<section id=\"files\" aria-labelledby=\"files-title\">\n<h2 id=\"files-title\">Files, worst first</h2>\n"
            + $"<p class=\"note\">Lines by verdict{deliveries}.</p>\n");
        WriteFilters(page, "files", "file or folder", index.Files.Select(file => file.Worst));
        page.AddTrusted("<div class=\"scroll\"><table class=\"filtered\">\n<thead><tr><th scope=\"col\" data-sort=\"number\">Worst</th>"
            + "<th scope=\"col\" data-sort=\"text\">File</th>");
        foreach (Verdict verdict in Verdicts)
        {
            page.Add($"<th scope=\"col\" class=\"count\" data-sort=\"number\">{VerdictLook.From(verdict).Name}</th>");
        }

        page.AddTrusted("<th scope=\"col\">Reports</th></tr></thead>\n<tbody>\n");
        for (int at = 0; at < index.Files.Length; at++)
        {
            WriteRow(page, index.Files[at], at, links, paths);
        }

        page.AddTrusted("</tbody>\n</table></div>\n</section>\n");
    }

    /// <summary>Writes the search and a box for each verdict that occurs; hidden until the script runs.</summary>
    /// <param name="page">The page.</param>
    /// <param name="section">Id of the section whose table is filtered.</param>
    /// <param name="sought">What the search looks through.</param>
    /// <param name="worst">The verdict of each row; null = not read.</param>
    internal static void WriteFilters(HtmlPage page, string section, string sought, IEnumerable<Verdict?> worst)
    {
        page.Add($"<div class=\"filters\" data-filters=\"{section}\" hidden>\n<label class=\"search\"><span>Search</span>"
            + $"<input type=\"search\" data-search placeholder=\"{sought}\"></label>\n<fieldset><legend>Worst verdict</legend>\n");
        foreach (IGrouping<Verdict?, Verdict?> group in worst.GroupBy(verdict => verdict).OrderBy(group => group.Key))
        {
            page.Add($"<label class=\"check\"><input type=\"checkbox\" checked data-verdict=\"{GetToken(group.Key)}\">");
            WriteMark(page, group.Key);
            page.Add($" {group.Count()}</label>\n");
        }

        page.AddTrusted("</fieldset>\n<p class=\"shown\" role=\"status\" data-shown></p>\n</div>\n");
    }

    private static void WriteRow(HtmlPage page, IndexedFile file, int rank, IndexLinks links, ShortPaths paths)
    {
        page.Add($"<tr data-verdict=\"{GetToken(file.Worst)}\"><td data-key=\"{rank}\">");
        WriteMark(page, file.Worst);
        page.AddTrusted("</td>");
        WritePath(page, paths.Get(file.Report.Path));
        foreach (Verdict verdict in Verdicts)
        {
            int count = file.Counts?[verdict] ?? 0;
            page.Add($"<td class=\"count{(count == 0 ? " zero" : "")}\">{count.ToString("N0", CultureInfo.InvariantCulture)}</td>");
        }

        page.AddTrusted("<td class=\"links\">");
        IndexPage.WriteLinks(page, links, links.OfFile.GetValueOrDefault(file.Report.Path) ?? []);
        page.AddTrusted("</td></tr>\n");
    }

    // The name is what one looks for; the folder stands before it in the muted ink.
    private static void WritePath(HtmlPage page, string path)
    {
        int name = path.LastIndexOf('/') + 1;
        page.Add($"<th scope=\"row\" class=\"path\"><span class=\"muted\">{path[..name]}</span>{path[name..]}</th>");
    }

    private static void WriteMark(HtmlPage page, Verdict? worst)
    {
        if (worst is { } verdict)
        {
            HtmlReportWriter.AddMark(page, verdict);
        }
        else
        {
            page.AddTrusted("<strong class=\"unread-mark\">✕ Not read</strong>");
        }
    }

    private static string GetToken(Verdict? worst) => worst is { } verdict ? ReportTokens.Format(verdict) : UnreadToken;
}
