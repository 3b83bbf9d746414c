using SourcingCompliance.Decisions;
using SourcingCompliance.Items;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Materials;
using SourcingCompliance.Tests.Law;

namespace SourcingCompliance.Tests.Decisions;

public sealed class EndItemLimbTests
{
    private static readonly EndItemLimb Limb = new(new DeterminationEngine(MainPack.Pack));
    private static readonly Regime From2027 = Regime.CreateAll(MainPack.Pack, null, new DiagnosticBag())[1];

    [Fact]
    public void A_clean_magnet_deep_in_a_product_from_china_is_a_violation_of_the_product()
    {
        BomItem drone = new ItemBuilder("D-1").From("CN").WithChildren().Build();
        BomItem motor = new ItemBuilder("M-1").Under(drone).WithChildren().Build();
        BomItem magnet = new ItemBuilder("G-1").Carrying(MaterialIds.NdFeB).At(StageIds.Sintered, "JP").Under(motor).Build();

        Determination determination = Limb.Determine(drone, [drone, motor, magnet], null, From2027).ShouldNotBeNull();

        determination.Verdict.ShouldBe(Verdict.Violation);
        determination.Rule.ShouldBe("SC1010");
        determination.Citation.ShouldBe("252.225-7052(b)(1)(ii)");
        determination.Basis.ShouldBe("end item manufactured in People's Republic of China (cell E2 \"CN\") that contains neodymium-iron-boron magnet (in G-1)");
    }

    [Fact]
    public void An_assembly_below_the_top_is_no_end_item()
    {
        BomItem drone = new ItemBuilder("D-1").From("US").WithChildren().Build();
        BomItem motor = new ItemBuilder("M-1").From("CN").Under(drone).WithChildren().Build();

        EndItemLimb.GetEndItems([drone, motor], null).ShouldBe([drone]);
    }

    [Fact]
    public void A_flat_list_has_no_end_item_unless_the_contract_names_one()
    {
        BomItem motor = new ItemBuilder("M-1").From("CN").Carrying(MaterialIds.NdFeB, Presence.Contains).Build();
        var contract = new ContractContext { Path = "contract.json", EndItems = [new ContractEndItem("m-1", null)] };

        EndItemLimb.GetEndItems([motor], null).ShouldBeEmpty();
        EndItemLimb.GetEndItems([motor], contract).ShouldBe([motor]);
        Limb.Determine(motor, [motor], contract, From2027).ShouldNotBeNull().Verdict.ShouldBe(Verdict.Violation);
    }

    [Fact]
    public void Where_contract_and_list_disagree_the_worse_place_counts_and_both_are_shown()
    {
        BomItem drone = new ItemBuilder("D-1").From("CN").WithChildren().Build();
        BomItem magnet = new ItemBuilder("G-1").Carrying(MaterialIds.NdFeB).Under(drone).Build();
        var contract = new ContractContext { Path = "contract.json", EndItems = [new ContractEndItem("D-1", new Country("US"))] };

        Determination determination = Limb.Determine(drone, [drone, magnet], contract, From2027).ShouldNotBeNull();

        determination.Verdict.ShouldBe(Verdict.Violation);
        determination.Basis.ShouldContain("(cell E2 \"CN\", contract.json says US)");
    }

    [Fact]
    public void A_product_without_covered_material_is_not_asked()
    {
        BomItem shelf = new ItemBuilder("S-1").From("CN").WithChildren().Build();
        BomItem screw = new ItemBuilder("B-1").From("CN").Under(shelf).Build();

        Limb.Determine(shelf, [shelf, screw], null, From2027).ShouldBeNull();
    }
}
