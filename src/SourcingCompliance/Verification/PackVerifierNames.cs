using System.Text.Json;
using System.Text.RegularExpressions;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Primitives.Json;
using SourcingCompliance.Remediation;

namespace SourcingCompliance.Verification;

/// <summary>
/// Finds names in a pack that nothing answers to: a substance in a condition, a fact, material, step or rule in a route of remediation, a pack to
/// see also. A misspelled one would never match, and its rule or route would never speak.
/// </summary>
public sealed partial class PackVerifierNames
{
    private const string VocabularyPath = "reference/materials.json";
    private static readonly string[] Presences = ["is", "contains", "possible"];

    private readonly HashSet<string> _substances;
    private readonly HashSet<string> _packs;
    private readonly DiagnosticBag _diagnostics;

    /// <summary>Takes what packs may name.</summary>
    /// <param name="folders">The shipped rules first, then the user's own.</param>
    /// <param name="diagnostics">Receives the faults (SC9432).</param>
    public PackVerifierNames(IReadOnlyList<RuleFolder> folders, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(folders);
        _substances = [.. folders.SelectMany(SubstancesIn)];
        _packs = [.. folders.SelectMany(folder => RulePack.IdsIn(folder))];
        _diagnostics = diagnostics;
    }

    /// <summary>Checks one pack.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="templates">Its templates of remediation; null = it has none.</param>
    public void Check(RulePack pack, RemediationTemplates? templates)
    {
        ArgumentNullException.ThrowIfNull(pack);
        foreach (string other in pack.SeeAlso.Where(other => !_packs.Contains(other)))
        {
            Fault(pack, "pack.json", $"seeAlso names the pack \"{other}\"", _packs);
        }

        HashSet<string> stages = [.. (pack.Stages?.Periods ?? []).SelectMany(period => period.Values).SelectMany(requirement => requirement.Stages)];
        HashSet<string> materials = [.. (pack.Materials?.Periods ?? []).SelectMany(period => period.Values).Select(material => material.Id)];
        if (_substances.Count > 0)
        {
            foreach (Rule rule in pack.Rules)
            {
                CheckConditions(pack, rule, stages, materials);
            }
        }

        if (templates is not null)
        {
            CheckTemplates(pack, templates, stages, materials);
        }
    }

    private void CheckConditions(RulePack pack, Rule rule, HashSet<string> stages, HashSet<string> materials)
    {
        IEnumerable<string> conditions = rule.Versions.Select(version => version.When).Append(rule.ClaimedWhen ?? "")
            .Concat(rule.StillBinds.Select(duty => duty.When));
        foreach (Match match in conditions.SelectMany(condition => Comparison().Matches(condition)))
        {
            string name = match.Groups["name"].Value;
            IReadOnlyCollection<string> known = match.Groups["fact"].Value switch
            {
                "substance.id" => _substances,
                "material.id" => materials.Count > 0 ? materials : _substances,
                "material.presence" => Presences,
                _ => stages,
            };
            if (!known.Contains(name))
            {
                string folder = pack.Restrictions.Contains(rule) ? "restrictions" : "exceptions";
                Fault(pack, $"{folder}/{rule.Id}-{rule.Name}.json", $"{match.Groups["fact"].Value} is compared with \"{name}\"", known);
            }
        }
    }

    private void CheckTemplates(RulePack pack, RemediationTemplates templates, HashSet<string> stages, HashSet<string> materials)
    {
        const string file = "remediation.json";
        string[] facts = [.. pack.Evidence.SelectMany(rule => rule.Questions.Keys)];
        string[] rules = [.. pack.Rules.Select(rule => rule.Id).Concat(pack.Evidence.Select(rule => rule.Id))];
        FindingCondition[] conditions =
        [
            .. templates.Routes.Select(route => route.When),
            .. templates.Actions.SelectMany(action => action.Notes).Concat(templates.Letter.Questions).Select(note => note.When),
        ];
        foreach (string entry in templates.OwnFacts.Concat(templates.ExceptionFacts)
            .Concat(conditions.SelectMany(condition => condition.Facts)).Distinct(StringComparer.Ordinal)
            .Where(entry => !facts.Any(fact => FindingCondition.IsOneOf([entry], fact))))
        {
            Fault(pack, file, $"It names the missing fact \"{entry}\"", facts);
        }

        foreach (string entry in templates.Materials.Keys.Concat(conditions.SelectMany(condition => condition.Materials)).Distinct(StringComparer.Ordinal)
            .Where(entry => !materials.Contains(entry)))
        {
            Fault(pack, file, $"It names the material \"{entry}\"", materials);
        }

        foreach (string entry in conditions.SelectMany(condition => condition.Stages).Distinct(StringComparer.Ordinal).Where(entry => !stages.Contains(entry)))
        {
            Fault(pack, file, $"It names the step \"{entry}\"", stages);
        }

        foreach (string entry in conditions.SelectMany(condition => condition.Rules).Distinct(StringComparer.Ordinal)
            .Where(entry => !rules.Any(rule => rule.StartsWith(entry, StringComparison.Ordinal))))
        {
            Fault(pack, file, $"It names rules that begin with \"{entry}\"", rules);
        }
    }

    // The ids alone; that the vocabulary is sound is verified elsewhere.
    private static IEnumerable<string> SubstancesIn(RuleFolder folder)
    {
        if (folder.Find(VocabularyPath) is not { } content)
        {
            return [];
        }

        try
        {
            using JsonDocument document = JsonText.Parse(content);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("substances", out JsonElement list)
                && list.ValueKind == JsonValueKind.Array
                ? [.. list.EnumerateArray().Where(entry => entry.ValueKind == JsonValueKind.Object
                    && entry.TryGetProperty("id", out JsonElement id) && id.ValueKind == JsonValueKind.String)
                    .Select(entry => entry.GetProperty("id").GetString() ?? "")]
                : [];
        }
        catch (JsonException)
        {
            // The reader of the vocabulary reports the syntax error with its place.
            return [];
        }
    }

    private void Fault(RulePack pack, string file, string found, IReadOnlyCollection<string> known) => _diagnostics.Error(
        DiagnosticIds.RuleNameUnknown, CellRef.ForFile($"{pack.Id}/{file}"), $"{found}, which does not exist.",
        $"Known are {string.Join(", ", known.Order(StringComparer.Ordinal))}.");

    [GeneratedRegex("(?<fact>substance\\.id|material\\.id|material\\.presence|stage\\.id)\\s*[=!]=\\s*\"(?<name>[^\"]*)\"")]
    private static partial Regex Comparison();
}
