using System.Runtime.ExceptionServices;
using SourcingCompliance.Running.Output;

namespace SourcingCompliance.Cli.Commands;

/// <summary>
/// Ends a verb within a second of Ctrl-C or SIGTERM, whatever it is doing. The work stops by itself at its next look at the token; when that takes too
/// long (a workbook is being compressed, a large page laid out) it is abandoned, and what it had half written is removed.
/// </summary>
internal static class PromptEnd
{
    /// <summary>How long the work may take to stop by itself.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(700);

    /// <summary>Does work on a thread of its own.</summary>
    /// <param name="work">The work; it gives the exit code.</param>
    /// <param name="cancellation">Is set when the user or the system ends the run.</param>
    /// <returns>A task that has ended, with the exit code.</returns>
    /// <exception cref="OperationCanceledException">The run was ended.</exception>
    public static Task<int> Run(Func<int> work, CancellationToken cancellation) => Run(work, ReportFiles.RemovePartial, cancellation);

    /// <summary>Does work on a thread of its own.</summary>
    /// <param name="work">The work; it gives the exit code.</param>
    /// <param name="abandon">Removes what the work has half written, when it is waited for no longer.</param>
    /// <param name="cancellation">Is set when the user or the system ends the run.</param>
    /// <returns>A task that has ended, with the exit code.</returns>
    /// <exception cref="OperationCanceledException">The run was ended.</exception>
    internal static Task<int> Run(Func<int> work, Action abandon, CancellationToken cancellation)
    {
        int exitCode = 0;
        ExceptionDispatchInfo? failure = null;
        using var done = new ManualResetEventSlim();
        // A thread in the background does not keep the process alive.
        var thread = new Thread(() =>
        {
#pragma warning disable CA1031 // Nothing is swallowed: the caller throws it again.
            try
            {
                exitCode = work();
            }
            catch (Exception problem)
            {
                failure = ExceptionDispatchInfo.Capture(problem);
            }
#pragma warning restore CA1031
            finally
            {
                End(done);
            }
        })
        { IsBackground = true, Name = "run" };
        thread.Start();
        int first = WaitHandle.WaitAny([done.WaitHandle, cancellation.WaitHandle]);
        if (first != 0 && !done.Wait(Patience, CancellationToken.None))
        {
            abandon();
            throw new OperationCanceledException(cancellation);
        }

        failure?.Throw();
        return Task.FromResult(exitCode);
    }

    private static void End(ManualResetEventSlim done)
    {
        try
        {
            done.Set();
        }
        catch (ObjectDisposedException)
        {
            // It was abandoned, and ends only now.
        }
    }
}
