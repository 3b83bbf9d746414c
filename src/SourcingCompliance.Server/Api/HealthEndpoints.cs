using System.Globalization;
using System.Text;
using SourcingCompliance.Running;
using SourcingCompliance.Server.Responses;
using SourcingCompliance.Server.Settings;
using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Api;

/// <summary>Says that the process answers.</summary>
/// <param name="Status">Always "alive".</param>
/// <param name="Version">The version of the program.</param>
public sealed record HealthBody(string Status, string Version);

/// <summary>Says that uploads are taken.</summary>
/// <param name="Status">Always "ready"; a server that takes none answers 503.</param>
/// <param name="Waiting">Checks that wait or run.</param>
/// <param name="Limit">How many may.</param>
public sealed record ReadyBody(string Status, long Waiting, int Limit);

/// <summary>What watches over the server: alive, ready, and figures as text (Prometheus exposition format 0.0.4).</summary>
public static class HealthEndpoints
{
    private static readonly string[] States = [RunState.Queued, RunState.Running, RunState.Done, RunState.Cancelled, RunState.Failed];

    /// <summary>Maps the paths.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        RouteGroupBuilder health = routes.MapGroup("/api/v1").WithTags("Health");
        health.MapGet("health", () => Results.Ok(new HealthBody("alive", CheckRunner.Tool.Version)))
            .WithName("health").WithSummary("Whether the process answers").Produces<HealthBody>();
        health.MapGet("ready", Ready).WithName("ready").WithSummary("Whether uploads are taken: the store answers, the disk and the queue have room")
            .Produces<ReadyBody>().ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        health.MapGet("metrics", Metrics).WithName("metrics").WithSummary("Figures as text").Produces<string>(StatusCodes.Status200OK, "text/plain");
    }

    private static async Task<IResult> Ready(RunStore store, Database database, UploadFolder uploads, ServerOptions options, CancellationToken cancellation)
    {
        try
        {
            long waiting = Waiting(await store.Counts(cancellation));
            if (database.IsDamaged)
            {
                return Problems.Create(StatusCodes.Status503ServiceUnavailable, StorageProblem.Damaged.Id, StorageProblem.Damaged.Sentence);
            }

            uploads.EnsureRoom();
            await store.EnsureWritable(cancellation);
            return waiting < options.QueueLimit
                ? Results.Ok(new ReadyBody("ready", waiting, options.QueueLimit))
                : Results.Problem(statusCode: StatusCodes.Status503ServiceUnavailable, detail: "The queue is full.");
        }
        catch (Exception failure) when (failure is System.Data.Common.DbException or IOException or UnauthorizedAccessException)
        {
            return Problems.Create(StatusCodes.Status503ServiceUnavailable, StorageProblem.From(failure)?.Id ?? ServerDiagnosticIds.StorageUnusable,
                StorageProblem.From(failure)?.Sentence ?? "The database or the data folder of the server cannot be used.");
        }
    }

    private static async Task<IResult> Metrics(RunStore store, ServerOptions options, CancellationToken cancellation)
    {
        IReadOnlyDictionary<string, long> counts = await store.Counts(cancellation);
        var text = new StringBuilder("# HELP sourcing_checks Checks in the store by state.\n# TYPE sourcing_checks gauge\n");
        foreach (string state in States)
        {
            text.Append(CultureInfo.InvariantCulture, $"sourcing_checks{{state=\"{state}\"}} {counts.GetValueOrDefault(state)}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"# HELP sourcing_queue_limit Checks that may wait or run at once.\n# TYPE sourcing_queue_limit "
            + $"gauge\nsourcing_queue_limit {options.QueueLimit}\n");
        text.Append(CultureInfo.InvariantCulture, $"# HELP process_working_set_bytes Memory of the process.\n# TYPE process_working_set_bytes "
            + $"gauge\nprocess_working_set_bytes {Environment.WorkingSet}\n");
        return Results.Text(text.ToString(), "text/plain; version=0.0.4; charset=utf-8");
    }

    private static long Waiting(IReadOnlyDictionary<string, long> counts) => counts.GetValueOrDefault(RunState.Queued)
        + counts.GetValueOrDefault(RunState.Running);
}
