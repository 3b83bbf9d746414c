using System.Collections.Immutable;
using SourcingCompliance.Boms;
using SourcingCompliance.Diagnostics;
using SourcingCompliance.Materials;
using SourcingCompliance.Rules;

namespace SourcingCompliance.Determinations;

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

    /// <summary>The determinations of a line: one for each covered material, in the order of its materials; none when it carries none.</summary>
    /// <param name="item">The line.</param>
    /// <param name="contract">The contract; null = none.</param>
    /// <param name="regime">The regime (see <see cref="Regime.Of"/>).</param>
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
            return [new UnreadLine(edition).Determine(damage, regime)];
        }

        if (item.Materials.IsEmpty)
        {
            return [];
        }

        ImmutableArray<StageStatement> statements = StageStatement.Of(item);
        var facts = new FactFrame();
        var determinations = ImmutableArray.CreateBuilder<Determination>(item.Materials.Length);
        foreach (MaterialOccurrence occurrence in item.Materials)
        {
            if (edition.Material(occurrence.Material) is { } material)
            {
                var decider = new MaterialDecider(edition, _evaluator, contract, regime, facts, TracesAll);
                determinations.Add(decider.Decide(item, occurrence, material, statements));
            }
        }

        return determinations.ToImmutable();
    }

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
