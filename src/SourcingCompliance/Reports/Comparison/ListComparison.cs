using System.Collections.Immutable;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Reports.Comparison;

/// <summary>What happened to a line.</summary>
public enum LineChangeKind
{
    /// <summary>Only the new list has it.</summary>
    Added,

    /// <summary>Only the old list has it.</summary>
    Removed,

    /// <summary>Both have it, with other fields, in another place of the tree or with another verdict.</summary>
    Changed,
}

/// <summary>A line that is not in both lists alike.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Old">The line of the old list; null when it is added.</param>
/// <param name="New">The line of the new list; null when it is removed.</param>
/// <param name="Fields">The fields that differ; empty for one that is added or removed.</param>
/// <param name="Verdicts">The verdicts that differ; of a line that is added or removed those that are not <see cref="Verdict.NotCovered"/>.</param>
public sealed record LineChange(LineChangeKind Kind, ComparedLine? Old, ComparedLine? New,
    ImmutableArray<FieldChange> Fields, ImmutableArray<VerdictChange> Verdicts)
{
    /// <summary>The line as it is now, or was.</summary>
    public ComparedLine Line => New ?? Old ?? throw new InvalidOperationException("A change is of a line.");
}

/// <summary>A field that differs.</summary>
/// <param name="Name">Name of the field.</param>
/// <param name="Old">Its text before; empty = none.</param>
/// <param name="New">Its text now; empty = none.</param>
public sealed record FieldChange(string Name, string Old, string New);

/// <summary>A verdict that differs.</summary>
/// <param name="Regime">Id of the regime.</param>
/// <param name="Old">The verdict before; null = the line was not there.</param>
/// <param name="New">The verdict now; null = the line is gone.</param>
/// <param name="Reason">Why, in one or two sentences.</param>
public sealed record VerdictChange(string Regime, Verdict? Old, Verdict? New, string Reason)
{
    /// <summary>Whether it is worse now; a line that is gone is not worse.</summary>
    public bool IsWorse => New is { } now && now < (Old ?? Verdict.NotCovered);
}

/// <summary>Two lists side by side.</summary>
/// <param name="Old">Name of the old list.</param>
/// <param name="New">Name of the new list.</param>
/// <param name="Changes">What differs: what is added and changed in the order of the new list, then what is removed in the order of the old one.</param>
/// <param name="Unchanged">How many lines are alike in both.</param>
/// <param name="IsPartial">Whether only lines that carry covered material were compared, since a report lists no others.</param>
public sealed record ListComparison(string Old, string New, ImmutableArray<LineChange> Changes, int Unchanged, bool IsPartial)
{
    /// <summary>The deliveries that each regime governs, in words, by its id.</summary>
    public ImmutableSortedDictionary<string, string> Periods { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>How many lines a kind of change happened to.</summary>
    public int this[LineChangeKind kind] => Changes.Count(change => change.Kind == kind);
}
