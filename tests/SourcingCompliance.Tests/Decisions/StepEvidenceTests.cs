using SourcingCompliance.Decisions;
using SourcingCompliance.Items;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Materials;
using SourcingCompliance.Recognition.Origins;
using SourcingCompliance.Tests.Law;

namespace SourcingCompliance.Tests.Decisions;

/// <summary>Which of several statements on one restricted step decides it, and what is shown beside it.</summary>
public sealed class StepEvidenceTests
{
    private static readonly DeterminationEngine Engine = new(MainPack.Pack);
    private static readonly Regime Now = Regime.CreateAll(MainPack.Pack, null, new DiagnosticBag())[0];
    private static readonly Regime From2027 = Regime.CreateAll(MainPack.Pack, null, new DiagnosticBag())[1];
    private static readonly string[] Phases = [StageIds.Melted, StageIds.Powder, StageIds.Pressed, StageIds.Sintered, StageIds.Magnetized];
    private static readonly string[] Chain = [StageIds.Mined, StageIds.Refined, StageIds.Separated, StageIds.Reduced, .. Phases];
    private static readonly EvidenceRef Letter = new("ST-1", "Acme");

    // Everything but the melt was in Japan, so what is on file of the melt decides.
    private static ItemBuilder Magnet => ItemBuilder.NdFeB.At(Phases[1..], "JP");

    private static ItemBuilder Motor => new ItemBuilder().Carrying(MaterialIds.NdFeB, Presence.Contains);

    private static Determination Decide(ItemBuilder item, Regime? regime = null) => Engine.Determine(item.Build(), null, regime ?? Now).ShouldHaveSingleItem();

    private static StepDetermination Melt(ItemBuilder item) => Step(item, "ndfeb-melted");

    private static StepDetermination Step(ItemBuilder item, string id) => Decide(item).Steps.Single(step => step.Requirement == id);

    private static OriginStatement Melted(string countries, OriginCertainty certainty = OriginCertainty.Definite, int column = 5)
    {
        OriginStatement statement = ItemBuilder.Statement(StageIds.Melted, countries, certainty);
        return statement with { Cell = statement.Cell with { Column = column } };
    }

    private static OriginStatement Unread(string? stage, string text)
    {
        OriginStatement cell = ItemBuilder.Statement(stage, "", OriginCertainty.Unknown);
        return cell with { Raw = text, Origin = cell.Origin with { Unread = text } };
    }

    [Fact]
    public void A_clean_statement_behind_a_barred_one_takes_nothing_away() =>
        Decide(Magnet.At(StageIds.Melted, "CN").At(StageIds.Melted, "JP")).Verdict.ShouldBe(Verdict.Violation);

    [Fact]
    public void A_clean_statement_behind_a_doubtful_one_takes_the_doubt_not_away() =>
        Decide(Magnet.At(StageIds.Melted, "CN|JP", OriginCertainty.Ambiguous).At(StageIds.Melted, "JP")).Verdict.ShouldBe(Verdict.Open);

    [Fact]
    public void A_hedge_behind_a_clean_statement_takes_nothing_away() =>
        Decide(Magnet.At(StageIds.Melted, "JP").At(StageIds.Melted, "KR", OriginCertainty.Ambiguous)).Verdict.ShouldBe(Verdict.Pass);

    [Fact]
    public void Of_two_barred_statements_the_first_decides()
    {
        StepDetermination melt = Melt(Magnet.At(StageIds.Melted, "RU").At(StageIds.Melted, "CN"));

        (melt.InCoveredCountry, melt.Statement.ShouldNotBeNull().Raw).ShouldBe((Truth.True, "RU"));
        melt.Countries.ShouldBe([new Country("RU")]);
    }

    [Fact]
    public void A_barred_statement_decides_before_a_doubtful_one_ahead_of_it() =>
        Decide(Magnet.At(StageIds.Melted, "CN|JP", OriginCertainty.Ambiguous).At(StageIds.Melted, "RU")).Basis
            .ShouldBe("melted in Russian Federation");

    [Theory]
    [InlineData("CN|JP", "CN|VN", "CN|JP")]
    [InlineData("JP", "CN|JP", "CN|JP")]
    public void A_doubtful_statement_decides_before_a_clean_one_and_the_first_of_two_does(string first, string second, string deciding) =>
        Melt(Magnet.With(Melted(first, first.Length > 2 ? OriginCertainty.Ambiguous : OriginCertainty.Definite))
            .With(Melted(second, OriginCertainty.Ambiguous))).Statement.ShouldNotBeNull().Raw.ShouldBe(deciding);

    [Fact]
    public void A_doubtful_statement_decides_before_one_that_nobody_could_read() =>
        Melt(Magnet.With(Unread(StageIds.Melted, "Zzyzx")).At(StageIds.Melted, "CN|JP", OriginCertainty.Ambiguous)).Statement.ShouldNotBeNull().Raw
            .ShouldBe("CN|JP");

