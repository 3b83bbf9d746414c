using System.Collections.Immutable;
using SourcingCompliance.Items;
using SourcingCompliance.Law;
using SourcingCompliance.Law.Opinions;
using SourcingCompliance.Lines;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Materials;

namespace SourcingCompliance.Decisions;

/// <summary>
/// Applies one pack to lines: which restricted steps are on file, what they come to, and whether an exception is established. Every part
/// of the pack is compiled when the engine is made. Safe for several threads.
/// </summary>
public sealed class DeterminationEngine
{
    private readonly ImmutableArray<LawEdition> _editions;
    private readonly IRuleEvaluator _evaluator;

    /// <summary>Makes an engine.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="settings">Choices where the text is silent; null = the pack's own.</param>
    /// <param name="evaluator">What evaluates conditions; null = <see cref="ThreeValuedEvaluator"/>.</param>
    public DeterminationEngine(RulePack pack, PackSettings? settings = null, IRuleEvaluator? evaluator = null)
    {
        ArgumentNullException.ThrowIfNull(pack);
        Pack = pack;
        _evaluator = evaluator ?? new ThreeValuedEvaluator();

        // Loading the pack has compiled the same conditions, so there is nothing left to tell.
        var diagnostics = new DiagnosticBag();
        _editions = [.. pack.Steps().Select(day => pack.On(day, settings ?? PackSettings.Default, diagnostics))];
    }

    /// <summary>The pack that it applies.</summary>
    public RulePack Pack { get; }

    /// <summary>
    /// Whether every condition asked is traced, also those that decide nothing. The default is the deciding ones, which is all that a
    /// report of many thousand lines can carry.
    /// </summary>
    public bool TracesAll { get; init; }

    /// <summary>Whether a pass needs a document on file for each of its steps. The default is that a statement or a cell will do.</summary>
    public bool RequiresDocuments { get; init; }

    /// <summary>How the reasons name countries, so that all sentences of a report use one name; null = as the pack's definition of covered countries
    /// does.</summary>
    public Func<Country, string>? CountryNames
    {
        init
        {
            foreach (LawEdition edition in _editions)
            {
                edition.CountryNames = value;
            }
        }
    }

    /// <summary>The determinations of a line: one for each covered material, in the order of its materials; none when it carries none.</summary>
    /// <param name="item">The line.</param>
    /// <param name="contract">The contract; null = none.</param>
    /// <param name="regime">The regime (see <see cref="Regime.CreateAll"/>).</param>
    public ImmutableArray<Determination> Determine(BomItem item, ContractContext? contract, Regime regime)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(regime);
        if (EditionOn(regime.LawDate) is not { } edition)
        {
            return [];
        }

        if (item.Line.Damage is { } damage)
        {
            return [new UnreadLine(edition).Determine($"the row could not be read: {damage}", regime)];
        }

        if (item.Materials.IsEmpty && item.Line.UnreadCell is null && item.Stated.Denied.IsEmpty)
        {
            return [];
        }

        ImmutableArray<StageStatement> statements = StageStatement.From(item);
        var facts = new FactFrame();
        var determinations = ImmutableArray.CreateBuilder<Determination>();
        foreach (MaterialOccurrence occurrence in item.Materials)
        {
            if (edition.FindMaterial(occurrence.Material) is { } material)
            {
                var decider = new MaterialDecider(edition, _evaluator, contract, regime, facts, TracesAll);
                Recorder?.Begin();
                determinations.Add(DisputedOutcome.Apply(
                    StatedOutcome.Unsettle(Unsettle(decider.Decide(item, occurrence, material, statements), item, edition),
                        item, edition, RequiresDocuments), Recorder));
            }
        }

        foreach (DeniedMaterial denied in item.Stated.Denied.Where(denied => edition.FindMaterial(denied.Occurrence.Material) is not null))
        {
            determinations.Add(StatedOutcome.NotCovered(denied, edition, regime));
        }

        if (item.Line.UnreadCell is { } unreadCell)
        {
            determinations.Add(new UnreadLine(edition).Determine(unreadCell, regime));
        }

