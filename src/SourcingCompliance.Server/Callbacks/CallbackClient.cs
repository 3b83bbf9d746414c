using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using SourcingCompliance.Running;

namespace SourcingCompliance.Server.Callbacks;

/// <summary>What an address answered.</summary>
/// <param name="IsDelivered">Whether it answered with success.</param>
/// <param name="IsFinal">Whether another attempt is pointless.</param>
/// <param name="Problem">What went wrong, as a sentence; null = nothing.</param>
public readonly record struct CallbackAnswer(bool IsDelivered, bool IsFinal, string? Problem);

/// <summary>
/// Calls an address: it looks its name up once, checks every address found, and connects to one of those. It follows no redirection, uses no proxy,
/// reads no body, and ends after some seconds.
/// </summary>
public sealed class CallbackClient : IDisposable
{
    /// <summary>How long one call may take. The default is 10 seconds.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(10);

    private const int MaximumHeaderKibibytes = 16;

    private readonly CallbackTargets _targets;
    private readonly CallbackSecret _secret;
    private readonly TimeProvider _time;
    private readonly HttpClient _http;

    /// <summary>Creates the client.</summary>
    /// <param name="targets">Which addresses may be called.</param>
    /// <param name="secret">Signs the calls.</param>
    /// <param name="time">The clock of the signatures.</param>
    public CallbackClient(CallbackTargets targets, CallbackSecret secret, TimeProvider time)
    {
        _targets = targets;
        _secret = secret;
        _time = time;
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false, UseProxy = false, UseCookies = false, MaxResponseHeadersLength = MaximumHeaderKibibytes,
            // A connection that is kept would outlive what its name was checked for.
            PooledConnectionLifetime = TimeSpan.Zero,
            ConnectCallback = Connect,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>Calls an address once.</summary>
    /// <param name="url">The address.</param>
    /// <param name="id">What the receiver tells repeated calls by.</param>
    /// <param name="body">The body, JSON.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<CallbackAnswer> Send(Uri url, string id, byte[] body, CancellationToken cancellation)
    {
        long seconds = _time.GetUtcNow().ToUnixTimeSeconds();
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TryAddWithoutValidation("User-Agent", $"SourcingCompliance/{CheckRunner.Tool.Version}");
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", seconds.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", _secret.Sign(id, seconds, body));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Limit);
        try
        {
            using HttpResponseMessage answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return answer.IsSuccessStatusCode
                ? new CallbackAnswer(true, true, null)
                : new CallbackAnswer(false, answer.StatusCode == HttpStatusCode.Gone,
                    FormattableString.Invariant($"It answered with HTTP status {(int)answer.StatusCode}."));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new CallbackAnswer(false, false, FormattableString.Invariant($"It did not answer within {Limit.TotalSeconds:0} seconds."));
        }
        catch (HttpRequestException failure)
        {
            // No more than this: what a connection to an inner host fails of says something about the host.
            return failure.InnerException is AddressRefusedException
                ? new CallbackAnswer(false, false, "Its name leads to an address that the server does not call.")
                : new CallbackAnswer(false, false, "It could not be reached.");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        Uri target = context.InitialRequestMessage.RequestUri ?? throw new AddressRefusedException();
        IPAddress[] addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellation);
        if (!_targets.AreAllowed(addresses, target))
        {
            throw new AddressRefusedException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            // To the addresses that were checked: the name is not looked up again.
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed class AddressRefusedException : IOException;
}
