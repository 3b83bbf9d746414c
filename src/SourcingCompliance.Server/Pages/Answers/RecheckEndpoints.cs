using SourcingCompliance.Server.Access;
using SourcingCompliance.Server.Ledger;
using SourcingCompliance.Server.Pages.Checks;
using SourcingCompliance.Server.Responses;
using SourcingCompliance.Server.Storage;
using SourcingCompliance.Server.Views;

namespace SourcingCompliance.Server.Pages.Answers;

/// <summary>Checks several BOMs again, and shows what became of each.</summary>
internal static class RecheckEndpoints
{
    /// <summary>Maps the paths.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes.MapGet("/evidence/rechecks", Show);
        routes.MapPost("/evidence/recheck", Begin).RequireRateLimiting(RequestLimits.Uploads);
    }

    /// <summary>The page of checks that were begun.</summary>
    /// <param name="begun">Each check with the one that repeats it.</param>
    /// <param name="problem">Why the rest was not begun; null = all were.</param>
    internal static string GetAddress(IEnumerable<(string Before, string After)> begun, string? problem) =>
        "/evidence/rechecks?" + string.Join('&', begun.Select(pair => $"pair={Uri.EscapeDataString($"{pair.Before}.{pair.After}")}")
            .Concat(problem is null ? [] : [$"problem={Uri.EscapeDataString(problem)}"]));

    private static async Task<IResult> Begin(HttpContext context, Rechecks rechecks, CancellationToken cancellation)
    {
        if (await PageResult.ReadOurForm(context, cancellation) is null)
        {
            return PageResult.TooOld();
        }

        IReadOnlyList<PastCheck> older = await rechecks.FindOlder(cancellation);
        (IReadOnlyList<(string Before, string After)> begun, string? problem) = await rechecks.Begin(older.Select(check => check.Run.Id), cancellation);
        return begun.Count > 0 ? PageResult.SeeOther(context, GetAddress(begun, problem))
            : PageResult.Refuse(problem is null ? StatusCodes.Status409Conflict : StatusCodes.Status503ServiceUnavailable,
                problem ?? "Every result already uses the newest evidence.", "Nothing was checked again");
    }

    private static async Task<IResult> Show(RunStore store, CheckViewStore views, Rechecks rechecks, CancellationToken cancellation,
        string[]? pair = null, string problem = "")
    {
        var rows = new List<RecheckRow>();
        foreach (string[] ids in (pair ?? []).Take(Rechecks.Most).Select(text => text.Split('.')).Where(ids => ids.Length == 2))
        {
            if (await store.Find(ids[1], cancellation) is not { } run)
            {
                continue;
            }

            RunRecord? earlier = await store.Find(ids[0], cancellation);
            string names = string.Join(", ", (await store.GetFiles(run.Id, cancellation)).Select(file => file.Name));
            rows.Add(new RecheckRow(ids[0], run.Id, names, run.State,
                earlier is null ? null : await views.Find(earlier.Id, earlier.Attempts, cancellation),
                run.State == RunState.Done ? await views.Find(run.Id, run.Attempts, cancellation) : null));
        }

        return rows.Count == 0 ? CheckPages.NotThere() : PageResult.Show<RechecksPage>(new
        {
            All = (IReadOnlyList<object>)rows,
            // A sentence of ours; whoever writes another into the address reads it alone.
            Problem = problem.Length <= 300 ? problem : "",
            Older = await rechecks.FindOlder(cancellation),
        });
    }
}
