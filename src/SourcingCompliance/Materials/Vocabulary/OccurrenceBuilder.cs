using System.Collections.Immutable;
using SourcingCompliance.Boms;

namespace SourcingCompliance.Materials.Vocabulary;

/// <summary>Turns the findings on a line into what the report says: the firmest occurrence of each material, with its signals.</summary>
internal sealed class OccurrenceBuilder(CompiledVocabulary vocabulary)
{
    /// <summary>The family of all magnets, covered or not.</summary>
    public const string MagnetFamily = "magnet";

    /// <summary>Builds the classification of a line.</summary>
    public Classification Build(LineEvaluation line)
    {
        List<Finding> findings = line.Apply();
        ImmutableArray<OtherSubstance> others = BuildOthers(findings);
        HashSet<string> closed = [.. line.NegatedFamilies, .. SettledFamilies(findings, alsoLoosely: true)];
        HashSet<string> closedToComponents = [.. line.NegatedFamilies, .. SettledFamilies(findings, alsoLoosely: false)];
        Finding? carrier = StrongestComponent(findings, MagnetFamily);
        var occurrences = new List<MaterialOccurrence>();
        foreach (Finding finding in findings)
        {
            if (finding.Rule.Substance is SubstanceEntry { Kind: null } substance)
            {
                AddSubstance(finding, substance, line.MagnetIsHead ? null : carrier, closed, occurrences);
            }
        }

        bool magnetIsThing = line.MagnetIsHead && occurrences.Exists(occurrence => FamilyOf(occurrence.Material) == MagnetFamily);
        AddComponents(findings, closedToComponents, magnetIsThing, occurrences);
        AddDemoted(line, closed, occurrences);
        return occurrences.Count == 0 && others.IsEmpty ? Classification.Nothing : new Classification(Merge(occurrences), others);
    }

    private static void AddSubstance(Finding finding, SubstanceEntry substance, Finding? carrier, HashSet<string> closed, List<MaterialOccurrence> occurrences)
    {
        Presence presence = Lesser(finding.Rule.Rule.Presence ?? Presence.Is, finding.Ceiling);
        if (presence == Presence.Possible && substance.Family is string family && closed.Contains(family))
        {
            return;
        }

        string? component = null;
        double likelihood = presence == Presence.Possible ? Likelihoods.Of(finding.Rule.Rule.Likelihood ?? "possible") ?? 0.4 : 1;
        (decimal, decimal)? mass = null;
        IEnumerable<MaterialSignal> signals = SignalsOf(finding);
        if (substance.Family == MagnetFamily && carrier?.Rule.Component is ComponentEntry thing)
        {
            presence = presence == Presence.Is ? Presence.Contains : presence;
            component = thing.Id;
            mass = thing.MassKilograms;
            likelihood = presence == Presence.Contains ? 1 : likelihood;
            signals = signals.Concat(SignalsOf(carrier));
        }

        occurrences.Add(new MaterialOccurrence
        {
            Material = substance.Id,
            Presence = presence,
            Likelihood = likelihood,
            Signals = [.. signals],
            Component = component,
            UsualMassKilograms = mass,
        });
    }

    /// <summary>Adds to what a line's first choice is what only an alternate source brings: it is possible that the line carries it.</summary>
    public static Classification WithAlternate(Classification first, Classification alternate)
    {
        var materials = first.Materials.ToList();
        foreach (MaterialOccurrence occurrence in alternate.Materials)
        {
            if (!materials.Exists(known => known.Material == occurrence.Material))
            {
                materials.Add(occurrence with { Presence = Presence.Possible, Likelihood = Math.Min(occurrence.Likelihood, Likelihoods.Of("possible") ?? 0) });
            }
        }

        return materials.Count == first.Materials.Length ? first : first with { Materials = [.. materials] };
    }

    private static Presence Lesser(Presence one, Presence other) => one < other ? one : other;

    private void AddComponents(List<Finding> findings, HashSet<string> closed, bool magnetIsThing, List<MaterialOccurrence> occurrences)
    {
        HashSet<string> replaced = ReplacedComponents(findings);
        foreach (Finding finding in findings)
        {
            if (finding.Rule.Component is not ComponentEntry component || replaced.Contains(component.Id))
            {
                continue;
            }

            AddComponent(finding, component, component.Material, finding.Rule.Rule.Likelihood ?? component.Likelihood, closed, magnetIsThing, occurrences);
            foreach ((string material, string step) in component.OtherMaterials)
            {
                AddComponent(finding, component, material, step, closed, magnetIsThing, occurrences);
            }
        }
    }

    private void AddComponent(Finding finding, ComponentEntry component, string material, string step, HashSet<string> closed, bool magnetIsThing, List<MaterialOccurrence> occurrences)
    {
        double likelihood = Likelihoods.Of(step) ?? 0;
        string? family = FamilyOf(material);
        if (likelihood <= 0 || (family is not null && closed.Contains(family)) || (magnetIsThing && family == MagnetFamily))
        {
            return;
        }

        occurrences.Add(new MaterialOccurrence
        {
            Material = material,
            Presence = Lesser(likelihood >= Likelihoods.Contains ? Presence.Contains : Presence.Possible, finding.Ceiling),
            Likelihood = likelihood,
            Signals = [.. SignalsOf(finding)],
            Component = component.Id,
            UsualMassKilograms = material == component.Material ? component.MassKilograms : null,
        });
    }

