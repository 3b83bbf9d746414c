using System.Collections.Immutable;
using SourcingCompliance.Evidence;
using SourcingCompliance.Items;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Materials;

namespace SourcingCompliance.Decisions;

/// <summary>Decides the lines of a sheet under every regime of a run: the origin of their materials, then the place where the end item was made.</summary>
internal sealed class LineDecider
{
    private readonly DeterminationEngine _engine;
    private readonly EndItemLimb _limb;
    private readonly ImmutableArray<Regime> _regimes;
    private readonly ContractContext? _run;
    private ContractContext? _contract;
    private NewerTextReader? _newer;

    public LineDecider(DeterminationEngine engine, ContractContext? contract, ImmutableArray<Regime> regimes)
    {
        _engine = engine;
        _limb = new EndItemLimb(engine);
        _run = contract;
        _regimes = regimes;
    }

    /// <summary>The determinations of each item, in item order; an item without covered material has none. One list at a time.</summary>
    public DecidedLines Decide(BillOfMaterials bom, CancellationToken cancellation)
    {
        IReadOnlyList<BomItem> items = bom.Items;
        _contract = StatedClaims.AddTo(_run, items) is { } contract ? contract with { Listed = ListedMasses.From(items, contract.CotsClaims) } : null;
        _newer = NewerTextReader.From(_engine, _contract);
        HashSet<BomItem> brokenDown = BrokenDown(items);
        Dictionary<BomItem, BomItem> contradicted = DeniedAssemblies.Contradicted(items);
        var decided = new DecidedLines(items);
        var facts = new FactsComparer(_contract);
        var known = new Dictionary<BomItem, SharedDecision>(facts);
        for (int at = 0; at < items.Count; at++)
        {
            cancellation.ThrowIfCancellationRequested();
            BomItem item = items[at];
            bool isDecided = item.Line.Damage is not null || item.Line.UnreadCell is not null || !item.Stated.Denied.IsEmpty
                || (!item.Materials.IsEmpty && !brokenDown.Contains(item));
            if (isDecided && facts.IsShareable(item) && Share(item, known) is { } shared)
            {
                decided.Share(at, shared);
            }
            else if (isDecided)
            {
                // What the lines below an assembly carry is not denied of it: its verdict is theirs.
                bool isDenied = !contradicted.ContainsKey(item);
                decided[at] = [.. _regimes.SelectMany(regime => Determine(item, regime)).Where(one => isDenied || one.Verdict != Verdict.NotCovered)];
            }
        }

        ApplyComponents(items, decided);
        ApplyLimb(items, decided);
        return decided;
    }

    // Lines with the same facts are decided once; null for a line that must be decided in its own row.
    private SharedDecision? Share(BomItem item, Dictionary<BomItem, SharedDecision> known)
    {
        if (!known.TryGetValue(item, out SharedDecision? shared) && SharedDecision.InAnyRow(item) is { } inAnyRow)
        {
            shared = new SharedDecision(inAnyRow, [.. _regimes.SelectMany(regime => Determine(inAnyRow, regime))]);
            known.Add(item, shared);
        }

        return shared;
    }

    private ImmutableArray<Determination> Determine(BomItem item, Regime regime)
    {
        ImmutableArray<Determination> determinations = _engine.Determine(item, _contract, regime);
        return _newer is null ? determinations
            : determinations.IsEmpty ? _newer.ReadNotCovered(item, regime)
            : [.. determinations.Select(determination => _newer.Read(item, determination))];
    }

    // 252.225-7052(a), covered material (5): a component that holds tungsten heavy alloy is covered material whatever its name, so its own
    // making is a later phase. The end item is looked at by the second limb.
    private void ApplyComponents(IReadOnlyList<BomItem> items, DecidedLines decided)
    {
        Dictionary<BomItem, SortedDictionary<string, (BomItem Line, MaterialOccurrence Carried)>> components = new(ReferenceEqualityComparer.Instance);
        HashSet<BomItem>? endItems = null;
        var waiting = new Stack<BomItem>();
        foreach (BomItem item in items)
        {
            foreach (MaterialOccurrence carried in item.Materials.Where(carried => carried.Presence != Presence.Possible
                && _engine.HasComponents(carried.Material)))
            {
                endItems ??= new HashSet<BomItem>(EndItemLimb.GetEndItems(items, _contract), ReferenceEqualityComparer.Instance);
                waiting.Push(item);
                while (waiting.TryPop(out BomItem? below))
                {
                    foreach (BomItem above in below.HeldBy)
                    {
                        if (!components.TryGetValue(above, out SortedDictionary<string, (BomItem Line, MaterialOccurrence Carried)>? within))
                        {
                            components.Add(above, within = new SortedDictionary<string, (BomItem, MaterialOccurrence)>(StringComparer.Ordinal));
                        }

                        // The likeliest carrier speaks for the others, so nothing is handed on twice.
                        if (!within.TryGetValue(carried.Material, out (BomItem Line, MaterialOccurrence Carried) known)
                            || carried.Likelihood > known.Carried.Likelihood)
                        {
                            within[carried.Material] = (item, carried);
                            waiting.Push(above);
                        }
                    }
                }
            }
        }

        for (int at = 0; components.Count > 0 && at < items.Count; at++)
        {
            SortedDictionary<string, (BomItem Line, MaterialOccurrence Carried)>? within = components.GetValueOrDefault(items[at]);
            if (within is null || endItems is null || endItems.Contains(items[at]))
            {
                continue;
            }

            foreach ((string material, (BomItem line, MaterialOccurrence carried)) in within)
            {
                if (decided[at].All(determination => determination.Material != material))
                {
                    decided[at] = [.. decided[at],
                        .. _regimes.Select(regime => _engine.DetermineComponent(items[at], carried, line.Line.PartNumber, _contract, regime))
                            .OfType<Determination>()];
                }
            }
        }
    }

