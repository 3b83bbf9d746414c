using System.Data.Common;
using SourcingCompliance.Server.Settings;
using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Jobs;

/// <summary>
/// Looks after the store while the server runs: schedules what was accepted and never scheduled (its server died in between), forgets
/// checks that are older than the user wants them kept, and removes lists and reports that belong to no check.
/// </summary>
public sealed partial class Housekeeping(RunStore store, UploadFolder uploads, RunDeletion deletion, Database database, CheckQueue queue,
    RunSignals signals, ServerOptions options, TimeProvider time, ILogger<Housekeeping> log) : BackgroundService
{
    // A run is scheduled within moments of its acceptance; one that waits so long unscheduled was left behind.
    private static readonly TimeSpan Round = TimeSpan.FromMinutes(1);
    private const int RoundsBetweenClearings = 30;

    /// <summary>Schedules runs that were accepted a while ago and that no scheduler knows, and those whose check ended here without its end being
    /// stored.</summary>
    public async Task ScheduleLeftBehind(CancellationToken cancellation)
    {
        string latest = Timestamp.Format(time.GetUtcNow() - Round);
        foreach (RunRecord run in (await store.Unfinished(cancellation)).Where(run => string.CompareOrdinal(run.ReceivedAt, latest) < 0))
        {
            // With a store of our own nobody else can be at it; beside a shared one the scheduler knows who is.
            if (options.Database is null && run.State == RunState.Running && !signals.IsRunning(run.Id))
            {
                LogTakenUp(run.Id);
                await queue.Enqueue(run.Id, cancellation);
            }
            else
            {
                await queue.EnqueueIfUnknown(run.Id, cancellation);
            }
        }
    }

    /// <summary>Forgets what is too old and removes what belongs to nothing.</summary>
    public async Task Clear(CancellationToken cancellation)
    {
        if (options.KeepDays > 0)
        {
            foreach (string run in await store.EndedBefore(Timestamp.Format(time.GetUtcNow().AddDays(-options.KeepDays)), cancellation))
            {
                await deletion.Delete(run, cancellation);
            }
        }

        uploads.RemoveReportsBut(await store.LastAttempts(cancellation));
        await store.ClearContent(uploads.RemoveContentBut, cancellation);
        await database.Purge(cancellation);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Round, time);
        for (int round = 1; await timer.WaitForNextTickAsync(stoppingToken); round++)
        {
            try
            {
                await ScheduleLeftBehind(stoppingToken);
                if (round % RoundsBetweenClearings == 1)
                {
                    await Clear(stoppingToken);
                }
            }
            catch (Exception problem) when (problem is DbException or IOException or UnauthorizedAccessException or Quartz.SchedulerException)
            {
                // The next round tries again; nothing that was accepted is lost by waiting.
                LogLater(StorageProblem.From(problem)?.Sentence ?? problem.Message);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The store could not be looked after; the next round tries again. {Problem}")]
    private partial void LogLater(string problem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Run {Run}: the end of its check was not stored, so it is checked again.")]
    private partial void LogTakenUp(string run);
}
