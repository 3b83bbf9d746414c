using System.Collections.Immutable;
using SourcingCompliance.Boms.Accounting;
using SourcingCompliance.Materials;
using SourcingCompliance.Normalization;

namespace SourcingCompliance.Boms;

/// <summary>A line with its place in the assembly tree and everything that was recognised in it.</summary>
public sealed class BomItem
{
    /// <summary>The line it came from.</summary>
    public required BomLine Line { get; init; }

    /// <summary>The assembly it belongs to; null for an item at the top.</summary>
    public BomItem? Parent { get; init; }

    /// <summary>Depth in the tree, 0-based; 0 for an item at the top and for every item of a flat list.</summary>
    public int Level { get; init; }

    /// <summary>Whether other items belong to this one.</summary>
    public bool HasChildren { get; set; }

    /// <summary>Whether the row is another source for the item above it and not a part of its own.</summary>
    public bool IsAlternate { get; init; }

    /// <summary>Quantity per assembly; null = not stated or not a number.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>Mass of one piece in kilograms; null = not stated.</summary>
    public decimal? MassKilograms { get; init; }

    /// <summary>Every statement of origin on the line, the country of origin first, then stages in column order.</summary>
    public ImmutableArray<OriginStatement> Origins { get; init; } = [];

    /// <summary>Covered materials that the line is, contains or may contain; empty = none recognised.</summary>
    public ImmutableArray<MaterialOccurrence> Materials { get; init; } = [];

    /// <summary>Cells of the line that mention a material or a country of which the line speaks nowhere else; empty = its books balance.</summary>
    public ImmutableArray<CellMention> Mentions { get; init; } = [];

    /// <summary>Substances recognised that the clause does not cover (ferrite, feedstock, watch materials).</summary>
    public ImmutableArray<OtherSubstance> OtherSubstances { get; init; } = [];

    /// <summary>Part numbers from the top of the tree down to this item.</summary>
    public ImmutableArray<string> Path
    {
        get
        {
            var path = new List<string>();
            for (BomItem? item = this; item is not null; item = item.Parent)
            {
                path.Add(item.Line.PartNumber);
            }

            path.Reverse();
            return [.. path];
        }
    }
}
