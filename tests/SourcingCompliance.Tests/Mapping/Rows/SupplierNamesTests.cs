using System.Collections.Immutable;
using SourcingCompliance.Lines;
using SourcingCompliance.Mapping.Rows;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Tests.Mapping.Rows;

public sealed class SupplierNamesTests
{
    private static readonly ColumnMap Map = new()
    {
        Sheet = CellRef.ForFile("bom.csv"),
        HeaderRow = 1,
        Columns = ImmutableArray.Create(
            new MappedColumn(BomField.Supplier, 1, "Supplier", MappingBasis.ExactAlias, ""),
            new MappedColumn(BomField.Manufacturer, 2, "Maker", MappingBasis.ExactAlias, "")),
    };

    private readonly SupplierNames _names = new(Sheets.Vocabulary);

    [Theory]
    [InlineData("N/A")]
    [InlineData("n.a.")]
    [InlineData("NA")]
    [InlineData("TBD")]
    [InlineData("Various")]
    [InlineData("See Note 1")]
    [InlineData("Note 12")]
    [InlineData("---")]
    [InlineData("未知")]
    public void A_word_that_names_nobody_is_no_supplier(string word)
    {
        _names.Get(Line(word, "")).ShouldBe("");
        _names.Get(Line(word, "Arnold Magnetic")).ShouldBe("Arnold Magnetic");
    }

    [Theory]
    [InlineData("3M")]
    [InlineData("NA Magnetics")]
    [InlineData("Other World Computing")]
    [InlineData("TDK")]
    [InlineData("X-Rite")]
    public void A_company_is_taken_as_it_stands(string name) => _names.Get(Line(name, "Maker")).ShouldBe(name);

    [Fact]
    public void The_maker_is_asked_where_no_supplier_stands() => _names.Get(Line("", "Arnold Magnetic")).ShouldBe("Arnold Magnetic");

    private static BomLine Line(string supplier, string maker) => new(Map, 2, [supplier, maker]);
}
