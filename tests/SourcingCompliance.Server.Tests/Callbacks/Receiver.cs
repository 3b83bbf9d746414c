using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SourcingCompliance.Server.Callbacks;

/// <summary>One call as it arrived.</summary>
internal sealed record ReceivedCall(string Path, string Id, string Timestamp, string Signature, string Body);

/// <summary>A program on this machine that is called when checks have ended.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _server;

    private Receiver(WebApplication server) => _server = server;

    /// <summary>Its address.</summary>
    public Uri Address => new(new Uri(_server.Urls.First()), "/hook?key=secret-of-the-receiver");

    /// <summary>What arrived, in order.</summary>
    public ConcurrentQueue<ReceivedCall> Calls { get; } = new();

    /// <summary>What it answers.</summary>
    public int Status { get; set; } = StatusCodes.Status204NoContent;

    /// <summary>How long it takes for that.</summary>
    public TimeSpan Delay { get; set; }

    public static async Task<Receiver> Start()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var receiver = new Receiver(builder.Build());
        receiver._server.Run(receiver.Receive);
        await receiver._server.StartAsync();
        return receiver;
    }

    /// <summary>The call of a number, from 1 on; it is waited for.</summary>
    public async Task<ReceivedCall> Await(int number)
    {
        for (int tries = 0; tries < 600 && Calls.Count < number; tries++)
        {
            await Task.Delay(50);
        }

        return Calls.ElementAt(number - 1);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync(new CancellationToken(canceled: true));
        await _server.DisposeAsync();
    }

    private async Task Receive(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        string body = await reader.ReadToEndAsync();
        IHeaderDictionary headers = context.Request.Headers;
        Calls.Enqueue(new ReceivedCall(context.Request.Path.Value ?? "", headers["webhook-id"].ToString(), headers["webhook-timestamp"]
            .ToString(), headers["webhook-signature"].ToString(), body));
        if (Delay > TimeSpan.Zero)
        {
            await Task.Delay(Delay, context.RequestAborted);
        }

        context.Response.StatusCode = Status;
        context.Response.Headers.Location = "/elsewhere";
    }
}
