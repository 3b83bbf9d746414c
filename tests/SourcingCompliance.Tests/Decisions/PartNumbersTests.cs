using SourcingCompliance.Decisions;
using SourcingCompliance.Items;

namespace SourcingCompliance.Tests.Decisions;

public sealed class PartNumbersTests
{
    [Theory]
    [InlineData("P-1", " p-1 ", true)]
    [InlineData("P-1", "P-2", false)]
    [InlineData("", "", false)]
    [InlineData(" ", " ", false)]
    [InlineData(null, null, false)]
    [InlineData("P-1", null, false)]
    [InlineData(null, "P-1", false)]
    public void Part_numbers_are_the_same_but_for_case_and_outer_white_space_and_none_is_as_none(string? one, string? other, bool isSame) =>
        PartNumbers.AreSame(one, other).ShouldBe(isSame);

    [Fact]
    public void The_numbers_of_an_item_come_before_those_of_its_assemblies()
    {
        BomItem top = new ItemBuilder("TOP").Build();
        BomItem part = new ItemBuilder("P-1").MadeAs("M-1").Under(top).Build();

        PartNumbers.Upwards(part).ShouldBe(["P-1", "M-1", "TOP", ""]);
    }

    [Fact]
    public void A_makers_number_names_an_item_too() => PartNumbers.Names("m-1", new ItemBuilder("P-1").MadeAs("M-1").Build()).ShouldBeTrue();

    [Fact]
    public void The_number_of_an_assembly_names_its_parts_only_where_assemblies_count()
    {
        BomItem part = new ItemBuilder("P-1").Under(new ItemBuilder("TOP").Build()).Build();

        PartNumbers.Names("TOP", part).ShouldBeFalse();
        PartNumbers.NamesOrHolds("TOP", part).ShouldBeTrue();
        PartNumbers.NamesOrHolds("OTHER", part).ShouldBeFalse();
    }

    [Fact]
    public void What_a_supplier_stated_of_one_item_names_no_other_of_the_same_number()
    {
        BomItem stated = new ItemBuilder("P-1").Build();

        PartNumbers.Names("P-1", stated, stated).ShouldBeTrue();
        PartNumbers.Names("P-1", stated, new ItemBuilder("P-1").Build()).ShouldBeFalse();
        PartNumbers.Names("P-1", null, new ItemBuilder("P-1").Build()).ShouldBeTrue();
    }
}
