using System.Net;
using System.Net.Sockets;

namespace SourcingCompliance.Server.Callbacks;

/// <summary>What an IP address belongs to.</summary>
public enum AddressKind
{
    /// <summary>The public internet.</summary>
    Public,

    /// <summary>This computer or a private network.</summary>
    Local,

    /// <summary>No host that may be called: link-local (there clouds answer with credentials), multicast, documentation, reserved.</summary>
    Unusable,
}

/// <summary>Tells public addresses from those of the local network, after the IANA special-purpose registries.</summary>
public static class AddressKinds
{
    private static readonly IPNetwork[] Local =
    [
        .. Networks("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "::1/128", "fc00::/7"),
    ];

    private static readonly IPNetwork[] Unusable =
    [
        .. Networks("0.0.0.0/8", "169.254.0.0/16", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15",
            "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"),
        .. Networks("::/96", "100::/64", "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16", "fe80::/10", "fec0::/10", "ff00::/8"),
    ];

    // Addresses that carry one of IPv4 within: the place of its first byte.
    private static readonly (IPNetwork Network, int At)[] Carriers = [(IPNetwork.Parse("64:ff9b::/96"), 12),
        (IPNetwork.Parse("64:ff9b:1::/48"), 12), (IPNetwork.Parse("2002::/16"), 2)];

    /// <summary>What an address belongs to.</summary>
    /// <param name="address">The address.</param>
    public static AddressKind Find(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        IPAddress plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (plain.AddressFamily == AddressFamily.InterNetworkV6)
        {
            // A zone does not change what the address is, but no network contains one.
            plain = new IPAddress(plain.GetAddressBytes());
            foreach ((IPNetwork network, int at) in Carriers)
            {
                if (network.Contains(plain))
                {
                    return Find(new IPAddress(plain.GetAddressBytes().AsSpan(at, 4)));
                }
            }
        }

        return Local.Any(network => network.Contains(plain)) ? AddressKind.Local
            : Unusable.Any(network => network.Contains(plain)) ? AddressKind.Unusable
            : AddressKind.Public;
    }

    private static IEnumerable<IPNetwork> Networks(params string[] networks) => networks.Select(IPNetwork.Parse);
}
