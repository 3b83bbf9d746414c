using SourcingCompliance.Mapping.Profiles;
using SourcingCompliance.Reports;
using SourcingCompliance.Running;
using SourcingCompliance.Running.Jobs;
using SourcingCompliance.Server.Jobs;
using SourcingCompliance.Server.Storage;
using SourcingCompliance.Server.Views;

namespace SourcingCompliance.Server.Pages.Columns;

/// <summary>Checks the files of a check with other columns and keeps nothing of it: what a change would do to the answer, before it is made.</summary>
/// <param name="jobs">Makes the job.</param>
/// <param name="store">The checks.</param>
/// <param name="uploads">Where contents are kept.</param>
public sealed class ColumnEffect(CheckJobs jobs, RunStore store, UploadFolder uploads) : IDisposable
{
    private const long LargestBytes = 8 << 20;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    // One after another: nobody's check waits for someone who tries columns.
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>The report with the settings; null = the files are too large for that, or it took too long.</summary>
    /// <param name="run">The run.</param>
    /// <param name="profiles">The column settings, the first that fits applies.</param>
    /// <param name="cancellation">Stops the check.</param>
    public async Task<ComplianceReport?> Check(RunRecord run, IReadOnlyList<MappingProfile> profiles, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(run);
        // All files: the counts are compared with those of the whole check, and the settings may fit other sheets too.
        RunFile[] files = [.. await store.GetFiles(run.Id, cancellation)];
        FileInfo[] contents = [.. files.Select(file => new FileInfo(uploads.GetPath(file.Sha256)))];
        if (!contents.All(content => content.Exists) || contents.Sum(content => content.Length) > LargestBytes)
        {
            return null;
        }

        CheckJob job = await jobs.Create(run, files, cancellation) with { Profiles = [.. profiles], Baseline = null };
        using var timeout = new CancellationTokenSource(Longest);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            await _one.WaitAsync(either.Token);
            try
            {
                return await Task.Run(() => CheckRunner.Run(job, null, either.Token), either.Token);
            }
            finally
            {
                _one.Release();
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>The counts of a report under the period that the result uses; null = it has none.</summary>
    /// <param name="report">The report.</param>
    public static PeriodCounts? GetCounts(ComplianceReport report) => Answer.GateRegime(report) is { } counts
        ? new PeriodCounts(counts.Regime.Id, "", "", true, counts.Violation, counts.Suspect, counts.Open, counts.Exempt, counts.Pass, counts.NotCovered)
        : null;

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();
}
