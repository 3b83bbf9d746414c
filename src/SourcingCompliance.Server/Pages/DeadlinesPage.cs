using System.Globalization;
using SourcingCompliance.Formats.Writing.Calendar;
using SourcingCompliance.Running;
using SourcingCompliance.Server.Responses;
using SourcingCompliance.Server.Settings;
using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Pages;

/// <summary>What to start by when, over all lists, as a page and as a calendar that a calendar program subscribes to.</summary>
public static class DeadlinesPage
{
    // The plan of a check lists all of its actions; this page is what comes next.
    private const int MostShown = 1000;

    /// <summary>Shows the page.</summary>
    public static async Task<IResult> Get(RunStore store, AccessToken token, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(token);
        Deadlines deadlines = await Deadlines.Read(store, cancellation);
        StoredAction[] actions = [.. deadlines.Actions.Where(action => action.IsFallback == 0)];
        var names = deadlines.Checks.ToDictionary(check => check.Run.Id, check => check.Names, StringComparer.Ordinal);
        return PageFrame.Show("Deadlines", page =>
        {
            page.Add($"<p>The first way out for every finding, by latest start; of several checks of one list the newest counts. A calendar program of this machine can subscribe to all of it, and to what to fall back on: <a href=\"/deadlines.ics{token.Query}\">deadlines.ics</a></p>\n");
            if (actions.Length == 0)
            {
                page.AddTrusted("<p>Nothing is to be done.</p>\n");
                return;
            }

            page.AddTrusted("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Deadlines\"><table>\n<thead><tr><th scope=\"col\">Start by</th><th scope=\"col\">Done by</th><th scope=\"col\">What</th><th scope=\"col\">Supplier</th><th scope=\"col\">Check</th></tr></thead>\n<tbody>\n");
            foreach (StoredAction action in actions.Take(MostShown))
            {
                page.Add($"<tr><td class=\"date\"><time datetime=\"{action.StartBy}\">{action.StartBy}</time></td><td class=\"date\"><time datetime=\"{action.DueBy}\">{action.DueBy}</time></td><td>{action.Title}</td><td>{action.Supplier ?? ""}</td><td><a href=\"/checks/{action.RunId}#plan\">{names[action.RunId]}</a> · <a href=\"/api/v1/checks/{action.RunId}/reports/ics\" aria-label=\"Calendar of {names[action.RunId]}\">calendar</a></td></tr>\n");
            }

            page.AddTrusted("</tbody>\n</table></div>\n");
            long left = Math.Max(0, actions.Length - MostShown) + deadlines.NotRead;
            if (left > 0)
            {
                page.Add($"<p class=\"note\">{left.ToString("N0", CultureInfo.InvariantCulture)} later or backup actions are not shown here. The plan of each check lists all of its actions.</p>\n");
            }
        });
    }

    /// <summary>Sends the calendar over all lists.</summary>
    public static async Task<IResult> Feed(HttpRequest request, RunStore store, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        Deadlines deadlines = await Deadlines.Read(store, cancellation);
        using var calendar = new MemoryStream();
        string server = $"{request.Scheme}://{request.Host}";
        string beyond = deadlines.NotRead == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{deadlines.NotRead:N0} more actions are not counted here. ");
        string where = $"{beyond}The plan of each check lists every action: {server}/deadlines";
        IEnumerable<CalendarEntry> entries = deadlines.Entries(run => $"{server}/checks/{run}");
        IcsCalendar.Write("Sourcing deadlines", CheckRunner.Tool, CalendarDigest.Of(entries, where), calendar);
        return Results.Bytes(calendar.ToArray(), "text/calendar; charset=utf-8");
    }
}
