using System.Net;
using System.Net.Sockets;
using SourcingCompliance.Server.Settings;

namespace SourcingCompliance.Server.Callbacks;

/// <summary>Which addresses may be called. A stranger's address must not make the server speak to what only the server can reach.</summary>
/// <param name="options">Whether the local network is allowed.</param>
public sealed class CallbackTargets(ServerOptions options)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private string Rule => options.AllowsLocalCallbacks
        ? "Enter an https:// address, or an http:// address of the local network."
        : "Enter an https:// address outside the local network, or start the server with --callback-local on.";

    /// <summary>Why an address cannot be called; null = as far as is known now it can. Each call looks again.</summary>
    /// <param name="url">The address as sent.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<string?> FindProblem(string url, CancellationToken cancellation)
    {
        if (ServerOptions.ReadCallback(url) is not { } target || (target.Scheme == Uri.UriSchemeHttp && !options.AllowsLocalCallbacks))
        {
            return Rule;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            return AreAllowed(await Dns.GetHostAddressesAsync(target.DnsSafeHost, patience.Token), target) ? null : Rule;
        }
        catch (Exception unknown) when (unknown is SocketException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            // The name may be known when the check has ended; it is looked up then.
            return null;
        }
    }

    /// <summary>Whether every address of a host may be called.</summary>
    /// <param name="addresses">The addresses.</param>
    /// <param name="target">What is called.</param>
    public bool AreAllowed(IReadOnlyList<IPAddress> addresses, Uri target)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        ArgumentNullException.ThrowIfNull(target);
        return addresses.Count > 0 && addresses.All(address => AddressKinds.Find(address) switch
        {
            AddressKind.Public => target.Scheme == Uri.UriSchemeHttps,
            AddressKind.Local => options.AllowsLocalCallbacks,
            _ => false,
        });
    }
}
