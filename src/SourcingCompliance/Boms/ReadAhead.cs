using System.Collections.Concurrent;

namespace SourcingCompliance.Boms;

/// <summary>
/// Reads the lines of a long list on a second thread while those before are worked on: reading a line and recognising it take about as
/// long. The order stays, and what reading throws is thrown where the line would have come.
/// </summary>
internal static class ReadAhead
{
    // A shorter list is read before a second thread has begun.
    internal const int LinesBefore = 4096;
    internal const int LinesOfBatch = 256;

    // Lines that wait are copied by each collection, so few wait.
    private const int MostBatches = 4;

    /// <summary>The same lines, read ahead.</summary>
    /// <param name="lines">The lines; nobody else reads them.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static IEnumerable<BomLine> Of(IEnumerable<BomLine> lines, CancellationToken cancellation)
    {
        using IEnumerator<BomLine> source = lines.GetEnumerator();
        for (int line = 0; line < LinesBefore; line++)
        {
            if (!source.MoveNext())
            {
                yield break;
            }

            yield return source.Current;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var batches = new BlockingCollection<BomLine[]>(MostBatches);
        var reading = Task.Factory.StartNew(() => Read(source, batches, stop.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            foreach (BomLine[] batch in batches.GetConsumingEnumerable(cancellation))
            {
                foreach (BomLine line in batch)
                {
                    yield return line;
                }
            }

            reading.GetAwaiter().GetResult();
        }
        finally
        {
            // Whoever leaves early closes the file next, so reading must have ended by then. Its own failure was thrown above or no longer matters.
            stop.Cancel();
            Task.WaitAny([reading], CancellationToken.None);
        }
    }

    private static void Read(IEnumerator<BomLine> source, BlockingCollection<BomLine[]> batches, CancellationToken stop)
    {
        try
        {
            var batch = new List<BomLine>(LinesOfBatch);
            while (!stop.IsCancellationRequested && source.MoveNext())
            {
                batch.Add(source.Current);
                if (batch.Count == LinesOfBatch)
                {
                    batches.Add([.. batch], stop);
                    batch.Clear();
                }
            }

            batches.Add([.. batch], stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Nobody wants the rest.
        }
        finally
        {
            batches.CompleteAdding();
        }
    }
}
