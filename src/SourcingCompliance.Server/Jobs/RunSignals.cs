using System.Collections.Concurrent;
using System.Threading.Channels;
using SourcingCompliance.Running.Jobs;

namespace SourcingCompliance.Server.Jobs;

/// <summary>How far a file has come.</summary>
/// <param name="Lines">Item lines read.</param>
/// <param name="IsDone">Whether it is checked.</param>
public readonly record struct FileProgress(int Lines, bool IsDone);

/// <summary>Lets a request wait for the end of a run of this process, and tells how far it has come.</summary>
public sealed class RunSignals
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _waiting = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, FileProgress>> _progress = new(StringComparer.Ordinal);

    private readonly Channel<bool> _ended = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Waits until any run of this process has ended since the last call, or some time has passed.</summary>
    /// <param name="limit">The longest wait.</param>
    /// <param name="cancellation">Stops waiting; nothing is thrown.</param>
    public async Task WaitForAnyEnd(TimeSpan limit, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(limit);
        try
        {
            await _ended.Reader.ReadAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            // The time is over.
        }
    }

    /// <summary>Ends when the run does; ask the store again afterwards.</summary>
    /// <param name="run">Id of the run.</param>
    public Task GetEnd(string run) => _waiting.GetOrAdd(run, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>Whether the caller may check the run now: false while someone else of this process does.</summary>
    /// <param name="run">Id of the run.</param>
    public bool TryBegin(string run) => _progress.TryAdd(run, new ConcurrentDictionary<string, FileProgress>(StringComparer.Ordinal));

    /// <summary>Whether someone of this process checks the run at this moment.</summary>
    /// <param name="run">Id of the run.</param>
    public bool IsRunning(string run) => _progress.ContainsKey(run);

    /// <summary>How far each file has come, by its name; a file that was not begun is not among them, and none is when the run is not running here.</summary>
    /// <param name="run">Id of the run.</param>
    public IReadOnlyDictionary<string, FileProgress> GetProgress(string run) =>
        _progress.TryGetValue(run, out ConcurrentDictionary<string, FileProgress>? files) ? files : new ConcurrentDictionary<string, FileProgress>();

    /// <summary>Notes how far a file of a run has come.</summary>
    public void Progress(string run, CheckProgress progress)
    {
        if (_progress.TryGetValue(run, out ConcurrentDictionary<string, FileProgress>? files))
        {
            files[progress.File] = new FileProgress(progress.FileLines, progress.IsFileDone);
        }
    }

    /// <summary>Forgets who waits for a run that has ended.</summary>
    public void Forget(string run) => _waiting.TryRemove(run, out _);

    /// <summary>Wakes whoever waits for a run.</summary>
    public void End(string run)
    {
        _progress.TryRemove(run, out _);
        _ended.Writer.TryWrite(true);
        if (_waiting.TryRemove(run, out TaskCompletionSource? waiting))
        {
            waiting.TrySetResult();
        }
    }
}
