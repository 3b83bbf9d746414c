using System.Collections.Immutable;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Primitives.Json;

namespace SourcingCompliance.Law;

/// <summary>Reads the folder of one pack.</summary>
internal sealed partial class RulePackReader
{
    private readonly RuleFolder _folder;
    private readonly string _packId;
    private readonly DiagnosticBag _diagnostics;
    private readonly DiagnosticBag _faults = new();
    private readonly List<Definition<CountryEntry>> _countrySets = [];
    private Definition<CoveredMaterial>? _materials;
    private Definition<StageRequirement>? _stages;
    private Definition<Threshold>? _thresholds;
    private Definition<ClauseVersion>? _clauseVersions;
    private Definition<DeterminationAuthority>? _authorities;

    public RulePackReader(RuleFolder folder, string packId, DiagnosticBag diagnostics)
    {
        _folder = folder;
        _packId = packId;
        _diagnostics = diagnostics;
    }

    public RulePack? Read()
    {
        RulePack? pack = Open("pack.json") is { } root ? ReadPack(root) : null;
        if (pack is not null && !_faults.HasErrors)
        {
            foreach (DateOnly day in pack.Steps())
            {
                pack.On(day, PackSettings.Default, _faults);
            }
        }

        foreach (Diagnostic fault in _faults.Items)
        {
            _diagnostics.Add(fault);
        }

        return _faults.HasErrors ? null : pack;
    }

    private RulePack ReadPack(JsonObjectReader root)
    {
        if (root.RequiredText("id") is var id && id != _packId)
        {
            root.Refuse("id", $"\"{id}\"", $"the name of the folder, \"{_packId}\",");
        }

        string status = root.RequiredText("status");
        if (status is not ("active" or "draft" or "advisory"))
        {
            root.Refuse("status", $"\"{status}\"", "active, draft or advisory");
        }

        foreach (string path in FilesIn("definitions"))
        {
            ReadDefinition(path);
        }

        var pack = new RulePack
        {
            Id = _packId,
            Title = root.RequiredText("title"),
            Edition = root.RequiredText("edition"),
            Status = status,
            Authority = root.Texts("authority", isRequired: true),
            VerifiedOn = root.Date("verifiedOn", isRequired: true) ?? default,
            VerifyBy = root.Date("verifyBy"),
            VerifyReason = root.Text("verifyReason") ?? "",
            BasedOn = root.Text("basedOn"),
            SeeAlso = root.Texts("seeAlso"),
            Settings = [.. root.Objects("settings").Select(GetSetting)],
            Sha256 = PackHash.Compute(_folder, _packId),
            CountrySets = [.. _countrySets],
            Materials = _materials,
            Stages = _stages,
            Thresholds = _thresholds,
            ClauseVersions = _clauseVersions,
            Authorities = _authorities,
            Restrictions = [.. FilesIn("restrictions").Select(path => GetRule(path, "SC1")).OfType<Rule>()],
            Exceptions = [.. FilesIn("exceptions").Select(path => GetRule(path, "SC2")).OfType<Rule>()],
            Evidence = GetEvidence(),
        };
        root.Finish();
        return pack;
    }

    private static PackSetting GetSetting(JsonObjectReader entry)
    {
        var setting = new PackSetting(
            entry.RequiredText("name"), entry.Flag("default", isRequired: true) ?? true, entry.RequiredText("meaning"), entry.Text("interpretation"));
        entry.Finish();
        return setting;
    }

    private void ReadDefinition(string path)
    {
        if (Open(path) is not { } root)
        {
            return;
        }

        string name = root.RequiredText("name");
        string unit = root.RequiredText("unit");
        switch (unit)
        {
            case "country":
                _countrySets.Add(Checked(path, DefinitionReader.Read(root, name, unit, DefinitionReader.GetCountry)));
                break;
            case "material":
                _materials = Checked(path, DefinitionReader.Read(root, name, unit, DefinitionReader.GetMaterial));
                break;
            case "requirement":
                _stages = Checked(path, DefinitionReader.Read(root, name, unit, DefinitionReader.GetRequirement));
                break;
            case "number":
                _thresholds = Checked(path, DefinitionReader.Read(root, name, unit, DefinitionReader.GetThreshold));
                break;
            case "clause-version":
                _clauseVersions = Checked(path, DefinitionReader.Read(root, name, unit, DefinitionReader.GetClauseVersion));
                break;
            case "authority":
                _authorities = Checked(path, DefinitionReader.Read(root, name, unit, DefinitionReader.GetAuthority));
                break;
            default:
                root.Refuse("unit", $"\"{unit}\"", "country, material, requirement, number, clause-version or authority");
                return;
        }

        root.Finish();
    }

    private Definition<T> Checked<T>(string path, Definition<T> definition)
    {
        CheckPeriods(path, [.. definition.Periods.Select(period => period.Period)]);
        return definition;
    }

    private void CheckPeriods(string path, IReadOnlyList<EffectivePeriod> periods)
    {
        if (DefinitionReader.GetFault(periods) is { } fault)
        {
            _faults.Error(DiagnosticIds.PeriodsBroken, FileRef(path), $"The periods do not follow each other: {fault}.",
                "Every day must lie in exactly one period.");
        }
    }

    private IEnumerable<string> FilesIn(string kind) => _folder.Below($"{_packId}/{kind}")
        .Where(path => path.EndsWith(".json", StringComparison.Ordinal) && !path.EndsWith(".cases.json", StringComparison.Ordinal))
        .Select(path => path[(_packId.Length + 1)..]);

    private JsonObjectReader? Open(string path)
    {
        if (_folder.Find($"{_packId}/{path}") is { } content)
        {
            return JsonObjectReader.Open(content, JsonReadingContext.ForPack($"{_packId}/{path}", _faults));
        }

        _faults.Error(DiagnosticIds.PackNotFound, FileRef(path), $"The rules folder {_folder.Name} has no such file.",
            $"Packs there: {string.Join(", ", RulePack.IdsIn(_folder))}.");
        return null;
    }

    private CellRef FileRef(string path) => CellRef.ForFile($"{_packId}/{path}");
}
