using SourcingCompliance.Primitives;

namespace SourcingCompliance.Items.Trees;

/// <summary>An assembly that has no row of its own: other rows name it as their parent.</summary>
/// <param name="Name">Its part number or name, as the first of those rows writes it.</param>
/// <param name="Line">0-based index of the first line that names it.</param>
/// <param name="Cell">The cell in which that line does.</param>
internal sealed record ImpliedAssembly(string Name, int Line, CellRef Cell);
