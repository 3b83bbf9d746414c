using SourcingCompliance.Decisions;
using SourcingCompliance.Items;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Materials;

namespace SourcingCompliance.Tests.Decisions;

/// <summary>What the list weighs in an off-the-shelf item, and where that contradicts the claim.</summary>
public sealed class ContractMassesTests
{
    private static readonly CotsClaim Claim = new() { PartNumber = "D-1", Basis = "catalog" };

    private static BomItem Device(decimal? mass = null) =>
        (mass is { } kilograms ? new ItemBuilder("D-1").Weighing(kilograms) : new ItemBuilder("D-1")).WithChildren().Build();

    private static ItemBuilder Magnet(decimal mass) => new ItemBuilder("G-1").Carrying(MaterialIds.NdFeB).Weighing(mass);

    private static ListedMass? Sum(BomItem device, params BomItem[] items) => ListedMasses.From([device, .. items], [Claim]).Within(device);

    [Fact]
    public void The_magnets_of_an_item_are_summed_with_their_quantities()
    {
        BomItem device = Device();

        Sum(device, Magnet(0.03m).Counting(2).Under(device).Build(), Magnet(0.01m).Under(device).Build()).ShouldBe(new ListedMass(0.07m, null));
    }

    [Fact]
    public void The_quantity_of_the_assembly_between_counts_too()
    {
        BomItem device = Device();
        BomItem rotor = new ItemBuilder("R-1").Counting(3).WithChildren().Under(device).Build();

        Sum(device, rotor, Magnet(0.02m).Counting(2).Under(rotor).Build()).ShouldNotBeNull().CoveredKilograms.ShouldBe(0.12m);
    }

    [Fact]
    public void A_quantity_of_nothing_counts_as_one()
    {
        BomItem device = Device();

        Sum(device, Magnet(0.02m).Counting(0).Under(device).Build()).ShouldNotBeNull().CoveredKilograms.ShouldBe(0.02m);
    }

    [Fact]
    public void Tungsten_is_summed_apart()
    {
        BomItem device = Device();
        BomItem alloy = new ItemBuilder("W-1").Carrying(MaterialIds.TungstenHeavyAlloy).Weighing(0.5m).Under(device).Build();
        BomItem powder = new ItemBuilder("W-2").Carrying(MaterialIds.TungstenPowder).Weighing(0.25m).Under(device).Build();

        Sum(device, alloy, powder, Magnet(0.05m).Under(device).Build()).ShouldBe(new ListedMass(0.8m, 0.75m));
    }

    [Fact]
    public void What_is_not_installed_weighs_nothing()
    {
        BomItem device = Device();

        Sum(device, Magnet(0.02m).NotInstalled().Under(device).Build()).ShouldBeNull();
    }

    [Fact]
    public void A_part_that_only_contains_the_material_weighs_nothing_of_it()
    {
        BomItem device = Device();

        Sum(device, new ItemBuilder("M-1").Carrying(MaterialIds.NdFeB, Presence.Contains).Weighing(0.4m).Under(device).Build()).ShouldBeNull();
    }

    [Fact]
    public void A_bar_and_the_slugs_cut_from_it_are_the_same_grams()
    {
        BomItem device = Device();
        BomItem bar = new ItemBuilder("B-1").Carrying(MaterialIds.TungstenHeavyAlloy).Weighing(0.5m).WithChildren().Under(device).Build();
        BomItem slug = new ItemBuilder("S-1").Carrying(MaterialIds.TungstenHeavyAlloy).Weighing(0.1m).Under(bar).Build();

        Sum(device, bar, slug).ShouldBe(new ListedMass(0.5m, 0.5m));
    }

    [Fact]
    public void Without_a_claim_nothing_is_summed()
    {
        BomItem device = Device();

        ListedMasses.From([device, Magnet(1).Under(device).Build()], []).Within(device).ShouldBeNull();
    }

    [Fact]
    public void An_item_that_no_claim_names_has_no_sum()
    {
        BomItem other = new ItemBuilder("D-2").WithChildren().Build();

        Sum(other, Magnet(1).Under(other).Build()).ShouldBeNull();
    }

    private static DisputedMasses? Dispute(CotsClaim claim, decimal? listedMass = null, ListedMass? listed = null) =>
        DisputedMasses.From(claim, Device(listedMass), listed, 0.1m, 0.2m);

    [Theory]
    [InlineData(1.0, 1.0, false)]
    [InlineData(1.0, 1.01, false)]
    [InlineData(1.0, 0.99, false)]
    [InlineData(1.0, 1.02, true)]
    [InlineData(1.0, 0.98, true)]
    public void The_mass_of_the_item_may_differ_by_a_hundredth(double claimed, double listed, bool isDisputed) =>
        (Dispute(Claim with { MassKilograms = (decimal)claimed }, (decimal)listed) is not null).ShouldBe(isDisputed);

    [Theory]
    [InlineData(0.1, 0.1, false)]
    [InlineData(0.1, 0.05, false)]
    [InlineData(0.1, 0.101, false)]
    [InlineData(0.1, 0.11, true)]
    public void More_covered_material_on_the_list_than_claimed_is_disputed(double claimed, double listed, bool isDisputed) =>
        (Dispute(Claim with { CoveredMaterialMassKilograms = (decimal)claimed }, null, new ListedMass((decimal)listed, null)) is not null)
            .ShouldBe(isDisputed);

    [Fact]
    public void More_tungsten_on_the_list_than_claimed_is_disputed() =>
        Dispute(Claim with { TungstenMassKilograms = 0.1m }, null, new ListedMass(0.5m, 0.5m)).ShouldNotBeNull().Words
            .ShouldBe("the claim gives 100 g of tungsten in it, the list 500 g");

