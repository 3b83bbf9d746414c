using System.Collections.Immutable;
using SourcingCompliance.Decisions;
using SourcingCompliance.Items;
using SourcingCompliance.Law;
using SourcingCompliance.Lines;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Materials;
using SourcingCompliance.Recognition.Origins;
using SourcingCompliance.Tests.Law;

namespace SourcingCompliance.Tests.Decisions;

/// <summary>What statements of suppliers, and mentions that nothing explains, make of a pass.</summary>
public sealed class StatedOutcomeTests
{
    private static readonly DeterminationEngine Engine = new(MainPack.Pack);
    private static readonly Regime Now = Regime.CreateAll(MainPack.Pack, null, new DiagnosticBag())[0];
    private static readonly EvidenceRef Letter = new("ST-1", "Acme") { Source = "questionnaire" };
    private static readonly string[] Phases = [StageIds.Melted, StageIds.Powder, StageIds.Pressed, StageIds.Sintered, StageIds.Magnetized];

    private static ItemBuilder Clean => ItemBuilder.NdFeB.At(Phases, "JP");

    private static Determination Decide(ItemBuilder item, ContractContext? contract = null, DeterminationEngine? engine = null) =>
        (engine ?? Engine).Determine(item.Build(), contract, Now).ShouldHaveSingleItem();

    private static StatedFacts Lead(string? material, string country) =>
        new() { Leads = [new EvidenceLead("smelter of neodymium", material, [new Country(country)], Letter)] };

    [Theory]
    [InlineData(null, "CN", Verdict.Open)]
    [InlineData(MaterialIds.NdFeB, "CN", Verdict.Open)]
    [InlineData(MaterialIds.RareEarthMagnet, "CN", Verdict.Open)]
    [InlineData(MaterialIds.Tantalum, "CN", Verdict.Pass)]
    [InlineData(MaterialIds.SmCo, "CN", Verdict.Pass)]
    [InlineData(null, "JP", Verdict.Pass)]
    public void A_lead_to_a_covered_country_on_this_material_keeps_a_line_from_passing(string? material, string country, Verdict verdict) =>
        Decide(Clean.Stated(Lead(material, country))).Verdict.ShouldBe(verdict);

    [Fact]
    public void A_lead_on_a_magnet_of_one_kind_speaks_of_a_magnet_of_unstated_kind()
    {
        ItemBuilder magnet = new ItemBuilder().Carrying(MaterialIds.RareEarthMagnet).At(Phases, "JP");

        Decide(magnet.Stated(Lead(MaterialIds.SmCo, "CN"))).Verdict.ShouldBe(Verdict.Open);
    }

    [Fact]
    public void A_lead_is_asked_about_and_takes_the_exemption_away()
    {
        var contract = new ContractContext { Path = "contract.json", Value = 1_000 };

        Determination determination = Decide(ItemBuilder.NdFeB.From("CN").Stated(Lead(null, "CN")), contract);

        determination.Verdict.ShouldBe(Verdict.Open);
        determination.Exemption.ShouldBeNull();
        determination.Missing[^1].Question.ShouldBe("Acme names People's Republic of China (smelter of neodymium). Does that concern this part?");
    }

    [Fact]
    public void A_lead_makes_nothing_better_of_a_violation() =>
        Decide(ItemBuilder.NdFeB.At(StageIds.Sintered, "CN").Stated(Lead(null, "CN"))).Verdict.ShouldBe(Verdict.Violation);

    [Fact]
    public void Where_documents_are_required_a_stated_step_keeps_a_line_open_and_names_each()
    {
        var strict = new DeterminationEngine(MainPack.Pack) { RequiresDocuments = true };

        Determination determination = Decide(Clean, engine: strict);

        determination.Verdict.ShouldBe(Verdict.Open);
        determination.Missing.Select(fact => fact.Fact).Distinct().ShouldBe([MissingFactIds.StageOrigin]);
        determination.Missing.Length.ShouldBe(determination.Steps.Count(step => step.IsRequired));
        Decide(Clean).Verdict.ShouldBe(Verdict.Pass);
    }

    [Fact]
    public void A_violation_needs_no_document()
    {
        var strict = new DeterminationEngine(MainPack.Pack) { RequiresDocuments = true };

        Decide(ItemBuilder.NdFeB.At(StageIds.Sintered, "CN"), engine: strict).Verdict.ShouldBe(Verdict.Violation);
    }

    [Fact]
    public void A_denied_material_is_not_covered_and_shown_with_who_denies_it()
    {
        var occurrence = new ItemBuilder().Carrying(MaterialIds.Tantalum, Presence.Possible, 0.5).Build().Materials[0];

        Determination determination = Decide(new ItemBuilder().From("CN").Stated(new StatedFacts { Denied = [new DeniedMaterial(occurrence, Letter)] }));

        (determination.Verdict, determination.Material, determination.Presence).ShouldBe((Verdict.NotCovered, MaterialIds.Tantalum, Presence.Possible));
        determination.Basis.ShouldStartWith("not covered by statement: it contains no ");
    }

