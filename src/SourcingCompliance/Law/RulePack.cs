using System.Collections.Immutable;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Law;

/// <summary>One legal restriction as data: its definitions, restrictions, exceptions and questions, as they stand in its folder.</summary>
public sealed record RulePack
{
    /// <summary>Id, the same as the folder's name: <c>dfars-252.225-7052</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What it is, in about ten words.</summary>
    public required string Title { get; init; }

    /// <summary>Edition of the law that it encodes.</summary>
    public required string Edition { get; init; }

    /// <summary><c>active</c>, <c>draft</c> or <c>advisory</c>; drafts and advisories never gate, and advisories never find a violation.</summary>
    public required string Status { get; init; }

    /// <summary>The acts and regulations that it rests on, highest first.</summary>
    public required ImmutableArray<string> Authority { get; init; }

    /// <summary>Day on which someone last compared it with the law.</summary>
    public required DateOnly VerifiedOn { get; init; }

    /// <summary>Day by which someone must look again; null = no such day.</summary>
    public required DateOnly? VerifyBy { get; init; }

    /// <summary>Why it must be looked at by then; empty = no reason on file.</summary>
    public required string VerifyReason { get; init; }

    /// <summary>Id of the pack whose files stand in where this one has none of its own; null = it stands alone.</summary>
    public required string? BasedOn { get; init; }

    /// <summary>Ids of related packs.</summary>
    public required ImmutableArray<string> SeeAlso { get; init; }

    /// <summary>Choices that the text leaves open.</summary>
    public required ImmutableArray<PackSetting> Settings { get; init; }

    /// <summary>Hash over all files of the folder in path order, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Sets of countries.</summary>
    public ImmutableArray<Definition<CountryEntry>> CountrySets { get; init; } = [];

    /// <summary>The covered materials.</summary>
    public Definition<CoveredMaterial>? Materials { get; init; }

    /// <summary>The restricted steps.</summary>
    public Definition<StageRequirement>? Stages { get; init; }

    /// <summary>Numbers of the law.</summary>
    public Definition<Threshold>? Thresholds { get; init; }

    /// <summary>Versions of the clause.</summary>
    public Definition<ClauseVersion>? ClauseVersions { get; init; }

    /// <summary>Who may make which determination.</summary>
    public Definition<DeterminationAuthority>? Authorities { get; init; }

    /// <summary>Restrictions in id order.</summary>
    public required ImmutableArray<Rule> Restrictions { get; init; }

    /// <summary>Exceptions in id order.</summary>
    public required ImmutableArray<Rule> Exceptions { get; init; }

    /// <summary>Rules of missing evidence in id order.</summary>
    public required ImmutableArray<EvidenceRule> Evidence { get; init; }

    /// <summary>Every restriction and exception, in id order.</summary>
    public IEnumerable<Rule> Rules => Restrictions.Concat(Exceptions);

    /// <summary>Loads a pack out of a rules folder and compiles every condition. Faults are diagnostics SC9501 to SC9507.</summary>
    /// <param name="folder">The rules folder.</param>
    /// <param name="packId">Name of the pack's folder.</param>
    /// <param name="diagnostics">Receives the faults.</param>
    /// <returns>The pack; null when anything in it is wrong, because half a law is no law.</returns>
    public static RulePack? Load(RuleFolder folder, string packId, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(packId);
        ArgumentNullException.ThrowIfNull(diagnostics);
        return new RulePackReader(PackOverlay.Create(folder, packId), packId, diagnostics).Read();
    }

    /// <summary>Ids of all packs of a rules folder, in ordinal order.</summary>
    public static ImmutableArray<string> IdsIn(RuleFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        const string file = "/pack.json";
        return [.. folder.Paths.Where(path => path.EndsWith(file, StringComparison.Ordinal)
            && path.IndexOf('/', StringComparison.Ordinal) == path.Length - file.Length)
            .Select(path => path[..^file.Length])];
    }

    /// <summary>The pack as it stands on a day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="settings">Choices of the user.</param>
    /// <param name="diagnostics">Receives conditions that cannot be parsed; a loaded pack has none.</param>
    public LawEdition On(DateOnly day, PackSettings settings, DiagnosticBag diagnostics) => LawEdition.From(this, day, settings, diagnostics);

    /// <summary>Every first day on which a definition or rule of the pack begins, changes or has ended, in the order of time.</summary>
    public ImmutableArray<DateOnly> Steps()
    {
        var days = new SortedSet<DateOnly>();
        Collect(CountrySets.SelectMany(set => set.Periods).Select(period => period.Period));
        Collect(Materials?.Periods.Select(period => period.Period) ?? []);
        Collect(Stages?.Periods.Select(period => period.Period) ?? []);
        Collect(Thresholds?.Periods.Select(period => period.Period) ?? []);
        Collect(Authorities?.Periods.Select(period => period.Period) ?? []);
        Collect(Rules.SelectMany(rule => rule.Versions).Select(version => version.Period));
        return [.. days];

        void Collect(IEnumerable<EffectivePeriod> periods)
        {
            foreach (EffectivePeriod period in periods)
            {
                days.Add(period.From);
                if (period.To is { } last)
                {
                    days.Add(last.AddDays(1));
                }
            }
        }
    }
}

/// <summary>A choice that the text of the law leaves open.</summary>
/// <param name="Name">Name: <c>hong-kong-and-macao</c>.</param>
/// <param name="Default">What holds unless the user says otherwise.</param>
/// <param name="Meaning">What true means.</param>
/// <param name="Interpretation">Number of the interpretation that tells the readings.</param>
public sealed record PackSetting(string Name, bool Default, string Meaning, string? Interpretation);