    [Fact]
    public void The_worst_share_is_the_largest_part_of_the_smallest_whole()
    {
        DisputedMasses disputed = Dispute(
            Claim with { MassKilograms = 2, CoveredMaterialMassKilograms = 0.1m, TungstenMassKilograms = 0.2m }, 1m,
            new ListedMass(0.5m, 0.1m)).ShouldNotBeNull();

        (disputed.WorstCovered, disputed.WorstTungsten).ShouldBe((0.5m, 0.2m));
        (disputed.Covered, disputed.Tungsten).ShouldBe((0.2m, 0.1m));
    }

    [Fact]
    public void A_share_that_nothing_weighs_stays_as_claimed()
    {
        DisputedMasses disputed = Dispute(Claim with { MassKilograms = 2 }, 1m).ShouldNotBeNull();

        (disputed.WorstCovered, disputed.WorstTungsten).ShouldBe((0.2m, 0.1m));
    }

    [Theory]
    [InlineData(1.0, false)]
    [InlineData(1.01, false)]
    [InlineData(1.5, true)]
    public void A_part_heavier_than_the_whole_leaves_nothing_to_rely_on(double part, bool isDisputed)
    {
        DisputedMasses? covered = Dispute(Claim with { MassKilograms = 1, CoveredMaterialMassKilograms = (decimal)part });
        DisputedMasses? tungsten = Dispute(Claim with { TungstenMassKilograms = (decimal)part }, 1m);

        (covered is not null, tungsten is not null).ShouldBe((isDisputed, isDisputed));
        if (isDisputed)
        {
            (covered?.WorstCovered, covered?.WorstTungsten, tungsten?.WorstTungsten).ShouldBe((1m, 1m, 1m));
        }
    }

    [Fact]
    public void A_part_is_held_against_the_mass_that_the_claim_gives_and_against_that_of_the_list_only_where_it_gives_none()
    {
        Dispute(Claim with { MassKilograms = 1, CoveredMaterialMassKilograms = 1.5m }, 2m).ShouldNotBeNull().WorstCovered.ShouldBe(1m);
        Dispute(Claim with { MassKilograms = 1, TungstenMassKilograms = 1.5m }, 2m).ShouldNotBeNull().WorstTungsten.ShouldBe(1m);
        Dispute(Claim with { CoveredMaterialMassKilograms = 1.5m }, 1m).ShouldNotBeNull().WorstCovered.ShouldBe(1m);
    }

    [Fact]
    public void What_only_the_list_weighs_counts_as_the_worst()
    {
        DisputedMasses ofPart = Dispute(Claim with { MassKilograms = 2 }, 1m, new ListedMass(0.6m, 0.3m)).ShouldNotBeNull();
        DisputedMasses ofWhole = Dispute(Claim with { CoveredMaterialMassKilograms = 0.1m, TungstenMassKilograms = 0.1m }, 1m, new ListedMass(0.5m, 0.4m))
            .ShouldNotBeNull();

        (ofPart.WorstCovered, ofPart.WorstTungsten).ShouldBe((0.6m, 0.3m));
        (ofWhole.WorstCovered, ofWhole.WorstTungsten).ShouldBe((0.5m, 0.4m));
    }

    [Fact]
    public void What_only_the_claim_weighs_counts_where_the_list_disputes_another_mass()
    {
        DisputedMasses disputed = Dispute(Claim with { MassKilograms = 1, TungstenMassKilograms = 0.3m, CoveredMaterialMassKilograms = 0.1m }, null,
            new ListedMass(0.5m, null)).ShouldNotBeNull();

        (disputed.WorstCovered, disputed.WorstTungsten).ShouldBe((0.5m, 0.3m));
    }

    [Fact]
    public void Of_two_claims_each_item_has_its_own_sum()
    {
        BomItem device = Device();
        BomItem other = new ItemBuilder("D-2").WithChildren().Build();
        ListedMasses masses = ListedMasses.From(
            [device, other, Magnet(0.02m).Under(device).Build(), Magnet(0.03m).Under(other).Build()], [Claim, new CotsClaim { PartNumber = "D-2" }]);

        (masses.Within(device), masses.Within(other)).ShouldBe((new ListedMass(0.02m, null), new ListedMass(0.03m, null)));
    }

    [Fact]
    public void An_assembly_with_a_mass_of_its_own_hides_nothing_and_neither_does_a_bar_without_one()
    {
        BomItem device = Device();
        BomItem rotor = new ItemBuilder("R-1").Weighing(0.5m).WithChildren().Under(device).Build();
        BomItem bar = new ItemBuilder("B-1").Carrying(MaterialIds.TungstenHeavyAlloy).WithChildren().Under(device).Build();
        BomItem slug = new ItemBuilder("S-1").Carrying(MaterialIds.TungstenHeavyAlloy).Weighing(0.1m).Under(bar).Build();

        Sum(device, rotor, Magnet(0.02m).Under(rotor).Build(), bar, slug).ShouldBe(new ListedMass(0.12m, 0.1m));
    }

    [Fact]
    public void A_line_that_is_one_material_and_contains_another_weighs_as_what_it_is()
    {
        BomItem device = Device();
        BomItem slug = new ItemBuilder("S-1").Carrying(MaterialIds.TungstenHeavyAlloy).Carrying(MaterialIds.NdFeB, Presence.Contains)
            .Weighing(0.1m).Under(device).Build();

        Sum(device, slug).ShouldBe(new ListedMass(0.1m, 0.1m));
    }
}
