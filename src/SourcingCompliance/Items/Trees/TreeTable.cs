using System.Collections;
using SourcingCompliance.Lines;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Items.Trees;

/// <summary>The lines of one table of a sheet while they are placed.</summary>
/// <param name="Lines">The lines of the sheet.</param>
/// <param name="From">Index of the table's first line.</param>
/// <param name="To">Index behind its last line.</param>
/// <param name="Alternates">Which lines of the sheet are other sources for the item above them.</param>
/// <param name="Parents">Receives the parent of each line.</param>
/// <param name="Orphans">Receives which lines have no place.</param>
/// <param name="Implied">Receives assemblies without a row; their indices follow those of the lines of the sheet.</param>
/// <param name="Diagnostics">Receives what is wrong.</param>
internal sealed record TreeTable(
    IPlacedLines Lines, int From, int To, BitArray Alternates, int[] Parents, BitArray Orphans, List<ImpliedAssembly> Implied, DiagnosticBag Diagnostics);