    [Fact]
    public void A_denied_substance_that_the_law_does_not_know_is_not_shown()
    {
        var occurrence = new ItemBuilder().Carrying("ferrite").Build().Materials[0];

        Engine.Determine(new ItemBuilder().Stated(new StatedFacts { Denied = [new DeniedMaterial(occurrence, Letter)] }).Build(), null, Now).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(MaterialIds.Tantalum, Verdict.Open)]
    [InlineData(MaterialIds.NdFeB, Verdict.Violation)]
    [InlineData(MaterialIds.RareEarthMagnet, Verdict.Violation)]
    public void A_statement_on_another_material_says_nothing_of_this_one(string material, Verdict verdict)
    {
        OriginStatement stated = ItemBuilder.Statement(StageIds.Melted, "CN", OriginCertainty.Definite) with { Material = material };

        Decide(ItemBuilder.NdFeB.With(stated)).Verdict.ShouldBe(verdict);
    }

    private static CellMention Mention(ImmutableArray<string> materials, string country) =>
        new(new CellRef("bom.csv", "", 2, 8), "Notes", "from the old lot", materials, [new Country(country)]);

    [Fact]
    public void A_covered_country_that_a_cell_names_and_nothing_explains_keeps_a_line_from_passing()
    {
        Determination determination = Decide(Clean.Mentioning(Mention([], "CN")));

        determination.Verdict.ShouldBe(Verdict.Open);
        determination.Missing[^1].Fact.ShouldBe(MissingFactIds.CountryOfOrigin);
    }

    [Fact]
    public void A_material_that_a_cell_names_and_nothing_explains_keeps_a_line_from_passing()
    {
        Determination determination = Decide(Clean.Mentioning(Mention([MaterialIds.Tantalum], "JP")));

        determination.Verdict.ShouldBe(Verdict.Open);
        determination.Missing[^1].Fact.ShouldBe(MissingFactIds.MaterialIdentity);
    }

    [Fact]
    public void Another_country_that_a_cell_names_keeps_no_line_from_passing() => Decide(Clean.Mentioning(Mention([], "DE"))).Verdict.ShouldBe(Verdict.Pass);

    [Fact]
    public void A_mention_makes_nothing_better_of_a_violation() =>
        Decide(ItemBuilder.NdFeB.At(StageIds.Sintered, "CN").Mentioning(Mention([], "CN"))).Verdict.ShouldBe(Verdict.Violation);

    [Fact]
    public void A_claim_that_a_supplier_denies_goes_before_that_of_the_contract_file_and_one_that_holds_after_it()
    {
        var contract = new ContractContext { Path = "contract.json", CotsClaims = [new CotsClaim { PartNumber = "P-1", Basis = "of the contract" }] };
        BomItem item = new ItemBuilder().Stated(new StatedFacts
        {
            Claims = [new StatedClaim(ClaimKind.Cots, true, "holds", Letter), new StatedClaim(ClaimKind.Cots, false, "holds not", Letter)],
        }).Build();

        ContractContext with = StatedClaims.AddTo(contract, [item]).ShouldNotBeNull();

        with.CotsClaims.Select(claim => claim.Basis).ShouldBe([null, "of the contract", "holds"]);
        (with.ElectronicDeviceClaims.Length, with.RecycledMagnetClaims.Length).ShouldBe((0, 0));
    }

    [Fact]
    public void Each_kind_of_claim_that_a_supplier_states_stands_with_its_facts()
    {
        BomItem item = new ItemBuilder().Stated(new StatedFacts
        {
            Claims =
            [
                new StatedClaim(ClaimKind.ElectronicDevice, true, "switches", Letter),
                new StatedClaim(ClaimKind.Recycled, true, "recycled", Letter) { MilledIn = new Country("US"), SinteredIn = new Country("JP") },
            ],
        }).Build();

        ContractContext with = StatedClaims.AddTo(null, [item]).ShouldNotBeNull();

        with.ElectronicDeviceClaims.ShouldHaveSingleItem().Basis.ShouldBe("switches");
        RecycledMagnetClaim magnet = with.RecycledMagnetClaims.ShouldHaveSingleItem();
        (magnet.MilledIn, magnet.SinteredIn).ShouldBe((new Country("US"), new Country("JP")));
        magnet.Item.ShouldBeSameAs(item);
    }

    [Fact]
    public void Without_a_stated_claim_the_contract_stays_as_it_is()
    {
        var contract = new ContractContext { Path = "contract.json" };

        StatedClaims.AddTo(contract, [new ItemBuilder().Build()]).ShouldBeSameAs(contract);
        StatedClaims.AddTo(null, [new ItemBuilder().Build()]).ShouldBeNull();
    }
}
