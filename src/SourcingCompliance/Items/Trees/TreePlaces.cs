using System.Collections;

namespace SourcingCompliance.Items.Trees;

/// <summary>The places of all lines of a sheet and of the assemblies without a row, each put together when it is asked for.</summary>
/// <param name="parents">Index of the parent of each line; -1 = at the top.</param>
/// <param name="levels">Depth of each line, 0-based.</param>
/// <param name="alternates">Which lines are other sources.</param>
/// <param name="hasChildren">Which lines have others below them.</param>
/// <param name="orphans">Which lines have no place of their own.</param>
internal sealed class TreePlaces(int[] parents, int[] levels, BitArray alternates, BitArray hasChildren, BitArray orphans) : IReadOnlyList<TreePlace>
{
    /// <inheritdoc/>
    public int Count => parents.Length;

    /// <summary>The assemblies without a row; the place of the first follows that of the last line.</summary>
    public required IReadOnlyList<ImpliedAssembly> Implied { get; init; }

    /// <summary>The lines whose parts count in other places of the same assembly too.</summary>
    public required IReadOnlyDictionary<int, ReusedAssembly> Reused { get; init; }

    /// <inheritdoc/>
    public TreePlace this[int index] => new(parents[index], levels[index], IsAlternate(index), hasChildren[index], index < orphans.Length && orphans[index])
    {
        AlternateOf = IsAlternate(index) ? GetItem(index) : null,
    };

    /// <inheritdoc/>
    public IEnumerator<TreePlace> GetEnumerator() => Enumerable.Range(0, Count).Select(index => this[index]).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private bool IsAlternate(int index) => index < alternates.Length && alternates[index];

    // The sources of an item stand below it; the first line of a sheet may be one without an item.
    private int? GetItem(int index)
    {
        int at = index;
        while (at >= 0 && alternates[at])
        {
            at--;
        }

        return at < 0 ? null : at;
    }
}
