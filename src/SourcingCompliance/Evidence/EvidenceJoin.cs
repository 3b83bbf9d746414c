using System.Collections.Frozen;
using System.Collections.Immutable;
using SourcingCompliance.Items;
using SourcingCompliance.Lines;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Materials;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Evidence;

/// <summary>
/// Joins the facts of a ledger to lines. What speaks against a line always counts; what speaks for it counts where its statement does. A fact of
/// narrower scope stands in for one of wider scope, unless it names a covered country, which adds to what is on file and takes nothing away.
/// </summary>
internal sealed class EvidenceJoin : IStatedLines
{
    private static readonly FrozenDictionary<string, BomField> Fields = Enum.GetValues<BomField>()
        .Where(field => StageIds.OfField(field) is not null && StageIds.OfField(field) != StageIds.Produced)
        .DistinctBy(StageIds.OfField).Select(field => KeyValuePair.Create(StageIds.OfField(field) ?? "", field))
        .Append(KeyValuePair.Create(StageIds.Produced, BomField.CountryOfOrigin))
        .ToFrozenDictionary(StringComparer.Ordinal);

    private readonly EvidenceIndex _index;

    /// <summary>Joins the facts of an index.</summary>
    public EvidenceJoin(EvidenceIndex index) => _index = index;

    /// <inheritdoc/>
    public bool Names(BomLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return _index.Names(line)
            || (_index.HasWide && Array.Exists(_index.Find(LineNames.From(line)), entry => entry.IsAdverse || NamesMaterial(entry)));
    }

    /// <inheritdoc/>
    public StatedLine Join(BomLine line, bool isAlternate, ImmutableArray<OriginStatement> origins, ImmutableArray<MaterialOccurrence> materials)
    {
        ArgumentNullException.ThrowIfNull(line);
        var names = LineNames.From(line);
        StatedEntry[] entries = _index.Find(names);
        if (entries.Length == 0)
        {
            return new StatedLine(origins, materials, StatedFacts.None);
        }

        var speakers = new Speakers(names, entries);
        var counted = new List<StatedEntry>();
        var uncounted = new List<UncountedFact>();
        var leads = new List<EvidenceLead>();
        foreach (StatedEntry entry in entries)
        {
            if (entry.Statement.Source.IsLead)
            {
                AddLead(entry, leads, uncounted);
            }
            else if (entry.IsAdverse || GetReason(entry, speakers) is not { } reason)
            {
                counted.Add(entry);
            }
            else
            {
                uncounted.Add(GetUncounted(entry, reason));
            }
        }

        LeaveOtherSources(counted, uncounted, speakers);
        Narrow(counted, uncounted);
        var presences = new StatedPresences(entries.Where(entry => !entry.Statement.Source.IsLead), counted);
        var contradictions = new List<Contradiction>();
        var denied = new List<DeniedMaterial>();
        ImmutableArray<MaterialOccurrence> carried = presences.Apply(materials, denied, contradictions);
        CellRef row = line.Map.Sheet with { Row = line.Row };
        StageContradictions.Add(origins, counted, contradictions);
        foreach (StatedEntry entry in counted)
        {
            if (entry is { Fact: StageFact stage, Covered.IsEmpty: false } && GetField(stage.Stage) is null)
            {
                leads.Add(GetLead(entry));
            }
        }

        if (Array.Exists(entries, entry => entry.Aside is not null))
        {
            leads.AddRange(GetAsides(entries));
        }

        ImmutableArray<StatedClaim> claims = counted.Exists(entry => entry.Fact is ExceptionFact)
            ? [.. counted.Select(GetClaim).OfType<StatedClaim>()] : [];
        bool isPlain = claims.IsEmpty && denied.Count + leads.Count + uncounted.Count + contradictions.Count == 0;
        return new StatedLine(AddStages(origins, counted, row), carried, isPlain ? StatedFacts.None : new StatedFacts
        {
            Denied = [.. denied],
            Claims = claims,
            Leads = [.. leads],
            Uncounted = [.. uncounted],
            Contradictions = [.. contradictions.Distinct()],
        });
    }

    // What the law knows of a stage stands in a column; other words are a supplier's own.
    internal static BomField? GetField(string stage) => Fields.TryGetValue(stage, out BomField field) ? field : null;

    private static UncountedReason? GetReason(StatedEntry entry, Speakers speakers) => entry.Reason
        ?? (entry.Subject.Scope == StatementScope.Lot ? UncountedReason.OtherLot : speakers.IsHeard(entry) ? null : UncountedReason.OtherSupplier);

    // The stages of a family's material say what its parts contain; a company that makes magnets makes other parts too.
    private static bool NamesMaterial(StatedEntry entry) => entry is { Subject.Scope: StatementScope.Family, Fact: StageFact { Material: not null } };

    // A supplier speaks for what it supplies: what speaks for a line with several sources counts where each of them states it.
    private static void LeaveOtherSources(List<StatedEntry> counted, List<UncountedFact> uncounted, Speakers speakers)
    {
        if (speakers.IsOneSource)
        {
            return;
        }

        foreach (IGrouping<object, StatedEntry> step in counted.Where(entry => !entry.IsAdverse).GroupBy(entry => entry.Key).ToArray())
        {
            StatedEntry[] left = [.. step.Except(speakers.OfAllSources([.. step]))];
            counted.RemoveAll(left.Contains);
            uncounted.AddRange(left.Select(entry => GetUncounted(entry, UncountedReason.OtherSource)));
        }
    }

