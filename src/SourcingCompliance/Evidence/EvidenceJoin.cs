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
    private readonly EvidenceIndex _index;

    /// <summary>Joins the facts of an index.</summary>
    public EvidenceJoin(EvidenceIndex index) => _index = index;

    /// <inheritdoc/>
    public bool Names(BomLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return _index.Names(line)
            || (_index.HasWide && _index.Find(LineNames.From(line)).Any(entry => entry.IsAdverse || NamesMaterial(entry)));
    }

    /// <inheritdoc/>
    public StatedLine Join(BomLine line, bool isAlternate, ImmutableArray<OriginStatement> origins, ImmutableArray<MaterialOccurrence> materials)
    {
        ArgumentNullException.ThrowIfNull(line);
        var names = LineNames.From(line);
        StatedEntry[] entries = [.. _index.Find(names)];
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
        ImmutableArray<OriginStatement> stated = [.. counted.Where(entry => entry.Fact is StageFact).Select(entry => GetStatement(entry, row))];
        StageContradictions.Add(origins, counted, contradictions);
        leads.AddRange(counted.Where(entry => entry is { Fact: StageFact stage, Covered.IsEmpty: false } && GetField(stage.Stage) is null).Select(GetLead));
        return new StatedLine([.. origins, .. stated], carried, new StatedFacts
        {
            Denied = [.. denied],
            Claims = [.. counted.Select(GetClaim).OfType<StatedClaim>()],
            Leads = [.. leads, .. GetAsides(entries)],
            Uncounted = [.. uncounted],
            Contradictions = [.. contradictions.Distinct()],
        });
    }

    // What the law knows of a stage stands in a column; other words are a supplier's own.
    internal static BomField? GetField(string stage) => stage == StageIds.Produced ? BomField.CountryOfOrigin
        : Enum.GetValues<BomField>().Where(field => StageIds.OfField(field) == stage).Select(field => (BomField?)field).FirstOrDefault();

    private static UncountedReason? GetReason(StatedEntry entry, Speakers speakers) => entry.Reason
        ?? (entry.Subject.Scope == StatementScope.Lot ? UncountedReason.OtherLot : speakers.IsHeard(entry) ? null : UncountedReason.OtherSupplier);

    // The stages of a family's material say what its parts contain; a company that makes magnets makes other parts too.
    private static bool NamesMaterial(StatedEntry entry) => entry is { Subject.Scope: StatementScope.Family, Fact: StageFact { Material: not null } };

    // A supplier speaks for what it supplies: what speaks for a line with several sources counts where each of them states it.
    private static void LeaveOtherSources(List<StatedEntry> counted, List<UncountedFact> uncounted, Speakers speakers)
    {
        foreach (IGrouping<object, StatedEntry> step in counted.Where(entry => !entry.IsAdverse).GroupBy(GetKey).ToArray())
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
        foreach (IGrouping<object, StatedEntry> step in counted.GroupBy(GetKey).Where(group => group.Skip(1).Any()).ToArray())
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

    private static object GetKey(StatedEntry entry) => entry.Fact switch
    {
        StageFact stage => ("stage", stage.Material, stage.Element, stage.Stage),
        PresenceFact presence => ("presence", presence.Material, (string?)null, ""),
        ExceptionFact exception => ("exception", exception.Exception.ToString(), (string?)null, ""),
        _ => entry,
    };

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
