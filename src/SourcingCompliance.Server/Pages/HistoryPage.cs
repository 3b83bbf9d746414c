using SourcingCompliance.Server.Responses;
using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Pages;

/// <summary>The newest checks with their answers.</summary>
public static class HistoryPage
{
    private const int Newest = 100;

    /// <summary>Shows the page.</summary>
    public static async Task<IResult> Get(RunStore store, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        var rows = new List<(RunRecord Run, string Names, string Answer)>();
        foreach (RunRecord run in await store.Newest(Newest, cancellation))
        {
            string names = string.Join(", ", (await store.FilesOf(run.Id, cancellation)).Select(file => file.Name));
            string answer = run.State == RunState.Done ? (await store.ResultOf(run.Id, cancellation))?.Answer ?? "" : run.Problem ?? run.State;
            rows.Add((run, names, answer));
        }

        return PageFrame.Show("History", page =>
        {
            if (rows.Count == 0)
            {
                page.AddTrusted("<p>Nothing was checked yet. <a href=\"/\">Check a list</a></p>\n");
                return;
            }

            page.AddTrusted("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Checks\"><table>\n<thead><tr><th scope=\"col\">List</th><th scope=\"col\">Received (UTC)</th><th scope=\"col\">As of</th><th scope=\"col\">Delivery</th><th scope=\"col\">Answer</th></tr></thead>\n<tbody>\n");
            foreach ((RunRecord run, string names, string answer) in rows)
            {
                page.Add($"<tr><th scope=\"row\"><a href=\"/checks/{run.Id}\">{names}</a></th><td class=\"date\">{run.ReceivedAt[..16].Replace('T', ' ')}</td><td class=\"date\">{run.AsOf}</td><td class=\"date\">{run.Delivery ?? "not given"}</td><td>{answer}</td></tr>\n");
            }

            page.AddTrusted("</tbody>\n</table></div>\n");
        });
    }
}
