using System.Collections.Immutable;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Findings.Baselines;

/// <summary>The findings that were known on a day, so that later checks can tell what is new.</summary>
/// <param name="Path">Path of the file as given, with forward slashes.</param>
/// <param name="AsOf">The day of the check that it was made from.</param>
/// <param name="Entries">The findings in the order of their keys.</param>
public sealed record Baseline(string Path, DateOnly AsOf, ImmutableArray<BaselineEntry> Entries)
{
    /// <summary>Path of the folder that was checked, from the folder of the baseline, with forward slashes; null = not recorded.</summary>
    public string? Root { get; init; }
}

/// <summary>What makes a finding the same in two checks. No row number: rows move.</summary>
/// <param name="File">Path of the list from the folder of the baseline, with forward slashes.</param>
/// <param name="Sheet">Name of the sheet; empty for formats without sheets.</param>
/// <param name="TreePath">Part numbers from the top of the tree down, joined by <c>/</c>.</param>
/// <param name="Part">Part number.</param>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Material">Id of the material; empty for a row that could not be read.</param>
/// <param name="Ordinal">0 for the first finding with all of this alike, 1 for the next.</param>
public sealed record BaselineKey(string File, string Sheet, string TreePath, string Part, string Rule, string Material, int Ordinal);

/// <summary>One finding of a baseline.</summary>
/// <param name="Key">What makes it the same.</param>
/// <param name="Verdict">Its verdict.</param>
/// <param name="State">What else may not change without a person looking again: regimes, stage, element and countries, joined.</param>
/// <param name="Message">Its sentence, for the reader.</param>
public sealed record BaselineEntry(BaselineKey Key, Verdict Verdict, string State, string Message);
