using SourcingCompliance.Decisions;
using SourcingCompliance.Items;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Materials;
using SourcingCompliance.Recognition.Origins;
using SourcingCompliance.Tests.Law;

namespace SourcingCompliance.Tests.Decisions;

/// <summary>Where an end item was manufactured, which carrier speaks for it, and what the second limb makes of both.</summary>
public sealed class EndItemPlaceTests
{
    private static readonly EndItemLimb Limb = new(new DeterminationEngine(MainPack.Pack));
    private static readonly Regime From2027 = Regime.CreateAll(MainPack.Pack, null, new DiagnosticBag())[1];

    private static ItemBuilder Drone => new ItemBuilder("D-1").WithChildren();

    private static ItemBuilder Magnet(string material = MaterialIds.NdFeB, Presence presence = Presence.Is, string number = "G-1") =>
        new ItemBuilder(number).Carrying(material, presence);

    private static ContractContext Naming(string? place = null) =>
        new() { Path = "files/contract.json", EndItems = [new ContractEndItem("D-1", place is null ? null : new Country(place))] };

    /// <summary>The determination of an end item that holds some parts.</summary>
    private static Determination? Determine(ItemBuilder endItem, ContractContext? contract, params ItemBuilder[] parts)
    {
        BomItem top = endItem.Build();
        return Limb.Determine(top, [top, .. parts.Select(part => part.Under(top).Build())], contract, From2027);
    }

    [Fact]
    public void An_alternate_at_the_top_is_no_end_item()
    {
        BomItem drone = Drone.Build();
        BomItem second = new ItemBuilder("D-2").WithChildren().AlternateTo(drone).Build();

        EndItemLimb.GetEndItems([drone, second], null).ShouldBe([drone]);
    }

    [Fact]
    public void A_place_that_is_not_on_file_accuses_nobody_where_the_contract_does_not_name_the_item() =>
        Determine(Drone, null, Magnet()).ShouldBeNull();

    [Fact]
    public void A_place_that_is_not_on_file_is_asked_for_where_the_contract_names_the_item()
    {
        Determination asked = Determine(Drone, Naming(), Magnet()).ShouldNotBeNull();

        (asked.Verdict, asked.Rule, asked.Deciding).ShouldBe((Verdict.Open, "SC3006", null));
        asked.Missing.Select(fact => fact.Fact).ShouldBe([MissingFactIds.PlaceOfManufacture]);
        asked.Basis.ShouldBe("end item manufactured in a country that is not on file that contains neodymium-iron-boron magnet (in G-1)");
    }

    [Fact]
    public void A_place_that_is_probably_a_covered_country_is_suspect_and_asked_for()
    {
        Determination determination = Determine(Drone.From("CN", OriginCertainty.Ambiguous), null, Magnet()).ShouldNotBeNull();

        (determination.Verdict, determination.Rule).ShouldBe((Verdict.Suspect, "SC1010"));
        determination.Deciding.ShouldBe(determination.Steps.ShouldHaveSingleItem());
        determination.Missing.Select(fact => fact.Fact).ShouldBe([MissingFactIds.PlaceOfManufacture]);
    }

    [Fact]
    public void A_place_that_may_be_a_covered_country_is_open()
    {
        Determination determination = Determine(Drone.From("CN|JP", OriginCertainty.Ambiguous), null, Magnet()).ShouldNotBeNull();

        (determination.Verdict, determination.Deciding).ShouldBe((Verdict.Open, null));
        determination.Missing.Select(fact => fact.Fact).ShouldBe([MissingFactIds.PlaceOfManufacture]);
        determination.Basis.ShouldStartWith("end item manufactured in People's Republic of China or JP (cell E2 \"CN|JP\") that contains");
    }

    [Fact]
    public void A_doubtful_place_that_is_no_covered_country_accuses_nobody() =>
        Determine(Drone.From("MX|JP", OriginCertainty.Ambiguous), Naming(), Magnet()).ShouldBeNull();

    [Fact]
    public void A_plain_choice_between_covered_countries_is_a_violation_without_a_question()
    {
        Determination determination = Determine(Drone.At(null, "CN|RU", OriginCertainty.Ambiguous, isChoice: true), null, Magnet()).ShouldNotBeNull();

        determination.Verdict.ShouldBe(Verdict.Violation);
        determination.Missing.ShouldBeEmpty();
    }

