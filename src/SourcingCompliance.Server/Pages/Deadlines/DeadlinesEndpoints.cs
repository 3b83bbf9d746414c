using System.Globalization;
using SourcingCompliance.Formats.Writing.Calendar;
using SourcingCompliance.Running;
using SourcingCompliance.Server.Responses;
using SourcingCompliance.Server.Settings;
using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Pages.Deadlines;

/// <summary>What to start by when, over all BOMs, as a page and as a calendar that a calendar program subscribes to.</summary>
public static class DeadlinesEndpoints
{
    /// <summary>Maps the paths.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes.MapGet("/deadlines", async (RunStore store, AccessToken token, CancellationToken cancellation) =>
            PageResult.Show<DeadlinesPage>(new { List = await DeadlineList.Read(store, cancellation), FeedQuery = token.Query }));
        routes.MapGet("/deadlines.ics", Feed);
    }

    private static async Task<IResult> Feed(HttpRequest request, RunStore store, CancellationToken cancellation)
    {
        return Write(request, await DeadlineList.Read(store, cancellation), "Sourcing deadlines", "/deadlines");
    }

    /// <summary>A calendar of deadlines.</summary>
    /// <param name="request">The request, for the address of the server.</param>
    /// <param name="deadlines">The deadlines.</param>
    /// <param name="title">What the calendar is called.</param>
    /// <param name="path">The page with all of them.</param>
    internal static IResult Write(HttpRequest request, DeadlineList deadlines, string title, string path)
    {
        using var calendar = new MemoryStream();
        string server = $"{request.Scheme}://{request.Host}";
        string beyond = deadlines.NotRead == 0 ? ""
            : string.Create(CultureInfo.InvariantCulture, $"{deadlines.NotRead:N0} more actions are not counted here. ");
        string where = $"{beyond}The plan of each check lists every action: {server}{path}";
        IEnumerable<CalendarEntry> entries = deadlines.Entries(run => $"{server}/checks/{run}");
        IcsCalendar.Write(title, CheckRunner.Tool, CalendarDigest.Get(entries, where), calendar);
        return Results.Bytes(calendar.ToArray(), "text/calendar; charset=utf-8");
    }
}
