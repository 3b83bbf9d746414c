using System.Collections.Immutable;

namespace SourcingCompliance.Formats.Reading.Evidence.Certificates;

/// <summary>How far the words of a certificate can support an origin.</summary>
public enum CertificateSupport
{
    /// <summary>They support nothing.</summary>
    Nothing,

    /// <summary>They support the text of the clause that applies through December 31, 2026, which asks where the material was melted or produced.</summary>
    Through2026,

    /// <summary>They name stages of production, each to be recorded with its countries.</summary>
    Stages,
}

/// <summary>What the words of a certificate or letter support, and what they do not.</summary>
/// <param name="Support">How far they reach.</param>
/// <param name="Reasons">Why, one sentence each; never empty.</param>
public sealed record CertificateReading(CertificateSupport Support, ImmutableArray<string> Reasons);
