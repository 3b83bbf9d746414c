namespace SourcingCompliance.Primitives;

/// <summary>Three-valued truth (Kleene). Unknown is never taken for false and never for true.</summary>
public enum Truth
{
    /// <summary>False.</summary>
    False,

    /// <summary>A fact that decides it is not on file or not certain.</summary>
    Unknown,

    /// <summary>True.</summary>
    True,
}
