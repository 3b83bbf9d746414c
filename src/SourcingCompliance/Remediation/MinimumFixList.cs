using System.Collections.Immutable;
using System.Globalization;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Remediation;

/// <summary>The parts to replace, in the order in which each clears most of the violations that are left, across all files.</summary>
public sealed record MinimumFixList
{
    /// <summary>The share of the violations that the sentence's parts must clear, 0..1.</summary>
    public const decimal SentenceShare = 0.9m;

    /// <summary>The parts, the one that clears most first.</summary>
    public required ImmutableArray<PartFix> Parts { get; init; }

    /// <summary>Violations in all.</summary>
    public required int Violations { get; init; }

    /// <summary>Files with a violation.</summary>
    public required int Files { get; init; }

    /// <summary>The few parts that clear at least nine tenths, in words; empty when nothing violates.</summary>
    public required string Sentence { get; init; }

    /// <summary>
    /// Builds the list. A violation belongs to one part of one manufacturer, so the greedy choice is the best one: no other set
    /// of as many parts clears more.
    /// </summary>
    public static MinimumFixList From(IEnumerable<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        Finding[] violations = [.. findings.Where(finding => finding.Verdict == Verdict.Violation).DistinctBy(finding => finding.Id, StringComparer.Ordinal)];
        var groups = violations
            .GroupBy(finding => (Part: NameKey.OfPart(finding.PartNumber), Maker: NameKey.Compute(finding.Manufacturer)))
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key.Part, StringComparer.Ordinal).ThenBy(group => group.Key.Maker, StringComparer.Ordinal);
        var parts = ImmutableArray.CreateBuilder<PartFix>();
        int cleared = 0;
        foreach (var group in groups)
        {
            cleared += group.Count();
            parts.Add(new PartFix(
                Least(group.Select(finding => finding.PartNumber.Trim())), Least(group.Select(finding => finding.Manufacturer.Trim())),
                group.Count(), cleared,
                [
                    .. group.Select(finding => new PlaceOfUse(finding.Cell.File, string.Join('/', finding.Path)))
                        .Distinct().OrderBy(place => place.File, StringComparer.Ordinal).ThenBy(place => place.Path, StringComparer.Ordinal),
                ]));
        }

        int files = violations.Select(finding => finding.Cell.File).Distinct(StringComparer.Ordinal).Count();
        return new MinimumFixList
        {
            Parts = parts.ToImmutable(),
            Violations = violations.Length,
            Files = files,
            Sentence = GetSentence(parts.ToImmutable(), violations.Length),
        };
    }

    private static string GetSentence(ImmutableArray<PartFix> parts, int violations)
    {
        if (violations == 0)
        {
            return "";
        }

        int take = 1 + parts.TakeWhile(part => part.ClearedSoFar < violations * SentenceShare).Count();
        PartFix last = parts[take - 1];
        int files = parts.Take(take).SelectMany(part => part.UsedIn).Select(place => place.File).Distinct(StringComparer.Ordinal).Count();
        string cleared = last.ClearedSoFar == violations
            ? violations == 1 ? "the one violation" : string.Create(CultureInfo.InvariantCulture, $"all {violations} violations")
            : string.Create(CultureInfo.InvariantCulture, $"{last.ClearedSoFar} of {violations} violations");
        return $"Replacing {TemplateText.Count(take, "part")} clears {cleared} in {TemplateText.Count(files, "BOM")}.";
    }

    private static string Least(IEnumerable<string> spellings) => spellings.Order(StringComparer.Ordinal).First();
}

/// <summary>A part whose replacement clears violations.</summary>
/// <param name="PartNumber">The part.</param>
/// <param name="Manufacturer">Who makes it; empty when not stated.</param>
/// <param name="Violations">Violations that it clears.</param>
/// <param name="ClearedSoFar">Violations that it and the parts before it clear.</param>
/// <param name="UsedIn">Where it is used, by file and place in the assembly.</param>
public sealed record PartFix(string PartNumber, string Manufacturer, int Violations, int ClearedSoFar, ImmutableArray<PlaceOfUse> UsedIn);

/// <summary>Where a part is used.</summary>
/// <param name="File">Path of the file as given.</param>
/// <param name="Path">Part numbers from the top of the tree, joined by <c>/</c>.</param>
public sealed record PlaceOfUse(string File, string Path);
