using System.Collections.Immutable;
using SourcingCompliance.Decisions;
using SourcingCompliance.Items;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Origins;
using SourcingCompliance.Tests.Law;

namespace SourcingCompliance.Tests.Decisions;

/// <summary>A decision that lines share reads, in the row of each, as if it had been made there.</summary>
public sealed class SharedDecisionTests
{
    private static readonly DeterminationEngine Engine = new(MainPack.Pack);

    private static readonly string[] Phases = [StageIds.Melted, StageIds.Powder, StageIds.Pressed, StageIds.Sintered, StageIds.Magnetized];

    private static ImmutableArray<Determination> Share(BomItem item, ContractContext? contract = null)
    {
        BomItem inAnyRow = SharedDecision.InAnyRow(item).ShouldNotBeNull();
        ImmutableArray<Regime> regimes = Regime.CreateAll(MainPack.Pack, contract, new DiagnosticBag());
        var shared = new SharedDecision(inAnyRow, [.. regimes.SelectMany(regime => Engine.Determine(inAnyRow, contract, regime))]);
        ImmutableArray<Determination> own = [.. regimes.SelectMany(regime => Engine.Determine(item, contract, regime))];
        ImmutableArray<Determination> bound = shared.For(item.Origins, item.Line.Row);
        Print(bound).ShouldBe(Print(own));
        return bound;
    }

    private static string Print(ImmutableArray<Determination> determinations) => System.Text.Json.JsonSerializer.Serialize(determinations);

    private static OriginStatement Unread
    {
        get
        {
            OriginStatement cell = ItemBuilder.Statement(StageIds.Melted, "", OriginCertainty.Unknown);
            return cell with { Raw = "Zzyzx", Origin = cell.Origin with { Unread = "Zzyzx" } };
        }
    }

    [Fact]
    public void A_violation_names_the_cell_of_the_line() =>
        Share(ItemBuilder.NdFeB.At(StageIds.Sintered, "CN").InRow(7).Build())[0].Deciding.ShouldNotBeNull()
            .Statement.ShouldNotBeNull().Cell.Row.ShouldBe(7);

    [Fact]
    public void A_question_about_a_text_that_was_not_understood_names_the_cell_of_the_line() =>
        Share(ItemBuilder.NdFeB.With(Unread).InRow(7).Build())[0].Missing.ShouldContain(fact => fact.Question.Contains("(cell E7)"));

    [Fact]
    public void What_else_is_on_file_names_the_cell_of_the_line()
    {
        BomItem magnet = ItemBuilder.NdFeB.At(StageIds.Melted, "JP").At(StageIds.Melted, "CN").At(StageIds.Sintered, "RU").InRow(7).Build();

        Determination determination = Share(magnet)[0];

        determination.Adverse.ShouldAllBe(fact => fact.Statement.Cell.Row == 7);
        determination.Deciding.ShouldNotBeNull().Others.ShouldAllBe(other => other.Cell.Row == 7);
    }

    [Fact]
    public void An_exemption_excuses_the_cell_of_the_line()
    {
        var contract = new ContractContext { Path = "contract.json", Value = 1_000 };

        Share(ItemBuilder.NdFeB.From("CN").InRow(7).Build(), contract)[0].Exemption.ShouldNotBeNull().Excuses.ShouldContain("(cell E7 \"CN\")");
    }

    [Fact]
    public void A_claim_that_changes_nothing_is_said_in_the_row_of_the_line()
    {
        var contract = new ContractContext { Path = "contract.json", RecycledMagnetClaims = [new RecycledMagnetClaim("TOP", null, null, null)] };
        BomItem magnet = ItemBuilder.NdFeB.At(StageIds.Sintered, "CN").Under(new ItemBuilder("TOP").Build()).InRow(7).Build();

        Share(magnet, contract)[0].FutileClaims.ShouldContain(claim => claim.Contains("E7", StringComparison.Ordinal));
    }

    [Fact]
    public void A_pass_is_shared_as_it_is() => Share(ItemBuilder.NdFeB.At(Phases, "JP").InRow(7).Build())[0].Verdict.ShouldBe(Verdict.Pass);

    [Fact]
    public void A_line_whose_text_contains_the_row_that_stands_for_any_is_not_shared()
    {
        OriginStatement cell = ItemBuilder.Statement(null, "CN", OriginCertainty.Definite) with { Raw = $"CN {SharedDecision.AnyRow}" };

        SharedDecision.InAnyRow(ItemBuilder.NdFeB.With(cell).Build()).ShouldBeNull();
    }

    [Fact]
    public void Texts_and_questions_without_a_row_stay_the_same_objects()
    {
        ImmutableArray<MissingFact> facts = [new MissingFact("stage-origin", null, null, "Where?")];

        SharedDecision.InRow(facts, 7).ShouldBe(facts);
        SharedDecision.InRow("Where?", 7).ShouldBeSameAs("Where?");
        SharedDecision.InRow($"cell E{SharedDecision.AnyRow}", 7).ShouldBe("cell E7");
    }

    [Fact]
    public void A_decision_of_its_own_takes_the_place_of_a_shared_one()
    {
        BomItem item = ItemBuilder.NdFeB.From("CN").Build();
        var decided = new DecidedLines([item]);
        decided.Share(0, new SharedDecision(item, Engine.Determine(item, null, Regime.CreateAll(MainPack.Pack, null, new DiagnosticBag())[0])));
        decided.IsEmpty(0).ShouldBeFalse();

        decided[0] = [];

        decided.SharedBy(0).ShouldBeNull();
        decided.IsEmpty(0).ShouldBeTrue();
        decided.Count.ShouldBe(1);
    }
}
