using System.Collections.Immutable;

namespace SourcingCompliance.Formats.Reading.Evidence.Certificates;

/// <summary>A certificate of EN 10204 as the EN 10168 schemas write it, as far as it identifies what it certifies.</summary>
/// <param name="Number">Number of the certificate (A03); empty = not stated.</param>
/// <param name="DocumentType">Type of the document (A02): <c>Mill Certificate EN 10204 3.1</c>; empty = not stated.</param>
public sealed record MillCertificate(string Number, string DocumentType)
{
    /// <summary>Name of the works (A01); empty = not stated.</summary>
    public string Works { get; init; } = "";

    /// <summary>Country of the works' address (A01), ISO code as written; it is no country of melting. Empty = not stated.</summary>
    public string WorksCountry { get; init; } = "";

    /// <summary>Number of the purchaser's order (A07); empty = not stated.</summary>
    public string Order { get; init; } = "";

    /// <summary>Article number of the purchaser (A09); empty = not stated.</summary>
    public string Article { get; init; } = "";

    /// <summary>The product (B01); empty = not stated.</summary>
    public string Product { get; init; } = "";

    /// <summary>Heat or lot (B07); empty = not stated.</summary>
    public string Heat { get; init; } = "";

    /// <summary>Symbols of the elements of the chemical analysis with their values, in document order.</summary>
    public ImmutableArray<(string Symbol, string Actual)> Analysis { get; init; } = [];

    /// <summary>The statement of compliance (Z01); empty = not stated.</summary>
    public string Statement { get; init; } = "";

    /// <summary>Date of issue (Z02); null = not stated or not readable.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Who validated it (Z03); empty = not stated.</summary>
    public string Signer { get; init; } = "";
}
