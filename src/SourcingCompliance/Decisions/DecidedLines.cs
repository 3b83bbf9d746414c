using System.Collections;
using System.Collections.Immutable;
using SourcingCompliance.Items;

namespace SourcingCompliance.Decisions;

/// <summary>
/// The determinations of each item of a sheet, in item order; an item without covered material has none. Those that items share are put into
/// the row of one each time they are asked for.
/// </summary>
internal sealed class DecidedLines : IReadOnlyList<ImmutableArray<Determination>>
{
    private readonly IReadOnlyList<BomItem> _items;
    private readonly ImmutableArray<Determination>[] _own;
    private readonly SharedDecision?[] _shared;

    /// <summary>Makes room for the decisions of items.</summary>
    public DecidedLines(IReadOnlyList<BomItem> items)
    {
        _items = items;
        _own = new ImmutableArray<Determination>[items.Count];
        Array.Fill(_own, []);
        _shared = new SharedDecision?[items.Count];
    }

    /// <inheritdoc/>
    public int Count => _items.Count;

    /// <inheritdoc/>
    public ImmutableArray<Determination> this[int index]
    {
        get => _shared[index] is { } shared ? shared.For(_items[index].Origins, _items[index].Line.Row) : _own[index];
        set
        {
            _own[index] = value;
            _shared[index] = null;
        }
    }

    /// <summary>The decision that an item shares with others; null when it has none, or one of its own.</summary>
    public SharedDecision? SharedBy(int index) => _shared[index];

    /// <summary>Gives an item a decision that others share.</summary>
    public void Share(int index, SharedDecision decision) => _shared[index] = decision;

    /// <summary>Whether an item has no determinations.</summary>
    public bool IsEmpty(int index) => _shared[index] is { } shared ? shared.Determinations.IsEmpty : _own[index].IsEmpty;

    /// <inheritdoc/>
    public IEnumerator<ImmutableArray<Determination>> GetEnumerator() => Enumerable.Range(0, Count).Select(at => this[at]).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
