namespace SourcingCompliance.Lines.Storage;

/// <summary>
/// Reads the lines of a long list on a second thread while those before are worked on: reading a line and recognizing it take about as
/// long. The order stays, and what reading throws is thrown where the line would have come. A line is valid until the next is asked for.
/// </summary>
internal static class ReadAhead
{
    // A shorter list is read before a second thread has begun.
    internal const int LinesBefore = 512;
    internal const int LinesOfBatch = 256;

    // Objects that are made one after the other lie side by side, and two cores that write to one cache line wait for each other: what the
    // taker of the lines writes for every line is kept so many bytes apart from what their reader writes.
    private const int Apart = 256;

    // The lines of a block go over together, so that it can come back when they are worked off. Enough wait that neither thread often sleeps.
    private const int MostBatches = 16;

    /// <summary>The same lines, read ahead.</summary>
    /// <param name="lines">The lines; nobody else reads them.</param>
    /// <param name="blocks">Where the blocks of the lines come from, and go back to.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static IEnumerable<BomLine> Start(IEnumerable<BomLine> lines, LineBlocks blocks, CancellationToken cancellation) =>
        Start(lines, blocks, new byte[Apart], cancellation);

    private static IEnumerable<BomLine> Start(IEnumerable<BomLine> lines, LineBlocks blocks, byte[] before, CancellationToken cancellation)
    {
        byte[] behind = new byte[Apart];
        using IEnumerator<BomLine> source = lines.GetEnumerator();
        for (int line = 0; line < LinesBefore; line++)
        {
            if (!source.MoveNext())
            {
                yield break;
            }

            yield return source.Current;
        }

        var batches = new HandOver<BomLine[]>(MostBatches);
        var reading = Task.Factory.StartNew(() => Read(source, batches), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            while (batches.TryTake(out BomLine[]? batch))
            {
                cancellation.ThrowIfCancellationRequested();
                foreach (BomLine line in batch)
                {
                    yield return line;
                }

                if (batch is [{ Block: { } block }, ..])
                {
                    blocks.Return(block);
                }
            }

            reading.GetAwaiter().GetResult();
        }
        finally
        {
            // Whoever leaves early closes the file next, so reading must have ended by then. Its own failure was thrown above or no longer matters.
            batches.Leave();
            Task.WaitAny([reading], CancellationToken.None);
            GC.KeepAlive(before);
            GC.KeepAlive(behind);
        }
    }

    private static void Read(IEnumerator<BomLine> source, HandOver<BomLine[]> batches)
    {
        try
        {
            var batch = new List<BomLine>(LinesOfBatch);
            bool isWanted = true;
            while (isWanted && source.MoveNext())
            {
                if (batch.Count > 0 && (batch[0].Block is { } block ? !ReferenceEquals(block, source.Current.Block) : batch.Count == LinesOfBatch))
                {
                    isWanted = batches.Give([.. batch]);
                    batch.Clear();
                }

                batch.Add(source.Current);
            }

            batches.Give([.. batch]);
        }
        finally
        {
            batches.Complete();
        }
    }
}
