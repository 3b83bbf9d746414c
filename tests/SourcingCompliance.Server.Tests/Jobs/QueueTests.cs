using System.Net;
using System.Text;
using System.Text.Json;
using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Jobs;

/// <summary>The queue is bounded, and what it took is checked.</summary>
public abstract class QueueTests
{
    /// <summary>Arguments of a server with an empty store of its own.</summary>
    private protected abstract Task<string[]> Store();

    [Fact]
    public async Task Two_hundred_uploads_at_once_are_taken_or_told_when_to_come_back()
    {
        using var folder = new TemporaryFolder();
        await using RunningServer server = await RunningServer.Start(folder.Path, [.. await Store(), "--queue", "15"]);

        HttpResponseMessage[] answers =
            await Task.WhenAll(Enumerable.Range(0, 200).Select(number => server.Client.Post($"bom{number}.csv", ServerClient.SmallBom)));

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Accepted || answer.StatusCode == HttpStatusCode.ServiceUnavailable);
        HttpResponseMessage[] refused = [.. answers.Where(answer => answer.StatusCode == HttpStatusCode.ServiceUnavailable)];
        refused.Length.ShouldBeGreaterThan(0, "two hundred uploads do not fit into a queue of fifteen");
        refused.ShouldAllBe(answer => answer.Headers.RetryAfter != null);
        (await ServerClient.JsonOf(refused[0])).GetProperty("id").GetString().ShouldBe("SC9905");
        foreach (HttpResponseMessage taken in answers.Where(answer => answer.StatusCode == HttpStatusCode.Accepted))
        {
            string id = (await ServerClient.JsonOf(taken)).GetProperty("id").GetString() ?? "";
            (await server.Client.Await(id)).GetProperty("state").GetString().ShouldBe("done");
        }
    }

    [Fact]
    public async Task A_check_can_be_cancelled_while_it_waits_or_runs_and_stays_so()
    {
        using var folder = new TemporaryFolder();
        await using RunningServer server = await RunningServer.Start(folder.Path, [.. await Store(), "--parallel", "1"]);
        string big = LongBom(60_000);
        using HttpResponseMessage first = await server.Client.Post("first.csv", big);
        string running = (await ServerClient.JsonOf(first)).GetProperty("id").GetString() ?? "";
        using HttpResponseMessage second = await server.Client.Post("second.csv", ServerClient.SmallBom);
        string id = (await ServerClient.JsonOf(second)).GetProperty("id").GetString() ?? "";

        using HttpResponseMessage cancelled = await server.Client.Http.DeleteAsync(new Uri($"/api/v1/checks/{id}", UriKind.Relative));
        using HttpResponseMessage again = await server.Client.Http.DeleteAsync(new Uri($"/api/v1/checks/{id}", UriKind.Relative));

        cancelled.StatusCode.ShouldBe(HttpStatusCode.OK);
        again.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        using HttpResponseMessage stopped = await server.Client.Http.DeleteAsync(new Uri($"/api/v1/checks/{running}", UriKind.Relative));
        stopped.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await server.Client.Check("third.csv", ServerClient.SmallBom)).GetProperty("state").GetString()
            .ShouldBe("done", "the queue goes on behind a check that was stopped");
        (await server.Client.Await(running)).GetProperty("state").GetString().ShouldBe("cancelled");
        JsonElement status = await server.Client.Await(id);
        status.GetProperty("state").GetString().ShouldBe("cancelled");
        (await server.Client.Get($"/api/v1/checks/{id}/reports/json")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_check_may_be_cancelled_at_any_moment()
    {
        using var folder = new TemporaryFolder();
        await using RunningServer server = await RunningServer.Start(folder.Path, [.. await Store(), "--parallel", "1"]);
        string list = LongBom(1_500);
        for (int round = 0; round < 20; round++)
        {
            using HttpResponseMessage posted = await server.Client.Post($"list{round}.csv", list);
            string id = (await ServerClient.JsonOf(posted)).GetProperty("id").GetString() ?? "";

            // The moments lie before, within and behind the check, and where the scheduler is just forgetting it.
            await Task.Delay(round * 37 % 500);
            using HttpResponseMessage cancelled = await server.Client.Http.DeleteAsync(new Uri($"/api/v1/checks/{id}", UriKind.Relative));

            cancelled.StatusCode.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.Conflict);
            (await server.Client.Await(id)).GetProperty("state").GetString().ShouldBe(cancelled.StatusCode == HttpStatusCode.OK ? "cancelled" : "done");
        }
    }

    [Fact]
    public async Task A_check_that_takes_too_long_is_ended_and_says_so()
    {
        using var folder = new TemporaryFolder();
        await using RunningServer server = await RunningServer.Start(folder.Path, [.. await Store(), "--timeout-seconds", "1"]);

        JsonElement status = await server.Client.Check("long.csv", LongBom(400_000));

        status.GetProperty("state").GetString().ShouldBe("failed");
        status.GetProperty("problemId").GetString().ShouldBe("SC9907");
        status.GetProperty("result").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    private static string LongBom(int lines)
    {
        var bom = new StringBuilder("Part Number,Description,Qty,Country of Origin\n");
        for (int line = 0; line < lines; line++)
        {
            bom.Append(System.Globalization.CultureInfo.InvariantCulture, $"MAG-{line},NdFeB magnet N42 size {line},2,China\n");
        }

        return bom.ToString();
    }
}

/// <summary>With SQLite in the data folder, as a new user has it.</summary>
public sealed class QueueOnSqliteTests : QueueTests
{
    private protected override Task<string[]> Store() => Task.FromResult<string[]>([]);

    // Receiving knows nothing of the store, so once is enough.
    [Fact]
    public async Task Fifty_uploads_at_once_do_not_stand_in_memory()
    {
        const int Bytes = 8 << 20;
        using var folder = new TemporaryFolder();
        using ServerProcess server = await ServerProcess.Start(folder.Path);
        await server.Client.Check("warm.csv", ServerClient.SmallBom);
        byte[] content = new byte[Bytes];
        new Random(7).NextBytes(content);
        "%PDF-1.7\n"u8.CopyTo(content);

        Task<HttpResponseMessage[]> uploads =
            Task.WhenAll(Enumerable.Range(0, 50).Select(number => server.Client.Post(ServerClient.Form(($"scan{number}.pdf", content)))));
        long peak = 0;
        while (!uploads.IsCompleted)
        {
            peak = Math.Max(peak, await WorkingSet(server.Client));
            await Task.WhenAny(uploads, Task.Delay(50));
        }

        (await uploads).ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Accepted);
        // 400 MiB were sent. The program itself takes up to 250; what is left is far from holding them.
        peak.ShouldBeLessThan(500L << 20);
    }

    private static async Task<long> WorkingSet(ServerClient client)
    {
        string line = (await client.Text("/api/v1/metrics")).Split('\n').First(line => line.StartsWith("process_working_set_bytes ", StringComparison.Ordinal));
        return long.Parse(line.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }
}

/// <summary>With PostgreSQL.</summary>
public sealed class QueueOnPostgresTests : QueueTests
{
    private protected override Task<string[]> Store()
    {
        Assert.SkipWhen(TestDatabase.MissingPostgres is not null, TestDatabase.MissingPostgres ?? "");
        return TestDatabase.NewPostgres();
    }
}
