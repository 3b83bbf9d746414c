using SourcingCompliance.Primitives;

namespace SourcingCompliance.Recognition.Origins;

/// <summary>One statement of origin on a line: a cell, and what it says.</summary>
/// <param name="Cell">The cell it stands in.</param>
/// <param name="Field">The field of the column: country of origin, a stage, or a description with an origin label.</param>
/// <param name="Raw">The text of the cell.</param>
/// <param name="Stage">Stage that the statement speaks of (see <see cref="StageIds"/>); null = the part as bought.</param>
/// <param name="Element">Chemical symbol that it speaks of; null = of no single element.</param>
/// <param name="Origin">The countries, with certainty.</param>
public sealed record OriginStatement(CellRef Cell, BomField Field, string Raw, string? Stage, string? Element, RecognizedOrigin Origin)
{
    /// <summary>Id of the covered material that it speaks of alone; null = of whatever the line carries, which is so for every cell of a list.</summary>
    public string? Material { get; init; }

    /// <summary>The statement of a supplier that says so; null = the cell of the list does. <see cref="Cell"/> is then the row of the line.</summary>
    public EvidenceRef? Evidence { get; init; }

    /// <summary>
    /// Whether a supplier states for certain a stage outside every covered country, so that no sentence quotes it: lines with the same countries from
    /// different suppliers then share their decision. False for a cell.
    /// </summary>
    public bool IsNeverQuoted { get; init; }

    /// <summary>Where it stands, shortly: <c>N4</c>, <c>statement R-1 of Acme Magnetics</c>.</summary>
    public string Place => Evidence?.Words ?? Cell.Address;

    /// <summary>Where it stands, in words: <c>cell N4</c>, <c>statement R-1 of Acme Magnetics</c>.</summary>
    public string Where => Evidence?.Words ?? $"cell {Cell.Address}";
}