    private static void AddDemoted(LineEvaluation line, HashSet<string> closed, List<MaterialOccurrence> occurrences)
    {
        foreach ((MappedColumn column, ReadWord word) in line.Demoted)
        {
            string family = word.Idea.Family ?? "";
            if (family == MagnetFamily && word.Idea.Weight > 1 && occurrences.Count == 0 && !closed.Contains(family))
            {
                occurrences.Add(new MaterialOccurrence
                {
                    Material = MaterialIds.RareEarthMagnet,
                    Presence = Presence.Possible,
                    Likelihood = Likelihoods.Of("possible") ?? 0,
                    Signals = [SignalOf(column, word, $"{word.Idea.Says}, but beside a word for an accessory ({word.Idea.Id})")],
                });
            }
        }
    }

    private static ImmutableArray<OtherSubstance> BuildOthers(List<Finding> findings)
    {
        var others = new SortedDictionary<string, OtherSubstance>(StringComparer.Ordinal);
        foreach (Finding finding in findings)
        {
            if (finding.Rule.Substance is SubstanceEntry { Kind: OtherSubstanceKind kind } substance)
            {
                ImmutableArray<MaterialSignal> signals = [.. SignalsOf(finding)];
                others[substance.Id] = others.TryGetValue(substance.Id, out OtherSubstance? known)
                    ? known with { Signals = [.. known.Signals.Union(signals)] }
                    : new OtherSubstance(substance.Id, kind, signals);
            }
        }

        return [.. others.Values];
    }

    // A rule that only holds "ferrite" and "magnet" somewhere in the line settles an unnamed magnet, but not what a motor's magnet is.
    private static IEnumerable<string> SettledFamilies(List<Finding> findings, bool alsoLoosely) =>
        findings.Where(finding => finding.Rule.Substance is { SettlesFamily: true } && (alsoLoosely || finding.Rule.Rule.Presence == Presence.Is))
            .Select(finding => finding.Rule.Substance?.Family ?? "");

    private static HashSet<string> ReplacedComponents(List<Finding> findings) =>
        [.. findings.Where(finding => finding.Rule.Component is not null).SelectMany(finding => finding.Rule.Component?.InsteadOf ?? [])];

    private Finding? StrongestComponent(List<Finding> findings, string family)
    {
        HashSet<string> replaced = ReplacedComponents(findings);
        return findings.Where(finding => finding.Rule.Component is ComponentEntry component && FamilyOf(component.Material) == family && !replaced.Contains(component.Id))
            .MaxBy(finding => Likelihoods.Of(finding.Rule.Rule.Likelihood ?? finding.Rule.Component?.Likelihood ?? Likelihoods.None));
    }

    private string? FamilyOf(string material) => vocabulary.FamilyByMaterial.GetValueOrDefault(material);

    private static IEnumerable<MaterialSignal> SignalsOf(Finding finding) => finding.Words
        .OrderByDescending(found => found.Word.Idea.Weight)
        .Select(found => SignalOf(found.Column, found.Word, WhyOf(finding, found.Word.Idea)));

    private static MaterialSignal SignalOf(MappedColumn column, ReadWord word, string why) =>
        new(column.Field, word.Text, column.Alternate > 1 ? $"{why}; in the column '{column.Header}' of an alternate source" : why);

    private static string WhyOf(Finding finding, Idea idea) => finding.Rule.Component is { UsualMaterial.Length: > 0 } component
        ? $"{idea.Says} ({idea.Id}); {component.Title} usually holds {component.UsualMaterial}"
        : $"{idea.Says} ({idea.Id})";

    // One occurrence for each material, the firmest; a kind of magnet that is named makes the unnamed one superfluous.
    private static ImmutableArray<MaterialOccurrence> Merge(List<MaterialOccurrence> occurrences)
    {
        bool kindIsNamed = occurrences.Exists(occurrence =>
            occurrence.Material is MaterialIds.NdFeB or MaterialIds.SmCo && occurrence.Presence != Presence.Possible);
        var merged = new List<MaterialOccurrence>();
        foreach (IGrouping<string, MaterialOccurrence> group in occurrences.GroupBy(occurrence => occurrence.Material, StringComparer.Ordinal))
        {
            if (kindIsNamed && group.Key == MaterialIds.RareEarthMagnet)
            {
                continue;
            }

            var ranked = group.OrderByDescending(occurrence => occurrence.Presence).ThenByDescending(occurrence => occurrence.Likelihood).ToList();
            merged.Add(ranked[0] with { Signals = [.. ranked.SelectMany(occurrence => occurrence.Signals).Distinct()] });
        }

        return [.. merged.OrderByDescending(occurrence => occurrence.Presence).ThenByDescending(occurrence => occurrence.Likelihood)
            .ThenBy(occurrence => occurrence.Material, StringComparer.Ordinal)];
    }
}
