using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server;

/// <summary>One server for the tests of a class that do not disturb each other, with SQLite.</summary>
public class SharedServer : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private RunningServer? _server;

    public Uri Address => Running.Address;

    internal string? Token => Running.Token;

    internal ServerClient Client => Running.Client;

    internal IServiceProvider Parts => Running.Parts;

    internal string Folder => _folder.Path;

    /// <summary>Why there is no such server on this machine; null = there is one.</summary>
    private protected virtual string? Missing => null;

    private RunningServer Running
    {
        get
        {
            Assert.SkipWhen(Missing is not null, Missing ?? "");
            return _server ?? throw new InvalidOperationException("The server is not started.");
        }
    }

    public async ValueTask InitializeAsync() => _server = Missing is null ? await RunningServer.Start(_folder.Path, await Arguments()) : null;

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected virtual Task<string[]> Arguments() => Task.FromResult<string[]>([]);
}

/// <summary>The same with PostgreSQL; its tests are skipped where there is none.</summary>
public sealed class PostgresServer : SharedServer
{
    private protected override string? Missing => TestDatabase.MissingPostgres;

    private protected override Task<string[]> Arguments() => TestDatabase.NewPostgres();
}
