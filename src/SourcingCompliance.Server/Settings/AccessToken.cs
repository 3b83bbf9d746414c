using System.Security.Cryptography;
using System.Text;

namespace SourcingCompliance.Server.Settings;

/// <summary>The secret of one start of the server: whoever was given its address may read and post, other users and programs of the machine may not.</summary>
/// <param name="value">The token; null = none is asked for.</param>
public sealed class AccessToken(string? value)
{
    private readonly byte[]? _hash = value is null ? null : ComputeHash(value);

    /// <summary>The token; null = none is asked for.</summary>
    public string? Value { get; } = value;

    /// <summary>A token that nobody can guess.</summary>
    public static string NewValue() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));

    /// <summary>Whether a text is the token; it takes the same time whatever the text is.</summary>
    public bool Is(string? text) => _hash is null || (text is not null && CryptographicOperations.FixedTimeEquals(_hash, ComputeHash(text)));

    /// <summary>The part of an address that carries the token; empty when none is asked for.</summary>
    public string Query => Value is null ? "" : "?token=" + Uri.EscapeDataString(Value);

    private static byte[] ComputeHash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
