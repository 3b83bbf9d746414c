using Microsoft.Extensions.DependencyInjection;
using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Jobs;

/// <summary>What the server clears, and what it must not.</summary>
public abstract class HousekeepingTests
{
    /// <summary>Arguments of a server with an empty store of its own.</summary>
    private protected abstract Task<string[]> Store();

    [Fact]
    public async Task Lists_and_reports_of_no_check_are_cleared_and_those_of_a_check_are_not()
    {
        using var folder = new TemporaryFolder();
        await using RunningServer server = await RunningServer.Start(folder.Path, await Store());
        string kept = (await server.Client.Check("kept.csv", ServerClient.SmallBom)).GetProperty("id").GetString() ?? "";
        string gone = (await server.Client.Check("gone.csv", ServerClient.SmallBom + "MAG-2,SmCo magnet,1,Japan\n")).GetProperty("id").GetString() ?? "";
        using HttpResponseMessage forgotten = await server.Client.Http.DeleteAsync(new Uri($"/api/v1/checks/{gone}/data", UriKind.Relative));
        Directory.CreateDirectory(Path.Combine(folder.Path, "reports", "left-by-a-crash"));
        Housekeeping house = server.Parts.GetRequiredService<Housekeeping>();

        Contents(folder.Path).Length.ShouldBe(1, "nothing else needs the list of a check that was deleted");
        Directory.CreateDirectory(Path.Combine(folder.Path, "content", "ff"));
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "content", "ff", "ff00"), "of an upload that ended early");

        await house.Clear(CancellationToken.None);
        Contents(folder.Path).Length.ShouldBe(2, "what is younger than an hour may belong to an upload that is on its way");
        MakeOld(folder.Path);
        await house.Clear(CancellationToken.None);

        Contents(folder.Path).Length.ShouldBe(1);
        Directory.EnumerateDirectories(Path.Combine(folder.Path, "reports")).Select(Path.GetFileName).ShouldBe([kept + ".1"]);
        (await server.Client.Bytes($"/api/v1/checks/{kept}/reports/json")).Length.ShouldBeGreaterThan(20);
        (await server.Client.Check("again.csv", ServerClient.SmallBom)).GetProperty("state").GetString().ShouldBe("done");
    }

    [Fact]
    public async Task A_check_whose_list_was_cleared_under_it_is_refused_instead_of_lost()
    {
        using var folder = new TemporaryFolder();
        await using RunningServer server = await RunningServer.Start(folder.Path, await Store());
        string id = (await server.Client.Check("bom.csv", ServerClient.SmallBom)).GetProperty("id").GetString() ?? "";
        File.Delete(Contents(folder.Path)[0]);

        await Should.ThrowAsync<Uploads.UploadRefusedException>(() => server.Parts.GetRequiredService<Uploads.UploadIntake>()
            .Repeat(id, CancellationToken.None));
    }

    [Fact]
    public async Task A_check_is_forgotten_after_the_days_that_the_user_wants_it_kept()
    {
        using var folder = new TemporaryFolder();
        await using RunningServer server = await RunningServer.Start(folder.Path, [.. await Store(), "--keep-days", "30"]);
        string id = (await server.Client.Check("bom.csv", ServerClient.SmallBom)).GetProperty("id").GetString() ?? "";
        IServiceProvider parts = server.Parts;
        Housekeeping On(int days) => ActivatorUtilities.CreateInstance<Housekeeping>(parts, new LaterTime(TimeSpan.FromDays(days)));

        await On(29).Clear(CancellationToken.None);
        (await parts.GetRequiredService<RunStore>().Find(id, CancellationToken.None)).ShouldNotBeNull();

        await On(31).Clear(CancellationToken.None);
        (await parts.GetRequiredService<RunStore>().Find(id, CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task A_check_that_was_accepted_and_never_scheduled_is_taken_up()
    {
        using var folder = new TemporaryFolder();
        await using RunningServer server = await RunningServer.Start(folder.Path, await Store());
        string id = (await server.Client.Check("bom.csv", ServerClient.SmallBom)).GetProperty("id").GetString() ?? "";
        RunStore store = server.Parts.GetRequiredService<RunStore>();
        RunRecord done = await store.Find(id, CancellationToken.None) ?? throw new InvalidOperationException("The check is gone.");
        var inputs = new RunInputs([.. await store.GetFiles(id, CancellationToken.None)], [], new Dictionary<string, long>(), []);
        // As a server leaves it that dies after its answer was stored and before the run was scheduled.
        await store.TryAdd(done with { Id = "left-behind" }, inputs, 10, null, CancellationToken.None);

        await ActivatorUtilities.CreateInstance<Housekeeping>(server.Parts, new LaterTime(TimeSpan.FromMinutes(2))).ScheduleLeftBehind(CancellationToken.None);

        (await server.Client.Await("left-behind")).GetProperty("state").GetString().ShouldBe("done");
    }

    private static string[] Contents(string folder) => Directory.GetFiles(Path.Combine(folder, "content"), "*", SearchOption.AllDirectories);

    private static void MakeOld(string folder)
    {
        DateTime old = DateTime.UtcNow.AddHours(-2);
        foreach (string file in Contents(folder))
        {
            File.SetLastWriteTimeUtc(file, old);
        }

        foreach (string report in Directory.EnumerateDirectories(Path.Combine(folder, "reports")))
        {
            Directory.SetLastWriteTimeUtc(report, old);
        }
    }

    private sealed class LaterTime(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
    }
}

/// <summary>With SQLite in the data folder, as a new user has it.</summary>
public sealed class HousekeepingOnSqliteTests : HousekeepingTests
{
    private protected override Task<string[]> Store() => Task.FromResult<string[]>([]);
}

/// <summary>With PostgreSQL.</summary>
public sealed class HousekeepingOnPostgresTests : HousekeepingTests
{
    private protected override Task<string[]> Store()
    {
        Assert.SkipWhen(TestDatabase.MissingPostgres is not null, TestDatabase.MissingPostgres ?? "");
        return TestDatabase.NewPostgres();
    }
}
