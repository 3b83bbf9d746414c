using Quartz;
using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Jobs;

/// <summary>Puts runs into the scheduler and takes them out.</summary>
public sealed partial class CheckQueue(
    ISchedulerFactory schedulers, RunStore store, RunSignals signals, CheckLanes lanes, TimeProvider time, ILogger<CheckQueue> log)
{
    private const string Group = "checks";

    /// <summary>Schedules a run that is in the store. To do it twice does no harm.</summary>
    /// <param name="run">Id of the run.</param>
    /// <param name="cancellation">Gives up; the run is then taken up at the next start.</param>
    public async Task Enqueue(string run, CancellationToken cancellation)
    {
        IScheduler scheduler = await schedulers.GetScheduler(cancellation);
        IJobDetail job = JobBuilder.Create<QuartzCheck>().WithIdentity(run, Group).RequestRecovery().Build();
        ITrigger trigger = TriggerBuilder.Create().WithIdentity(run, Group).StartNow().Build();
        await scheduler.ScheduleJob(job, trigger, ScheduleJobOptions.Replacing, cancellation);
    }

    /// <summary>Schedules a run once more while it is being executed, for a later moment.</summary>
    /// <param name="run">Id of the run.</param>
    /// <param name="delay">How much later.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task EnqueueLater(string run, TimeSpan delay, CancellationToken cancellation)
    {
        IScheduler scheduler = await schedulers.GetScheduler(cancellation);
        ITrigger trigger = TriggerBuilder.Create().ForJob(run, Group).StartAt(time.GetUtcNow() + delay).Build();
        await scheduler.ScheduleJob(trigger, cancellationToken: cancellation);
    }

    /// <summary>Schedules a run that no scheduler knows.</summary>
    /// <param name="run">Id of the run.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task EnqueueIfUnknown(string run, CancellationToken cancellation)
    {
        IScheduler scheduler = await schedulers.GetScheduler(cancellation);
        if (!await scheduler.Exists(new JobKey(run, Group), cancellation))
        {
            await Enqueue(run, cancellation);
        }
    }

    /// <summary>Schedules the run that waits for a lane that may have become free; nothing when none waits.</summary>
    public async Task EnqueueWaiting()
    {
        if (lanes.NextWaiting() is { } next)
        {
            try
            {
                await Enqueue(next, CancellationToken.None);
            }
            catch (Exception failure) when (StorageProblem.From(failure) is { } storage)
            {
                LogNotScheduled(next, storage.Sentence);
            }
        }
    }

    /// <summary>Cancels a run, whether it waits or runs.</summary>
    /// <param name="run">Id of the run.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>False when it has ended already.</returns>
    public async Task<bool> Cancel(string run, CancellationToken cancellation)
    {
        // The store first: a check that is just ending then finds that its result is no longer wanted.
        if (!await store.End(run, RunState.Cancelled, null, "Cancelled by the user.", Timestamp.Now(time), cancellation))
        {
            return false;
        }

        IScheduler scheduler = await schedulers.GetScheduler(cancellation);
        var key = new JobKey(run, Group);
        try
        {
            await scheduler.Interrupt(key, cancellation);
            await scheduler.DeleteJob(key, cancellation);
        }
        catch (SchedulerException race)
        {
            // The check was ending at the same moment. The store has the last word: were it still running, its result would not be kept.
            LogNotTakenOut(race, run);
        }

        signals.End(run);
        // It may have been its turn, and it never began: whoever waits behind it would wait until another check ends.
        await EnqueueWaiting();
        return true;
    }

    /// <summary>Schedules everything that an earlier process accepted and did not finish.</summary>
    public async Task Recover(CancellationToken cancellation)
    {
        // Another server may be busy with one of them: the scheduler begins a run only when nobody else of the cluster is at it.
        foreach (RunRecord run in await store.Unfinished(cancellation))
        {
            await Enqueue(run.Id, cancellation);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Run {Run} could not be scheduled; it is taken up at the next start. {Problem}")]
    private partial void LogNotScheduled(string run, string problem);

    [LoggerMessage(Level = LogLevel.Information, Message = "Run {Run} was cancelled while it ended; the scheduler no longer knew it.")]
    private partial void LogNotTakenOut(Exception race, string run);
}
