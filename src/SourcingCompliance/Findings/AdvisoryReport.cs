using System.Collections.Immutable;
using SourcingCompliance.Decisions;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Findings;

/// <summary>One advisory with every line that it speaks of. It is no verdict and gates nothing.</summary>
public sealed record AdvisoryReport
{
    /// <summary>Id of the advisory pack.</summary>
    public required string Pack { get; init; }

    /// <summary>Id of the rule.</summary>
    public required string Rule { get; init; }

    /// <summary>What it says, in about ten words.</summary>
    public required string Title { get; init; }

    /// <summary>Id of the material or substance that it speaks of.</summary>
    public required string Substance { get; init; }

    /// <summary>Where it comes from.</summary>
    public required string Citation { get; init; }

    /// <summary>First day on which the law that is announced will bind; null = none is announced, or its day is not known.</summary>
    public DateOnly? BindsFrom { get; init; }

    /// <summary>Figures, each with its day and source; never to be shown without them.</summary>
    public required ImmutableArray<RuleFigure> Figures { get; init; }

    /// <summary>The lines, in the order of files and rows.</summary>
    public required ImmutableArray<AdvisedLine> Lines { get; init; }

    /// <summary>Groups what was told of single lines, by pack, rule and substance.</summary>
    internal static ImmutableArray<AdvisoryReport> From(IEnumerable<LineAdvisory> advised) =>
        [.. advised.GroupBy(one => (one.Advisory.Pack, one.Advisory.Rule, one.Advisory.Substance))
            .OrderBy(group => group.Key.Pack, StringComparer.Ordinal).ThenBy(group => group.Key.Rule, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Substance, StringComparer.Ordinal)
            .Select(group => new AdvisoryReport
            {
                Pack = group.Key.Pack,
                Rule = group.Key.Rule,
                Title = group.First().Advisory.Title,
                Substance = group.Key.Substance,
                Citation = group.First().Advisory.Citation,
                BindsFrom = group.First().Advisory.BindsFrom,
                Figures = group.First().Advisory.Figures,
                Lines = [.. group.Select(one => one.Line)],
            })];
}

/// <summary>A line that an advisory speaks of.</summary>
/// <param name="Row">Address of the row.</param>
/// <param name="PartNumber">Part number, or what stands in for one.</param>
/// <param name="Description">Description as it stands.</param>
public sealed record AdvisedLine(CellRef Row, string PartNumber, string Description);

/// <summary>One advisory of one line.</summary>
/// <param name="Advisory">The advisory.</param>
/// <param name="Line">The line.</param>
public readonly record struct LineAdvisory(Advisory Advisory, AdvisedLine Line);
