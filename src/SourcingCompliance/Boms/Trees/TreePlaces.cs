using System.Collections;

namespace SourcingCompliance.Boms.Trees;

/// <summary>The places of all lines of a sheet, each put together when it is asked for.</summary>
/// <param name="parents">Index of the parent of each line; -1 = at the top.</param>
/// <param name="levels">Depth of each line, 0-based.</param>
/// <param name="alternates">Which lines are other sources.</param>
/// <param name="hasChildren">Which lines have others below them.</param>
/// <param name="orphans">Which lines have no place of their own.</param>
internal sealed class TreePlaces(int[] parents, int[] levels, bool[] alternates, bool[] hasChildren, bool[] orphans) : IReadOnlyList<TreePlace>
{
    /// <inheritdoc/>
    public int Count => parents.Length;

    /// <inheritdoc/>
    public TreePlace this[int index] => new(parents[index], levels[index], alternates[index], hasChildren[index], orphans[index]);

    /// <inheritdoc/>
    public IEnumerator<TreePlace> GetEnumerator() => Enumerable.Range(0, Count).Select(index => this[index]).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
