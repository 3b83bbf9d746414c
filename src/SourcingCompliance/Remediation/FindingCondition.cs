using System.Collections.Immutable;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Remediation;

/// <summary>
/// Which findings something speaks of. Every list that is not empty must hold; within a list one entry is enough. An entry of
/// <see cref="Facts"/> that ends in <c>*</c> is a beginning.
/// </summary>
public sealed record FindingCondition
{
    /// <summary>Verdicts; empty = any.</summary>
    public ImmutableArray<Verdict> Verdicts { get; init; } = [];

    /// <summary>Beginnings of rule ids; empty = any.</summary>
    public ImmutableArray<string> Rules { get; init; } = [];

    /// <summary>Ids of missing facts, one of which the finding names; empty = any or none.</summary>
    public ImmutableArray<string> Facts { get; init; } = [];

    /// <summary>Ids of materials; empty = any or none.</summary>
    public ImmutableArray<string> Materials { get; init; } = [];

    /// <summary>Ids of the stage that decides; empty = any or none.</summary>
    public ImmutableArray<string> Stages { get; init; } = [];

    /// <summary>How the part carries the material: <c>is</c>, <c>contains</c>, <c>possible</c>; empty = any.</summary>
    public ImmutableArray<string> Presences { get; init; } = [];

    /// <summary>Ids of regimes, under one of which the finding holds; empty = any.</summary>
    public ImmutableArray<string> Regimes { get; init; } = [];

    /// <summary>Whether the making of a component around a material decides the finding, not the material itself; null = either.</summary>
    public bool? IsComponent { get; init; }

    /// <summary>Whether the finding has a material at all (a row that could not be read has none); null = either.</summary>
    public bool? HasMaterial { get; init; }

    /// <summary>Whether it speaks of a finding. What it looks at must be in the key by which <see cref="PlanGraph"/> shares what findings are
    /// offered.</summary>
    public bool Holds(FindingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var finding = context.Finding;
        return (Verdicts.IsEmpty || Verdicts.Contains(finding.Verdict))
            && (Rules.IsEmpty || Rules.Any(rule => finding.Rule.StartsWith(rule, StringComparison.Ordinal)))
            && (Facts.IsEmpty || finding.Missing.Any(missing => IsOneOf(Facts, missing.Fact)))
            && (Materials.IsEmpty || (finding.Material is { } material && Materials.Contains(material, StringComparer.Ordinal)))
            && (Stages.IsEmpty || (finding.Stage is { } stage && Stages.Contains(stage, StringComparer.Ordinal)))
            && (Presences.IsEmpty || (context.PresenceId is { } presence && Presences.Contains(presence, StringComparer.Ordinal)))
            && (Regimes.IsEmpty || finding.Regimes.Any(regime => Regimes.Contains(regime, StringComparer.Ordinal)))
            && (IsComponent is not { } isComponent || isComponent == context.IsComponent)
            && (HasMaterial is not { } hasMaterial || hasMaterial == finding.Material is not null);
    }

    /// <summary>Whether an id is listed, or begins like an entry that ends in <c>*</c>.</summary>
    internal static bool IsOneOf(ImmutableArray<string> entries, string id)
    {
        foreach (string entry in entries)
        {
            if (entry.EndsWith('*') ? id.AsSpan().StartsWith(entry.AsSpan(0, entry.Length - 1)) : id == entry)
            {
                return true;
            }
        }

        return false;
    }
}
