using System.Collections.Immutable;
using System.Diagnostics;
using SourcingCompliance.Decisions;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Materials;

namespace SourcingCompliance.Remediation;

/// <summary>A finding with what the determination behind it knows and the finding does not say.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Presence">How the part carries the material; null = not known.</param>
/// <param name="OpenExceptions">Exceptions that the facts on file neither establish nor rule out, in rule order.</param>
public sealed record FindingContext(Finding Finding, Presence? Presence, ImmutableArray<ExceptionDetermination> OpenExceptions)
{
    /// <summary>Whether the making of a component around a material decides the finding.</summary>
    public bool IsComponent { get; init; }

    /// <summary>What tells the line item of the finding from others: counts are of line items.</summary>
    internal (string File, string Sheet, int Row, string Part) Item =>
        (Finding.Cell.File, Finding.Cell.Sheet, Finding.ItemRow > 0 ? Finding.ItemRow : Finding.Cell.Row, Finding.PartNumber);

    /// <summary>The presence as the templates spell it; null = not known.</summary>
    public string? PresenceId => Presence switch
    {
        null => null,
        Recognition.Materials.Presence.Is => "is",
        Recognition.Materials.Presence.Contains => "contains",
        Recognition.Materials.Presence.Possible => "possible",
        _ => throw new UnreachableException(),
    };

    /// <summary>A finding of which nothing more is known.</summary>
    public static FindingContext From(Finding finding) => new(finding, null, []);

    /// <summary>The findings of a file, each with what the determinations of its own row say of its material.</summary>
    public static IEnumerable<FindingContext> From(FileReport file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var rows = file.Lines.ToLookup(line => (line.Row.Sheet, line.Row.Row));
        ILookup<string, LineReport>? paths = null;
        var known = new Dictionary<(object Facts, string? Material, ImmutableArray<string> Regimes), FindingContext>();
        foreach (Finding finding in file.Findings)
        {
            // The deciding cell may stand in another row, where an assembly states the origin of what is in it; then the path finds the line.
            LineReport[] own = [.. rows[(finding.Cell.Sheet, finding.Cell.Row)].Where(line => line.PartNumber == finding.PartNumber)];
            LineReport[] lines = own.Length > 0 ? own
                : [.. (paths ??= file.Lines.ToLookup(line => string.Join('\n', line.Path), StringComparer.Ordinal))[string.Join('\n', finding.Path)]];

            // What determinations say but for rows and cells is the same for lines with the same facts.
            (object Facts, string? Material, ImmutableArray<string> Regimes)? key = lines is [{ SameFacts: { } facts }]
                ? (facts, finding.Material, finding.Regimes) : null;
            if (key is { } same && known.TryGetValue(same, out FindingContext? other))
            {
                yield return other with { Finding = finding };
                continue;
            }

            Determination[] behind =
            [
                .. lines.SelectMany(line => line.Determinations)
                    .Where(determination => string.Equals(determination.Material, finding.Material, StringComparison.Ordinal)
                        && finding.Regimes.Contains(determination.Regime, StringComparer.Ordinal)),
            ];
            var context = new FindingContext(
                finding,
                behind.Select(determination => determination.Presence).FirstOrDefault(presence => presence is not null),
                [
                    .. behind.SelectMany(determination => determination.Exceptions)
                        .Where(exception => exception.Established == Truth.Unknown)
                        .DistinctBy(exception => exception.Rule, StringComparer.Ordinal)
                        .OrderBy(exception => exception.Rule, StringComparer.Ordinal),
                ])
            {
                IsComponent = behind.Any(determination => determination is { Verdict: Verdict.Violation or Verdict.Suspect, Deciding.IsOfComponent: true }),
            };
            if (key is { } first)
            {
                known.Add(first, context);
            }

            yield return context;
        }
    }
}
