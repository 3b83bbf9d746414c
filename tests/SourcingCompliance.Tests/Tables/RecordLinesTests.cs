using SourcingCompliance.Tables;

namespace SourcingCompliance.Tests.Tables;

public sealed class RecordLinesTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 5)]
    [InlineData(7, 9)]
    [InlineData(8, 11)]
    public void A_record_begins_below_the_lines_of_those_before_it(int record, int line)
    {
        var lines = new RecordLines();
        lines.Add(2, 2);
        lines.Add(7, 1);

        lines.GetLine(record).ShouldBe(line);
    }

    [Fact]
    public void Reading_again_counts_nothing_twice()
    {
        var lines = new RecordLines();
        lines.Add(2, 1);
        lines.Add(4, 1);
        lines.Add(2, 1);
        lines.Add(4, 1);

        lines.GetLine(5).ShouldBe(7);
    }

    [Fact]
    public void Without_line_ends_in_cells_line_and_record_are_one() => new RecordLines().GetLine(1_000_000).ShouldBe(1_000_000);
}
