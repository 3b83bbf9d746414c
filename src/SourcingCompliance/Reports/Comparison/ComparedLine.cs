using System.Collections.Immutable;
using SourcingCompliance.Findings;

namespace SourcingCompliance.Reports.Comparison;

/// <summary>A line of a checked list, as far as two lists are compared by it.</summary>
public sealed record ComparedLine
{
    /// <summary>Name of the list's file; empty where each side has one list.</summary>
    public required string File { get; init; }

    /// <summary>Where it stands, for the reader: <c>BOM row 42</c>.</summary>
    public required string Place { get; init; }

    /// <summary>Part number, or what stands in for one.</summary>
    public required string PartNumber { get; init; }

    /// <summary>Part numbers from the top of the tree down to the line, joined by <c>/</c>.</summary>
    public required string TreePath { get; init; }

    /// <summary>The fields with their texts, in the order of the report: description, quantity, each statement of origin.</summary>
    public required ImmutableArray<LineField> Fields { get; init; }

    /// <summary>The line's own verdict under each regime, in the order of time.</summary>
    public required ImmutableArray<RegimeVerdict> Verdicts { get; init; }

    /// <summary>What the verdicts rest on, by regime; a regime without covered material has none.</summary>
    public required ImmutableSortedDictionary<string, string> Reasons { get; init; }

    /// <summary>Whether it or anything below it carries covered material, so that a report without the other lines holds it too.</summary>
    public required bool Matters { get; init; }
}

/// <summary>A field of a line.</summary>
/// <param name="Name">Name as the JSON report has it: <c>countryOfOrigin</c>.</param>
/// <param name="Text">Its text as it stands.</param>
public sealed record LineField(string Name, string Text);

/// <summary>A checked list.</summary>
/// <param name="Name">What messages call it: the path as given.</param>
/// <param name="Lines">Its lines in document order.</param>
/// <param name="HasAllLines">Whether it holds every line, or only those that matter.</param>
public sealed record ComparedList(string Name, ImmutableArray<ComparedLine> Lines, bool HasAllLines)
{
    /// <summary>The deliveries that each regime governs, in words, by its id: <c>from 2027-01-01</c>.</summary>
    public ImmutableSortedDictionary<string, string> Periods { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
