using System.Data.Common;
using System.Text.Json;
using SourcingCompliance.Server.Storage;
using SourcingCompliance.Server.Views;

namespace SourcingCompliance.Server.Jobs;

/// <summary>Makes the results that an older version kept searchable, once, in the background of a start.</summary>
/// <param name="store">Where line items are kept.</param>
/// <param name="views">The results.</param>
/// <param name="log">What could not be done.</param>
public sealed partial class PartFill(PartStore store, CheckViewStore views, ILogger<PartFill> log) : BackgroundService
{
    /// <summary>Fills in what is missing.</summary>
    /// <param name="cancellation">Stops between two checks; the rest is filled in after the next start.</param>
    /// <returns>How many checks were filled in.</returns>
    public async Task<int> Fill(CancellationToken cancellation)
    {
        int filled = 0;
        foreach ((string run, int attempt) in await store.ReadUnlisted(cancellation))
        {
            CheckView? view = null;
            try
            {
                view = await views.Find(run, attempt, cancellation);
            }
            catch (JsonException)
            {
                // The page of the check cannot show it either.
            }

            filled += await store.Fill(run, view is null ? IndexedParts.None : PartRows.Get(view), cancellation) ? 1 : 0;
        }

        return filled;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Fill(stoppingToken);
        }
        catch (Exception problem) when (problem is DbException or IOException or UnauthorizedAccessException)
        {
            LogLater(StorageProblem.From(problem)?.Sentence ?? problem.Message);
        }
        catch (OperationCanceledException)
        {
            // The next start goes on.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Older checks could not be made searchable; the next start tries again. {Problem}")]
    private partial void LogLater(string problem);
}
