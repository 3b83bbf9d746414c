using Quartz;

namespace SourcingCompliance.Server.Jobs;

/// <summary>What Quartz calls: one job for each run, under the run's id, never twice at once.</summary>
/// <param name="check">Does the work.</param>
[DisallowConcurrentExecution]
public sealed class QuartzCheck(RunCheck check) : IJob
{
    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        await check.Execute(context.JobDetail.Key.Name, cancellationToken);
    }
}
