namespace SourcingCompliance.Items.Trees;

/// <summary>An assembly that stands in several places of a BOM: what one of them holds, all of them hold.</summary>
/// <param name="Places">0-based indices of the lines that hold what another place lists, in row order.</param>
internal sealed record ReusedAssembly(IReadOnlyList<int> Places);
