namespace SourcingCompliance.Server;

/// <summary>One server for the tests of a class that do not disturb each other.</summary>
public sealed class SharedServer : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sourcing-server-test-");
    private RunningServer? _server;

    public Uri Address => Running.Address;

    internal ServerClient Client => Running.Client;

    internal string Folder => _folder.FullName;

    private RunningServer Running => _server ?? throw new InvalidOperationException("The server is not started.");

    public async Task InitializeAsync() => _server = await RunningServer.Start(_folder.FullName);

    public async Task DisposeAsync()
    {
        await Running.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
