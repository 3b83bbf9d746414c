using System.Collections.Immutable;

namespace SourcingCompliance.Findings;

/// <summary>Advisories of one rule that say the same of several substances, so that a reader meets each figure once.</summary>
/// <param name="Advisory">The first of them: title, citation and figures are those of all.</param>
/// <param name="Substances">Ids of the materials or substances, in the order of the report.</param>
/// <param name="Lines">The lines of all, each once, in the order of files and rows.</param>
public sealed record AdvisoryGroup(AdvisoryReport Advisory, ImmutableArray<string> Substances, ImmutableArray<AdvisedLine> Lines)
{
    /// <summary>Groups the advisories of a report, in its order. Advisories of one rule with other figures stay apart.</summary>
    /// <param name="advisories">The advisories, one for each rule and substance.</param>
    public static ImmutableArray<AdvisoryGroup> From(ImmutableArray<AdvisoryReport> advisories) =>
    [
        .. advisories.GroupBy(advisory => (advisory.Pack, advisory.Rule, advisory.Title, advisory.Citation, string.Join('\n', advisory.Figures)))
            .Select(group => new AdvisoryGroup(
                group.First(), [.. group.Select(advisory => advisory.Substance)],
                [.. group.SelectMany(advisory => advisory.Lines).Distinct()
                    .OrderBy(line => line.Row.File, StringComparer.Ordinal).ThenBy(line => line.Row.Sheet, StringComparer.Ordinal)
                    .ThenBy(line => line.Row.Row)])),
    ];
}