    [Fact]
    public void The_first_text_that_nobody_could_read_decides_before_a_clean_statement() =>
        Melt(Magnet.At(StageIds.Melted, "JP").With(Unread(StageIds.Melted, "Zzyzx")).With(Unread(StageIds.Melted, "Qwfp"))).Statement.ShouldNotBeNull().Raw
            .ShouldBe("Zzyzx");

    [Fact]
    public void The_first_clean_statement_decides_and_a_hedge_only_where_there_is_none()
    {
        Melt(Magnet.At(StageIds.Melted, "KR", OriginCertainty.Ambiguous).At(StageIds.Melted, "JP").At(StageIds.Melted, "DE")).Statement.ShouldNotBeNull().Raw
            .ShouldBe("JP");
        StepDetermination hedged = Melt(Magnet.At(StageIds.Melted, "KR", OriginCertainty.Ambiguous).At(StageIds.Melted, "DE", OriginCertainty.Ambiguous));
        (hedged.Statement.ShouldNotBeNull().Raw, hedged.InCoveredCountry).ShouldBe(("KR", Truth.Unknown));
    }

    [Fact]
    public void A_text_that_nobody_could_read_on_a_step_that_is_not_required_is_asked_about()
    {
        Determination open = Decide(Magnet.At(StageIds.Melted, "JP").With(Unread(StageIds.Finished, "Zzyzx")));

        open.Verdict.ShouldBe(Verdict.Open);
        open.Missing.ShouldHaveSingleItem().ShouldBe(new MissingFact(MissingFactIds.StageOrigin, StageIds.Finished, null,
            "In which country was it finished? The list says \"Zzyzx\" (cell E2), which was not understood."));
    }

    [Fact]
    public void A_covered_country_among_others_on_a_step_that_is_not_required_is_asked_about()
    {
        Determination open = Decide(Magnet.At(StageIds.Melted, "JP").At(StageIds.Finished, "CN|JP", OriginCertainty.Ambiguous));

        open.Basis.ShouldBe("all 5 restricted steps on file; on file: finished in People's Republic of China or JP (cell E2 \"CN|JP\"), not "
            + "stated for certain");
        open.Missing.ShouldHaveSingleItem().ShouldBe(new MissingFact(MissingFactIds.StageOrigin, StageIds.Finished, null,
            "In which country was it finished? The list names People's Republic of China among others."));
    }

    [Fact]
    public void The_basis_of_an_open_line_counts_the_steps_and_cites_the_first_that_is_not_on_file()
    {
        Determination open = Decide(ItemBuilder.NdFeB.At(StageIds.Melted, "JP"));

        (open.Basis, open.Citation).ShouldBe(("4 restricted steps of 5 not on file", "252.225-7052(b)(2)(i)(A)(2)"));
    }

    [Fact]
    public void A_pass_names_its_rule_and_its_paragraph()
    {
        Determination pass = Decide(Magnet.At(StageIds.Melted, "JP"));

        (pass.Verdict, pass.Rule, pass.Citation).ShouldBe((Verdict.Pass, "SC1002", "252.225-7052(b)(1)(i), (b)(2)(i)(A)"));
    }

    [Fact]
    public void A_step_of_every_element_is_asked_for_without_naming_one() =>
        Decide(new ItemBuilder().Carrying(MaterialIds.RareEarthMagnet).At(Chain[1..], "AU"), From2027).Missing[0]
            .ShouldSatisfyAllConditions(fact => fact.Stage.ShouldBe(StageIds.Mined), fact => fact.Element.ShouldBeNull());

    [Fact]
    public void Another_statement_of_the_same_countries_is_no_other()
    {
        Melt(Magnet.With(Melted("JP")).With(Melted("JP", column: 6))).Others.ShouldBeEmpty();
        Melt(Magnet.With(Melted("JP")).With(Melted("KR", column: 6))).Others.ShouldHaveSingleItem().Raw.ShouldBe("KR");
    }

    [Fact]
    public void The_origin_of_a_part_stands_beside_a_step_only_where_the_part_is_the_material()
    {
        const string later = "ta-later-phase";
        ItemBuilder wire = new ItemBuilder().Carrying(MaterialIds.Tantalum).At(StageIds.Finished, "JP").From("KR");
        ItemBuilder capacitor = new ItemBuilder().Carrying(MaterialIds.Tantalum, Presence.Contains).At(StageIds.Finished, "JP").From("KR");

        Step(wire, later).Others.ShouldHaveSingleItem().Raw.ShouldBe("KR");
        Step(capacitor, later).Others.ShouldBeEmpty();
    }

