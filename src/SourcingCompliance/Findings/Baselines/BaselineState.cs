using System.Collections.Immutable;

namespace SourcingCompliance.Findings.Baselines;

/// <summary>What a finding is beside a baseline. New and updated ones turn the exit code red.</summary>
public enum BaselineState
{
    /// <summary>The baseline does not know it.</summary>
    New,

    /// <summary>The baseline knows it as it is.</summary>
    Unchanged,

    /// <summary>The baseline knows it with another verdict, stage or country, or under other regimes.</summary>
    Updated,

    /// <summary>Only the baseline has it.</summary>
    Absent,
}

/// <summary>The findings of a check beside a baseline.</summary>
/// <param name="Path">Path of the baseline.</param>
/// <param name="AsOf">The day of the check that the baseline was made from.</param>
/// <param name="New">Findings that it does not know.</param>
/// <param name="Unchanged">Findings that it knows as they are.</param>
/// <param name="Updated">Findings that it knows otherwise.</param>
/// <param name="Absent">Findings of the checked files that only it has, in the order of their keys.</param>
public sealed record BaselineReport(string Path, DateOnly AsOf, int New, int Unchanged, int Updated, ImmutableArray<BaselineEntry> Absent);
