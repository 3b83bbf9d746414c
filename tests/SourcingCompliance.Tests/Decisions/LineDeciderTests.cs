using SourcingCompliance.Decisions;
using SourcingCompliance.Items;
using SourcingCompliance.Lines;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Materials;
using SourcingCompliance.Recognition.Origins;
using SourcingCompliance.Tests.Law;

namespace SourcingCompliance.Tests.Decisions;

public sealed class LineDeciderTests
{
    private static readonly DeterminationEngine Engine = new(MainPack.Pack);

    private static DecidedLines Decide(ContractContext? contract, params BomItem[] items) =>
        new LineDecider(Engine, contract, Regime.CreateAll(MainPack.Pack, contract, new DiagnosticBag())).Decide(Bom(items), CancellationToken.None);

    private static BillOfMaterials Bom(params BomItem[] items) =>
        new(new ColumnMap { Sheet = CellRef.ForFile("bom.csv"), HeaderRow = 1, Columns = [] }, items, 0, []);

    private static Verdict Worst(DecidedLines decided, int at) => Verdicts.Worst(decided[at].Select(determination => determination.Verdict));

    private static BomItem Top(string partNumber = "TOP") => new ItemBuilder(partNumber).WithChildren().Build();

    [Fact]
    public void A_line_is_decided_once_for_each_period_of_the_law() =>
        Decide(null, ItemBuilder.NdFeB.At(StageIds.Mined, "CN").Build())[0].Select(determination => determination.Regime)
            .ShouldBe(["melted-or-produced", "mined-to-produced"]);

    [Fact]
    public void Lines_with_the_same_facts_share_one_decision_and_each_has_its_own_row()
    {
        OriginStatement cell = ItemBuilder.Statement(StageIds.Sintered, "CN", OriginCertainty.Definite);
        BomItem first = ItemBuilder.NdFeB.With(cell).Build();
        BomItem second = ItemBuilder.NdFeB.With(cell).InRow(3).Build();

        DecidedLines decided = Decide(null, first, second);

        decided.SharedBy(0).ShouldNotBeNull().ShouldBeSameAs(decided.SharedBy(1));
        decided[0][0].Deciding.ShouldNotBeNull().Statement.ShouldBe(first.Origins[0]);
        decided[1][0].Deciding.ShouldNotBeNull().Statement.ShouldBe(second.Origins[0]);
    }

    [Fact]
    public void Lines_with_other_origins_share_nothing()
    {
        DecidedLines decided = Decide(
            null, ItemBuilder.NdFeB.At(StageIds.Sintered, "CN").Build(), ItemBuilder.NdFeB.At(StageIds.Sintered, "JP").InRow(3).Build());

        Worst(decided, 0).ShouldBe(Verdict.Violation);
        Worst(decided, 1).ShouldBe(Verdict.Open);
    }

    [Fact]
    public void A_damaged_line_shares_nothing()
    {
        DecidedLines decided = Decide(null, ItemBuilder.NdFeB.Damaged("two cells run together").Build());

        decided.SharedBy(0).ShouldBeNull();
        Worst(decided, 0).ShouldBe(Verdict.Open);
    }

    [Fact]
    public void A_line_without_a_covered_material_has_no_decision()
    {
        DecidedLines decided = Decide(null, new ItemBuilder().From("CN").Build());

        decided.IsEmpty(0).ShouldBeTrue();
        decided[0].ShouldBeEmpty();
    }

    [Fact]
    public void A_motor_whose_lines_list_its_magnet_is_judged_by_them()
    {
        BomItem motor = new ItemBuilder("M-1").Carrying(MaterialIds.NdFeB, Presence.Contains).From("CN").WithChildren().Under(Top()).Build();
        BomItem magnet = new ItemBuilder("G-1").Carrying(MaterialIds.NdFeB).Under(motor).Build();

        DecidedLines decided = Decide(null, motor, magnet);

        decided.IsEmpty(0).ShouldBeTrue();
        decided.IsEmpty(1).ShouldBeFalse();
    }

    [Theory]
    [InlineData(MaterialIds.RareEarthMagnet, MaterialIds.SmCo, true)]
    [InlineData(MaterialIds.NdFeB, MaterialIds.RareEarthMagnet, true)]
    [InlineData(MaterialIds.NdFeB, MaterialIds.Tantalum, false)]
    [InlineData(MaterialIds.Tantalum, MaterialIds.NdFeB, false)]
    public void Only_a_material_of_the_same_kind_below_settles_what_an_assembly_holds(string held, string listed, bool isSettled)
    {
        BomItem assembly = new ItemBuilder("A-1").Carrying(held, Presence.Contains).WithChildren().Build();
        BomItem part = new ItemBuilder("P-1").Carrying(listed).Under(assembly).Build();

        LineDecider.BrokenDown([assembly, part]).Contains(assembly).ShouldBe(isSettled);
    }

