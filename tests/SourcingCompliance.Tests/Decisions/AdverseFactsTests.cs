using SourcingCompliance.Decisions;
using SourcingCompliance.Items;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Materials;
using SourcingCompliance.Recognition.Origins;
using SourcingCompliance.Tests.Law;

namespace SourcingCompliance.Tests.Decisions;

/// <summary>Everything on file that speaks against a line is told beside what decides it, with why it does not decide.</summary>
public sealed class AdverseFactsTests
{
    private static readonly DeterminationEngine Engine = new(MainPack.Pack) { CountryNames = country => country.Code == "CN" ? "China" : country.Code };
    private static readonly Regime Now = Regime.CreateAll(MainPack.Pack, null, new DiagnosticBag())[0];
    private static readonly Regime From2027 = Regime.CreateAll(MainPack.Pack, null, new DiagnosticBag())[1];
    private static readonly string[] Phases = [StageIds.Melted, StageIds.Powder, StageIds.Pressed, StageIds.Sintered, StageIds.Magnetized];
    private static readonly string[] Chain = [StageIds.Mined, StageIds.Refined, StageIds.Separated, StageIds.Reduced, .. Phases];

    private static Determination Decide(ItemBuilder item, Regime? regime = null) =>
        Engine.Determine(item.Build(), null, regime ?? Now).ShouldHaveSingleItem();

    private static string Tell(ItemBuilder item, Regime? regime = null) =>
        string.Join(" | ", Decide(item, regime).Adverse.Select(fact => AdverseFacts.GetWords(fact, country => country.Code == "CN" ? "China" : country.Code)));

    [Fact]
    public void A_second_barred_step_is_told_as_barred_too() =>
        Tell(ItemBuilder.NdFeB.At(StageIds.Melted, "RU").At(StageIds.Sintered, "CN")).ShouldBe("sintered in China (cell E2 \"CN\"), also prohibited");

    [Fact]
    public void A_hedged_step_beside_a_barred_one_is_told_as_not_certain() =>
        Tell(ItemBuilder.NdFeB.At(StageIds.Melted, "RU").At(StageIds.Sintered, "CN", OriginCertainty.Ambiguous))
            .ShouldBe("sintered in China (cell E2 \"CN\"), not stated for certain");

    [Fact]
    public void An_element_that_the_clause_does_not_name_is_told_with_its_name() =>
        Tell(ItemBuilder.NdFeB.At(Chain, "AU").At(StageIds.Separated, "CN", element: "Dy"), From2027)
            .ShouldBe("dysprosium separated in China (cell E2 \"CN\"), an element that the clause does not name");

    [Fact]
    public void A_step_that_the_clause_does_not_restrict_is_told_as_such() =>
        Tell(ItemBuilder.NdFeB.At(Phases, "JP").At(StageIds.Mined, "CN"))
            .ShouldBe("mined in China (cell E2 \"CN\"), not a step that the clause restricts for these deliveries");

    [Fact]
    public void The_origin_of_a_motor_is_told_as_that_of_the_part()
    {
        ItemBuilder motor = new ItemBuilder().Carrying(MaterialIds.NdFeB, Presence.Contains).At(Phases, "JP").From("CN");

        Tell(motor).ShouldBe("country of origin China (cell E2 \"CN\"), the origin of the part and not that of the material in it");
        Decide(motor).Notes.ShouldContain("On file: country of origin China (cell E2 \"CN\"), the origin of the part and not that of the material in it.");
    }

    [Fact]
    public void The_origin_of_a_magnet_is_that_of_the_material() =>
        Tell(ItemBuilder.NdFeB.At(StageIds.Melted, "RU").From("CN")).ShouldBe("country of origin China (cell E2 \"CN\"), also prohibited");

    [Fact]
    public void What_decides_is_not_told_again() => Decide(ItemBuilder.NdFeB.At(StageIds.Sintered, "CN")).Adverse.ShouldBeEmpty();

    [Fact]
    public void A_clean_statement_speaks_against_nothing() =>
        Decide(ItemBuilder.NdFeB.At(StageIds.Sintered, "CN").At(StageIds.Melted, "JP")).Adverse.ShouldBeEmpty();

    [Fact]
    public void Several_countries_of_one_statement_are_told_together() =>
        Tell(ItemBuilder.NdFeB.At(StageIds.Melted, "RU").At(StageIds.Sintered, "CN|JP", OriginCertainty.Ambiguous))
            .ShouldBe("sintered in China or JP (cell E2 \"CN|JP\"), not stated for certain");

    [Fact]
    public void The_hint_of_an_assembled_in_cell_on_the_part_is_not_told_beside_the_cell_itself()
    {
        var china = new Country("CN");
        OriginStatement cell = ItemBuilder.Statement(null, "CN", OriginCertainty.Definite) with
        {
            Raw = "assembled in CN",
            Origin = new RecognizedOrigin
            {
                Countries = [china], Certainty = OriginCertainty.Definite, Relation = OriginRelation.Single,
                Stages = [new StagePart(StageIds.Assembled, null, [china], OriginCertainty.Definite, "assembled in CN")],
            },
        };

        Tell(new ItemBuilder().Carrying(MaterialIds.NdFeB, Presence.Contains).At(Phases, "JP").With(cell))
            .ShouldBe("assembled in China (cell E2 \"assembled in CN\"), not a step that the clause restricts for these deliveries");
    }

    [Fact]
    public void A_doubtful_origin_of_a_motor_is_told() =>
        Tell(new ItemBuilder().Carrying(MaterialIds.NdFeB, Presence.Contains).At(Phases, "JP").From("CN", OriginCertainty.Ambiguous))
            .ShouldBe("country of origin China (cell E2 \"CN\"), the origin of the part and not that of the material in it");

    [Fact]
    public void A_fact_that_is_on_file_twice_in_one_cell_is_told_once()
    {
        OriginStatement cell = ItemBuilder.Statement(StageIds.Sintered, "CN", OriginCertainty.Definite);

        Decide(ItemBuilder.NdFeB.At(StageIds.Melted, "RU").With(cell).With(cell)).Adverse.Length.ShouldBe(1);
    }

    [Fact]
    public void A_long_cell_is_quoted_shortly() => AdverseFacts.Shorten(new string('x', 41)).Length.ShouldBeLessThanOrEqualTo(40);
}
