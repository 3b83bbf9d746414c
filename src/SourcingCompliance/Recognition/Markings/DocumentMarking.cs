namespace SourcingCompliance.Recognition.Markings;

/// <summary>What a marking restricts, the strictest first.</summary>
public enum MarkingKind
{
    /// <summary>National security information, also its banner <c>UNCLASSIFIED//FOUO</c>.</summary>
    Classified,

    /// <summary>Controlled unclassified information (32 CFR 2002).</summary>
    Controlled,

    /// <summary>A distribution statement (DoD Instruction 5230.24).</summary>
    Distribution,

    /// <summary>Export control: ITAR, EAR, NOFORN.</summary>
    Export,

    /// <summary>What a company keeps to itself: proprietary, confidential, limited rights.</summary>
    Proprietary,
}

/// <summary>A marking of a document.</summary>
/// <param name="Kind">What it restricts.</param>
/// <param name="Text">Its words as they stand, on one line, at most <see cref="MarkingReader.Longest"/> characters; of a longer legend its first
/// sentence.</param>
public readonly record struct DocumentMarking(MarkingKind Kind, string Text);
