using System.Net;
using System.Text;
using System.Text.Json;

namespace SourcingCompliance.Server.Storage;

/// <summary>What customers sent is readable by nobody else on the machine, and gone when it is deleted.</summary>
public sealed class PrivacyTests : IDisposable
{
    private const UnixFileMode Everybody = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead
        | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
    private const UnixFileMode Others = Everybody & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task No_file_or_folder_of_the_server_is_open_to_others()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no such permissions.");
            return;
        }

        string old = Path.Combine(_folder.Path, "content", "aa");
        Directory.CreateDirectory(old);
        await File.WriteAllTextAsync(Path.Combine(old, "aa00"), "of an older version");
        File.SetUnixFileMode(Path.Combine(old, "aa00"), UnixFileMode.UserRead | UnixFileMode.OtherRead);
        File.SetUnixFileMode(_folder.Path, Everybody);
        await using RunningServer server = await RunningServer.Start(_folder.Path);
        await server.Client.Check("bom.csv", ServerClient.SmallBom);

        foreach (string entry in Directory.EnumerateFileSystemEntries(_folder.Path, "*", SearchOption.AllDirectories).Prepend(_folder.Path))
        {
            (File.GetUnixFileMode(entry) & Others).ShouldBe(default, entry);
        }
    }

    [Fact]
    public void A_folder_that_others_use_is_refused_and_left_as_it_is()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no such permissions.");
            return;
        }

        File.WriteAllText(Path.Combine(_folder.Path, "letter.txt"), "of somebody");
        File.SetUnixFileMode(_folder.Path, Everybody);

        Should.Throw<FormatException>(() => PrivateFiles.PrepareDataFolder(_folder.Path)).Message.ShouldContain("chmod 700");

        File.GetUnixFileMode(_folder.Path).ShouldBe(Everybody);
    }

    [Fact]
    public async Task A_second_server_does_not_get_the_data_folder_of_the_first()
    {
        await using RunningServer first = await RunningServer.Start(_folder.Path);

        Should.Throw<FormatException>(() => SourcingServer.Create(["--data", _folder.Path, "--port", "0"], TimeProvider.System)).Message.ShouldContain(
            "another server uses");
    }

    [Fact]
    public async Task Nothing_that_was_deleted_can_be_found_in_any_file_of_the_data_folder()
    {
        const string secret = "MAG-4711-SECRET";
        await using RunningServer server = await RunningServer.Start(_folder.Path);
        string id = (await server.Client.Check("secret-list.csv", $"Part Number,Description,Qty,Country of Origin\n{secret},NdFeB magnet "
            + $"N42,2,China\n")).GetProperty("id").GetString() ?? "";
        Holding(secret).ShouldNotBeEmpty("the test would show nothing");

        using HttpResponseMessage deleted = await server.Client.Http.DeleteAsync(new Uri($"/api/v1/checks/{id}/data", UriKind.Relative));

        deleted.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        Holding(secret).ShouldBeEmpty();
        Holding("secret-list").ShouldBeEmpty();
    }

    [Fact]
    public async Task What_another_check_needs_stays_and_is_named()
    {
        await using RunningServer server = await RunningServer.Start(_folder.Path);
        string first = (await server.Client.Check("first.csv", ServerClient.SmallBom)).GetProperty("id").GetString() ?? "";
        string second = (await server.Client.Check("second.csv", ServerClient.SmallBom)).GetProperty("id").GetString() ?? "";

        using HttpResponseMessage deleted = await server.Client.Http.DeleteAsync(new Uri($"/api/v1/checks/{first}/data", UriKind.Relative));

        deleted.StatusCode.ShouldBe(HttpStatusCode.OK);
        JsonElement outcome = await ServerClient.JsonOf(deleted);
        outcome.GetProperty("remains").EnumerateArray().ShouldHaveSingleItem().GetString().ShouldBe("first.csv: another check needs the same file.");
        (await server.Client.Bytes($"/api/v1/checks/{second}/reports/json")).Length.ShouldBeGreaterThan(100);
        Directory.GetFiles(Path.Combine(_folder.Path, "content"), "*", SearchOption.AllDirectories).Length.ShouldBe(1);
    }

    private string[] Holding(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        return [.. Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "server.lock")
            .Where(file => BytesOf(file).AsSpan().IndexOf(bytes) >= 0)];
    }

    private static byte[] BytesOf(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
