using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Pages;

/// <summary>What to start by when, over the newest checks.</summary>
public static class DeadlinesPage
{
    private const int Runs = 20;

    /// <summary>Shows the page.</summary>
    public static async Task<IResult> Get(RunStore store, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        StoredAction[] actions = [.. (await store.Actions(Runs, cancellation)).Where(action => action.IsFallback == 0)];
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string run in actions.Select(action => action.RunId).Distinct(StringComparer.Ordinal))
        {
            names[run] = string.Join(", ", (await store.FilesOf(run, cancellation)).Select(file => file.Name));
        }

        return PageFrame.Show("Deadlines", page =>
        {
            page.Add($"<p>The first ways out of the newest {Runs} checks, by latest start. Each check has its own calendar feed, which also holds what to fall back on.</p>\n");
            if (actions.Length == 0)
            {
                page.AddTrusted("<p>Nothing is to be done.</p>\n");
                return;
            }

            page.AddTrusted("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Deadlines\"><table>\n<thead><tr><th scope=\"col\">Start by</th><th scope=\"col\">Done by</th><th scope=\"col\">What</th><th scope=\"col\">Supplier</th><th scope=\"col\">Check</th></tr></thead>\n<tbody>\n");
            foreach (StoredAction action in actions)
            {
                page.Add($"<tr><td class=\"date\"><time datetime=\"{action.StartBy}\">{action.StartBy}</time></td><td class=\"date\"><time datetime=\"{action.DueBy}\">{action.DueBy}</time></td><td>{action.Title}</td><td>{action.Supplier ?? ""}</td><td><a href=\"/checks/{action.RunId}#plan\">{names[action.RunId]}</a> · <a href=\"/api/v1/checks/{action.RunId}/reports/ics\" aria-label=\"Calendar of {names[action.RunId]}\">calendar</a></td></tr>\n");
            }

            page.AddTrusted("</tbody>\n</table></div>\n");
        });
    }
}
