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
        CheckDifference? difference = before is null || after is null ? null : CheckDifference.Of([.. await store.FindingsOf(before, cancellation)], [.. await store.FindingsOf(after, cancellation)]);
        return PageResult.Show<ComparePage>(new { Checks = checks, Before = before, After = after, Difference = difference });
    }
}
