using System.Collections.Immutable;
using SourcingCompliance.Items;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Materials;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Decisions;

/// <summary>
/// The second limb of 252.225-7052(b)(1): "any end item, manufactured in any covered country, that contains a covered material", even
/// when the material itself comes from elsewhere. One serves one thread.
/// </summary>
public sealed class EndItemLimb
{
    private readonly DeterminationEngine _engine;

    // A frame takes three kilobytes, and a list may have thousands of end items.
    private readonly FactFrame _facts = new();

    /// <summary>Applies the limb of an engine's pack.</summary>
    /// <param name="engine">The engine.</param>
    public EndItemLimb(DeterminationEngine engine)
    {
        ArgumentNullException.ThrowIfNull(engine);
        _engine = engine;
    }

    /// <summary>
    /// The end items of a list: items that the contract names as such, and items at the top of a tree that hold other items. A flat list
    /// has none unless the contract names one.
    /// </summary>
    /// <param name="items">All items of one sheet.</param>
    /// <param name="contract">The contract; null = none.</param>
    public static ImmutableArray<BomItem> GetEndItems(IReadOnlyList<BomItem> items, ContractContext? contract)
    {
        ArgumentNullException.ThrowIfNull(items);
        return [.. items.Where(item => (item.Parent is null && item.HasChildren && !item.IsAlternate) || GetClaim(item, contract) is not null)];
    }

    /// <summary>What the limb says of one end item; null when it accuses nobody and the contract asks nothing.</summary>
    /// <param name="endItem">One of <see cref="GetEndItems"/>.</param>
    /// <param name="items">All items of the sheet.</param>
    /// <param name="contract">The contract; null = none.</param>
    /// <param name="regime">The regime.</param>
    public Determination? Determine(BomItem endItem, IReadOnlyList<BomItem> items, ContractContext? contract, Regime regime)
    {
        ArgumentNullException.ThrowIfNull(endItem);
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(regime);
        return DetermineHeld(endItem, items.Where(item => item.NotInstalled is null && IsWithin(item, endItem)), contract, regime);
    }

    /// <summary>The same of items that are known to be in the end item, itself perhaps among them.</summary>
    internal Determination? DetermineHeld(BomItem endItem, IEnumerable<BomItem> held, ContractContext? contract, Regime regime)
    {
        if (_engine.EditionOn(regime.LawDate) is not { EndItemRules: [{ } rule, ..] } edition)
        {
            return null;
        }

        (BomItem Holder, MaterialOccurrence Occurrence)[] carried = [.. held
            .SelectMany(item => item.Materials.Where(occurrence => edition.FindMaterial(occurrence.Material) is not null)
                .Select(occurrence => (item, occurrence)))];
        if (carried.Length == 0)
        {
            return null;
        }

        // The surest carrier speaks for the end item: a magnet of a known kind before an assembly that holds "a magnet".
        int first = Array.IndexOf(carried, carried.OrderByDescending(pair => pair.Occurrence.Presence)
            .ThenBy(pair => edition.FindMaterial(pair.Occurrence.Material) is { Kinds.IsEmpty: false } ? 1 : 0).First());
        bool isCertain = carried[first].Occurrence.Presence != Presence.Possible;
        Place place = GetPlace(endItem, contract, edition);
        FactFrame facts = _facts;
        facts.Clear();
        facts.Set(Vocabulary.IsEndItem, true);
        facts.Set(Vocabulary.ContainsCoveredMaterial, isCertain ? true : null);
        facts.Set(Vocabulary.PlaceOfManufacture, place.Countries, place.Certainty);
        _engine.Recorder?.Begin();
        Truth truth = _engine.Evaluator.Evaluate(rule.When, facts).Truth;
        Verdict? disputed = _engine.Recorder?.Dispute is null ? null : Verdict.Open;
        if ((GetVerdict(truth, place, isCertain, GetClaim(endItem, contract) is not null, edition) ?? disputed) is not { } verdict)
        {
            return null;
        }

        MaterialOccurrence occurrence = carried[first].Occurrence;
        var step = new StepDetermination(
            "end-item-manufactured", [StageIds.Assembled], null, truth, place.Countries, place.Statement, rule.Version.Citation);
        ImmutableArray<MissingFact> missing = GetMissing(edition, place, isCertain);
        var determination = new Determination
        {
            Pack = edition.Pack.Id,
            Rule = verdict == Verdict.Open ? edition.FindEvidence(missing[0].Fact)?.Id ?? rule.Rule.Id : rule.Rule.Id,
            Regime = regime.Id,
            Material = occurrence.Material,
            Presence = Presence.Contains,
            Verdict = verdict,
            Citation = rule.Version.Citation,
            Basis = GetBasis(edition, place, carried, carried[first], endItem, isCertain),
            Steps = [step],
            Missing = missing,
            Trace = rule.When.Explain(rule.Rule.Id, facts),
            Deciding = verdict == Verdict.Suspect ? step : null,
        };
        return DisputedOutcome.Apply(WithExceptions(determination, edition, endItem, occurrence, contract, regime), _engine.Recorder);
    }

