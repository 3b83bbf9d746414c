namespace SourcingCompliance.Formats.Reading.Evidence;

/// <summary>What a document is, by its structure; its file name plays no part.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Title">What it is called, with its version, after "is": <c>a Conflict Minerals Reporting Template (CMRT) 6.5</c>.</param>
/// <param name="Version">Its version as it states it: <c>6.5</c>; null = none stated.</param>
public sealed record EvidenceForm(EvidenceKind Kind, string Title, string? Version)
{
    /// <summary>Why nothing is taken from it, as a sentence; null = it is read.</summary>
    public string? RefusedBecause { get; init; }

    /// <summary>What to do when it was given to be checked as a bill of materials.</summary>
    public string Remedy { get; init; } = "Take it in with 'sourcing receive FILE'. The check covers bills of materials.";
}
