using System.Diagnostics;

namespace SourcingCompliance.Cli.Commands;

/// <summary>A run that is ended ends, whatever its work is doing.</summary>
public sealed class PromptEndTests
{
    [Fact]
    public async Task Work_gives_its_exit_code() => (await PromptEnd.Run(() => 7, CancellationToken.None)).ShouldBe(7);

    [Fact]
    public void A_failure_of_the_work_is_thrown_as_it_was() =>
        Should.Throw<InvalidDataException>(() => PromptEnd.Run(() => throw new InvalidDataException("as it was"), CancellationToken.None)).Message.ShouldBe(
            "as it was");

    [Fact]
    public void Work_that_looks_at_nothing_is_abandoned_within_a_second()
    {
        using var stop = new CancellationTokenSource();
        using var release = new ManualResetEventSlim();
        var clock = Stopwatch.StartNew();
        int abandoned = 0;

        Should.Throw<OperationCanceledException>(() => PromptEnd.Run(
            () =>
            {
                stop.Cancel();
                release.Wait(TimeSpan.FromMinutes(1));
                return 0;
            },
            // Not what a process that ends would do: other tests of this process are writing their files.
            () => abandoned++,
            stop.Token));

        clock.Elapsed.ShouldBeLessThan(PromptEnd.Patience + TimeSpan.FromSeconds(5), "the work itself would have taken a minute");
        abandoned.ShouldBe(1, "what is half written is removed");
        release.Set();
    }
}
