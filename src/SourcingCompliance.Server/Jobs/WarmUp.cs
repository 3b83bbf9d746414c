using SourcingCompliance.Formats;
using SourcingCompliance.Formats.Reading;
using SourcingCompliance.Reports;
using SourcingCompliance.Running;
using SourcingCompliance.Running.Jobs;
using SourcingCompliance.Server.Settings;
using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Jobs;

/// <summary>
/// Checks a list of two lines in the background of a start and throws the result away: rules are loaded and code is compiled, so that the first
/// upload does not wait for that, whatever else runs.
/// </summary>
/// <param name="uploads">Where the list lies for a moment.</param>
/// <param name="options">Whether it is done.</param>
/// <param name="time">The clock.</param>
public sealed class WarmUp(UploadFolder uploads, ServerOptions options, TimeProvider time) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource _over = new();
    private Task _work = Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.IsWarmedUp)
        {
            _work = Task.Factory.StartNew(Check, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _over.CancelAsync();
        await _work;
    }

    /// <inheritdoc/>
    public void Dispose() => _over.Dispose();

    private void Check()
    {
        try
        {
            using var content =
                new MemoryStream("Part Number,Description,Qty,Country of Origin\nA,NdFeB magnet N42,1,China\nB,Screw M3,1,Germany\n"u8.ToArray());
            using TemporaryContent list = uploads.Hold(content);
            var job = new CheckJob { Paths = [], Inputs = [new CheckInput(list.Path, "list.csv")], AsOf = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime) };
            ComplianceReport report = CheckRunner.Run(job, null, _over.Token);
            foreach (IReportWriter writer in ReportWriters.All)
            {
                _over.Token.ThrowIfCancellationRequested();
                writer.Write(report, Stream.Null);
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or IOException or UnauthorizedAccessException)
        {
            // The first upload takes longer, and tells what is wrong.
        }
    }
}
