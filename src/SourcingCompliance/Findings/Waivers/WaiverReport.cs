using System.Collections.Immutable;

namespace SourcingCompliance.Findings.Waivers;

/// <summary>What became of a waiver on the day of the check.</summary>
public enum WaiverState
{
    /// <summary>It is applied.</summary>
    Applied,

    /// <summary>It holds, but no finding fits it.</summary>
    Unused,

    /// <summary>It has ended; what it waived stands again.</summary>
    Expired,

    /// <summary>It was given after the day of the check.</summary>
    NotYetGiven,

    /// <summary>It reaches further than one part and does not say so; it is not applied.</summary>
    TooBroad,

    /// <summary>It was given for another contract; it is not applied.</summary>
    OtherContract,
}

/// <summary>One waiver with what became of it.</summary>
/// <param name="Waiver">The waiver.</param>
/// <param name="State">What became of it.</param>
/// <param name="DaysLeft">Days from the check to its last day; negative = it has ended.</param>
/// <param name="Findings">Ids of the findings that it fits, applied or not, in the order of the report.</param>
public sealed record WaiverUse(Waiver Waiver, WaiverState State, int DaysLeft, ImmutableArray<string> Findings);

/// <summary>All waivers of a check, and what they come to.</summary>
/// <param name="Path">Path of the waiver file.</param>
/// <param name="Uses">The waivers in the order of their file.</param>
/// <param name="Before">Findings under the gate's regime, by verdict.</param>
/// <param name="After">The same without those that are waived.</param>
public sealed record WaiverReport(string Path, ImmutableArray<WaiverUse> Uses, FindingCounts Before, FindingCounts After);

/// <summary>The mark that a waived finding carries; its verdict stays.</summary>
/// <param name="Waiver">The waiver.</param>
/// <param name="StillGates">Whether the finding turns the exit code red all the same, since an internal acceptance lifts no violation.</param>
public sealed record FindingWaiver(Waiver Waiver, bool StillGates);
