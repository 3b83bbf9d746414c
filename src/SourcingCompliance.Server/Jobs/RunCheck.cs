using SourcingCompliance.Formats.Writing;
using SourcingCompliance.Reports;
using SourcingCompliance.Running;
using SourcingCompliance.Running.Jobs;
using SourcingCompliance.Server.Settings;
using SourcingCompliance.Server.Storage;
using SourcingCompliance.Server.Views;

namespace SourcingCompliance.Server.Jobs;

/// <summary>
/// Checks one run from the store and keeps its result. It may be begun any number of times for one run, after crashes too: the reports
/// are the same bytes each time, each attempt has a folder of its own for them, and the result is kept in one transaction, once.
/// </summary>
public sealed partial class RunCheck(RunStore store, UploadFolder uploads, CheckJobs jobs, ReportStore reports, RunSignals signals,
    CheckLanes lanes, CheckQueue queue, ServerOptions options, TimeProvider time, ILogger<RunCheck> log)
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LaterInterval = TimeSpan.FromSeconds(5);

    /// <summary>Checks a run. Whatever happens, the run is free to be begun again afterwards, unless its end is in the store.</summary>
    /// <param name="id">Id of the run.</param>
    /// <param name="cancellation">Cancelled by the user, or because the server ends; the store tells which.</param>
    public async Task Execute(string id, CancellationToken cancellation)
    {
        // A run may be scheduled twice after a crash; the second comer leaves it to the first.
        if (!signals.TryBegin(id))
        {
            return;
        }

        try
        {
            if (await store.Find(id, cancellation) is { } run && !RunState.IsFinal(run.State))
            {
                await BeginInLane(run, cancellation);
            }
        }
        catch (OperationCanceledException)
        {
            // Cancelled by the user: the store knows. The server ends: the run stays unfinished and is taken up at the next start.
        }
        catch (Exception failure) when (StorageProblem.From(failure) is { } storage)
        {
            LogNotStored(id, storage.Sentence);
        }
        finally
        {
            signals.End(id);
            // Whatever this run was or did not become: it may have been the one that the next is waiting for.
            await queue.EnqueueWaiting();
        }
    }

    // One that has to wait stays queued in the store, and comes again when its lane is free.
    private async Task BeginInLane(RunRecord run, CancellationToken cancellation)
    {
        long bytes = await store.GetBytes(run.Id, cancellation);
        if (!lanes.TryEnter(run.Id, bytes))
        {
            if (options.Database is not null)
            {
                // Another server of the cluster may be free before this one is.
                await queue.EnqueueLater(run.Id, LaterInterval, cancellation);
            }

            return;
        }

        try
        {
            await Begin(run, cancellation);
        }
        finally
        {
            lanes.Leave(bytes);
        }
    }

    private async Task Begin(RunRecord run, CancellationToken cancellation)
    {
        if (run.Attempts >= options.MaximumAttempts)
        {
            await store.End(run.Id, RunState.Failed, ServerDiagnosticIds.CheckGivenUp,
                FormattableString.Invariant(
                    $"This check was started {run.Attempts} times and never finished, because the server stopped or its disk was full. It was given up. Split the BOM, or give the server more memory or disk."), Timestamp.Now(time), cancellation);
            return;
        }

        if (await store.Start(run.Id, Timestamp.Now(time), cancellation) is not { } attempt)
        {
            return;
        }

        using var timeout = new CancellationTokenSource(options.Timeout, time);
        using var elsewhere = new CancellationTokenSource();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation, elsewhere.Token);
        using var over = new CancellationTokenSource();
        Task watching = options.Database is null ? Task.CompletedTask : StopWhenCancelledElsewhere(run.Id, elsewhere, over.Token);
        try
        {
            if (await CheckAndKeep(run, attempt, either.Token))
            {
                LogDone(run.Id);
            }
            else
            {
                // Cancelled at the last moment, or taken up by another server meanwhile: these reports are nobody's.
                Directory.Delete(uploads.GetReports(run.Id, attempt), recursive: true);
            }
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            LogTimedOut(run.Id);
            await Fail(run.Id, attempt, ServerDiagnosticIds.CheckTimedOut,
                FormattableString.Invariant(
                    $"The check took longer than {options.Timeout.TotalSeconds:0} seconds. Split the BOM, or start the server with a larger --timeout-seconds."));
        }
        catch (OperationCanceledException)
        {
            throw;
        }
        catch (Exception failure) when (StorageProblem.From(failure) is { } storage)
        {
            // Nothing of this attempt is kept; if not even that can be stored, the run is begun again later.
            RemoveReports(run.Id, attempt);
            LogNotStored(run.Id, storage.Sentence);
            await Fail(run.Id, attempt, storage.Id, storage == StorageProblem.Full
                ? "The disk of the server was full before the reports were written. Nothing was decided. Free some space where the data folder is, then "
                    + "check the BOM again."
                : storage.Sentence + " Nothing was decided.");
        }
