using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using SourcingCompliance.Server.Settings;
using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Jobs;

/// <summary>Servers in processes of their own that are killed, and what must be in the store afterwards.</summary>
public abstract class KilledServers
{
    private protected const int UploadsOfSender = 2;
    private const int Senders = 2;

    private protected static async Task Kill_and_count(int kills, Func<Task<string[]>> arguments)
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
    private protected static async Task UntilMoreThan(int number, ConcurrentDictionary<string, int> acknowledged)
    {
        for (int waited = 0; acknowledged.Count <= number && waited < 30_000; waited += 10)
        {
            await Task.Delay(10);
        }
    }

    private protected static async Task UntilRunning(ServerClient client, string id)
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

    private protected static string LongBom(int lines) => "Part Number,Description,Qty,Country of Origin\n"
        + string.Concat(Enumerable.Range(0, lines)
            .Select(line => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"MAG-{line},Screw M3 size {line},2,Germany\n")))
        + "MAG-1,NdFeB magnet N42,2,China\n";

    private protected static async Task SendUntilDead(ServerClient client, int number, ConcurrentDictionary<string, int> acknowledged, CancellationToken stop)
    {
        for (int at = 0; !stop.IsCancellationRequested && at < UploadsOfSender; at++)
        {
            int quantity = (number * 10) + at;
            try
            {
                using HttpResponseMessage response = await client.Post($"bom{quantity}.csv",
                    $"Part Number,Description,Qty,Country of Origin\nMAG-1,NdFeB magnet N42,2,China\nSCR-{quantity},Screw M3 steel,8,Germany\n");
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
    private protected static async Task ShouldHoldEachResultOnce(string folder, string[] more, int acknowledged, bool sameFindings = true)
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

    private protected static async Task<long> Count(System.Data.Common.DbConnection connection, string sql)
    {
        await using System.Data.Common.DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private protected static ServerOptions OptionsOf(string folder, params string[] more) => new()
    {
        DataFolder = folder,
        Database = Array.IndexOf(more, "--database") is >= 0 and var at ? more[at + 1] : null,
    };
}