    private Determination WithExceptions(
        Determination determination, LawEdition edition, BomItem endItem, MaterialOccurrence occurrence, ContractContext? contract, Regime regime)
    {
        CoveredMaterial material = edition.FindMaterial(occurrence.Material) ?? throw new System.Diagnostics.UnreachableException();
        MaterialOccurrence contained = occurrence with { Presence = Presence.Contains };
        return new ExceptionStep(edition, _engine.Evaluator, _engine.TracesAll)
            .Apply(determination, endItem, contained, material, contract, regime, StageStatement.From(endItem), new FactFrame());
    }

    // Place unknown: nobody is accused; it is asked for when the contract names the end item.
    private static Verdict? GetVerdict(Truth truth, Place place, bool isCertain, bool isNamed, LawEdition edition) => truth switch
    {
        Truth.True => Verdict.Violation,
        Truth.False => null,
        Truth.Unknown when place.Countries.IsEmpty => isNamed ? Verdict.Open : null,
        Truth.Unknown when edition.CoveredCountries.GetCount(place.Countries) is var covered =>
            covered == 0 ? null : isCertain && covered == place.Countries.Length ? Verdict.Suspect : Verdict.Open,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static ImmutableArray<MissingFact> GetMissing(LawEdition edition, Place place, bool isCertain)
    {
        var missing = ImmutableArray.CreateBuilder<MissingFact>();
        if (place.Certainty != OriginCertainty.Definite || edition.CoveredCountries.GetCount(place.Countries) != place.Countries.Length
            || place.Countries.IsEmpty)
        {
            missing.Add(new MissingFact(MissingFactIds.PlaceOfManufacture, null, null, edition.GetQuestion(MissingFactIds.PlaceOfManufacture)));
        }

        if (!isCertain)
        {
            missing.Add(new MissingFact(MissingFactIds.MaterialIdentity, null, null, edition.GetQuestion(MissingFactIds.MaterialIdentity)));
        }

        return missing.ToImmutable();
    }

    private static string GetBasis(
        LawEdition edition, Place place, (BomItem Holder, MaterialOccurrence Occurrence)[] carried,
        (BomItem Holder, MaterialOccurrence Occurrence) surest, BomItem endItem, bool isCertain)
    {
        string where = place.Countries.IsEmpty
            ? "in a country that is not on file"
            : $"in {Wording.GetList([.. place.Countries.Select(edition.GetName)], "or")} ({place.Source})";
        string[] others = [.. carried.Where(pair => pair.Occurrence.Presence != Presence.Possible && pair.Occurrence.Material != surest.Occurrence.Material
                && edition.FindMaterial(pair.Occurrence.Material) is { Kinds.IsEmpty: true })
            .Select(pair => pair.Occurrence.Material).Distinct(StringComparer.Ordinal).Select(GetName)];
        string through = ReferenceEquals(surest.Holder, endItem) ? "" : $" (in {surest.Holder.Line.PartNumber})";
        return $"end item manufactured {where} that {(isCertain ? "contains" : "may contain")} "
            + $"{Wording.GetList([GetName(surest.Occurrence.Material) + through, .. others])}";

        string GetName(string material) => edition.FindMaterial(material)?.Name ?? material;
    }

    private static Place GetPlace(BomItem endItem, ContractContext? contract, LawEdition edition)
    {
        // The country of origin of the top item, or where it was assembled, is where the end item was manufactured.
        StageStatement[] statements = [.. StageStatement.From(endItem).Where(statement => statement.IsOfPart || statement.Stage == StageIds.Assembled)
            .Select(statement => statement.GetWorst(edition.CoveredCountries))];
        StageStatement? worst = statements.Where(statement => edition.CoveredCountries.GetCount(statement.Countries) > 0)
            .OrderBy(statement => statement.CertaintyOfSet == OriginCertainty.Definite
                && edition.CoveredCountries.GetCount(statement.Countries) == statement.Countries.Length ? 0 : 1).FirstOrDefault()
            ?? statements.FirstOrDefault(statement => statement.IsUnread) ?? statements.FirstOrDefault();
        string file = contract is null ? "" : contract.Path[(contract.Path.LastIndexOf('/') + 1)..];
        if (GetClaim(endItem, contract)?.PlaceOfManufacture is not { } stated)
        {
            return worst is null ? new Place([], OriginCertainty.Unknown, null, "")
                : new Place(worst.Countries, worst.CertaintyOfSet, worst.Source, Quoted(worst));
        }

        // Where list and contract file disagree one of the two is wrong: the worse of them counts, and both are shown.
        bool isListWorse = worst is not null && !edition.CoveredCountries.Contains(stated) && edition.CoveredCountries.GetCount(worst.Countries) > 0;
        bool differs = worst is not null && !worst.Countries.SequenceEqual([stated]);
        string both = worst is null ? file : differs ? $"{Quoted(worst)}, {file} says {stated.Code}" : $"{Quoted(worst)}, {file}";
        return worst is not null && isListWorse
            ? new Place(worst.Countries, worst.CertaintyOfSet, worst.Source, both)
            : new Place([stated], OriginCertainty.Definite, null, both);
    }

    private static string Quoted(StageStatement statement) => $"{statement.Source.Where} \"{AdverseFacts.Shorten(statement.Source.Raw)}\"";

    private static ContractEndItem? GetClaim(BomItem item, ContractContext? contract) =>
        contract?.EndItems.FirstOrDefault(claim => PartNumbers.Names(claim.PartNumber, item));

    private static bool IsWithin(BomItem item, BomItem endItem)
    {
        var seen = new HashSet<BomItem>(ReferenceEqualityComparer.Instance);
        var waiting = new Stack<BomItem>([item]);
        while (waiting.TryPop(out BomItem? at))
        {
            if (ReferenceEquals(at, endItem))
            {
                return true;
            }

            foreach (BomItem above in at.CountsIn.Where(seen.Add))
            {
                waiting.Push(above);
            }
        }

        return false;
    }

    /// <summary>Where an end item was manufactured.</summary>
    /// <param name="Countries">Possible countries in code order; empty = not known.</param>
    /// <param name="Certainty">How sure it is.</param>
    /// <param name="Statement">The statement of the list that says so; null = the contract file, or nothing.</param>
    /// <param name="Source">Where it stands, in words; empty = nowhere.</param>
    private sealed record Place(ImmutableArray<Country> Countries, OriginCertainty Certainty, OriginStatement? Statement, string Source);
}
