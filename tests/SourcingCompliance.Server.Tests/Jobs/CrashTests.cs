using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Jobs;

/// <summary>What the server acknowledged survives whatever happens to its process.</summary>
public sealed class CrashTests : KilledServers
{
    // Each kill is a process that must start; a long run asks for more of them.
    private static readonly int Kills =
        int.TryParse(Environment.GetEnvironmentVariable("SOURCING_TEST_KILLS"), System.Globalization.CultureInfo.InvariantCulture, out int kills) ? kills : 4;

    [Fact]
    public Task Every_acknowledged_upload_is_checked_once_however_often_the_process_is_killed() => Kill_and_count(Kills, () => Task.FromResult<string[]>([]));

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
}
