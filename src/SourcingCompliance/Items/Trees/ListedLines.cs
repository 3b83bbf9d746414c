using System.Collections;
using SourcingCompliance.Lines;

namespace SourcingCompliance.Items.Trees;

/// <summary>Lines that are there as such.</summary>
/// <param name="lines">The lines.</param>
internal sealed class ListedLines(IReadOnlyList<BomLine> lines) : IPlacedLines
{
    /// <inheritdoc/>
    public int Count => lines.Count;

    /// <inheritdoc/>
    public BomLine this[int index] => lines[index];

    /// <inheritdoc/>
    public ColumnMap GetMap(int index) => lines[index].Map;

    /// <inheritdoc/>
    public bool IsAlternate(int index) => lines[index].IsAlternate;

    /// <inheritdoc/>
    public string TextAt(int index, int column) => lines[index].TextAt(column);

    /// <inheritdoc/>
    public ReadOnlySpan<char> SpanAt(int index, int column, Span<char> room) => lines[index].TextAt(column);

    /// <inheritdoc/>
    public IEnumerator<BomLine> GetEnumerator() => lines.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
