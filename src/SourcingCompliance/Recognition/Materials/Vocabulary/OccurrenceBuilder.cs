using System.Collections.Immutable;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Recognition.Materials.Vocabulary;

/// <summary>Turns the findings on a line into what the report says: the firmest occurrence of each material, with its signals.</summary>
internal sealed class OccurrenceBuilder(CompiledVocabulary vocabulary)
{
    /// <summary>The family of all magnets, covered or not.</summary>
    public const string MagnetFamily = "magnet";

    /// <summary>Builds the classification of a line.</summary>
    public Classification Build(LineEvaluation line)
    {
        List<Finding> all = WithoutGuesses(line.Apply());
        // What words of another cell deny is only looked at when the rest of the line does not bring the material anyway.
        List<Finding> findings = all.FindAll(finding => finding.Denials.Count == 0);
        ImmutableArray<OtherSubstance> others = BuildOthers(findings);
        var closing = new FamilyClosing(line.Negations, findings);
        HashSet<Finding> replaced = ReplacedComponents(all, closing);
        var occurrences = new List<MaterialOccurrence>();
        Finding? carrier = line.MagnetIsHead ? null : StrongestComponent(findings, replaced);
        findings.ForEach(finding => AddSubstance(finding, carrier, closing, occurrences));
        bool magnetIsThing = line.MagnetIsHead && occurrences.Exists(occurrence => GetFamily(occurrence.Material) == MagnetFamily);
        foreach (Finding finding in findings.Where(finding => !replaced.Contains(finding)))
        {
            AddComponent(finding, closing, magnetIsThing, occurrences);
        }

        foreach (Finding denied in all.Where(finding => finding.Denials.Count > 0 && !replaced.Contains(finding)))
        {
            AddDenied(denied, carrier, closing, occurrences);
        }

        AddDemoted(line, closing, occurrences);
        return occurrences.Count == 0 && others.IsEmpty ? Classification.Nothing : new Classification(Merge(occurrences), others);
    }

    // That a line is what its maker makes is a guess, and a line that names itself as a material of another kind leaves nothing to guess: a counterweight of
    // heavy alloy is no magnet, whoever makes it.
    private List<Finding> WithoutGuesses(List<Finding> findings)
    {
        string[] named = [.. findings.Where(finding => finding.Rule is { Substance: { Kind: null, Family: not null }, Rule.Presence: null or Presence.Is }
                && finding is { Ceiling: Presence.Is, Denials.Count: 0, IsSpecifying: true, HoldsNumber: false })
            .Select(finding => finding.Rule.Substance?.Family ?? "").Distinct(StringComparer.Ordinal)];
        return named.Length == 0 ? findings : findings.FindAll(finding => !finding.Words.Exists(found => found.Word.Idea == vocabulary.Unexplained)
            || Array.TrueForAll(named, family => family == (finding.Rule.Substance?.Family ?? GetFamily(finding.Rule.Component?.Material ?? ""))));
    }

    private void AddDenied(Finding finding, Finding? carrier, FamilyClosing closing, List<MaterialOccurrence> occurrences)
    {
        string material = finding.Rule.Substance?.Id ?? finding.Rule.Component?.Material ?? "";
        bool isKnown = occurrences.Exists(occurrence => occurrence.Material == material
            || (material == MaterialIds.RareEarthMagnet && GetFamily(occurrence.Material) == MagnetFamily));
        if (!isKnown)
        {
            AddSubstance(finding, carrier, closing, occurrences);
            AddComponent(finding, closing, magnetIsThing: false, occurrences);
        }
    }

    private static void AddSubstance(Finding finding, Finding? carrier, FamilyClosing closing, List<MaterialOccurrence> occurrences)
    {
        if (finding.Rule.Substance is not SubstanceEntry { Kind: null } substance)
        {
            return;
        }

        Presence presence = Lesser(finding.Rule.Rule.Presence ?? Presence.Is, finding.Ceiling);
        FamilyClosing.Answer answer = closing.Get(finding, substance.Family, alsoLoosely: true);
        if (presence == Presence.Possible && answer.IsClosed)
        {
            return;
        }

        presence = Lesser(presence, answer.Ceiling);
        string? component = null;
        double likelihood = presence == Presence.Possible ? Likelihoods.Get(finding.Rule.Rule.Likelihood ?? "possible") ?? 0.4 : 1;
        (decimal, decimal)? mass = null;
        IEnumerable<MaterialSignal> signals = GetSignals(finding);
        if (substance.Family == MagnetFamily && carrier?.Rule.Component is ComponentEntry thing)
        {
            // "torquer, SmCo": a kind that is named beside a thing that surely holds a magnet is that magnet's.
            bool settlesKind = !finding.IsGeneric && substance.Id != MaterialIds.RareEarthMagnet && (finding.Cells & carrier.Cells) != 0
                && Likelihoods.Get(carrier.Rule.Rule.Likelihood ?? thing.Likelihood) >= Likelihoods.Contains;
            presence = presence == Presence.Is || (settlesKind && finding.Ceiling > Presence.Possible && answer.Ceiling > Presence.Possible)
                ? Presence.Contains : presence;
            component = thing.Id;
            mass = thing.MassKilograms;
            likelihood = presence == Presence.Contains ? 1 : likelihood;
            signals = signals.Concat(GetSignals(carrier));
        }

        occurrences.Add(new MaterialOccurrence
        {
            Material = substance.Id,
            Presence = presence,
            Likelihood = likelihood,
            Signals = [.. signals, .. GetDenials(finding, answer)],
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
                materials.Add(occurrence with { Presence = Presence.Possible, Likelihood = Math.Min(occurrence.Likelihood, Likelihoods.Get("possible") ?? 0) });
            }
        }

        return materials.Count == first.Materials.Length ? first : first with { Materials = [.. materials] };
    }

