using System.Collections.Immutable;
using SourcingCompliance.Decisions;
using SourcingCompliance.Items;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Findings.Policies;

/// <summary>A line with everything that a policy may read of it.</summary>
/// <param name="Item">The line.</param>
/// <param name="Sources">The line and the other sources of the same item, in row order.</param>
/// <param name="Determinations">What was decided; empty for a line without covered material.</param>
/// <param name="Run">What was asked.</param>
/// <param name="Contract">The contract; null = none.</param>
/// <param name="IsCovered">Whether a country is a covered country at any time.</param>
/// <param name="NamesCompany">Whether a text names a company; "N/A" and "various" do not.</param>
public sealed record PolicyLine(
    BomItem Item, IReadOnlyList<BomItem> Sources, ImmutableArray<Determination> Determinations, RunParameters Run, ContractContext? Contract,
    Func<Country, bool> IsCovered, Func<string, bool> NamesCompany)
{
    /// <summary>Whether the line carries, or may carry, a covered material.</summary>
    public bool CarriesMaterial => !Item.Materials.IsEmpty || !Determinations.IsEmpty;

    /// <summary>Address of the row.</summary>
    public CellRef Row => Item.Line.Map.Sheet with { Row = Item.Line.Row };

    /// <summary>What was decided for the period that the exit code follows.</summary>
    internal IEnumerable<Determination> Gated => Determinations.Where(determination => determination.Regime == Run.GateRegime);
}
