using SourcingCompliance.Lines.Storage;

namespace SourcingCompliance.Tests.Lines.Storage;

public sealed class HandOverTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task Everything_given_is_taken_once_and_in_order(int most)
    {
        var numbers = new HandOver<int>(most);
        var giving = Task.Run(() =>
        {
            for (int number = 0; number < 5_000; number++)
            {
                numbers.Give(number).ShouldBeTrue();
            }

            numbers.Complete();
        });
        var taken = new List<int>();

        while (numbers.TryTake(out int number))
        {
            taken.Add(number);
        }

        await giving;
        taken.ShouldBe(Enumerable.Range(0, 5_000));
    }

    [Fact]
    public async Task A_giver_that_waits_for_room_is_told_when_the_taker_leaves()
    {
        var numbers = new HandOver<int>(1);
        numbers.Give(1).ShouldBeTrue();
        Task<bool> giving = Task.Run(() => numbers.Give(2));

        numbers.Leave();

        (await giving).ShouldBeFalse();
    }
}
