using System.Collections.Immutable;

namespace SourcingCompliance.Running.Exchange;

/// <summary>What the verification of a bundle came to.</summary>
public sealed record BundleVerification
{
    /// <summary>What is wrong with it, one sentence each; empty = nothing.</summary>
    public ImmutableArray<string> Problems { get; init; } = [];

    /// <summary>Files in it, without the statement.</summary>
    public int Files { get; init; }

    /// <summary>Id of the key that signed it; null = unsigned.</summary>
    public string? KeyId { get; init; }

    /// <summary>Whether the signature was checked with a key and fits.</summary>
    public bool IsSignatureChecked { get; init; }

    /// <summary>Name and version of the program that made it.</summary>
    public string MadeBy { get; init; } = "";

    /// <summary>Name and version of the program that verified it.</summary>
    public string VerifiedBy { get; init; } = "";

    /// <summary>Whether the check made again gave the same bytes.</summary>
    public bool IsSameReport { get; init; }
}
