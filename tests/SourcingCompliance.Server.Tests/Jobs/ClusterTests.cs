using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Jobs;

/// <summary>The same with PostgreSQL, where several servers are one.</summary>
public sealed class ClusterTests : KilledServers
{
    [OnPostgresFact]
    public Task Every_acknowledged_upload_is_checked_once_on_postgresql_too() => Kill_and_count(3, TestDatabase.NewPostgres);

    [OnPostgresFact]
    public async Task Two_servers_share_the_queue_and_one_takes_up_what_the_other_left()
    {
        using var folder = new TemporaryFolder();
        string[] more = [.. await TestDatabase.NewPostgres(), "--uploads-per-minute", "100000"];
        using ServerProcess one = await ServerProcess.Start(folder.Path, more);
        using ServerProcess two = await ServerProcess.Start(folder.Path, more);
        var acknowledged = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        await Task.WhenAll(Enumerable.Range(0, 4)
            .Select(sender => SendUntilDead(sender % 2 == 0 ? one.Client : two.Client, sender, acknowledged, CancellationToken.None)));
        using HttpResponseMessage slow = await one.Client.Post("slow.csv", LongBom(20_000));
        string id = (await ServerClient.JsonOf(slow)).GetProperty("id").GetString() ?? "";
        await UntilRunning(two.Client, id);

        one.Kill();

        acknowledged.Count.ShouldBe(4 * UploadsOfSender);
        foreach (string run in acknowledged.Keys.Append(id))
        {
            (await two.Client.Await(run)).GetProperty("state").GetString().ShouldBe("done", $"run {run}");
        }

        two.Kill();
        await ShouldHoldEachResultOnce(folder.Path, more, acknowledged.Count + 1, sameFindings: false);
    }

    [OnPostgresFact]
    public async Task A_check_is_cancelled_at_another_server_than_the_one_that_runs_it()
    {
        using var folder = new TemporaryFolder();
        string[] database = await TestDatabase.NewPostgres();
        await using RunningServer one = await RunningServer.Start(folder.Path, database);
        using HttpResponseMessage upload = await one.Client.Post("slow.csv", LongBom(200_000));
        string id = (await ServerClient.JsonOf(upload)).GetProperty("id").GetString() ?? "";
        await UntilRunning(one.Client, id);
        await using RunningServer two = await RunningServer.Start(folder.Path, database);

        using HttpResponseMessage cancelled = await two.Client.Http.DeleteAsync(new Uri($"/api/v1/checks/{id}", UriKind.Relative));

        cancelled.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        (await one.Client.Await(id)).GetProperty("state").GetString().ShouldBe("cancelled");
        (await one.Client.Get($"/api/v1/checks/{id}/reports/json")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }
}
