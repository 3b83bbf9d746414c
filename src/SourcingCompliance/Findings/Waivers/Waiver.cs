namespace SourcingCompliance.Findings.Waivers;

/// <summary>A person's decision that findings do not stop a delivery until a day. It never changes a verdict.</summary>
public sealed record Waiver
{
    /// <summary>Id, one of its file: <c>W-2026-012</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Which findings it speaks of.</summary>
    public required WaiverMatch Match { get; init; }

    /// <summary>What it rests on.</summary>
    public required LegalBasis Basis { get; init; }

    /// <summary>Why it was given.</summary>
    public required string Justification { get; init; }

    /// <summary>Who gave it.</summary>
    public required string ApprovedBy { get; init; }

    /// <summary>The day on which it was given, its first day.</summary>
    public required DateOnly ApprovedOn { get; init; }

    /// <summary>Its last day, inclusive. There is no waiver without one.</summary>
    public required DateOnly Expires { get; init; }

    /// <summary>Number of the contract that it was given for; null = not stated.</summary>
    public string? Contract { get; init; }

    /// <summary>Name of the document; null = not stated.</summary>
    public string? Document { get; init; }

    /// <summary>Hash of the document, lower-case hexadecimal; null = not stated.</summary>
    public string? DocumentSha256 { get; init; }

    /// <summary>Whether it is meant to reach further than one part.</summary>
    public bool IsBroad { get; init; }
}
