using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using SourcingCompliance.Server.Jobs;
using SourcingCompliance.Server.Settings;
using SourcingCompliance.Server.Uploads;

namespace SourcingCompliance.Server.Storage;

/// <summary>A disk or a database that gives out is told in a sentence, and no check is lost by it.</summary>
public sealed class StorageProblemTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(13, 507)]
    [InlineData(11, 503)]
    [InlineData(26, 503)]
    [InlineData(10, 503)]
    [InlineData(8, 503)]
    public void A_failure_of_the_database_has_its_status(int code, int status) =>
        StorageProblem.From(new InvalidOperationException("outer", new SqliteException("inner", code)))?.Status.ShouldBe(status);

    [Fact]
    public void A_defect_is_no_problem_of_the_storage()
    {
        StorageProblem.From(new SqliteException("no such table", 1)).ShouldBeNull();
        StorageProblem.From(new IOException("the connection was closed")).ShouldBeNull();
        StorageProblem.From(new InvalidOperationException("x")).ShouldBeNull();
    }

    [Fact]
    public void A_full_disk_is_known_by_what_the_system_says()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "needs /dev/full");
        using FileStream full = File.OpenWrite("/dev/full");

        IOException failure = Should.Throw<IOException>(() => full.Write(new byte[1 << 20]));

        StorageProblem.From(failure).ShouldBe(StorageProblem.Full);
    }

    [Fact]
    public async Task An_upload_for_which_there_is_no_room_is_refused_with_507_and_leaves_nothing()
    {
        var options = new ServerOptions { DataFolder = _folder.Path, MaximumUploadBytes = 1 << 20, MaximumFiles = 5 };
        var context = new DefaultHttpContext();
        context.Request.ContentType = "multipart/form-data; boundary=x";
        context.Request.Body =
            new FullStream("--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"bom.csv\"\r\n\r\nPart Number,Qty\r\n"u8.ToArray());
        var folder = new UploadFolder(options, TimeProvider.System);
        var reader = new UploadReader(folder, new KeptFiles(new EphemeralDataProtectionProvider(), folder), options);

        UploadRefusedException refusal = await Should.ThrowAsync<UploadRefusedException>(() => reader.Read(context.Request, null, CancellationToken.None));

        (refusal.Status, refusal.Id).ShouldBe((507, "SC9912"));
        Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_damaged_database_is_answered_with_503_and_the_server_is_not_ready()
    {
        await using RunningServer server = await RunningServer.Start(_folder.Path);
        await server.Client.Check("bom.csv", ServerClient.SmallBom);
        await server.Parts.GetRequiredService<Database>().Purge(CancellationToken.None);
        // What SQLite still remembers of the file would hide the damage.
        SqliteConnection.ClearAllPools();
        await using (var store = new FileStream(Path.Combine(_folder.Path, "store.db"), FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            store.Position = 4096;
            store.Write([.. Enumerable.Repeat((byte)0xA5, (int)store.Length - 4096)]);
        }

        using HttpResponseMessage answer = await server.Client.Get("/api/v1/checks");
        using HttpResponseMessage ready = await server.Client.Get("/api/v1/ready");

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        string text = await answer.Content.ReadAsStringAsync();
        text.ShouldContain("database of the server is damaged");
        text.ShouldNotContain("   at ");
        ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task A_server_that_cannot_start_says_why_in_one_line()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "store.db"), new string('x', 9000));

        string said = (await Should.ThrowAsync<InvalidOperationException>(() => ServerProcess.Start(_folder.Path))).Message;

        said.ShouldContain("The database of the server is damaged.");
        said.ShouldNotContain("   at ");
        said.ShouldNotContain("Exception");
    }

    [Fact]
    public async Task A_port_in_use_is_told_in_one_line()
    {
        await using RunningServer first = await RunningServer.Start(Path.Combine(_folder.Path, "a"));
        Directory.CreateDirectory(Path.Combine(_folder.Path, "b"));

        string said =
            (await Should.ThrowAsync<InvalidOperationException>(() =>
                ServerProcess.Start(Path.Combine(_folder.Path, "b"), "--port", $"{first.Address.Port}"))).Message;

        said.ShouldContain("The port is in use");
        said.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task A_check_whose_end_could_not_be_stored_is_taken_up_again()
    {
        await using RunningServer server = await RunningServer.Start(_folder.Path);
        await Sql(server, "CREATE TRIGGER no_end BEFORE UPDATE OF state ON runs WHEN NEW.state IN ('done', 'failed') BEGIN SELECT RAISE(ABORT, 'no "
            + "room'); END");
        using HttpResponseMessage accepted = await server.Client.Post("bom.csv", ServerClient.SmallBom, wait: 100);
        string id = (await ServerClient.JsonOf(accepted)).GetProperty("id").GetString() ?? "";
        RunSignals signals = server.Parts.GetRequiredService<RunSignals>();
        RunStore store = server.Parts.GetRequiredService<RunStore>();
        while (signals.IsRunning(id) || (await store.Find(id, CancellationToken.None))?.Attempts == 0)
        {
            await Task.Delay(20);
        }

        (await store.Find(id, CancellationToken.None))?.State.ShouldBe(RunState.Running);
        await Sql(server, "DROP TRIGGER no_end");

        await ActivatorUtilities.CreateInstance<Housekeeping>(server.Parts, new LaterTime()).ScheduleLeftBehind(CancellationToken.None);

        (await server.Client.Await(id)).GetProperty("state").GetString().ShouldBe("done");
    }

    private static async Task Sql(RunningServer server, string sql)
    {
        await using System.Data.Common.DbConnection connection = await server.Parts.GetRequiredService<Database>().Open(CancellationToken.None);
        await using System.Data.Common.DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private sealed class LaterTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromMinutes(2);
    }

    // Gives its bytes and then fails as a full disk does, which is what the copy to the disk meets.
    private sealed class FullStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int read = await base.ReadAsync(buffer, cancellationToken);
            return read > 0 ? read : throw new IOException("No space left on device", OperatingSystem.IsWindows() ? unchecked((int)0x80070070) : 28);
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }
}