    private static Presence Lesser(Presence one, Presence other) => one < other ? one : other;

    private void AddComponent(Finding finding, FamilyClosing closing, bool magnetIsThing, List<MaterialOccurrence> occurrences)
    {
        if (finding.Rule.Component is ComponentEntry component)
        {
            AddComponent(finding, component, component.Material, finding.Rule.Rule.Likelihood ?? component.Likelihood, closing, magnetIsThing, occurrences);
            foreach ((string material, string step) in component.OtherMaterials)
            {
                AddComponent(finding, component, material, step, closing, magnetIsThing, occurrences);
            }
        }
    }

    private void AddComponent(Finding finding, ComponentEntry component, string material, string step,
        FamilyClosing closing, bool magnetIsThing, List<MaterialOccurrence> occurrences)
    {
        double likelihood = Likelihoods.Get(step) ?? 0;
        string? family = GetFamily(material);
        FamilyClosing.Answer answer = closing.Get(finding, family, alsoLoosely: false);
        if (likelihood <= 0 || answer.IsClosed || (magnetIsThing && family == MagnetFamily))
        {
            return;
        }

        occurrences.Add(new MaterialOccurrence
        {
            Material = material,
            Presence = Lesser(Lesser(likelihood >= Likelihoods.Contains ? Presence.Contains : Presence.Possible, finding.Ceiling), answer.Ceiling),
            Likelihood = likelihood,
            Signals = [.. GetSignals(finding), .. GetDenials(finding, answer)],
            Component = component.Id,
            UsualMassKilograms = material == component.Material ? component.MassKilograms : null,
        });
    }

    private static void AddDemoted(LineEvaluation line, FamilyClosing closing, List<MaterialOccurrence> occurrences)
    {
        foreach (CellWord found in line.Demoted)
        {
            Idea idea = found.Word.Idea;
            if (idea.Family == MagnetFamily && idea.Weight > 1 && occurrences.Count == 0 && !closing.IsClosedIn(found.Cell, MagnetFamily))
            {
                occurrences.Add(new MaterialOccurrence
                {
                    Material = MaterialIds.RareEarthMagnet,
                    Presence = Presence.Possible,
                    Likelihood = Likelihoods.Get("possible") ?? 0,
                    Signals = [GetSignal(found, $"{idea.Says}, but next to a word for an accessory ({idea.Id})")],
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
                ImmutableArray<MaterialSignal> signals = [.. GetSignals(finding)];
                others[substance.Id] = others.TryGetValue(substance.Id, out OtherSubstance? known)
                    ? known with { Signals = [.. known.Signals.Union(signals)] }
                    : new OtherSubstance(substance.Id, kind, signals);
            }
        }

        return [.. others.Values];
    }

    // A component that takes the place of another does so in its own cell, where it brings the material itself, or where the other's words are generic.
    private HashSet<Finding> ReplacedComponents(List<Finding> findings, FamilyClosing closing)
    {
        var replaced = new HashSet<Finding>(ReferenceEqualityComparer.Instance);
        foreach (Finding replacing in findings.Where(finding => finding.Rule.Component is { InsteadOf.Count: > 0 } && finding.Denials.Count == 0))
        {
            ComponentEntry instead = replacing.Rule.Component ?? throw new System.Diagnostics.UnreachableException();
            bool brings = Likelihoods.Get(replacing.Rule.Rule.Likelihood ?? instead.Likelihood) > 0
                && !closing.Get(replacing, GetFamily(instead.Material), alsoLoosely: false).IsClosed;
            replaced.UnionWith(findings.Where(finding => finding.Rule.Component is ComponentEntry other && instead.InsteadOf.Contains(other.Id)
                && ((finding.Cells & replacing.Cells) != 0 || (brings && other.Material == instead.Material)
                    || (finding.IsGeneric && replacing.IsSpecifying))));
        }

        return replaced;
    }

    private Finding? StrongestComponent(List<Finding> findings, HashSet<Finding> replaced) =>
        findings.Where(finding => finding.Rule.Component is ComponentEntry component
            && GetFamily(component.Material) == MagnetFamily && !replaced.Contains(finding))
            .MaxBy(finding => Likelihoods.Get(finding.Rule.Rule.Likelihood ?? finding.Rule.Component?.Likelihood ?? Likelihoods.None));

    private string? GetFamily(string material) => vocabulary.FamilyByMaterial.GetValueOrDefault(material);

    private static IEnumerable<MaterialSignal> GetSignals(Finding finding) => finding.Words
        .OrderByDescending(found => found.Word.Idea.Weight)
        .Select(found => GetSignal(found, GetWhy(finding, found.Word.Idea)));

    private static IEnumerable<MaterialSignal> GetDenials(Finding finding, FamilyClosing.Answer answer) => finding.Denials
        .Concat(answer.Denials)
        .Select(found => GetSignal(found, $"{found.Word.Idea.Says}, which speaks against it ({found.Word.Idea.Id})"));

    private static MaterialSignal GetSignal(CellWord found, string why) =>
        new(found.Field, found.Word.Text, found.Column.Alternate > 1 ? $"{why}; in the column '{found.Column.Header}' of an alternate source" : why);

    private static string GetWhy(Finding finding, Idea idea) => finding.Rule.Component is { UsualMaterial.Length: > 0 } component
        ? $"{idea.Says} ({idea.Id}); {component.Title} usually contains {component.UsualMaterial}"
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
