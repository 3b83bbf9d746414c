using SourcingCompliance.Server.Settings;

namespace SourcingCompliance.Server.Storage;

public sealed class RunStoreTests
{
    private const string At = "2026-11-22T10:00:00.000Z";

    [Fact]
    public async Task The_result_of_an_attempt_that_was_taken_for_dead_does_not_count()
    {
        using var folder = new TemporaryFolder();
        await using var database = new Database(new ServerOptions { DataFolder = folder.Path });
        await Migrations.Apply(database, CancellationToken.None);
        var store = new RunStore(database);
        await store.TryAdd(new RunRecord { Id = "r1", ReceivedAt = At, AsOf = "2026-11-22", Gate = "suspect" },
            new RunInputs([], [], new Dictionary<string, long>(), []), 10, null, CancellationToken.None);
        int? first = await store.Start("r1", At, CancellationToken.None);
        int? second = await store.Start("r1", At, CancellationToken.None);
        var result = new RunResult { ExitCode = 0, Answer = "", Lines = 1 };

        (first, second).ShouldBe((1, 2));
        (await store.Complete("r1", 1, result, [], [], At, CancellationToken.None)).ShouldBeFalse();
        (await store.Complete("r1", 2, result, [], [], At, CancellationToken.None)).ShouldBeTrue();
        (await store.Complete("r1", 2, result, [], [], At, CancellationToken.None)).ShouldBeFalse("once is enough");
        (await store.Start("r1", At, CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task An_attempt_that_was_taken_for_dead_cannot_fail_the_one_that_took_over()
    {
        using var folder = new TemporaryFolder();
        await using var database = new Database(new ServerOptions { DataFolder = folder.Path });
        await Migrations.Apply(database, CancellationToken.None);
        var store = new RunStore(database);
        await store.TryAdd(new RunRecord { Id = "r1", ReceivedAt = At, AsOf = "2026-11-22", Gate = "suspect" },
            new RunInputs([], [], new Dictionary<string, long>(), []), 10, null, CancellationToken.None);
        await store.Start("r1", At, CancellationToken.None);
        await store.Start("r1", At, CancellationToken.None);

        (await store.End("r1", RunState.Failed, null, "late", At, CancellationToken.None, attempt: 1)).ShouldBeFalse();
        (await store.Find("r1", CancellationToken.None))?.State.ShouldBe(RunState.Running);

        (await store.End("r1", RunState.Failed, null, "its own", At, CancellationToken.None, attempt: 2)).ShouldBeTrue();
    }
}
