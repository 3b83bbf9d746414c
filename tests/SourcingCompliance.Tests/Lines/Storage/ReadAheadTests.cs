using SourcingCompliance.Lines;
using SourcingCompliance.Lines.Storage;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Tests.Lines.Storage;

public sealed class ReadAheadTests
{
    private static readonly ColumnMap Map = new() { Sheet = CellRef.ForFile("bom.csv"), HeaderRow = 1, Columns = [] };

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(4096)]
    [InlineData(4097)]
    [InlineData(30_000)]
    public void Every_line_comes_once_and_in_order(int count) =>
        ReadAhead.Start(Lines(count), new LineBlocks(), CancellationToken.None).Select(line => line.Row).ShouldBe(Enumerable.Range(1, count));

    [Fact]
    public void What_reading_throws_is_thrown_behind_the_lines_before_it()
    {
        int seen = 0;

        InvalidOperationException thrown = Should.Throw<InvalidOperationException>(() =>
        {
            foreach (BomLine line in ReadAhead.Start(Lines(20_000).Concat(Broken()), new LineBlocks(), CancellationToken.None))
            {
                seen = line.Row;
            }
        });

        thrown.Message.ShouldBe("the disk is gone");
        seen.ShouldBe(20_000 - ((20_000 - ReadAhead.LinesBefore) % ReadAhead.LinesOfBatch),
            "a batch that was not full when reading failed is lost with it, and the check fails as a whole");
    }

    [Fact]
    public void Whoever_leaves_early_finds_the_reading_ended()
    {
        bool isOver = false;
        IEnumerable<BomLine> Watched()
        {
            try
            {
                foreach (BomLine line in Lines(10_000_000))
                {
                    yield return line;
                }
            }
            finally
            {
                isOver = true;
            }
        }

        foreach (BomLine line in ReadAhead.Start(Watched(), new LineBlocks(), CancellationToken.None))
        {
            if (line.Row == 6000)
            {
                break;
            }
        }

        isOver.ShouldBeTrue();
    }

    [Fact]
    public void A_cancelled_check_stops_reading()
    {
        using var cancellation = new CancellationTokenSource();

        Should.Throw<OperationCanceledException>(() =>
        {
            foreach (BomLine line in ReadAhead.Start(Lines(10_000_000), new LineBlocks(), cancellation.Token))
            {
                if (line.Row == 6000)
                {
                    cancellation.Cancel();
                }
            }
        });
    }

    private static IEnumerable<BomLine> Lines(int count) => Enumerable.Range(1, count).Select(row => new BomLine(Map, row, []));

    private static IEnumerable<BomLine> Broken()
    {
        throw new InvalidOperationException("the disk is gone");
#pragma warning disable CS0162 // Makes this an iterator, so that it throws when it is reached.
        yield break;
#pragma warning restore CS0162
    }
}
