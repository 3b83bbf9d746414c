using System.Collections.Immutable;
using SourcingCompliance.Items;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Materials;

namespace SourcingCompliance.Evidence;

/// <summary>Which materials a line contains by its words and by statements. Where they differ the worse counts: it contains the material.</summary>
internal sealed class StatedPresences
{
    private readonly Dictionary<string, EvidenceRef> _contained = new(StringComparer.Ordinal);
    private readonly List<(string? Material, EvidenceRef Evidence)> _denied = [];

    /// <summary>Gathers what statements say.</summary>
    /// <param name="all">Every fact that speaks of the line; a stage of a material says that the line contains it, whether or not it counts.</param>
    /// <param name="counted">The facts that count.</param>
    public StatedPresences(IEnumerable<StatedEntry> all, IEnumerable<StatedEntry> counted)
    {
        foreach (StatedEntry entry in all)
        {
            if (entry.Material is { } material && entry.Fact is StageFact or PresenceFact { Contains: true })
            {
                _contained.TryAdd(material, entry.Evidence);
            }
        }

        foreach (StatedEntry entry in counted)
        {
            if (entry.Fact is PresenceFact { Contains: false } denial)
            {
                _denied.Add((denial.Material, entry.Evidence));
            }
        }
    }

    /// <summary>The materials of the line.</summary>
    /// <param name="ofWords">Those of its words.</param>
    /// <param name="denied">Receives those that statements deny.</param>
    /// <param name="contradictions">Receives what contradicts a denial.</param>
    public ImmutableArray<MaterialOccurrence> Apply(ImmutableArray<MaterialOccurrence> ofWords, List<DeniedMaterial> denied, List<Contradiction> contradictions)
    {
        var carried = new List<MaterialOccurrence>();
        foreach (MaterialOccurrence occurrence in ofWords)
        {
            MaterialOccurrence known = Settle(occurrence);
            EvidenceRef? denial = GetDenial(occurrence.Material);
            if (denial is null)
            {
                carried.Add(known);
            }
            else if (_contained.TryGetValue(known.Material, out EvidenceRef? other))
            {
                carried.Add(known);
                contradictions.Add(new Contradiction($"whether it contains {known.Material}", $"yes ({other.Words})", $"no ({denial.Words})"));
            }
            else if (occurrence.Presence == Presence.Is || occurrence.Likelihood >= 1)
            {
                carried.Add(known);
                contradictions.Add(new Contradiction($"whether it contains {known.Material}",
                    $"yes (the list: \"{QuotedWords(occurrence)}\")", $"no ({denial.Words})"));
            }
            else
            {
                denied.Add(new DeniedMaterial(occurrence, denial));
            }
        }

        foreach ((string material, EvidenceRef evidence) in _contained.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (carried.TrueForAll(known => known.Material != material)
                && !(material == MaterialIds.RareEarthMagnet && carried.Exists(known => IsRareEarth(known.Material) && known.Presence != Presence.Possible)))
            {
                carried.Add(new MaterialOccurrence
                {
                    Material = material, Presence = Presence.Contains,
                    Likelihood = 1, Signals = [GetSignal(material, evidence)]
                });
            }
        }

        return carried.Count <= 1 ? [.. carried] : [.. carried.DistinctBy(occurrence => (occurrence.Material, occurrence.Component))
            .OrderByDescending(occurrence => occurrence.Presence)
            .ThenByDescending(occurrence => occurrence.Likelihood)];
    }

    // A statement settles what words leave open: that the part contains the material, and which kind of magnet it is.
    private MaterialOccurrence Settle(MaterialOccurrence occurrence)
    {
        string material = occurrence.Material;
        if (material == MaterialIds.RareEarthMagnet && !_contained.ContainsKey(material))
        {
            string[] kinds = [.. new[] { MaterialIds.NdFeB, MaterialIds.SmCo }.Where(_contained.ContainsKey)];
            material = kinds is [var only] ? only : material;
        }

        return !_contained.TryGetValue(material, out EvidenceRef? evidence) ? occurrence : occurrence with
        {
            Material = material,
            Presence = occurrence.Presence == Presence.Possible ? Presence.Contains : occurrence.Presence,
            Likelihood = 1,
            Signals = [.. occurrence.Signals, GetSignal(material, evidence)],
        };
    }

    private EvidenceRef? GetDenial(string material)
    {
        EvidenceRef? any = _denied.Find(denial => denial.Material is null || denial.Material == material).Evidence;
        if (any is not null || material != MaterialIds.RareEarthMagnet)
        {
            return any;
        }

        // A magnet of either kind is denied only where both kinds are.
        EvidenceRef? one = _denied.Find(denial => denial.Material == MaterialIds.NdFeB).Evidence;
        EvidenceRef? other = _denied.Find(denial => denial.Material == MaterialIds.SmCo).Evidence;
        return one is not null && other is not null ? one : null;
    }

    private static bool IsRareEarth(string material) => material is MaterialIds.NdFeB or MaterialIds.SmCo or MaterialIds.RareEarthMagnet;

    private static string QuotedWords(MaterialOccurrence occurrence) => occurrence.Signals.IsEmpty ? "" : occurrence.Signals[0].Text;

    private static MaterialSignal GetSignal(string material, EvidenceRef evidence) => new(BomField.Notes, $"contains {material}", evidence.Words);
}