    [Fact]
    public void A_part_that_only_may_hold_the_material_settles_nothing_for_an_assembly_that_holds_it()
    {
        BomItem assembly = new ItemBuilder("A-1").Carrying(MaterialIds.NdFeB, Presence.Contains).WithChildren().Build();
        BomItem part = new ItemBuilder("P-1").Carrying(MaterialIds.NdFeB, Presence.Possible, 0.5).Under(assembly).Build();

        LineDecider.BrokenDown([assembly, part]).ShouldBeEmpty();
    }

    [Fact]
    public void A_part_that_is_not_installed_settles_nothing()
    {
        BomItem assembly = new ItemBuilder("A-1").Carrying(MaterialIds.NdFeB, Presence.Contains).WithChildren().Build();
        BomItem part = new ItemBuilder("P-1").Carrying(MaterialIds.NdFeB).NotInstalled().Under(assembly).Build();

        LineDecider.BrokenDown([assembly, part]).ShouldBeEmpty();
    }

    [Fact]
    public void An_assembly_that_is_the_material_itself_keeps_its_own_question()
    {
        BomItem magnet = new ItemBuilder("G-1").Carrying(MaterialIds.NdFeB).WithChildren().Build();
        BomItem block = new ItemBuilder("B-1").Carrying(MaterialIds.NdFeB).Under(magnet).Build();

        LineDecider.BrokenDown([magnet, block]).ShouldBeEmpty();
    }

    [Fact]
    public void A_part_deep_below_settles_every_assembly_above_it()
    {
        BomItem drone = new ItemBuilder("D-1").Carrying(MaterialIds.NdFeB, Presence.Possible, 0.3).WithChildren().Build();
        BomItem gimbal = new ItemBuilder("A-1").WithChildren().Under(drone).Build();
        BomItem motor = new ItemBuilder("M-1").Carrying(MaterialIds.NdFeB, Presence.Contains).WithChildren().Under(gimbal).Build();
        BomItem magnet = new ItemBuilder("G-1").Carrying(MaterialIds.NdFeB).Under(motor).Build();

        LineDecider.BrokenDown([drone, gimbal, motor, magnet]).ShouldBe([drone, motor], ignoreOrder: true);
    }

    [Fact]
    public void An_assembly_of_two_materials_of_which_its_lines_list_one_keeps_its_own_question()
    {
        BomItem assembly = new ItemBuilder("A-1").Carrying(MaterialIds.NdFeB, Presence.Contains).Carrying(MaterialIds.Tantalum, Presence.Contains)
            .WithChildren().Build();
        BomItem part = new ItemBuilder("P-1").Carrying(MaterialIds.NdFeB).Under(assembly).Build();

        LineDecider.BrokenDown([assembly, part]).ShouldBeEmpty();
    }

    [Fact]
    public void A_component_around_tungsten_heavy_alloy_is_covered_by_its_own_making_in_both_periods()
    {
        BomItem top = Top();
        BomItem ballast = new ItemBuilder("B-1").From("CN").WithChildren().Under(top).Build();
        BomItem slug = new ItemBuilder("S-1").Carrying(MaterialIds.TungstenHeavyAlloy).From("US").Under(ballast).Build();

        DecidedLines decided = Decide(null, top, ballast, slug);

        decided[1].Select(component => (component.Through, component.Verdict, component.Regime))
            .ShouldBe([("S-1", Verdict.Violation, "melted-or-produced"), ("S-1", Verdict.Violation, "mined-to-produced")]);
    }

    [Fact]
    public void The_end_item_itself_is_no_component()
    {
        BomItem top = new ItemBuilder("TOP").From("US").WithChildren().Build();
        BomItem slug = new ItemBuilder("S-1").Carrying(MaterialIds.TungstenHeavyAlloy).From("US").Under(top).Build();

        Decide(null, top, slug)[0].ShouldNotContain(determination => determination.Through != null);
    }

    [Fact]
    public void What_may_be_heavy_alloy_makes_no_component_of_what_holds_it()
    {
        BomItem top = Top();
        BomItem ballast = new ItemBuilder("B-1").From("CN").WithChildren().Under(top).Build();
        BomItem slug = new ItemBuilder("S-1").Carrying(MaterialIds.TungstenHeavyAlloy, Presence.Possible, 0.5).Under(ballast).Build();

        Decide(null, top, ballast, slug)[1].ShouldBeEmpty();
    }

