namespace SourcingCompliance.Items.Trees;

/// <summary>Where a line stands in the assembly tree.</summary>
/// <param name="Parent">
/// 0-based index of the line of the assembly it belongs to; an index beyond the lines is that of an <see cref="ImpliedAssembly"/>; -1 for a line at the top.
/// </param>
/// <param name="Level">Depth in the tree, 0-based.</param>
/// <param name="IsAlternate">Whether the line is another source for the item above it; its parent is the parent of that item.</param>
/// <param name="HasChildren">Whether other lines belong to this one.</param>
/// <param name="IsOrphan">Whether the line stands at the top only because its place could not be found.</param>
public readonly record struct TreePlace(int Parent, int Level, bool IsAlternate, bool HasChildren, bool IsOrphan)
{
    /// <summary>0-based index of the line that this one is another source for; null for an item of its own.</summary>
    public int? AlternateOf { get; init; }
}
