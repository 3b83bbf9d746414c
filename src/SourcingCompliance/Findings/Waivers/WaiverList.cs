using System.Collections.Immutable;

namespace SourcingCompliance.Findings.Waivers;

/// <summary>The waivers of one file.</summary>
/// <param name="Path">Path of the file as given, with forward slashes.</param>
/// <param name="Waivers">The waivers in the order of the file.</param>
public sealed record WaiverList(string Path, ImmutableArray<Waiver> Waivers)
{
    /// <summary>Whether a waiver of <see cref="LegalBasis.RiskAcceptedInternally"/> lifts a violation too. The default is no.</summary>
    public bool AllowsInternalRisk { get; init; }
}