    [Fact]
    public void Plain_statements_of_suppliers_support_a_step_each()
    {
        OriginStatement first = Melted("JP") with { Evidence = Letter };
        OriginStatement second = Melted("KR") with { Evidence = Letter };

        Melt(Magnet.With(first).With(second).With(Melted("DE"))).Supporting.ShouldBe([first, second]);
    }

    [Fact]
    public void A_hedge_of_a_supplier_supports_nothing() =>
        Melt(Magnet.With(Melted("JP", OriginCertainty.Ambiguous) with { Evidence = Letter })).Supporting.ShouldBeEmpty();

    [Fact]
    public void A_cell_of_the_list_supports_nothing() => Melt(Magnet.With(Melted("JP"))).Supporting.ShouldBeEmpty();

    [Fact]
    public void The_trace_of_a_violation_shows_the_step_that_decides() =>
        Decide(Magnet.At(StageIds.Melted, "CN")).Trace.SelectMany(trace => trace.Facts).ShouldContain(fact => fact.Contains("CN", StringComparison.Ordinal));

    [Fact]
    public void An_element_that_the_text_does_not_name_from_a_clean_country_keeps_nothing_open() =>
        Decide(ItemBuilder.NdFeB.At(Chain, "AU").At(StageIds.Separated, "JP", element: "Dy"), From2027).Verdict.ShouldBe(Verdict.Pass);

    [Fact]
    public void An_element_that_the_text_names_is_not_asked_for_as_one_that_it_does_not_name() =>
        Decide(ItemBuilder.NdFeB.At(Chain, "AU").At(StageIds.Separated, "CN|JP", OriginCertainty.Ambiguous, "Nd"), From2027).Missing
            .ShouldNotContain(fact => fact.Fact == MissingFactIds.UnnamedElement);

    [Fact]
    public void Two_plain_clean_sources_of_a_motor_leave_it_open() => Decide(Motor.From("JP").From("KR")).Verdict.ShouldBe(Verdict.Open);

    [Fact]
    public void Two_sources_in_covered_countries_are_together_the_only_origin_in_the_order_of_their_codes()
    {
        Determination suspect = Decide(Motor.From("RU").From("CN"));

        suspect.Basis.ShouldBe("the only origin listed for the part is People's Republic of China or Russian Federation");
        suspect.Deciding.ShouldNotBeNull().Countries.ShouldBe([new Country("CN"), new Country("RU")]);
    }

    [Fact]
    public void A_hedged_step_in_a_covered_country_beside_a_clean_one_is_open() =>
        Decide(Magnet.At(StageIds.Melted, "CN", OriginCertainty.Ambiguous)).Verdict.ShouldBe(Verdict.Open);

    [Fact]
    public void A_hedged_step_in_a_covered_country_is_suspect_where_only_the_motor_is_from_elsewhere()
    {
        Determination suspect = Decide(Motor.From("JP").At(StageIds.Melted, "CN", OriginCertainty.Ambiguous));

        (suspect.Verdict, suspect.Basis).ShouldBe((Verdict.Suspect, "the only origin listed, not stated for certain, is People's Republic of China"));
        Decide(ItemBuilder.NdFeB.From("JP").At(StageIds.Melted, "CN", OriginCertainty.Ambiguous)).Verdict.ShouldBe(Verdict.Open);
    }

    [Fact]
    public void A_text_that_nobody_could_read_lifts_no_suspicion() =>
        Decide(ItemBuilder.NdFeB.With(Unread(StageIds.Sintered, "Zzyzx")).At(StageIds.Melted, "CN", OriginCertainty.Ambiguous)).Verdict
            .ShouldBe(Verdict.Suspect);

    [Fact]
    public void A_second_material_of_a_line_is_decided_by_its_own_rule()
    {
        BomItem both = new ItemBuilder().Carrying(MaterialIds.NdFeB).Carrying(MaterialIds.Tantalum).At(StageIds.Melted, "CN").Build();

        Engine.Determine(both, null, Now).Select(determination => (determination.Material, determination.Verdict, determination.Rule))
            .ShouldBe([(MaterialIds.NdFeB, Verdict.Violation, "SC1002"), (MaterialIds.Tantalum, Verdict.Violation, "SC1003")]);
    }

    [Fact]
    public void A_step_is_documented_by_the_statement_that_decides_or_by_one_that_supports_it()
    {
        EvidenceRef signed = Letter with { Documents = [new EvidenceDocument("ab", "mill certificate", null)] };

        Melt(Magnet.With(Melted("JP") with { Evidence = signed })).IsDocumented.ShouldBeTrue();
        Melt(Magnet.With(Melted("JP") with { Evidence = Letter }).With(Melted("JP") with { Evidence = signed })).IsDocumented.ShouldBeTrue();
        Melt(Magnet.With(Melted("JP") with { Evidence = Letter })).IsDocumented.ShouldBeFalse();
        Melt(Magnet.With(Melted("JP"))).IsDocumented.ShouldBeFalse();
    }
}
