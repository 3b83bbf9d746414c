using SourcingCompliance.Mapping.Profiles;
using SourcingCompliance.Reports;
using SourcingCompliance.Running;
using SourcingCompliance.Running.Jobs;
using SourcingCompliance.Server.Settings;
using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Jobs;

/// <summary>Checks the files of a check again and keeps nothing of it: what a change would do to the answer, or what is still to be asked.</summary>
/// <param name="jobs">Makes the job.</param>
/// <param name="store">The checks.</param>
/// <param name="uploads">Where contents are kept.</param>
/// <param name="options">How long a check may take.</param>
public sealed class TrialCheck(CheckJobs jobs, RunStore store, UploadFolder uploads, ServerOptions options) : IDisposable
{
    private const long LargestBytes = 8 << 20;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    // One after another: nobody's check waits for someone who tries something.
    private readonly SemaphoreSlim _one = new(1);
    private readonly SemaphoreSlim _oneWhole = new(1);

    /// <summary>The report with the settings; null = the files are too large for that, or it took too long.</summary>
    /// <param name="run">The run.</param>
    /// <param name="profiles">The column settings, the first that fits applies.</param>
    /// <param name="cancellation">Stops the check.</param>
    public Task<ComplianceReport?> Check(RunRecord run, IReadOnlyList<MappingProfile> profiles, CancellationToken cancellation) =>
        Check(run, profiles, LargestBytes, Longest, _one, cancellation);

    /// <summary>The same for whatever can be uploaded, within the time of a check; null = a file is no longer on the server, or it took too long.</summary>
    /// <param name="run">The run.</param>
    /// <param name="profiles">The column settings, the first that fits applies.</param>
    /// <param name="cancellation">Stops the check.</param>
    public Task<ComplianceReport?> CheckWhole(RunRecord run, IReadOnlyList<MappingProfile> profiles, CancellationToken cancellation) =>
        Check(run, profiles, long.MaxValue, options.Timeout, _oneWhole, cancellation);

    private async Task<ComplianceReport?> Check(RunRecord run, IReadOnlyList<MappingProfile> profiles, long largest, TimeSpan longest, SemaphoreSlim turn,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(run);
        // All files: the counts are compared with those of the whole check, and the settings may fit other sheets too.
        RunFile[] files = [.. await store.GetFiles(run.Id, cancellation)];
        FileInfo[] contents = [.. files.Select(file => new FileInfo(uploads.GetPath(file.Sha256)))];
        if (!contents.All(content => content.Exists) || contents.Sum(content => content.Length) > largest)
        {
            return null;
        }

        CheckJob job = await jobs.Create(run, files, cancellation) with { Profiles = [.. profiles], Baseline = null };
        using var timeout = new CancellationTokenSource(longest);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            await turn.WaitAsync(either.Token);
            try
            {
                return await Task.Run(() => CheckRunner.Run(job, null, either.Token), either.Token);
            }
            finally
            {
                turn.Release();
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _one.Dispose();
        _oneWhole.Dispose();
    }
}
