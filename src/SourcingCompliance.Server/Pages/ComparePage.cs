using SourcingCompliance.Formats.Writing.Html;
using SourcingCompliance.Server.Responses;
using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Pages;

/// <summary>What two checks found differently: findings have stable ids, so a moved row is no difference.</summary>
public static class ComparePage
{
    private const int Newest = 100;

    /// <summary>Shows the page.</summary>
    /// <param name="store">Where results are kept.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="before">Id of the earlier check; null = not chosen yet.</param>
    /// <param name="after">Id of the later check; null = not chosen yet.</param>
    public static async Task<IResult> Get(RunStore store, CancellationToken cancellation, string? before = null, string? after = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        var choices = new List<(string Id, string Text)>();
        foreach (RunRecord run in (await store.Newest(Newest, cancellation)).Where(run => run.State == RunState.Done))
        {
            choices.Add((run.Id, $"{run.ReceivedAt[..16].Replace('T', ' ')} {string.Join(", ", (await store.FilesOf(run.Id, cancellation)).Select(file => file.Name))}"));
        }

        StoredFinding[]? earlier = before is null || after is null ? null : [.. await store.FindingsOf(before, cancellation)];
        StoredFinding[]? later = before is null || after is null ? null : [.. await store.FindingsOf(after, cancellation)];
        return PageFrame.Show("Compare two checks", page =>
        {
            page.AddTrusted("<form class=\"form\" method=\"get\" action=\"/compare\">\n");
            AddChoice(page, "before", "Before", choices, before);
            AddChoice(page, "after", "After", choices, after);
            page.AddTrusted("<button class=\"primary\">Compare</button>\n</form>\n");
            if (earlier is not null && later is not null)
            {
                var was = earlier.DistinctBy(finding => finding.FindingId, StringComparer.Ordinal).ToDictionary(finding => finding.FindingId, StringComparer.Ordinal);
                var isNow = later.Select(finding => finding.FindingId).ToHashSet(StringComparer.Ordinal);
                AddList(page, "New", [.. later.Where(finding => !was.ContainsKey(finding.FindingId))]);
                AddList(page, "Changed", [.. later.Where(finding => was.TryGetValue(finding.FindingId, out StoredFinding? old) && (old.Verdict != finding.Verdict || old.Message != finding.Message))]);
                AddList(page, "Gone", [.. earlier.Where(finding => !isNow.Contains(finding.FindingId))]);
            }
        });
    }

    private static void AddChoice(HtmlPage page, string name, string label, List<(string Id, string Text)> choices, string? chosen)
    {
        page.Add($"<div class=\"field\"><label for=\"{name}\">{label}</label><select id=\"{name}\" name=\"{name}\">");
        foreach ((string id, string text) in choices)
        {
            page.Add($"<option value=\"{id}\"");
            page.AddTrusted(id == chosen ? " selected>" : ">");
            page.Add($"{text}</option>");
        }

        page.AddTrusted("</select></div>\n");
    }

    private static void AddList(HtmlPage page, string title, StoredFinding[] findings)
    {
        page.Add($"<h2>{title} ({findings.Length})</h2>\n");
        if (findings.Length == 0)
        {
            page.AddTrusted("<p>None.</p>\n");
            return;
        }

        page.AddTrusted("<ul>\n");
        foreach (StoredFinding finding in findings)
        {
            page.Add($"<li><span class=\"v {finding.Verdict}\">{finding.Verdict}</span> {finding.Message}</li>\n");
        }

        page.AddTrusted("</ul>\n");
    }
}