    private static void AddLead(StatedEntry entry, List<EvidenceLead> leads, List<UncountedFact> uncounted)
    {
        if (entry.Covered.IsEmpty)
        {
            uncounted.Add(GetUncounted(entry, UncountedReason.Lead));
        }
        else
        {
            leads.Add(GetLead(entry));
        }
    }

    // A remark stands beside every fact of its row, and is told once.
    private static IEnumerable<EvidenceLead> GetAsides(StatedEntry[] entries) => entries
        .Where(entry => entry.Aside is not null)
        .Select(entry => new EvidenceLead(entry.Aside!.Words, entry.Material, entry.Aside.Covered, entry.Evidence))
        .DistinctBy(lead => (lead.Words, lead.Material, lead.Evidence.Statement));

    private static EvidenceLead GetLead(StatedEntry entry) => new(entry.Words, entry.Material, entry.Covered, entry.Evidence);

    // Facts of one kind about one step, and the narrowest scope among them.
    private static void Narrow(List<StatedEntry> counted, List<UncountedFact> uncounted)
    {
        if (!HasSameKeys(counted))
        {
            return;
        }

        foreach (IGrouping<object, StatedEntry> step in counted.GroupBy(entry => entry.Key).Where(group => group.Skip(1).Any()).ToArray())
        {
            StatedEntry[] standing = [.. step.Where(entry => !entry.IsAdverse)];
            if (standing.Length == 0)
            {
                continue;
            }

            // What one company says of its part stands in for what it says of all of them, and for nothing that another says against it.
            StatementScope narrowest = standing.Min(entry => entry.Subject.Scope);
            foreach (StatedEntry wider in step.Where(entry => entry.Subject.Scope > narrowest && entry.Reason is null
                && (!entry.IsAdverse || standing.Any(narrower => narrower.Subject.Scope < entry.Subject.Scope
                    && CompanyNames.AreSame(narrower.Statement.Supplier.Name, entry.Statement.Supplier.Name)))))
            {
                counted.Remove(wider);
                uncounted.Add(GetUncounted(wider, UncountedReason.WiderScope));
            }
        }
    }

    // Most lines have a few facts, each about a step of its own.
    private static bool HasSameKeys(List<StatedEntry> entries)
    {
        const int few = 16;
        if (entries.Count > few)
        {
            return true;
        }

        for (int at = 1; at < entries.Count; at++)
        {
            for (int before = 0; before < at; before++)
            {
                if (entries[at].Key.Equals(entries[before].Key))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static ImmutableArray<OriginStatement> AddStages(ImmutableArray<OriginStatement> origins, List<StatedEntry> counted, CellRef row)
    {
        var all = ImmutableArray.CreateBuilder<OriginStatement>(origins.Length + counted.Count);
        all.AddRange(origins);
        foreach (StatedEntry entry in counted)
        {
            if (entry.Fact is StageFact)
            {
                all.Add(GetStatement(entry, row));
            }
        }

        return all.DrainToImmutable();
    }

    private static OriginStatement GetStatement(StatedEntry entry, CellRef row)
    {
        var stage = (StageFact)entry.Fact;
        return new OriginStatement(row, GetField(stage.Stage) ?? BomField.Notes, entry.Raw, stage.Stage == StageIds.Produced
            ? null : stage.Stage, stage.Element, entry.Origin ?? RecognizedOrigin.Nothing)
        {
            Material = stage.Material,
            Evidence = entry.Evidence,
            IsNeverQuoted = entry.Covered.IsEmpty && stage is { IsCertain: true, IsWhole: true }
                && stage.Stage is not (StageIds.Produced or StageIds.Recycled or StageIds.Milled or StageIds.Assembled),
        };
    }

    private static UncountedFact GetUncounted(StatedEntry entry, UncountedReason reason)
    {
        var unknown = entry.Fact as UnknownFact;
        return new UncountedFact(entry.Words, reason, entry.Evidence)
        {
            Material = entry.Material,
            Stage = (entry.Fact as StageFact)?.Stage ?? unknown?.Stage,
            Element = (entry.Fact as StageFact)?.Element ?? unknown?.Element,
            NextSupplier = unknown?.NextSupplier,
            ExpectedOn = unknown?.ExpectedOn,
        };
    }

    private static StatedClaim? GetClaim(StatedEntry entry) => entry.Fact is not ExceptionFact fact ? null
        : new StatedClaim((ClaimKind)(int)fact.Exception, fact.Holds, fact.Basis, entry.Evidence)
        {
            MassKilograms = fact.MassKilograms,
            TungstenMassKilograms = fact.TungstenMassKilograms,
            CoveredMaterialMassKilograms = fact.CoveredMaterialMassKilograms,
            MilledIn = fact.MilledIn,
            SinteredIn = fact.SinteredIn,
        };
}