    [Fact]
    public void An_end_item_that_may_hold_covered_material_is_asked_what_it_holds()
    {
        Determination determination = Determine(Drone.From("CN"), null, Magnet(presence: Presence.Possible)).ShouldNotBeNull();

        (determination.Verdict, determination.Rule).ShouldBe((Verdict.Open, "SC3003"));
        determination.Missing.Select(fact => fact.Fact).ShouldBe([MissingFactIds.MaterialIdentity]);
        determination.Basis.ShouldEndWith("that may contain neodymium-iron-boron magnet (in G-1)");
    }

    [Fact]
    public void An_end_item_of_a_doubtful_place_that_may_hold_covered_material_is_asked_both() =>
        Determine(Drone.From("CN", OriginCertainty.Ambiguous), null, Magnet(presence: Presence.Possible)).ShouldNotBeNull()
            .Missing.Select(fact => fact.Fact).ShouldBe([MissingFactIds.PlaceOfManufacture, MissingFactIds.MaterialIdentity]);

    [Fact]
    public void A_possible_carrier_beside_a_certain_one_is_not_told() =>
        Determine(Drone.From("CN"), null, Magnet(MaterialIds.Tantalum, Presence.Possible, "C-1"), Magnet()).ShouldNotBeNull()
            .Basis.ShouldEndWith("that contains neodymium-iron-boron magnet (in G-1)");

    [Fact]
    public void A_magnet_of_a_known_kind_speaks_before_one_of_an_unstated_kind()
    {
        Determination determination = Determine(
            Drone.From("CN"), null, Magnet(MaterialIds.RareEarthMagnet, number: "G-0"), Magnet(MaterialIds.SmCo)).ShouldNotBeNull();

        determination.Material.ShouldBe(MaterialIds.SmCo);
        determination.Basis.ShouldEndWith("that contains samarium-cobalt magnet (in G-1)");
    }

    [Fact]
    public void A_carrier_that_is_the_material_speaks_before_one_that_contains_it() =>
        Determine(Drone.From("CN"), null, Magnet(MaterialIds.Tantalum, Presence.Contains, "C-1"), Magnet()).ShouldNotBeNull().Material
            .ShouldBe(MaterialIds.NdFeB);

    [Fact]
    public void Of_equal_carriers_the_first_speaks_and_the_others_are_named_once_behind_it() =>
        Determine(Drone.From("CN"), null, Magnet(), Magnet(MaterialIds.Tantalum), Magnet(MaterialIds.Tantalum, number: "T-2"), Magnet(number: "G-2"))
            .ShouldNotBeNull().Basis.ShouldEndWith("that contains neodymium-iron-boron magnet (in G-1) and tantalum metal or alloy");

    [Fact]
    public void What_an_end_item_carries_itself_is_in_no_other_part() =>
        Determine(Drone.From("CN").Carrying(MaterialIds.NdFeB, Presence.Contains), null).ShouldNotBeNull()
            .Basis.ShouldEndWith("that contains neodymium-iron-boron magnet");

    [Fact]
    public void A_magnet_that_is_not_installed_is_not_in_the_end_item() => Determine(Drone.From("CN"), null, Magnet().NotInstalled()).ShouldBeNull();

    [Fact]
    public void A_magnet_of_another_end_item_is_not_in_this_one()
    {
        BomItem drone = Drone.From("CN").Build();
        BomItem other = new ItemBuilder("D-2").WithChildren().Build();

        Limb.Determine(drone, [drone, other, Magnet().Under(other).Build()], null, From2027).ShouldBeNull();
    }

    [Fact]
    public void Where_it_was_assembled_is_where_an_end_item_was_manufactured() =>
        Determine(Drone.At(StageIds.Assembled, "CN"), null, Magnet()).ShouldNotBeNull().Verdict.ShouldBe(Verdict.Violation);

    [Fact]
    public void Another_stage_of_production_is_no_place_of_manufacture() => Determine(Drone.At(StageIds.Melted, "CN"), null, Magnet()).ShouldBeNull();

    [Fact]
    public void A_place_that_is_certainly_covered_speaks_before_one_that_may_be()
    {
        Determination determination = Determine(Drone.From("CN|JP", OriginCertainty.Ambiguous).At(StageIds.Assembled, "RU"), null, Magnet()).ShouldNotBeNull();

        determination.Verdict.ShouldBe(Verdict.Violation);
        determination.Steps.ShouldHaveSingleItem().Countries.ShouldBe([new Country("RU")]);
    }

