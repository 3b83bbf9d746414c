using SourcingCompliance.Server.Settings;

namespace SourcingCompliance.Server.Jobs;

/// <summary>
/// Keeps small uploads from waiting behind large ones: large checks run <c>--parallel</c> at once, in the order in which they came, and as many workers
/// are left for small ones.
/// </summary>
/// <param name="options">How many run at once.</param>
public sealed class CheckLanes(ServerOptions options)
{
    /// <summary>Bytes up to which an upload is small: a BOM of some thousand lines.</summary>
    public const long SmallBytes = 256 << 10;

    private readonly Lock _gate = new();
    private readonly Queue<string> _waiting = new();
    private int _large;

    /// <summary>Workers that the scheduler needs for both lanes.</summary>
    public static int WorkersFor(ServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return 2 * options.Parallel;
    }

    /// <summary>Whether a run may begin now; if not, it is noted, and <see cref="NextWaiting"/> names it later.</summary>
    /// <param name="run">Id of the run.</param>
    /// <param name="bytes">Size of its files.</param>
    public bool TryEnter(string run, long bytes)
    {
        if (bytes <= SmallBytes)
        {
            return true;
        }

        lock (_gate)
        {
            if (_large < options.Parallel)
            {
                _large++;
                return true;
            }

            if (!_waiting.Contains(run))
            {
                _waiting.Enqueue(run);
            }

            return false;
        }
    }

    /// <summary>Ends what <see cref="TryEnter"/> allowed.</summary>
    /// <param name="bytes">Size of the files of the run that has ended.</param>
    public void Leave(long bytes)
    {
        if (bytes > SmallBytes)
        {
            lock (_gate)
            {
                _large--;
            }
        }
    }

    /// <summary>The run that has waited longest, when it may begin now; it is to be scheduled, and forgotten here. Null = none.</summary>
    public string? NextWaiting()
    {
        lock (_gate)
        {
            return _large < options.Parallel && _waiting.TryDequeue(out string? next) ? next : null;
        }
    }
}
