using System.Globalization;
using SourcingCompliance.Law;

namespace SourcingCompliance.Cli.Display;

/// <summary>Prints packs and rules as indented text.</summary>
internal sealed class RulesText
{
    private readonly TextWriter _output;

    public RulesText(TextWriter output) => _output = output;

    /// <summary>Every pack with its rules.</summary>
    public void List(PackLibrary library)
    {
        foreach (LoadedPack loaded in library.Packs)
        {
            RulePack pack = loaded.Pack;
            ShowHead(pack);
            foreach (Rule rule in pack.Rules)
            {
                _output.WriteLine($"  {rule.Id} {rule.Title}{(rule.Status == RuleStatus.Active ? "" : $" ({rule.Status})")}");
            }

            foreach (EvidenceRule rule in pack.Evidence)
            {
                _output.WriteLine($"  {rule.Id} {rule.Title}");
            }
        }
    }

    /// <summary>A rule with its versions, or a pack with its definitions; false when there is none of that id.</summary>
    public bool Show(PackLibrary library, string id)
    {
        if (library.Pack(id) is { } loaded)
        {
            ShowHead(loaded.Pack);
            ShowPack(loaded.Pack);
            return true;
        }

        if (library.Owner(id) is not { } owner)
        {
            return false;
        }

        if (owner.Pack.Rules.FirstOrDefault(rule => rule.Id == id) is { } found)
        {
            ShowRule(owner.Pack, found);
        }

        foreach (EvidenceRule evidence in owner.Pack.Evidence.Where(rule => rule.Id == id))
        {
            _output.WriteLine($"{evidence.Id} {evidence.Title} ({owner.Pack.Id}, missing evidence)");
            foreach ((string fact, string question) in evidence.Questions)
            {
                _output.WriteLine($"  {fact}: {question}");
            }
        }

        return true;
    }

    /// <summary>The guidance and interpretations of a rule, or the README of a pack; false when there is none of that id.</summary>
    public bool Explain(PackLibrary library, string id)
    {
        if (library.Pack(id) is { } loaded)
        {
            WriteText(PackLibrary.GetText(loaded, "README.md") ?? $"The pack {id} has no README.");
            return true;
        }

        if (library.Owner(id) is not { } owner)
        {
            return false;
        }

        if (owner.Pack.Rules.FirstOrDefault(rule => rule.Id == id) is not { } found)
        {
            return Show(library, id);
        }

        WriteText(PackLibrary.GetGuidance(owner, found) ?? $"# {found.Id}: {found.Title}");
        foreach (string interpretation in PackLibrary.GetInterpretations(owner, found))
        {
            _output.WriteLine();
            WriteText(interpretation);
        }

        return true;
    }

    // The texts of a pack have lines of their own; a line end within one line of the console would be shown as a mark.
    private void WriteText(string text)
    {
        foreach (string line in text.TrimEnd().Split('\n'))
        {
            _output.WriteLine(line.TrimEnd('\r'));
        }
    }

    private void ShowHead(RulePack pack)
    {
        _output.WriteLine($"{pack.Id} [{(pack.Status == "draft" ? "DRAFT" : pack.Status)}] {pack.Title}");
        string certainty = GetCertainty(pack);
        _output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  edition {pack.Edition}; verified {pack.VerifiedOn:yyyy-MM-dd}; re-verify by "
                + $"{(pack.VerifyBy is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "no day set")}{(certainty.Length > 0 ? $"; certainty {certainty}" : "")}"));
    }

    private void ShowPack(RulePack pack)
    {
        _output.WriteLine($"  authority: {string.Join("; ", pack.Authority)}");
        foreach (PackSetting setting in pack.Settings)
        {
            _output.WriteLine($"  setting {setting.Name} = {(setting.Default ? "true" : "false")}: {setting.Meaning}");
        }

        foreach (Definition<CountryEntry> set in pack.CountrySets)
        {
            ShowPeriods(set, entry => $"{entry.Country} {entry.Name}{(entry.Setting is { } setting ? $" (setting {setting})" : "")}");
        }

        ShowPeriods(pack.Materials, material => $"{material.Id}: {material.Name} ({material.Citation})");
        ShowPeriods(pack.Stages,
            stage =>
                $"{stage.Id}: {string.Join(" or ", stage.Stages)}{(stage.Element is { } element ? $" of {element}" : "")}{(stage.IsRequired ? "" : ", not required")} ({stage.Citation})");
        ShowPeriods(pack.Thresholds, threshold => string.Create(CultureInfo.InvariantCulture, $"{threshold.Id}: {threshold.Value} {threshold.Unit}"));
        ShowPeriods(pack.ClauseVersions,
            version => $"{version.Id}: {string.Join("; ", version.Regimes.Select(regime => $"{PeriodWords.Format(regime.From, regime.To)} {regime.Title}"))}");
        foreach (Rule rule in pack.Rules)
        {
            _output.WriteLine($"  {rule.Id} {rule.Title}");
        }
    }

    private void ShowPeriods<T>(Definition<T>? definition, Func<T, string> text)
    {
        foreach (DefinitionPeriod<T> period in definition?.Periods ?? [])
        {
            _output.WriteLine($"  {definition?.Name}, {period.Period} ({period.Citation}; certainty {period.Certainty})");
            foreach (T value in period.Values)
            {
                _output.WriteLine("    " + text(value));
            }
        }
    }

    private void ShowRule(RulePack pack, Rule rule)
    {
        _output.WriteLine($"{rule.Id} {rule.Title} ({pack.Id}, about: {rule.Subject}, {rule.Status})");
        foreach (RuleVersion version in rule.Versions)
        {
            _output.WriteLine($"  {version.Period}: {version.Citation}{(version.Interpretation is { } number ? $", interpretation {number}" : "")}");
            if (version.Title is { } title)
            {
                _output.WriteLine($"    {title}");
            }

            _output.WriteLine($"    when {version.When}");
            ShowFigures("    ", version.Figures);
        }

        if (rule.ClaimedWhen is { } claimed)
        {
            _output.WriteLine($"  claimed when {claimed}");
        }

        foreach (RemainingDuty duty in rule.StillBinds)
        {
            _output.WriteLine($"  still binds when {duty.When}: {duty.Text} ({duty.Citation})");
        }

        ShowFigures("  ", rule.Figures);
    }

    private void ShowFigures(string indent, IEnumerable<RuleFigure> figures)
    {
        foreach (RuleFigure figure in figures)
        {
            _output.WriteLine($"{indent}figure: {figure.Text} (as of {figure.AsOf}; {figure.Reference})");
        }
    }

    // A official text, B primary text through a mirror, C one secondary source, D our reading, M general knowledge.
    private static string GetCertainty(RulePack pack) => string.Join(", ", pack.CountrySets.SelectMany(set => set.Periods.Select(period => period.Certainty))
        .Concat(pack.Materials?.Periods.Select(period => period.Certainty) ?? [])
        .Concat(pack.Stages?.Periods.Select(period => period.Certainty) ?? [])
        .Concat(pack.Thresholds?.Periods.Select(period => period.Certainty) ?? [])
        .Concat(pack.ClauseVersions?.Periods.Select(period => period.Certainty) ?? [])
        .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
}