        return determinations.ToImmutable();
    }

    // A line whose cells name a covered country, or another material, of which its statements do not speak does not balance: it cannot pass.
    private static Determination Unsettle(Determination determination, BomItem item, LawEdition edition)
    {
        if (determination.Verdict is not (Verdict.Pass or Verdict.Exempt))
        {
            return determination;
        }

        CellMention? mention = item.Mentions.FirstOrDefault(mention => !mention.Materials.IsEmpty || edition.CoveredCountries.GetCount(mention.Countries) > 0);
        if (mention is null)
        {
            return determination;
        }

        string fact = mention.Materials.IsEmpty ? MissingFactIds.CountryOfOrigin : MissingFactIds.MaterialIdentity;
        string question = mention.Materials.IsEmpty
            ? $"Cell {mention.Cell} says '{mention.Text}'. Is that an origin of this part or of its material?"
            : $"Cell {mention.Cell} says '{mention.Text}'. Does the part contain that material?";
        return determination with
        {
            Verdict = Verdict.Open,
            Rule = edition.FindEvidence(fact)?.Id ?? determination.Rule,
            Basis = $"{determination.Basis}; but cell {mention.Cell} says '{mention.Text}', which nothing on file explains",
            Missing = [.. determination.Missing, new MissingFact(fact, null, null, question)],
            Exemption = null,
        };
    }

    /// <summary>Whether a country is a covered country under any edition of the pack.</summary>
    internal bool IsEverCovered(Country country)
    {
        foreach (LawEdition edition in _editions)
        {
            if (edition.CoveredCountries.Contains(country))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// What the making of a component comes to whose lines below carry a material: "any finished or semi-finished component containing" it is
    /// covered material itself (252.225-7052(a)). Null when the law restricts no component of the material, or the line below only may carry it.
    /// </summary>
    /// <param name="component">The line of the component.</param>
    /// <param name="carried">The material as a line below carries it.</param>
    /// <param name="through">Part number of that line.</param>
    /// <param name="contract">The contract; null = none.</param>
    /// <param name="regime">The regime.</param>
    public Determination? DetermineComponent(BomItem component, MaterialOccurrence carried, string through, ContractContext? contract, Regime regime)
    {
        ArgumentNullException.ThrowIfNull(component);
        ArgumentNullException.ThrowIfNull(carried);
        ArgumentNullException.ThrowIfNull(regime);
        if (EditionOn(regime.LawDate) is not { } edition || edition.FindMaterial(carried.Material) is not { } material
            || carried.Presence == Presence.Possible || !edition.GetRequirements(carried.Material).Any(requirement => requirement.IsOfComponent))
        {
            return null;
        }

        MaterialOccurrence contained = carried with { Presence = Presence.Contains };
        Recorder?.Begin();
        Determination determination = new MaterialDecider(edition, _evaluator, contract, regime, new FactFrame(), TracesAll)
            .Decide(component, contained, material, StageStatement.From(component), through);
        return DisputedOutcome.Apply(determination, Recorder);
    }

    /// <summary>Whether the pack restricts, on any day, the making of a component around a material.</summary>
    internal bool HasComponents(string material) => _editions.Any(edition => edition.GetRequirements(material).Any(requirement => requirement.IsOfComponent));

    /// <summary>The name of a country in sentences.</summary>
    internal string GetName(Country country) => _editions.IsEmpty ? country.Code : _editions[^1].GetName(country);

    /// <summary>The editions of the pack, in the order of time.</summary>
    internal ImmutableArray<LawEdition> Editions => _editions;

    /// <summary>Remembers rule outcomes for a second engine; null when none is asked.</summary>
    internal RuleRecorder? Recorder => _evaluator as RuleRecorder;

    /// <summary>What evaluates conditions.</summary>
    internal IRuleEvaluator Evaluator => _evaluator;

    /// <summary>The pack as it stands on a day; null before its first day.</summary>
    internal LawEdition? EditionOn(DateOnly day)
    {
        LawEdition? found = null;
        foreach (LawEdition edition in _editions)
        {
            found = edition.Day <= day ? edition : found;
        }

        return found;
    }
}
