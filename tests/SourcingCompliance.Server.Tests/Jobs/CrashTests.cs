using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Jobs;

/// <summary>What the server acknowledged survives whatever happens to its process.</summary>
public sealed class CrashTests
{
    private const int Senders = 2;
    private const int UploadsOfSender = 2;

    [Fact]
    public Task Every_acknowledged_upload_is_checked_once_though_the_process_is_killed_twenty_times() => Kill_and_count(20, () => Task.FromResult<string[]>([]));

    [OnPostgresFact]
    public Task Every_acknowledged_upload_is_checked_once_on_postgresql_too() => Kill_and_count(8, TestDatabase.NewPostgres);

    [OnPostgresFact]
    public async Task Two_servers_share_the_queue_and_one_takes_up_what_the_other_left()
    {
        using var folder = new TemporaryFolder();
        string[] more = [.. await TestDatabase.NewPostgres(), "--uploads-per-minute", "100000"];
        using ServerProcess one = await ServerProcess.Start(folder.Path, more);
        using ServerProcess two = await ServerProcess.Start(folder.Path, more);
        var acknowledged = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(sender => SendUntilDead(sender % 2 == 0 ? one.Client : two.Client, sender, acknowledged, CancellationToken.None)));
        using HttpResponseMessage slow = await one.Client.Post("slow.csv", LongBom(60_000));
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
        using HttpResponseMessage upload = await one.Client.Post("slow.csv", LongBom(400_000));
        string id = (await ServerClient.JsonOf(upload)).GetProperty("id").GetString() ?? "";
        await UntilRunning(one.Client, id);
        await using RunningServer two = await RunningServer.Start(folder.Path, database);

        using HttpResponseMessage cancelled = await two.Client.Http.DeleteAsync(new Uri($"/api/v1/checks/{id}", UriKind.Relative));

        cancelled.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        (await one.Client.Await(id)).GetProperty("state").GetString().ShouldBe("cancelled");
        (await one.Client.Get($"/api/v1/checks/{id}/reports/json")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_upload_that_ends_the_process_every_time_is_given_up()
    {
        using var folder = new TemporaryFolder();
        string id;
        await using (RunningServer server = await RunningServer.Start(folder.Path, "--attempts", "1"))
        {
            id = (await server.Client.Check("bom.csv", ServerClient.SmallBom)).GetProperty("id").GetString() ?? "";
        }

        await using (var database = new Database(OptionsOf(folder.Path)))
        {
            await database.Change(async (connection, transaction) =>
            {
                await using System.Data.Common.DbCommand command = connection.CreateCommand();
                command.Transaction = transaction;
                // As a process leaves it that died in its first attempt.
                command.CommandText = "UPDATE runs SET state = 'running', attempts = 1; DELETE FROM findings; DELETE FROM actions; DELETE FROM results;";
                await command.ExecuteNonQueryAsync();
                return true;
            }, CancellationToken.None);
        }

        await using RunningServer next = await RunningServer.Start(folder.Path, "--attempts", "1");
        JsonElement status = await next.Client.Await(id);
        status.GetProperty("state").GetString().ShouldBe("failed");
        status.GetProperty("problemId").GetString().ShouldBe("SC9908");
    }

    private static async Task Kill_and_count(int kills, Func<Task<string[]>> arguments)
    {
        using var folder = new TemporaryFolder();
        string[] more = [.. await arguments(), "--attempts", "1000", "--queue", "5000", "--uploads-per-minute", "100000"];
        var acknowledged = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var random = new Random(20270101);
        for (int kill = 0; kill < kills; kill++)
        {
            using ServerProcess server = await ServerProcess.Start(folder.Path, more);
            using var stop = new CancellationTokenSource();
            Task[] senders = [.. Enumerable.Range(0, Senders).Select(sender => SendUntilDead(server.Client, (kill * 100) + sender, acknowledged, stop.Token))];
            if (kill % 4 != 0)
            {
                await UntilMoreThan(acknowledged.Count + 1, acknowledged);
            }

            await Task.Delay(random.Next(0, 600));
            server.Kill();
            await stop.CancelAsync();
            await Task.WhenAll(senders);
        }

        acknowledged.Count.ShouldBeGreaterThan(kills, "too few uploads got through for the test to mean anything");
        using ServerProcess last = await ServerProcess.Start(folder.Path, more);
        foreach ((string id, int quantity) in acknowledged)
        {
            JsonElement status = await last.Client.Await(id);
            status.GetProperty("state").GetString().ShouldBe("done", $"run {id}");
            status.GetProperty("result").GetProperty("lines").GetInt32().ShouldBe(2);
            string report = await last.Client.Text($"/api/v1/checks/{id}/reports/json");
            report.ShouldContain($"\"bom{quantity}.csv\"", Case.Sensitive, "the report is the one of this upload");
        }

        last.Kill();
        await ShouldHoldEachResultOnce(folder.Path, more, acknowledged.Count);
    }

    // On a busy machine a fixed wait would kill before anything was acknowledged, and show nothing. Every fourth kill is blind, so that uploads
    // on their way in are hit too.
    private static async Task UntilMoreThan(int number, ConcurrentDictionary<string, int> acknowledged)
    {
        for (int waited = 0; acknowledged.Count <= number && waited < 30_000; waited += 10)
        {
            await Task.Delay(10);
        }
    }

    private static async Task UntilRunning(ServerClient client, string id)
    {
        for (int waited = 0; waited < 60_000; waited += 20)
        {
            if ((await client.Await(id, 0)).GetProperty("state").GetString() == "running")
            {
                return;
            }

            await Task.Delay(20);
        }

        throw new InvalidOperationException($"Run {id} did not begin.");
    }

    private static string LongBom(int lines) => "Part Number,Description,Qty,Country of Origin\n"
        + string.Concat(Enumerable.Range(0, lines).Select(line => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"MAG-{line},Screw M3 size {line},2,Germany\n")))
        + "MAG-1,NdFeB magnet N42,2,China\n";

