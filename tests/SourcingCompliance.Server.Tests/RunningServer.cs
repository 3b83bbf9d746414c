using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using SourcingCompliance.Server.Settings;

namespace SourcingCompliance.Server;

/// <summary>A server on a free port of this machine, inside the test process.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private readonly WebApplication _server;

    private RunningServer(WebApplication server)
    {
        _server = server;
        Address = new Uri(server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.First() ?? "");
        Token = server.Services.GetRequiredService<AccessToken>().Value;
        Client = new ServerClient(Address, Token);
    }

    public Uri Address { get; }

    /// <summary>What a request must carry; null = nothing.</summary>
    public string? Token { get; }

    public ServerClient Client { get; }

    public IServiceProvider Parts => _server.Services;

    public static Task<RunningServer> Start(string folder, params string[] more) => Start(folder, TimeProvider.System, more);

    public static async Task<RunningServer> Start(string folder, TimeProvider time, params string[] more)
    {
        WebApplication server = SourcingServer.Create(["--data", folder, "--port", "0", "--warm-up", "off", .. more], time);
        await server.StartAsync();
        return new RunningServer(server);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _server.StopAsync();
        await _server.DisposeAsync();
    }
}
