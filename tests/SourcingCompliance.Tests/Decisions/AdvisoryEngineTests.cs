using SourcingCompliance.Decisions;
using SourcingCompliance.Items;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Materials;
using SourcingCompliance.Recognition.Origins;
using SourcingCompliance.Tests.Law;

namespace SourcingCompliance.Tests.Decisions;

public sealed class AdvisoryEngineTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly RulePack[] Packs =
        [.. RulePack.IdsIn(MainPack.Folder).Select(MainPack.LoadPack).Where(pack => pack.Status == "advisory")];

    private static readonly AdvisoryEngine Engine = new(Packs, Today);

    [Fact]
    public void A_magnet_from_china_bears_a_duty_and_its_figure_has_a_day_and_a_source()
    {
        Advisory duty = Engine.Get(ItemBuilder.NdFeB.From("CN").Build(), null).Single(advisory => advisory.Rule == "SC1221");

        duty.Substance.ShouldBe(MaterialIds.NdFeB);
        duty.Figures.ShouldHaveSingleItem().Source.ShouldContain("89 FR 76581");
        duty.Figures[0].AsOf.ShouldBe("2026-01-01");
    }

    [Fact]
    public void What_is_not_certain_is_not_told() =>
        Engine.Get(ItemBuilder.NdFeB.From("CN|VN", OriginCertainty.Ambiguous).Build(), null)
            .ShouldNotContain(advisory => advisory.Pack == "us-tariffs-section-301");

    [Fact]
    public void The_specialty_metals_clause_is_told_only_when_the_contract_has_it()
    {
        BomItem magnet = new ItemBuilder().Carrying(MaterialIds.SmCo).At(StageIds.Melted, "KR").Build();

        Engine.Get(magnet, null).ShouldNotContain(advisory => advisory.Pack == "dfars-252.225-7009");
        Engine.Get(magnet, new ContractContext { Path = "contract.json", HasSpecialtyMetalsClause = true })
            .Where(advisory => advisory.Pack == "dfars-252.225-7009").Select(advisory => advisory.Rule).ShouldBe(["SC1101", "SC1102"]);
    }

    [Theory]
    [InlineData("JP|KR")]
    [InlineData("KR")]
    public void A_hedged_melt_elsewhere_is_not_told_as_a_fact(string countries)
    {
        BomItem magnet = new ItemBuilder().Carrying(MaterialIds.SmCo).At(StageIds.Melted, countries, OriginCertainty.Ambiguous).Build();

        Engine.Get(magnet, new ContractContext { Path = "contract.json", HasSpecialtyMetalsClause = true })
            .ShouldNotContain(advisory => advisory.Rule == "SC1102");
    }

    [Fact]
    public void Each_place_of_a_magnet_that_is_not_on_file_is_told()
    {
        BomItem magnet = ItemBuilder.NdFeB.From("JP").At(StageIds.Mined, "AU").At(StageIds.Melted, "JP")
            .At([StageIds.Sintered, StageIds.Magnetized], "JP").Build();

        Provenance(magnet).ShouldBe(["SC1241", "SC1243", "SC1244"]);
    }

    [Fact]
    public void A_magnet_with_all_four_places_is_told_as_complete()
    {
        BomItem magnet = ItemBuilder.NdFeB.At([StageIds.Mined, StageIds.Refined, StageIds.Reduced, StageIds.Melted, StageIds.Bonded, StageIds.Magnetized],
            "AU").Build();

        Provenance(magnet).ShouldBe(["SC1241", "SC1246"]);
    }

    [Fact]
    public void A_hedged_place_is_not_on_file() =>
        Provenance(ItemBuilder.NdFeB.At(StageIds.Mined, "AU", OriginCertainty.Ambiguous).Build()).ShouldContain("SC1242");

    [Theory]
    [InlineData(MaterialIds.SmCo, "Sm", true)]
    [InlineData(MaterialIds.SmCo, "Sm Co", false)]
    [InlineData(MaterialIds.NdFeB, "Fe B", true)]
    [InlineData(MaterialIds.NdFeB, "Nd", false)]
    public void A_mine_of_one_element_is_not_the_mine_of_another(string material, string elements, bool isMissing)
    {
        ItemBuilder magnet = new ItemBuilder().Carrying(material);
        foreach (string element in elements.Split(' '))
        {
            magnet.At(StageIds.Mined, "AU", element: element);
        }

        Provenance(magnet.Build()).Contains("SC1242").ShouldBe(isMissing);
    }

    [Fact]
    public void A_line_without_any_substance_has_no_advisory() => Engine.Get(new ItemBuilder().From("CN").Build(), null).ShouldBeEmpty();

    [Fact]
    public void A_duty_on_magnets_says_nothing_of_a_motor_that_holds_one() =>
        Engine.Get(new ItemBuilder().Carrying(MaterialIds.NdFeB, Presence.Contains).From("CN").Build(), null)
            .ShouldNotContain(advisory => advisory.Rule == "SC1221");

    [Theory]
    [InlineData(MaterialIds.SmCo, "SC1203")]
    [InlineData(MaterialIds.Tantalum, "SC1204")]
    [InlineData(MaterialIds.TungstenPowder, "SC1204")]
    public void Recycled_material_that_only_the_statute_excepts_is_reported_when_it_is_on_file(string material, string rule)
    {
        Engine.Get(new ItemBuilder().Carrying(material).At(StageIds.Recycled, "US").Build(), null).ShouldContain(advisory => advisory.Rule == rule);
        Engine.Get(new ItemBuilder().Carrying(material).From("US").Build(), null).ShouldNotContain(advisory => advisory.Rule == rule);
    }

    [Fact]
    public void A_claim_of_recycled_material_for_the_part_above_counts_for_the_magnet()
    {
        BomItem parent = new ItemBuilder("A-1").WithChildren().Build();
        BomItem magnet = new ItemBuilder("M-1").Carrying(MaterialIds.SmCo).Under(parent).Build();
        var contract = new ContractContext { Path = "contract.json", RecycledMagnetClaims = [new RecycledMagnetClaim("a-1", null, null, null)] };

        Engine.Get(magnet, contract).ShouldContain(advisory => advisory.Rule == "SC1203");
        Engine.Get(magnet, contract with { RecycledMagnetClaims = [new RecycledMagnetClaim("A-2", null, null, null)] })
            .ShouldNotContain(advisory => advisory.Rule == "SC1203");
    }

    [Fact]
    public void Who_may_decide_is_reported_when_a_determination_is_on_file()
    {
        var contract = new ContractContext { Path = "contract.json", Determinations = [new NonavailabilityDetermination { Id = "ND-1" }] };

        Engine.Get(ItemBuilder.NdFeB.Build(), contract).Select(advisory => advisory.Rule).ShouldContain("SC1205");
        Engine.Get(ItemBuilder.NdFeB.Build(), contract with { Determinations = [] }).Select(advisory => advisory.Rule).ShouldNotContain("SC1205");
        Engine.Get(ItemBuilder.NdFeB.Build(), null).Select(advisory => advisory.Rule).ShouldNotContain("SC1205");
    }

    [Theory]
    [InlineData("2025-11-08", "to the United States", "bars exports")]
    [InlineData("2026-11-27", "suspended to November 27, 2026", "suspends")]
    [InlineData("2026-11-28", "lapsed unless renewed", "was not seen")]
    public void The_chinese_ban_is_reported_as_it_stands_on_the_day_and_always_names_military_users(string day, string title, string figure)
    {
        BomItem gallium = new ItemBuilder().Watched("gallium").Build();

        Advisory ban = new AdvisoryEngine(Packs, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).Get(gallium, null)
            .Single(advisory => advisory.Rule == "SC1212");

        ban.Title.ShouldContain(title);
        ban.Title.ShouldContain("military users");
        ban.Figures[0].Text.ShouldContain(figure);
        ban.Figures.ShouldContain(one => one.Text.Contains("never suspended"));
    }

    [Fact]
    public void The_order_of_packs_changes_nothing()
    {
        BomItem magnet = new ItemBuilder().Carrying(MaterialIds.SmCo).From("CN").Build();

        new AdvisoryEngine(Packs.Reverse(), Today).Get(magnet, null).Select(advisory => advisory.Rule)
            .ShouldBe(Engine.Get(magnet, null).Select(advisory => advisory.Rule));
    }

    [Fact]
    public void An_advisory_pack_finds_no_violation()
    {
        Packs.Length.ShouldBe(11);
        foreach (RulePack pack in Packs)
        {
            pack.Rules.ShouldAllBe(rule => rule.Subject == RuleSubject.Substance);
        }
    }

    [Fact]
    public void No_two_packs_share_a_rule_id()
    {
        string[] ids = [.. RulePack.IdsIn(MainPack.Folder).Select(MainPack.LoadPack).Where(pack => pack.BasedOn is null)
            .SelectMany(pack => pack.Rules).Select(rule => rule.Id)];

        ids.Distinct().Count().ShouldBe(ids.Length);
    }

    private static string[] Provenance(BomItem item) =>
        [.. Engine.Get(item, null).Where(advisory => advisory.Pack == "section-857-provenance").Select(advisory => advisory.Rule)];
}
