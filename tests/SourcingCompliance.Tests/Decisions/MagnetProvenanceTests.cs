using SourcingCompliance.Decisions;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Tests.Decisions;

/// <summary>Which of the four places of Pub. L. 117-263 section 857 are on file: mined, refined, made into metal, made into a magnet.</summary>
public sealed class MagnetProvenanceTests
{
    private static MagnetProvenance Of(string substance, ItemBuilder item) => new(StageStatement.From(item.Build()), substance);

    private static string Places(string substance, params string[] stages)
    {
        MagnetProvenance places = Of(substance, new ItemBuilder().At(stages, "AU"));
        return (places.IsMineOnFile ? "mine " : "") + (places.IsRefiningOnFile ? "refining " : "") + (places.IsMetalOnFile ? "metal " : "")
            + (places.IsMakingOnFile ? "making " : "");
    }

    [Theory]
    [InlineData("", StageIds.Melted)]
    [InlineData("", StageIds.Reduced)]
    [InlineData("metal ", StageIds.Reduced, StageIds.Melted)]
    [InlineData("mine ", StageIds.Mined)]
    [InlineData("refining ", StageIds.Refined)]
    [InlineData("", StageIds.Sintered)]
    [InlineData("", StageIds.Bonded)]
    [InlineData("", StageIds.Magnetized)]
    [InlineData("making ", StageIds.Sintered, StageIds.Magnetized)]
    [InlineData("making ", StageIds.Bonded, StageIds.Magnetized)]
    [InlineData("", StageIds.Pressed, StageIds.Powder)]
    public void A_place_is_on_file_when_each_of_its_stages_is(string places, params string[] stages) =>
        Places(MaterialIds.NdFeB, stages).ShouldBe(places);

    [Fact]
    public void Nothing_on_file_is_no_place() => Of(MaterialIds.NdFeB, new ItemBuilder()).IsMineOnFile.ShouldBeFalse();

    [Fact]
    public void A_hedge_is_no_place() =>
        Of(MaterialIds.NdFeB, new ItemBuilder().At(StageIds.Mined, "AU", OriginCertainty.Ambiguous)).IsMineOnFile.ShouldBeFalse();

    [Fact]
    public void The_origin_of_the_part_is_no_place_of_its_material()
    {
        MagnetProvenance places = Of(MaterialIds.NdFeB, new ItemBuilder().From("AU"));

        (places.IsMineOnFile, places.IsMakingOnFile).ShouldBe((false, false));
    }

    [Theory]
    [InlineData(MaterialIds.SmCo, "Sm", false)]
    [InlineData(MaterialIds.SmCo, "Co", false)]
    [InlineData(MaterialIds.SmCo, "Sm Co", true)]
    [InlineData(MaterialIds.NdFeB, "Nd", true)]
    [InlineData(MaterialIds.NdFeB, "Fe", false)]
    [InlineData(MaterialIds.RareEarthMagnet, "Fe", true)]
    public void A_mine_counts_for_the_metals_that_make_the_magnet(string substance, string elements, bool isOnFile)
    {
        var item = new ItemBuilder();
        foreach (string element in elements.Split(' '))
        {
            item.At(StageIds.Mined, "AU", element: element);
        }

        Of(substance, item).IsMineOnFile.ShouldBe(isOnFile);
    }

    [Fact]
    public void A_statement_that_names_no_element_speaks_of_all_of_them() =>
        Of(MaterialIds.SmCo, new ItemBuilder().At(StageIds.Mined, "AU", element: "Sm").At(StageIds.Mined, "US")).IsMineOnFile.ShouldBeTrue();

    [Fact]
    public void Another_stage_of_a_substance_without_named_elements_is_no_mine() =>
        Of(MaterialIds.RareEarthMagnet, new ItemBuilder().At(StageIds.Melted, "AU")).IsMineOnFile.ShouldBeFalse();
}
