using System.Data.Common;
using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Jobs;

/// <summary>
/// Looks after the store while the server runs: schedules what was accepted and never scheduled (its server died in between), forgets
/// checks that are older than the user wants them kept, and removes lists and reports that belong to no check.
/// </summary>
public sealed partial class Housekeeping(RunStore store, UploadFolder uploads, CheckQueue queue, ServerOptions options, TimeProvider time, ILogger<Housekeeping> log) : BackgroundService
{
    // A run is scheduled within moments of its acceptance; one that waits so long unscheduled was left behind.
    private static readonly TimeSpan Round = TimeSpan.FromMinutes(1);
    private const int RoundsBetweenClearings = 30;

    /// <summary>Schedules runs that were accepted a while ago and that no scheduler knows.</summary>
    public async Task ScheduleLeftBehind(CancellationToken cancellation)
    {
        string latest = Timestamp.Of(time.GetUtcNow() - Round);
        foreach (RunRecord run in (await store.Unfinished(cancellation)).Where(run => string.CompareOrdinal(run.ReceivedAt, latest) < 0))
        {
            await queue.EnqueueIfUnknown(run.Id, cancellation);
        }
    }

    /// <summary>Forgets what is too old and removes what belongs to nothing.</summary>
    public async Task Clear(CancellationToken cancellation)
    {
        if (options.KeepDays > 0)
        {
            foreach (string run in await store.EndedBefore(Timestamp.Of(time.GetUtcNow().AddDays(-options.KeepDays)), cancellation))
            {
                await store.Forget(run, cancellation);
                uploads.RemoveReports(run);
            }
        }

        uploads.RemoveReportsBut(await store.LastAttempts(cancellation));
        await store.ClearContent(uploads.RemoveContentBut, cancellation);
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
                LogLater(problem);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The store could not be looked after; the next round tries again.")]
    private partial void LogLater(Exception problem);
}
