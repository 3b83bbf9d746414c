using System.Collections.Immutable;
using SourcingCompliance.Boms;

namespace SourcingCompliance.Determinations;

/// <summary>Decides the lines of a sheet under every regime of a run: the origin of their materials, then the place where the end item was made.</summary>
internal sealed class LineDecider
{
    private readonly DeterminationEngine _engine;
    private readonly ContractContext? _contract;
    private readonly ImmutableArray<Regime> _regimes;

    public LineDecider(DeterminationEngine engine, CheckPlan plan)
    {
        _engine = engine;
        _contract = plan.Contract;
        _regimes = plan.Regimes;
    }

    /// <summary>The determinations of each item, in item order; an item without covered material has none.</summary>
    public IReadOnlyList<ImmutableArray<Determination>> Decide(BillOfMaterials bom, CancellationToken cancellation)
    {
        var decided = new ImmutableArray<Determination>[bom.Items.Count];
        for (int at = 0; at < decided.Length; at++)
        {
            cancellation.ThrowIfCancellationRequested();
            BomItem item = bom.Items[at];
            decided[at] = item.Materials.IsEmpty && item.Line.Damage is null ? [] : Decide(item);
        }

        return decided;
    }

    private ImmutableArray<Determination> Decide(BomItem item) => [.. _regimes.SelectMany(regime => _engine.Determine(item, _contract, regime))];
}
