using System.Collections.Immutable;
using System.Globalization;
using SourcingCompliance.Law;

namespace SourcingCompliance.Verification;

/// <summary>What changed between two editions of one pack.</summary>
internal sealed class PackDiff
{
    private readonly LoadedPack _old;
    private readonly LoadedPack _new;
    private readonly List<RulesChange> _changes = [];

    public PackDiff(LoadedPack old, LoadedPack now)
    {
        _old = old;
        _new = now;
    }

    public IReadOnlyList<RulesChange> Changes()
    {
        RulePack old = _old.Pack;
        RulePack now = _new.Pack;
        Compare("pack", "title", old.Title, now.Title);
        Compare("pack", "edition", old.Edition, now.Edition);
        Compare("pack", "status", old.Status, now.Status);
        Compare("pack", "authority", string.Join("; ", old.Authority), string.Join("; ", now.Authority));
        Compare("pack", "verified on", Day(old.VerifiedOn), Day(now.VerifiedOn));
        Compare("pack", "re-verify by", Day(old.VerifyBy), Day(now.VerifyBy));
        CompareEach("setting", old.Settings, now.Settings, setting => setting.Name, setting => setting.Default ? "true by default" : "false by default");
        foreach (string name in old.CountrySets.Concat(now.CountrySets).Select(set => set.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            ComparePeriods(name, old.CountrySets.FirstOrDefault(set => set.Name == name), now.CountrySets.FirstOrDefault(set => set.Name == name),
                entry => entry.Country.Code, entry => entry.Setting is null ? entry.Name : $"{entry.Name} (setting {entry.Setting})");
        }

        ComparePeriods("covered-materials", old.Materials, now.Materials, material => material.Id, GetText);
        ComparePeriods("restricted-stages", old.Stages, now.Stages, requirement => requirement.Id, GetText);
        ComparePeriods("thresholds", old.Thresholds, now.Thresholds, threshold => threshold.Id, GetText);
        ComparePeriods("clause-versions", old.ClauseVersions, now.ClauseVersions, version => version.Id, GetText);
        CompareRules(old, now);
        CompareEach("missing evidence", old.Evidence, now.Evidence, rule => rule.Id,
            rule => string.Join(" ", rule.Questions.Select(question => $"{question.Key}: {question.Value}")));
        _changes.AddRange(RulesDiff.Texts(now.Id, _old.Folder, _new.Folder, now.Id,
            path => path.EndsWith(".md", StringComparison.Ordinal) || path.EndsWith(".cases.json", StringComparison.Ordinal)
                || path.EndsWith("/remediation.json", StringComparison.Ordinal)));
        return _changes;
    }

    private static string GetText(CoveredMaterial material) => $"{material.Name}, elements {GetList(material.Elements)} ({material.Citation})";

    private static string GetText(StageRequirement requirement) =>
        $"{requirement.Material}, {string.Join(" or ", requirement.Stages)}{(requirement.Element is { } element ? $" of {element}" : "")}, "
            + $"{(requirement.IsRequired ? "required" : "not required")} ({requirement.Citation})";

    private static string GetText(Threshold threshold) => string.Create(CultureInfo.InvariantCulture, $"{threshold.Value} {threshold.Unit}");

    private static string GetText(ClauseVersion version) =>
        $"{version.Title}: {string.Join("; ", version.Regimes.Select(regime => $"{regime.Title}, delivered {Day(regime.From)} to {Day(regime.To)}, law of {Day(regime.LawDate)}"))} ({version.Citation})";

    private void CompareRules(RulePack old, RulePack now)
    {
        foreach (string id in old.Rules.Concat(now.Rules).Select(rule => rule.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            Rule? before = old.Rules.FirstOrDefault(rule => rule.Id == id);
            Rule? after = now.Rules.FirstOrDefault(rule => rule.Id == id);
            if (before is null || after is null)
            {
                Add(id, after is null ? $"is no longer there (it was: {before?.Title})." : $"is new: {after.Title}.");
                continue;
            }

            Compare(id, "title", before.Title, after.Title);
            Compare(id, "status", before.Status.ToString(), after.Status.ToString());
            Compare(id, "claimed when", before.ClaimedWhen ?? "never", after.ClaimedWhen ?? "never");
            Compare(id, "basis when", before.BasisWhen ?? "never", after.BasisWhen ?? "never");
            CompareEach(id, before.Versions, after.Versions, version => $"version from {Day(version.Period.From)}",
                version => $"until {Day(version.Period.To)}, when {version.When}"
                    + $" ({version.Citation}{(version.Interpretation is { } number ? $", {number}" : "")})"
                        + $"{(version.Title is { } title ? $", titled \"{title}\"" : "")}");
            CompareEach(id, before.StillBinds, after.StillBinds, duty => $"duty \"{duty.Text}\"", duty => $"when {duty.When} ({duty.Citation})");
            CompareEach(id, GetFigures(before), GetFigures(after), figure => $"figure \"{figure.Text}\"", figure => $"{figure.AsOf}, {figure.Reference}");
        }
    }

    private static ImmutableArray<RuleFigure> GetFigures(Rule rule) => [.. rule.Versions.SelectMany(version => version.Figures), .. rule.Figures];

    private void ComparePeriods<T>(string name, Definition<T>? old, Definition<T>? now, Func<T, string> key, Func<T, string> text)
    {
        ImmutableArray<DefinitionPeriod<T>> before = old?.Periods ?? [];
        ImmutableArray<DefinitionPeriod<T>> after = now?.Periods ?? [];
        foreach (DateOnly from in before.Concat(after).Select(period => period.Period.From).Distinct().Order())
        {
            DefinitionPeriod<T>? one = before.FirstOrDefault(period => period.Period.From == from);
            DefinitionPeriod<T>? other = after.FirstOrDefault(period => period.Period.From == from);
            if (one is null || other is null)
            {
                DefinitionPeriod<T>? there = one ?? other;
                Add(name, $"the period {there?.Period} is {(other is null ? "no longer there" : "new")}; values: "
                    + $"{string.Join(", ", there?.Values.Select(key) ?? [])}; {there?.Citation}, certainty {there?.Certainty}.");
                continue;
            }

            string at = $"{name}, period from {Day(from)}";
            Compare(at, "last day", Day(one.Period.To), Day(other.Period.To));
            Compare(at, "citation", one.Citation, other.Citation);
            Compare(at, "certainty", one.Certainty, other.Certainty);
            CompareEach(at, one.Values, other.Values, key, text);
        }
    }

    private void CompareEach<T>(string subject, ImmutableArray<T> old, ImmutableArray<T> now, Func<T, string> key, Func<T, string> text)
    {
        foreach (string name in old.Concat(now).Select(key).Distinct(StringComparer.Ordinal))
        {
            string? before = TextIn(old, name);
            string? after = TextIn(now, name);
            if (before is null || after is null)
            {
                Add(subject, after is null ? $"{name} is removed: {before}." : $"{name} is added: {after}.");
            }
            else
            {
                Compare(subject, name, before, after);
            }
        }

        string? TextIn(ImmutableArray<T> values, string name) => values.Where(value => key(value) == name).Select(text).FirstOrDefault();
    }

    private void Compare(string subject, string what, string old, string now)
    {
        if (!string.Equals(old, now, StringComparison.Ordinal))
        {
            Add(subject, $"{what} was: {old}; is now: {now}.");
        }
    }

    private void Add(string subject, string text) => _changes.Add(new RulesChange(_new.Pack.Id, subject, text));

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "open";

    private static string GetList(ImmutableArray<string> items) => items.IsEmpty ? "none" : string.Join(", ", items);
}