    [Fact]
    public void The_likeliest_carrier_of_heavy_alloy_speaks_for_the_component()
    {
        BomItem top = Top();
        BomItem ballast = new ItemBuilder("B-1").From("CN").WithChildren().Under(top).Build();
        BomItem likely = new ItemBuilder("S-1").Carrying(MaterialIds.TungstenHeavyAlloy, Presence.Contains, 0.6).Under(ballast).Build();
        BomItem sure = new ItemBuilder("S-2").Carrying(MaterialIds.TungstenHeavyAlloy, Presence.Is).Under(ballast).Build();

        Decide(null, top, ballast, likely, sure)[1].Select(component => component.Through).ShouldBe(["S-2", "S-2"]);
        Decide(null, top, ballast, sure, likely)[1].Select(component => component.Through).ShouldBe(["S-2", "S-2"]);
    }

    [Fact]
    public void An_end_item_from_china_is_a_violation_for_any_carrier_in_it_in_both_periods()
    {
        BomItem top = new ItemBuilder("TOP").From("CN").WithChildren().Build();
        BomItem magnet = ItemBuilder.NdFeB.At(StageIds.Sintered, "JP").Under(top).Build();

        Decide(null, top, magnet)[0].Select(determination => (determination.Rule, determination.Verdict))
            .ShouldBe([("SC1010", Verdict.Violation), ("SC1010", Verdict.Violation)]);
    }

    [Fact]
    public void A_magnet_that_is_not_installed_makes_nothing_of_the_end_item()
    {
        BomItem top = new ItemBuilder("TOP").From("CN").WithChildren().Build();
        BomItem magnet = ItemBuilder.NdFeB.NotInstalled().Under(top).Build();

        Decide(null, top, magnet)[0].ShouldBeEmpty();
    }

    [Fact]
    public void A_second_source_counts_for_the_end_item_of_the_part_that_it_replaces()
    {
        BomItem top = new ItemBuilder("TOP").From("CN").WithChildren().Build();
        BomItem coil = new ItemBuilder("C-1").Under(top).Build();
        BomItem magnet = ItemBuilder.NdFeB.AlternateTo(coil).Build();

        Decide(null, top, coil, magnet)[0].ShouldNotBeEmpty();
    }

    [Fact]
    public void Each_end_item_of_a_list_is_judged_by_its_own_carriers()
    {
        BomItem one = new ItemBuilder("TOP-1").From("CN").WithChildren().Build();
        BomItem two = new ItemBuilder("TOP-2").From("CN").WithChildren().Build();
        BomItem magnet = ItemBuilder.NdFeB.Under(one).Build();
        BomItem screw = new ItemBuilder("S-1").Under(two).Build();

        DecidedLines decided = Decide(null, one, two, magnet, screw);

        decided[0].ShouldNotBeEmpty();
        decided[1].ShouldBeEmpty();
    }

    [Fact]
    public void The_limb_adds_to_what_an_end_item_carries_itself()
    {
        BomItem top = new ItemBuilder("TOP").Carrying(MaterialIds.Tantalum, Presence.Contains).From("CN").WithChildren().Build();
        BomItem magnet = ItemBuilder.NdFeB.Under(top).Build();

        Decide(null, top, magnet)[0].Select(determination => determination.Rule).ShouldContain("SC1010");
        Decide(null, top, magnet)[0].ShouldContain(determination => determination.Material == MaterialIds.Tantalum && determination.Rule != "SC1010");
    }

    [Fact]
    public void A_cancelled_run_stops_before_the_next_line()
    {
        var decider = new LineDecider(Engine, null, Regime.CreateAll(MainPack.Pack, null, new DiagnosticBag()));

        Should.Throw<OperationCanceledException>(() => decider.Decide(Bom(ItemBuilder.NdFeB.Build()), new CancellationToken(canceled: true)));
    }

    [Fact]
    public void A_line_without_a_material_of_which_something_was_not_read_is_decided()
    {
        Worst(Decide(null, new ItemBuilder().Damaged("cut off").Build()), 0).ShouldBe(Verdict.Open);
        Worst(Decide(null, new ItemBuilder().Unread("cell C2 is damaged").Build()), 0).ShouldBe(Verdict.Open);
    }

    private static StatedFacts Denying(string material) => new()
    {
        Denied = [new DeniedMaterial(new ItemBuilder().Carrying(material, Presence.Possible, 0.5).Build().Materials[0], new EvidenceRef("ST-1", "Acme"))],
    };

    [Fact]
    public void A_denied_material_is_shown_as_not_covered() =>
        Decide(null, new ItemBuilder("M-1").Stated(Denying(MaterialIds.NdFeB)).Build())[0].Select(one => one.Verdict)
            .ShouldBe([Verdict.NotCovered, Verdict.NotCovered]);

