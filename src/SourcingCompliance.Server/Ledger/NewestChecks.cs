using SourcingCompliance.Server.Storage;
using SourcingCompliance.Server.Views;

namespace SourcingCompliance.Server.Ledger;

/// <summary>The finished checks that count: of several checks of one BOM of one program the newest.</summary>
/// <param name="history">The checks.</param>
/// <param name="views">What they found.</param>
public sealed class NewestChecks(HistoryStore history, CheckViewStore views)
{
    private const int LookedAt = 100;
    private const int MostBoms = 20;

    /// <summary>The newest finished check of each BOM, newest first; at most twenty.</summary>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<PastCheck>> Read(CancellationToken cancellation) =>
        [.. (await history.ReadNewest(LookedAt, cancellation)).Where(check => check.Run.State == RunState.Done)
            .DistinctBy(check => (check.Run.ProgramId, check.Names)).Take(MostBoms)];

    /// <summary>The same with what they found; a check whose reports are gone is left out.</summary>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<(PastCheck Check, CheckView View)>> ReadViews(CancellationToken cancellation)
    {
        var found = new List<(PastCheck, CheckView)>();
        foreach (PastCheck check in await Read(cancellation))
        {
            if (await views.Find(check.Run.Id, check.Run.Attempts, cancellation) is { } view)
            {
                found.Add((check, view));
            }
        }

        return found;
    }
}
