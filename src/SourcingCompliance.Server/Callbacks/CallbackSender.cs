using System.Data.Common;
using System.Text.Json;
using SourcingCompliance.Server.Jobs;
using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Callbacks;

/// <summary>
/// Calls the addresses of runs that have ended, beside the checks and never in their way. What is to be called is in the store, so a server that
/// ends in a call repeats it after its next start: a receiver may get one call twice, with the same <c>webhook-id</c>.
/// </summary>
public sealed partial class CallbackSender(CallbackStore store, RunStore runs, CallbackClient client, RunSignals signals,
    TimeProvider time, ILogger<CallbackSender> log) : BackgroundService
{
    private const int AtOnce = 16;
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(5);

    /// <summary>How long after each failed call the next one is made; each is longer than a call may take. After the last one the address is given
    /// up.</summary>
    public static IReadOnlyList<TimeSpan> Delays { get; } =
        [TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(6)];

    /// <summary>Calls every address whose time has come, once.</summary>
    /// <param name="cancellation">Gives up; what was not called is called later.</param>
    /// <returns>How many were due.</returns>
    public async Task<int> SendDue(CancellationToken cancellation)
    {
        StoredCallback[] due = [.. await store.ReadDue(Timestamp.Now(time), AtOnce, cancellation)];
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (callback, stop) => await Send(callback, stop));
        return due.Length;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await SendDue(stoppingToken) == AtOnce)
                {
                    // There may be more.
                }
            }
            catch (Exception problem) when (problem is DbException or IOException)
            {
                LogLater(StorageProblem.From(problem)?.Sentence ?? problem.Message);
            }

            await signals.WaitForAnyEnd(LookInterval, stoppingToken);
        }
    }

    private async Task Send(StoredCallback callback, CancellationToken cancellation)
    {
        int attempt = callback.Attempts + 1;
        bool isLast = attempt > Delays.Count;
        TimeSpan delay = isLast ? Delays[^1] : Delays[attempt - 1];
        if (attempt > Delays.Count + 1)
        {
            // The server ended in the last call.
            await GiveUp(callback, callback.Problem ?? "The server ended during the call.", cancellation);
            return;
        }

        if (!await store.TryClaim(callback, Timestamp.Format(time.GetUtcNow() + delay), cancellation)
            || await runs.Find(callback.RunId, cancellation) is not { } run)
        {
            return;
        }

        byte[] body = JsonSerializer.SerializeToUtf8Bytes(CheckEvent.Create(run, await runs.GetResult(run.Id, cancellation)), JsonSerializerOptions.Web);
        CallbackAnswer answer = await client.Send(new Uri(callback.Url), FormattableString.Invariant($"{run.Id}.{callback.Position}"), body, cancellation);
        if (answer.IsDelivered)
        {
            await store.Keep(callback, StoredCallback.Delivered, null, cancellation);
        }
        else if (isLast || answer.IsFinal)
        {
            await GiveUp(callback, answer.Problem ?? "", cancellation);
        }
        else
        {
            await store.Keep(callback, StoredCallback.Waiting, answer.Problem, cancellation);
        }
    }

    private async Task GiveUp(StoredCallback callback, string problem, CancellationToken cancellation)
    {
        await store.Keep(callback, StoredCallback.GivenUp, problem, cancellation);
        LogGivenUp(callback.RunId, callback.Position, problem);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The addresses to call could not be read or kept; the next round tries again. {Problem}")]
    private partial void LogLater(string problem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Run {Run}: callback {Position} was given up. {Problem}")]
    private partial void LogGivenUp(string run, int position, string problem);
}