    [Fact]
    public void A_material_that_the_lines_below_carry_is_not_denied_of_their_assembly()
    {
        BomItem motor = new ItemBuilder("M-1").Stated(Denying(MaterialIds.NdFeB)).WithChildren().Under(Top()).Build();
        BomItem magnet = new ItemBuilder("G-1").Carrying(MaterialIds.NdFeB).Under(motor).Build();

        Decide(null, motor, magnet)[0].ShouldBeEmpty();
    }

    [Fact]
    public void A_line_of_two_materials_is_a_carrier_for_the_end_item_above_it()
    {
        BomItem top = new ItemBuilder("TOP").From("CN").WithChildren().Build();
        BomItem part = new ItemBuilder("P-1").Carrying(MaterialIds.NdFeB, Presence.Contains).Carrying(MaterialIds.Tantalum, Presence.Contains).Under(top)
            .Build();

        Worst(Decide(null, top, part), 0).ShouldBe(Verdict.Violation);
    }

    [Fact]
    public void A_certain_carrier_behind_a_possible_one_makes_the_end_item_a_violation()
    {
        BomItem top = new ItemBuilder("TOP").From("CN").WithChildren().Build();
        BomItem perhaps = new ItemBuilder("P-1").Carrying(MaterialIds.NdFeB, Presence.Possible, 0.5).Under(top).Build();
        BomItem magnet = new ItemBuilder("G-1").Carrying(MaterialIds.NdFeB).Under(top).Build();

        Worst(Decide(null, top, perhaps, magnet), 0).ShouldBe(Verdict.Violation);
    }

    [Fact]
    public void One_of_several_materials_below_settles_what_an_assembly_holds_as_surely_as_the_assembly_holds_it()
    {
        BomItem assembly = new ItemBuilder("A-1").Carrying(MaterialIds.NdFeB, Presence.Contains).WithChildren().Build();
        BomItem part = new ItemBuilder("P-1").Carrying(MaterialIds.NdFeB, Presence.Contains).Carrying(MaterialIds.Tantalum, Presence.Contains).Under(assembly)
            .Build();

        LineDecider.BrokenDown([assembly, part]).ShouldBe([assembly]);
    }

    [Fact]
    public void Magnets_of_a_list_refute_together_what_none_of_them_refutes_alone()
    {
        BomItem device = new ItemBuilder("D-1").WithChildren().Build();
        ItemBuilder magnet(string number) => new ItemBuilder(number).Carrying(MaterialIds.NdFeB).At(StageIds.Melted, "CN").Weighing(0.3m).Under(device);
        var contract = new ContractContext
        {
            Path = "contract.json",
            CotsClaims =
            [
                new CotsClaim { PartNumber = "D-1", Basis = "catalog", MassKilograms = 1, CoveredMaterialMassKilograms = 0.35m, TungstenMassKilograms = 0 },
            ],
        };

        Decide(contract, device, magnet("G-1").Build())[1].Select(one => one.Verdict).ShouldBe([Verdict.Exempt, Verdict.Exempt]);
        Decide(contract, device, magnet("G-1").Build(), magnet("G-2").Build())[1].Select(one => one.Verdict).ShouldBe([Verdict.Exempt, Verdict.Open]);
    }

    [Fact]
    public void A_component_that_carries_the_alloy_itself_is_not_judged_twice()
    {
        BomItem top = Top();
        BomItem ballast = new ItemBuilder("B-1").Carrying(MaterialIds.TungstenHeavyAlloy).From("CN").WithChildren().Under(top).Build();
        BomItem slug = new ItemBuilder("S-1").Carrying(MaterialIds.TungstenHeavyAlloy).Under(ballast).Build();

        Decide(null, top, ballast, slug)[1].Select(one => (one.Regime, one.Through)).ShouldBe([("melted-or-produced", null), ("mined-to-produced", null)]);
    }

    [Fact]
    public void Every_assembly_between_the_alloy_and_the_end_item_is_a_component()
    {
        BomItem top = Top();
        BomItem wing = new ItemBuilder("W-1").From("CN").WithChildren().Under(top).Build();
        BomItem ballast = new ItemBuilder("B-1").From("US").WithChildren().Under(wing).Build();
        BomItem slug = new ItemBuilder("S-1").Carrying(MaterialIds.TungstenHeavyAlloy).Under(ballast).Build();

        DecidedLines decided = Decide(null, top, wing, ballast, slug);

        (Worst(decided, 1), Worst(decided, 2)).ShouldBe((Verdict.Violation, Verdict.Pass));
    }
}
