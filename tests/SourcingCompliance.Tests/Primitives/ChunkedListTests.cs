using SourcingCompliance.Primitives;

namespace SourcingCompliance.Tests.Primitives;

public sealed class ChunkedListTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(4096)]
    [InlineData(4097)]
    [InlineData(20_000)]
    public void What_was_added_stands_at_its_number(int count)
    {
        var list = new ChunkedList<int>();
        for (int number = 0; number < count; number++)
        {
            list.Add(number * 3);
        }

        list.Count.ShouldBe(count);
        Enumerable.Range(0, count).ShouldAllBe(number => list[number] == number * 3);
    }
}
