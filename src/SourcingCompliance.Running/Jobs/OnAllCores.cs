using System.Runtime.ExceptionServices;

namespace SourcingCompliance.Running.Jobs;

/// <summary>Does independent pieces of work on all cores; what fails is thrown as it would be on one.</summary>
internal static class OnAllCores
{
    /// <summary>Does a piece of work for each index.</summary>
    /// <param name="count">How many pieces there are.</param>
    /// <param name="work">Does the piece of an index; may be called from several threads at once.</param>
    /// <param name="cancellation">Begins no further piece.</param>
    public static void For(int count, Action<int> work, CancellationToken cancellation)
    {
        try
        {
            Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation }, work);
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Capture(several.InnerExceptions[0]).Throw();
        }
    }
}
