using System.Collections.Concurrent;

namespace SourcingCompliance.Server.Jobs;

/// <summary>Lets a request wait for the end of a run of this process, and tells how far it has come.</summary>
public sealed class RunSignals
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _waiting = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _lines = new(StringComparer.Ordinal);

    /// <summary>Ends when the run does; ask the store again afterwards.</summary>
    /// <param name="run">Id of the run.</param>
    public Task EndOf(string run) => _waiting.GetOrAdd(run, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>Whether the caller may check the run now: false while someone else of this process does.</summary>
    /// <param name="run">Id of the run.</param>
    public bool TryBegin(string run) => _lines.TryAdd(run, 0);

    /// <summary>Item lines read so far; 0 when the run is not running here.</summary>
    public int LinesOf(string run) => _lines.GetValueOrDefault(run);

    /// <summary>Notes how far a run has come.</summary>
    public void Progress(string run, int lines) => _lines[run] = lines;

    /// <summary>Forgets who waits for a run that has ended.</summary>
    public void Forget(string run) => _waiting.TryRemove(run, out _);

    /// <summary>Wakes whoever waits for a run.</summary>
    public void End(string run)
    {
        _lines.TryRemove(run, out _);
        if (_waiting.TryRemove(run, out TaskCompletionSource? waiting))
        {
            waiting.TrySetResult();
        }
    }
}
