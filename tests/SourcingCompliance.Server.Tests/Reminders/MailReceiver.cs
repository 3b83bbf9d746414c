using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SourcingCompliance.Server.Reminders;

/// <summary>A mail server of a few lines that keeps what it receives (RFC 5321, without encryption).</summary>
internal sealed class MailReceiver : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _over = new();
    private readonly Task _work;

    public MailReceiver()
    {
        _listener.Start();
        _work = Listen();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The messages, each with its envelope before it.</summary>
    public List<string> Received { get; } = [];

    /// <summary>Whether messages are turned away for now.</summary>
    public bool IsBusy { get; set; }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        _listener.Dispose();
        await _work;
        _over.Dispose();
    }

    private async Task Listen()
    {
        try
        {
            while (true)
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync(_over.Token);
                await Serve(client);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or IOException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task Serve(TcpClient client)
    {
        await using NetworkStream stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        var message = new StringBuilder();
        await writer.WriteLineAsync("220 test");
        while (await reader.ReadLineAsync(_over.Token) is { } line)
        {
            switch (line.Split(' ')[0].ToUpperInvariant())
            {
                case "EHLO":
                    await writer.WriteLineAsync("250-test\r\n250 8BITMIME");
                    break;
                case "MAIL" when IsBusy:
                    await writer.WriteLineAsync("451 Try again later");
                    break;
                case "MAIL" or "RCPT":
                    message.AppendLine(line);
                    await writer.WriteLineAsync("250 OK");
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 Go on");
                    while (await reader.ReadLineAsync(_over.Token) is { } text && text != ".")
                    {
                        message.AppendLine(text);
                    }

                    Received.Add(message.ToString());
                    await writer.WriteLineAsync("250 OK");
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 Bye");
                    return;
                default:
                    await writer.WriteLineAsync("250 OK");
                    break;
            }
        }
    }
}
