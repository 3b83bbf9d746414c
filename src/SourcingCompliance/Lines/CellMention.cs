using System.Collections.Immutable;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Lines;

/// <summary>A cell that names something of which the line item does not speak elsewhere, so that the line item cannot pass.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Header">The header above it; empty where there is none.</param>
/// <param name="Text">The text of the cell.</param>
/// <param name="Materials">Ids of covered materials that the cell names or that what it names may hold; empty = it names countries.</param>
/// <param name="Countries">Countries that the cell names and no statement of origin of the line does, in code order; empty = it names materials.</param>
public sealed record CellMention(CellRef Cell, string Header, string Text, ImmutableArray<string> Materials, ImmutableArray<Country> Countries);
