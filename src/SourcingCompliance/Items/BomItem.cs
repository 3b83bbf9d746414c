using System.Collections.Immutable;
using SourcingCompliance.Lines;
using SourcingCompliance.Mapping.Rows;
using SourcingCompliance.Recognition.Materials;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Items;

/// <summary>A line with its place in the assembly tree and everything that was recognized in it.</summary>
public sealed class BomItem
{
    private string? _partNumber;
    private string? _description;
    private ImmutableArray<string> _path;

    /// <summary>The line it came from.</summary>
    public required BomLine Line { get; init; }

    /// <summary>The assembly it belongs to; null for an item at the top.</summary>
    public BomItem? Parent { get; init; }

    /// <summary>Whether the item is an assembly without a row of its own: rows of its parts name it. Its line then stands in the first of these rows.</summary>
    public bool IsImplied { get; init; }

    /// <summary>
    /// The places in which the same assembly stands again and holds the same parts, perhaps this one among them; empty for an item that
    /// stands in one place, or whose parts are listed with each.
    /// </summary>
    public IReadOnlyList<BomItem> OtherPlaces { get; internal set; } = [];

    /// <summary>The assembly that holds this item, and the other places that hold what it holds.</summary>
    internal IEnumerable<BomItem> HeldBy => Parent is { } parent ? OtherPlaces.Prepend(parent) : OtherPlaces;

    /// <summary>The items in which this one counts: those that hold it, and the item that it is another source for.</summary>
    internal IEnumerable<BomItem> CountsIn => AlternateOf is { } item ? HeldBy.Prepend(item) : HeldBy;

    /// <summary>Depth in the tree, 0-based; 0 for an item at the top and for every item of a flat list.</summary>
    public int Level { get; init; }

    /// <summary>Whether other items belong to this one.</summary>
    public bool HasChildren { get; set; }

    /// <summary>Whether the row is another source for the item above it and not a part of its own. Its blank cells are then completed from that item.</summary>
    public bool IsAlternate { get; init; }

    /// <summary>The item that this one is another source for; null for an item of its own.</summary>
    public BomItem? AlternateOf { get; init; }

    /// <summary>What says that the part is left out of the build, so that it does not count for the result; null for a part that counts.</summary>
    public NotInstalledMark? NotInstalled { get; init; }

    /// <summary>Quantity per assembly; null = not stated or not a number.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>Mass of one piece in kilograms; null = not stated.</summary>
    public decimal? MassKilograms { get; init; }

    /// <summary>Every statement of origin on the line, the country of origin first, then stages in column order.</summary>
    public ImmutableArray<OriginStatement> Origins { get; init; } = [];

    /// <summary>Covered materials that the line is, contains or may contain; empty = none recognized.</summary>
    public ImmutableArray<MaterialOccurrence> Materials { get; init; } = [];

    /// <summary>Cells of the line that mention a material or a country of which the line speaks nowhere else; empty = its books balance.</summary>
    public ImmutableArray<CellMention> Mentions { get; init; } = [];

    /// <summary>Substances recognized that the clause does not cover (ferrite, feedstock, watch materials).</summary>
    public ImmutableArray<OtherSubstance> OtherSubstances { get; init; } = [];

    /// <summary>What statements of suppliers say of the line beside origins and materials.</summary>
    public StatedFacts Stated { get; init; } = StatedFacts.None;

    /// <summary>The same item with other statements of origin.</summary>
    internal BomItem With(ImmutableArray<OriginStatement> origins) => new()
    {
        Line = Line,
        Parent = Parent,
        IsImplied = IsImplied,
        OtherPlaces = OtherPlaces,
        Level = Level,
        HasChildren = HasChildren,
        IsAlternate = IsAlternate,
        AlternateOf = AlternateOf,
        NotInstalled = NotInstalled,
        Quantity = Quantity,
        MassKilograms = MassKilograms,
        Origins = origins,
        Materials = Materials,
        Mentions = Mentions,
        OtherSubstances = OtherSubstances,
        Stated = Stated,
    };

    /// <summary>As <see cref="BomLine.PartNumber"/>; one string for the line, its findings, and the paths of its parts.</summary>
    internal string PartNumber => _partNumber ??= Line.PartNumber;

    /// <summary>As <see cref="BomLine.Description"/>; one string for the line and its findings.</summary>
    internal string Description => _description ??= Line.Description;

    /// <summary>Part numbers from the top of the tree down to this item.</summary>
    public ImmutableArray<string> Path
    {
        get
        {
            if (!_path.IsDefault)
            {
                return _path;
            }

            var path = new List<string>();
            for (BomItem? item = this; item is not null; item = item.Parent)
            {
                path.Add(item.PartNumber);
            }

            path.Reverse();
            return _path = [.. path];
        }
    }
}