    private static async Task SendUntilDead(ServerClient client, int number, ConcurrentDictionary<string, int> acknowledged, CancellationToken stop)
    {
        for (int at = 0; !stop.IsCancellationRequested && at < UploadsOfSender; at++)
        {
            int quantity = (number * 10) + at;
            try
            {
                using HttpResponseMessage response = await client.Post($"bom{quantity}.csv", $"Part Number,Description,Qty,Country of Origin\nMAG-1,NdFeB magnet N42,2,China\nSCR-{quantity},Screw M3 steel,8,Germany\n");
                if (response.StatusCode == HttpStatusCode.Accepted)
                {
                    acknowledged[(await ServerClient.JsonOf(response)).GetProperty("id").GetString() ?? ""] = quantity;
                }
            }
            catch (Exception dead) when (dead is HttpRequestException or IOException or OperationCanceledException or JsonException)
            {
                return;
            }
        }
    }

    // Every run that is done has one result and the same findings; none has findings twice or without a result.
    private static async Task ShouldHoldEachResultOnce(string folder, string[] more, int acknowledged, bool sameFindings = true)
    {
        await using var database = new Database(OptionsOf(folder, more));
        await using System.Data.Common.DbConnection connection = await database.Open(CancellationToken.None);
        long results = await Count(connection, "SELECT COUNT(*) FROM results");
        results.ShouldBeGreaterThanOrEqualTo(acknowledged);
        (await Count(connection, "SELECT COUNT(*) FROM runs WHERE state = 'done'")).ShouldBe(results);
        (await Count(connection, "SELECT COUNT(*) FROM results WHERE run_id NOT IN (SELECT id FROM runs WHERE state = 'done')")).ShouldBe(0);
        if (sameFindings)
        {
            (await Count(connection, "SELECT COUNT(DISTINCT number) FROM (SELECT COUNT(*) AS number FROM findings GROUP BY run_id) AS counted")).ShouldBe(1);
        }

        (await Count(connection, "SELECT COUNT(DISTINCT run_id) FROM findings")).ShouldBe(results);
    }

    private static async Task<long> Count(System.Data.Common.DbConnection connection, string sql)
    {
        await using System.Data.Common.DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static ServerOptions OptionsOf(string folder, params string[] more) => new()
    {
        DataFolder = folder,
        Database = Array.IndexOf(more, "--database") is >= 0 and var at ? more[at + 1] : null,
    };
}
