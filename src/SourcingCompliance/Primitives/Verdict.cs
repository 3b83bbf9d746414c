namespace SourcingCompliance.Primitives;

/// <summary>What can be said of a line, worst first: a smaller value is worse, so the worst of several is their minimum.</summary>
public enum Verdict
{
    /// <summary>The data on file establishes the prohibition; no exception is established.</summary>
    Violation,

    /// <summary>Contains or very likely contains a covered material, and the only origin listed is a covered country.</summary>
    Suspect,

    /// <summary>A fact that the law asks for is not on file; the finding names exactly which.</summary>
    Open,

    /// <summary>An exception is established by recorded facts.</summary>
    Exempt,

    /// <summary>Every restricted stage of every named element is on file, outside the covered countries.</summary>
    Pass,

    /// <summary>No covered material.</summary>
    NotCovered,
}
