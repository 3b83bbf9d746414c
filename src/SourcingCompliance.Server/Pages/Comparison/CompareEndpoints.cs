using SourcingCompliance.Server.Responses;
using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Pages.Comparison;

/// <summary>What two checks found differently: findings have stable ids, so a moved row is no difference.</summary>
public static class CompareEndpoints
{
    private const int Newest = 100;

    /// <summary>Maps the paths.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes.MapGet("/compare", Get);
    }

    private static async Task<IResult> Get(HistoryStore history, RunStore store, CancellationToken cancellation, string? before = null, string? after = null)
    {
        PastCheck[] checks = [.. (await history.ReadNewest(Newest, cancellation)).Where(check => check.Run.State == RunState.Done)];
        if (before is null || after is null)
        {
            return PageResult.Show<ComparePage>(new { Checks = checks, Before = before, After = after });
        }

        // A check that is not there has no findings, which is no sign that they are gone.
        RunRecord?[] runs = [await store.Find(before, cancellation), await store.Find(after, cancellation)];
        if (!runs.All(run => run is { State: RunState.Done }))
        {
            return PageResult.Refuse(StatusCodes.Status404NotFound,
                "One of the two checks is not on this server, or it has not ended. Choose two finished checks.", "Check not found");
        }

        return PageResult.Show<ComparePage>(new
        {
            Checks = checks,
            Before = before,
            After = after,
            Difference = CheckDifference.From([.. await store.GetFindings(before, cancellation)], [.. await store.GetFindings(after, cancellation)]),
            Totals = await history.Complete([.. runs.OfType<RunRecord>()], cancellation),
        });
    }
}
