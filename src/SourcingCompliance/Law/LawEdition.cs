using System.Collections.Immutable;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Law;

/// <summary>A pack as it stands on one day: definitions resolved, conditions compiled. Safe for several threads.</summary>
public sealed class LawEdition
{
    private readonly Dictionary<string, CoveredMaterial> _materials;
    private readonly Dictionary<string, ImmutableArray<StageRequirement>> _requirements;

    private LawEdition(RulePack pack, DateOnly day, PackSettings settings, DiagnosticBag diagnostics)
    {
        Pack = pack;
        Day = day;
        _materials = (pack.Materials?.On(day) ?? []).ToDictionary(material => material.Id, StringComparer.Ordinal);
        _requirements = (pack.Stages?.On(day) ?? []).GroupBy(requirement => requirement.Material, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
        Scope = GetScope(pack, day, settings);
        CoveredCountries = Scope.FindCountries("coveredCountries") ?? new CountrySet([]);
        ImmutableArray<CompiledRule> rules = [.. pack.Rules.Where(rule => rule.Status != RuleStatus.Retired)
            .Select(rule => Compile(rule, diagnostics)).OfType<CompiledRule>()];
        StepRules = [.. rules.Where(rule => rule.Rule.Subject == RuleSubject.Step)];
        PartRules = [.. rules.Where(rule => rule.Rule.Subject == RuleSubject.Part)];
        EndItemRules = [.. rules.Where(rule => rule.Rule.Subject == RuleSubject.EndItem)];
        Exceptions = [.. rules.Where(rule => rule.Rule.Subject == RuleSubject.Exception)];
        SubstanceRules = [.. rules.Where(rule => rule.Rule.Subject == RuleSubject.Substance)];
    }

    /// <summary>The pack.</summary>
    public RulePack Pack { get; }

    /// <summary>The day.</summary>
    public DateOnly Day { get; }

    /// <summary>The definitions that conditions may name.</summary>
    public ConditionScope Scope { get; }

    /// <summary>The covered countries.</summary>
    public CountrySet CoveredCountries { get; }

    /// <summary>Rules that are asked about a restricted step, in id order.</summary>
    public ImmutableArray<CompiledRule> StepRules { get; }

    /// <summary>Rules that are asked about the country of origin of the part.</summary>
    public ImmutableArray<CompiledRule> PartRules { get; }

    /// <summary>Rules that are asked about an end item.</summary>
    public ImmutableArray<CompiledRule> EndItemRules { get; }

    /// <summary>Exceptions in id order.</summary>
    public ImmutableArray<CompiledRule> Exceptions { get; }

    /// <summary>How sentences name countries; null = by the definition of covered countries.</summary>
    internal Func<Country, string>? CountryNames { get; set; }

    /// <summary>The name of a country in sentences; without names, as the definition of covered countries spells it, else its code.</summary>
    public string GetName(Country country) => CountryNames is { } names
        ? names(country)
        : Pack.CountrySets.FirstOrDefault(set => set.ConditionName == "coveredCountries")?.On(Day).FirstOrDefault(entry => entry.Country == country)?.Name
        ?? country.Code;

    /// <summary>Rules that are asked about a watched substance, in id order.</summary>
    public ImmutableArray<CompiledRule> SubstanceRules { get; }

    /// <summary>The covered material of an id; null when the pack does not cover it on the day.</summary>
    public CoveredMaterial? FindMaterial(string id) => _materials.GetValueOrDefault(id);

    /// <summary>The official of an id; null when the pack does not know it.</summary>
    public DeterminationAuthority? FindAuthority(string id) =>
        Pack.Authorities?.On(Day).FirstOrDefault(authority => string.Equals(authority.Id, id, StringComparison.Ordinal));

    /// <summary>The restricted steps of a material in the order of production.</summary>
    public ImmutableArray<StageRequirement> GetRequirements(string material) => _requirements.GetValueOrDefault(material, []);

    /// <summary>The pack's question for a missing fact; the fact's id when it has none.</summary>
    public string GetQuestion(string fact) => FindEvidence(fact)?.Questions.GetValueOrDefault(fact) ?? fact;

    /// <summary>The rule of missing evidence that speaks of a fact; null when none does.</summary>
    public EvidenceRule? FindEvidence(string fact) => Pack.Evidence.FirstOrDefault(rule => rule.Questions.ContainsKey(fact));

    internal static LawEdition From(RulePack pack, DateOnly day, PackSettings settings, DiagnosticBag diagnostics) => new(pack, day, settings, diagnostics);

    private static ConditionScope GetScope(RulePack pack, DateOnly day, PackSettings settings) => new(
        pack.CountrySets.Select(set => KeyValuePair.Create(
            set.ConditionName,
            set.On(day).Where(entry => entry.Setting is null || settings.Choices.GetValueOrDefault(entry.Setting, GetDefault(pack, entry)))
                .Select(entry => entry.Country).ToImmutableArray())),
        pack.Materials is { } materials
            ? [KeyValuePair.Create(materials.ConditionName, materials.On(day).Select(material => material.Id).ToImmutableArray())]
            : [],
        pack.Thresholds is { } thresholds
            ? thresholds.On(day).Select(threshold => KeyValuePair.Create($"{thresholds.ConditionName}.{threshold.Id}", threshold.Value))
            : []);

    private static bool GetDefault(RulePack pack, CountryEntry entry) =>
        pack.Settings.FirstOrDefault(setting => setting.Name == entry.Setting)?.Default ?? entry.IsDefault;

    private CompiledRule? Compile(Rule rule, DiagnosticBag diagnostics)
    {
        if (rule.On(Day) is not { } version)
        {
            return null;
        }

        Condition? when = Parse(rule, version.When, diagnostics);
        Condition? claimed = rule.ClaimedWhen is { } text ? Parse(rule, text, diagnostics) : null;
        Condition? basis = rule.BasisWhen is { } shown ? Parse(rule, shown, diagnostics) : null;
        var duties = ImmutableArray.CreateBuilder<(Condition When, RemainingDuty Duty)>();
        foreach (RemainingDuty duty in rule.StillBinds)
        {
            if (Parse(rule, duty.When, diagnostics) is { } condition)
            {
                duties.Add((condition, duty));
            }
        }

        return when is null ? null : new CompiledRule(rule, version, when, claimed, duties.ToImmutable()) { BasisWhen = basis };
    }

    private Condition? Parse(Rule rule, string text, DiagnosticBag diagnostics)
    {
        ConditionParse parse = ConditionParser.Parse(text, Scope);
        if (parse.Error is { } error)
        {
            diagnostics.Error(DiagnosticIds.ConditionInvalid,
                CellRef.ForFile($"{Pack.Id}/{(rule.Subject == RuleSubject.Exception ? "exceptions" : "restrictions")}/{rule.Id}-{rule.Name}.json"),
                FormattableString.Invariant($"The condition \"{text}\" cannot be read at character {parse.Position}: {error}."),
                "Names, types and operators that a condition may use stand in rules/README.md.");
        }

        return parse.Condition;
    }
}

/// <summary>A rule with the version of the day, compiled.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Version">The version.</param>
/// <param name="When">Its condition.</param>
/// <param name="ClaimedWhen">When an exception counts as claimed; null = never.</param>
/// <param name="StillBinds">Duties that an established exception leaves standing.</param>
public sealed record CompiledRule(
    Rule Rule, RuleVersion Version, Condition When, Condition? ClaimedWhen, ImmutableArray<(Condition When, RemainingDuty Duty)> StillBinds)
{
    /// <summary>When the basis of a claimed exception is on file; null = only a complete claim counts.</summary>
    public Condition? BasisWhen { get; init; }

    /// <summary>
    /// Every condition of the rule that a verdict may rest on, with the name that a workflow gives it: the id of the rule, and after it
    /// <c>claimedWhen</c>, <c>basisWhen</c>, or <c>stillBinds 1</c>.
    /// </summary>
    public IEnumerable<(string Name, Condition Condition)> Conditions
    {
        get
        {
            yield return (Rule.Id, When);
            if (ClaimedWhen is not null)
            {
                yield return ($"{Rule.Id} claimedWhen", ClaimedWhen);
            }

            if (BasisWhen is not null)
            {
                yield return ($"{Rule.Id} basisWhen", BasisWhen);
            }

            for (int at = 0; at < StillBinds.Length; at++)
            {
                yield return (FormattableString.Invariant($"{Rule.Id} stillBinds {at + 1}"), StillBinds[at].When);
            }
        }
    }
}
