using System.Collections.Immutable;
using SourcingCompliance.Items;
using SourcingCompliance.Lines;
using SourcingCompliance.Mapping.Rows;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Materials;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Tests.Decisions;

/// <summary>Builds one line of a list for a test: a part, its materials and what is on file for its origin.</summary>
internal sealed class ItemBuilder
{
    private static readonly ColumnMap Map = new()
    {
        Sheet = CellRef.ForFile("bom.csv"),
        HeaderRow = 1,
        Columns =
        [
            new MappedColumn(BomField.PartNumber, 1, "PN", MappingBasis.ExactAlias, "test"),
            new MappedColumn(BomField.ManufacturerPartNumber, 2, "MPN", MappingBasis.ExactAlias, "test"),
        ],
    };

    private readonly List<OriginStatement> _origins = [];
    private readonly List<MaterialOccurrence> _materials = [];
    private readonly List<OtherSubstance> _others = [];
    private readonly string _partNumber;
    private BomItem? _parent;
    private bool _hasChildren;
    private string? _damage;
    private string? _unreadCell;
    private decimal? _mass;
    private decimal? _quantity;
    private int _row = 2;
    private string _makersNumber = "";
    private bool _isInstalled = true;
    private BomItem? _alternateOf;
    private StatedFacts _stated = StatedFacts.None;
    private ImmutableArray<CellMention> _mentions = [];

    public ItemBuilder(string partNumber = "P-1") => _partNumber = partNumber;

    public static ItemBuilder NdFeB => new ItemBuilder().Carrying(MaterialIds.NdFeB);

    public ItemBuilder Carrying(string material, Presence presence = Presence.Is, double likelihood = 1)
    {
        _materials.Add(new MaterialOccurrence
        {
            Material = material,
            Presence = presence,
            Likelihood = likelihood,
            Signals = [new MaterialSignal(BomField.Description, "magnet", "test")],
        });
        return this;
    }

    public ItemBuilder From(string countries, OriginCertainty certainty = OriginCertainty.Definite) => Stating(null, countries, certainty);

    public ItemBuilder At(string? stage, string countries, OriginCertainty certainty = OriginCertainty.Definite,
        string? element = null, bool isChoice = false) =>
        Stating(stage, countries, certainty, element, isChoice);

    public ItemBuilder At(IEnumerable<string> stages, string countries)
    {
        foreach (string stage in stages)
        {
            At(stage, countries);
        }

        return this;
    }

    public ItemBuilder Watched(string substance)
    {
        _others.Add(new OtherSubstance(substance, OtherSubstanceKind.Watch, []));
        return this;
    }

    public ItemBuilder Under(BomItem parent)
    {
        _parent = parent;
        return this;
    }

    public ItemBuilder WithChildren()
    {
        _hasChildren = true;
        return this;
    }

    public ItemBuilder Damaged(string why)
    {
        _damage = why;
        return this;
    }

    public ItemBuilder Unread(string cellAndWhy)
    {
        _unreadCell = cellAndWhy;
        return this;
    }

    public ItemBuilder Weighing(decimal kilograms)
    {
        _mass = kilograms;
        return this;
    }

    public ItemBuilder Counting(decimal quantity)
    {
        _quantity = quantity;
        return this;
    }

    public ItemBuilder InRow(int row)
    {
        _row = row;
        return this;
    }

    public ItemBuilder MadeAs(string makersNumber)
    {
        _makersNumber = makersNumber;
        return this;
    }

    public ItemBuilder NotInstalled()
    {
        _isInstalled = false;
        return this;
    }

    public ItemBuilder AlternateTo(BomItem item)
    {
        _alternateOf = item;
        return this;
    }

    public ItemBuilder Stated(StatedFacts stated)
    {
        _stated = stated;
        return this;
    }

    public ItemBuilder Mentioning(CellMention mention)
    {
        _mentions = [mention];
        return this;
    }

    public ItemBuilder With(OriginStatement statement)
    {
        _origins.Add(statement);
        return this;
    }

    public BomItem Build() => new()
    {
        Line = new BomLine(Map, _row, [_partNumber, _makersNumber]) { Damage = _damage, UnreadCell = _unreadCell },
        Parent = _parent,
        Level = _parent is null ? 0 : _parent.Level + 1,
        HasChildren = _hasChildren,
        MassKilograms = _mass,
        Quantity = _quantity,
        IsAlternate = _alternateOf is not null,
        AlternateOf = _alternateOf,
        NotInstalled = _isInstalled ? null : new NotInstalledMark(new CellRef("bom.csv", "", _row, 3), "DNP", "x"),
        Stated = _stated,
        Mentions = _mentions,
        Origins = [.. _origins.Select(statement => statement with { Cell = statement.Cell with { Row = _row } })],
        Materials = [.. _materials],
        OtherSubstances = [.. _others],
    };

    public static OriginStatement Statement(string? stage, string countries, OriginCertainty certainty, string? element = null, bool isChoice = false)
    {
        ImmutableArray<Country> set = [.. countries.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(code => new Country(code)).Order()];
        OriginRelation relation = set.Length switch { 0 => OriginRelation.None, 1 => OriginRelation.Single, _ => OriginRelation.Any };
        return new OriginStatement(
            new CellRef("bom.csv", "", 2, 5), BomField.CountryOfOrigin, countries, stage, element,
            new RecognizedOrigin { Countries = set, Certainty = certainty, Relation = relation, IsChoice = isChoice });
    }

    private ItemBuilder Stating(string? stage, string countries, OriginCertainty certainty, string? element = null, bool isChoice = false)
    {
        _origins.Add(Statement(stage, countries, certainty, element, isChoice));
        return this;
    }
}
