using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Jobs;

/// <summary>Prepares the store before the scheduler starts, and takes up what an earlier process left.</summary>
/// <param name="database">The store.</param>
/// <param name="queue">Where unfinished runs go.</param>
/// <param name="taken">Held as long as the server lives; none where servers share the data folder.</param>
public sealed class StartUp(Database database, CheckQueue queue, DataFolderLock? taken = null) : IHostedLifecycleService
{
    /// <summary>Whether no other server can use the data folder.</summary>
    public bool IsAlone => taken is not null;

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Migrations.Apply(database, cancellationToken);

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => queue.Recover(cancellationToken);

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
