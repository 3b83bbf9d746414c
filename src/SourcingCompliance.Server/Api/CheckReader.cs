using SourcingCompliance.Running.Output;
using SourcingCompliance.Server.Jobs;
using SourcingCompliance.Server.Settings;
using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Api;

/// <summary>Reads what the store knows of a check into one answer.</summary>
public sealed class CheckReader(RunStore store, CallbackStore callbacks, RunSignals signals, ServerOptions options)
{
    /// <summary>The longest that a request may wait for a check.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(120);

    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(1);

    /// <summary>A check; null when there is none.</summary>
    public async Task<CheckStatus?> Find(string id, CancellationToken cancellation)
    {
        if (await store.Find(id, cancellation) is not { } run)
        {
            return null;
        }

        bool isDone = run.State == RunState.Done;
        IReadOnlyDictionary<string, FileProgress> progress = signals.GetProgress(id);
        return new CheckStatus
        {
            Id = run.Id,
            State = run.State,
            ReceivedAt = run.ReceivedAt,
            FinishedAt = run.FinishedAt,
            AsOf = run.AsOf,
            ProgramId = run.ProgramId,
            LinesRead = progress.Values.Sum(file => file.Lines),
            Files = [.. (await store.GetFiles(id, cancellation)).Select(file => GetFile(file, run.State, progress))],
            Attachments = [.. await store.GetAttachments(id, cancellation)],
            Attempts = run.Attempts,
            Callbacks = [.. (await callbacks.ReadOf(id, cancellation)).Select(Describe)],
            Result = isDone ? await store.GetResult(id, cancellation) : null,
            ProblemId = run.ProblemId,
            Problem = run.Problem,
            Reports = isDone ? ReportFiles.Formats.ToDictionary(format => format, format => $"/api/v1/checks/{run.Id}/reports/{format}",
                StringComparer.Ordinal) : new Dictionary<string, string>(),
        };
    }

    private static CallbackStatus Describe(StoredCallback callback) => new()
    {
        Host = new Uri(callback.Url).GetLeftPart(UriPartial.Authority),
        State = callback.State,
        Attempts = callback.Attempts,
        ProblemId = callback.State == StoredCallback.GivenUp ? ServerDiagnosticIds.CallbackGivenUp : null,
        Problem = callback.Problem,
    };

    private static CheckedFile GetFile(RunFile file, string state, IReadOnlyDictionary<string, FileProgress> progress)
    {
        FileProgress? told = state == RunState.Running && progress.TryGetValue(file.Name, out FileProgress known) ? known : null;
        return new CheckedFile
        {
            Position = file.Position,
            Name = file.Name,
            Sha256 = file.Sha256,
            State = state != RunState.Running ? state : told is not { } begun ? RunState.Queued : begun.IsDone ? RunState.Done : RunState.Running,
            LinesRead = told?.Lines,
        };
    }

    /// <summary>A check, after waiting for its end.</summary>
    /// <param name="id">Id of the check.</param>
    /// <param name="seconds">How long to wait at the most; cut at <see cref="LongestWait"/>.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<CheckStatus?> Await(string id, int seconds, CancellationToken cancellation)
    {
        // Listen before looking, so that an end in between is not missed.
        Task end = signals.GetEnd(id);
        CheckStatus? status = await Find(id, cancellation);
        if (status is null || RunState.IsFinal(status.State))
        {
            signals.Forget(id);
            return status;
        }

        var left = TimeSpan.FromSeconds(Math.Clamp(seconds, 0, LongestWait.TotalSeconds));
        while (left > TimeSpan.Zero && status is not null && !RunState.IsFinal(status.State))
        {
            // A run that another server checks gives no signal here.
            TimeSpan step = options.Database is null || left < LookInterval ? left : LookInterval;
            await Task.WhenAny(end, Task.Delay(step, cancellation));
            cancellation.ThrowIfCancellationRequested();
            status = await Find(id, cancellation);
            left -= step;
        }

        return status;
    }
}