#pragma warning disable CA1031 // A defect in one run must not take the others with it: it is logged once and told in the run.
        catch (Exception defect)
#pragma warning restore CA1031
        {
            LogDefect(defect, run.Id);
            await Fail(run.Id, attempt, null, "The program failed in this check. This is a defect; the server's log says where. Nothing was decided.");
        }
        finally
        {
            await over.CancelAsync();
            await watching;
        }
    }

    private Task<bool> Fail(string id, int attempt, string? problemId, string problem) =>
        store.End(id, RunState.Failed, problemId, problem, Timestamp.Now(time), CancellationToken.None, attempt);

    private void RemoveReports(string id, int attempt)
    {
        string folder = uploads.GetReports(id, attempt);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // A user may cancel at another server of the cluster, which cannot reach this process but through the store.
    private async Task StopWhenCancelledElsewhere(string id, CancellationTokenSource check, CancellationToken over)
    {
        try
        {
            while (true)
            {
                await Task.Delay(LookInterval, time, over);
                if (await store.Find(id, over) is { State: RunState.Cancelled })
                {
                    await check.CancelAsync();
                    return;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The check is over.
        }
        catch (System.Data.Common.DbException lost)
        {
            // Without the store nothing can be cancelled from elsewhere; the check itself will find out.
            LogCannotLook(lost, id);
        }
    }

    private async Task<bool> CheckAndKeep(RunRecord run, int attempt, CancellationToken cancellation)
    {
        RunFile[] files = [.. await store.GetFiles(run.Id, cancellation)];
        CheckJob job = await jobs.Create(run, files, cancellation);
        var progress = new Relay(told => signals.Progress(run.Id, told));
        ComplianceReport report = await Task.Factory.StartNew(() =>
        {
            ComplianceReport checkedReport = CheckRunner.Run(job, progress, cancellation);
            reports.Write(run.Id, attempt, checkedReport, files, cancellation);
            return checkedReport;
        }, cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        StoredFinding[] findings = [.. report.Findings.Select(finding => new StoredFinding
        {
            FindingId = finding.Id,
            Verdict = ReportTokens.Format(finding.Verdict),
            PartNumber = CheckJobs.Storable(finding.PartNumber),
            Message = CheckJobs.Storable(finding.Message),
        })];
        StoredAction[] actions = [.. report.Actions.Select(action => new StoredAction
        {
            ActionId = action.Id,
            Title = CheckJobs.Storable(action.Title),
            Supplier = action.Supplier is { } supplier ? CheckJobs.Storable(supplier) : null,
            StartBy = ReportTokens.Format(action.StartBy),
            DueBy = ReportTokens.Format(action.DueBy),
            IsFallback = action.IsFallback ? 1 : 0,
        })];
        return await store.Complete(run.Id, attempt, CheckJobs.GetResult(report), findings, actions, Timestamp.Now(time), cancellation, PartRows.Get(report));
    }

    // Progress<T> would post to the thread pool and tell out of order.
    private sealed class Relay(Action<CheckProgress> report) : IProgress<CheckProgress>
    {
        public void Report(CheckProgress value) => report(value);
    }
}