    [Fact]
    public void A_covered_place_speaks_before_another_whatever_their_order()
    {
        Determine(Drone.From("JP").At(StageIds.Assembled, "CN"), null, Magnet()).ShouldNotBeNull().Verdict.ShouldBe(Verdict.Violation);
        Determine(Drone.At(StageIds.Assembled, "CN").From("JP"), null, Magnet()).ShouldNotBeNull().Verdict.ShouldBe(Verdict.Violation);
    }

    [Fact]
    public void A_place_that_nobody_could_read_is_asked_for_although_another_is_clean()
    {
        OriginStatement cell = ItemBuilder.Statement(StageIds.Assembled, "", OriginCertainty.Unknown);

        Determine(Drone.From("JP").With(cell with { Raw = "Zzyzx", Origin = cell.Origin with { Unread = "Zzyzx" } }), Naming(), Magnet()).ShouldNotBeNull()
            .Missing.Select(fact => fact.Fact).ShouldBe([MissingFactIds.PlaceOfManufacture]);
    }

    [Fact]
    public void A_place_of_the_contract_file_counts_where_the_list_says_nothing()
    {
        Determination determination = Determine(Drone, Naming("CN"), Magnet()).ShouldNotBeNull();

        determination.Verdict.ShouldBe(Verdict.Violation);
        determination.Steps.ShouldHaveSingleItem().Statement.ShouldBeNull();
        determination.Basis.ShouldStartWith("end item manufactured in People's Republic of China (contract.json) that contains");
    }

    [Theory]
    [InlineData("CN", "JP", "(cell E2 \"JP\", contract.json says CN)")]
    [InlineData("US", "CN", "(cell E2 \"CN\", contract.json says US)")]
    [InlineData("CN", "CN", "(cell E2 \"CN\", contract.json)")]
    [InlineData("RU", "CN", "(cell E2 \"CN\", contract.json says RU)")]
    public void The_worse_of_list_and_contract_file_counts_and_both_are_shown(string contract, string list, string shown)
    {
        Determination determination = Determine(Drone.From(list), Naming(contract), Magnet()).ShouldNotBeNull();

        determination.Verdict.ShouldBe(Verdict.Violation);
        determination.Basis.ShouldContain(shown);
    }

    [Fact]
    public void Where_both_are_covered_the_contract_file_says_which() =>
        Determine(Drone.From("CN"), Naming("RU"), Magnet()).ShouldNotBeNull().Steps.ShouldHaveSingleItem().Countries.ShouldBe([new Country("RU")]);

    [Fact]
    public void A_clean_place_of_the_contract_file_settles_where_the_list_names_no_country() =>
        Determine(Drone.From("MX|JP", OriginCertainty.Ambiguous), Naming("US"), Magnet()).ShouldBeNull();

    [Fact]
    public void An_exception_of_the_contract_exempts_the_end_item()
    {
        Determination determination = Determine(Drone.From("CN"), Naming() with { Value = 1_000 }, Magnet()).ShouldNotBeNull();

        (determination.Verdict, determination.Rule).ShouldBe((Verdict.Exempt, "SC2001"));
        determination.Exemption.ShouldNotBeNull().Excuses.ShouldStartWith("end item manufactured in People's Republic of China");
    }

    [Fact]
    public void Before_the_first_day_of_the_pack_no_end_item_is_judged()
    {
        BomItem drone = Drone.From("CN").Carrying(MaterialIds.NdFeB).Build();

        Limb.Determine(drone, [drone], null, From2027 with { LawDate = new DateOnly(2001, 1, 1) }).ShouldBeNull();
    }

    [Fact]
    public void What_the_law_does_not_name_makes_no_end_item_a_carrier() => Determine(Drone.From("CN"), null, Magnet("ferrite")).ShouldBeNull();

    [Fact]
    public void A_place_that_is_certain_speaks_before_a_hedged_one() =>
        Determine(Drone.From("CN", OriginCertainty.Ambiguous).At(StageIds.Assembled, "RU"), null, Magnet()).ShouldNotBeNull().Verdict
            .ShouldBe(Verdict.Violation);

    [Fact]
    public void A_clean_place_of_the_contract_file_settles_a_text_that_nobody_could_read()
    {
        OriginStatement cell = ItemBuilder.Statement(StageIds.Assembled, "", OriginCertainty.Unknown);

        Determine(Drone.With(cell with { Raw = "Zzyzx", Origin = cell.Origin with { Unread = "Zzyzx" } }), Naming("US"), Magnet()).ShouldBeNull();
    }
}
