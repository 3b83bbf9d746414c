namespace SourcingCompliance.Evidence;

/// <summary>How well a step is supported, the best first. The JSON name is the name in lower case.</summary>
public enum EvidenceStrength
{
    /// <summary>A document on file, with matching hash, supports it.</summary>
    Documented,

    /// <summary>It is stated: in a cell of the list or by a supplier.</summary>
    Stated,

    /// <summary>It was stated, and the statement has expired.</summary>
    Expired,

    /// <summary>Nothing is on file, or only that the supplier does not know.</summary>
    Unknown,
}