    // 252.225-7052(b)(1): the second limb looks at the end item and everything in it.
    private void ApplyLimb(IReadOnlyList<BomItem> items, DecidedLines decided)
    {
        ImmutableArray<BomItem> endItems = EndItemLimb.GetEndItems(items, _contract);
        if (endItems.IsEmpty)
        {
            return;
        }

        Dictionary<BomItem, int> places = new(ReferenceEqualityComparer.Instance);
        for (int at = 0; at < items.Count; at++)
        {
            places.Add(items[at], at);
        }

        // A list of thousands of end items, each with a magnet: every carrier is handed to the end items above it, not tried on all. The
        // first carrier of a material speaks for the others, so nothing is handed on twice.
        Dictionary<BomItem, List<BomItem>> carriers = new(ReferenceEqualityComparer.Instance);
        foreach (BomItem endItem in endItems)
        {
            carriers.TryAdd(endItem, []);
        }

        var handed = new HashSet<(BomItem Item, string Material, Presence Presence)>();
        var waiting = new Stack<BomItem>();
        foreach (BomItem item in items.Where(item => !item.Materials.IsEmpty && item.NotInstalled is null))
        {
            waiting.Push(item);
            while (waiting.TryPop(out BomItem? above))
            {
                bool isNew = false;
                foreach (MaterialOccurrence occurrence in item.Materials)
                {
                    isNew |= handed.Add((above, occurrence.Material, occurrence.Presence));
                }

                if (isNew)
                {
                    carriers.GetValueOrDefault(above)?.Add(item);
                    foreach (BomItem next in above.CountsIn)
                    {
                        waiting.Push(next);
                    }
                }
            }
        }

        foreach (BomItem endItem in endItems)
        {
            Determination[] held = [.. _regimes.Select(regime => _limb.DetermineHeld(endItem, carriers[endItem], _contract, regime)).OfType<Determination>()];
            if (held.Length > 0)
            {
                int at = places[endItem];
                decided[at] = [.. decided[at], .. held];
            }
        }
    }

    // An assembly whose words say that it holds a magnet, and whose own lines list that magnet, is judged by those lines: its verdict is
    // theirs, rolled up. One whose lines list none of the kind keeps the question of its own, for the list may not go deep enough.
    internal static HashSet<BomItem> BrokenDown(IReadOnlyList<BomItem> items)
    {
        var brokenDown = new HashSet<BomItem>(ReferenceEqualityComparer.Instance);
        foreach (BomItem item in items.Where(item => !item.Materials.IsEmpty && item.NotInstalled is null))
        {
            var seen = new HashSet<BomItem>(ReferenceEqualityComparer.Instance) { item };
            var waiting = new Stack<BomItem>(item.HeldBy);
            while (waiting.TryPop(out BomItem? above))
            {
                if (!seen.Add(above))
                {
                    continue;
                }

                if (!above.Materials.IsEmpty && above.Materials.All(held => held.Presence != Presence.Is && item.Materials.Any(found => Settles(found, held))))
                {
                    brokenDown.Add(above);
                }

                foreach (BomItem next in above.HeldBy)
                {
                    waiting.Push(next);
                }
            }
        }

        return brokenDown;
    }

    private static bool Settles(MaterialOccurrence found, MaterialOccurrence held) =>
        found.Presence >= held.Presence && (found.Material == held.Material || (IsRareEarthMagnet(found.Material) && IsRareEarthMagnet(held.Material)));

    private static bool IsRareEarthMagnet(string material) => material is MaterialIds.RareEarthMagnet or MaterialIds.NdFeB or MaterialIds.SmCo;
}
