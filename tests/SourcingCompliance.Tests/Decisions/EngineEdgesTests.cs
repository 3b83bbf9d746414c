using SourcingCompliance.Decisions;
using SourcingCompliance.Items;
using SourcingCompliance.Law;
using SourcingCompliance.Law.Opinions;
using SourcingCompliance.Lines;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Materials;
using SourcingCompliance.Tests.Law;

namespace SourcingCompliance.Tests.Decisions;

/// <summary>What the engine does at its edges: before the law, with a cell that was not read, and where a second engine differs.</summary>
public sealed class EngineEdgesTests
{
    private static readonly DeterminationEngine Engine = new(MainPack.Pack);
    private static readonly Regime Now = Regime.CreateAll(MainPack.Pack, null, new DiagnosticBag())[0];
    private static readonly string[] Phases = [StageIds.Melted, StageIds.Powder, StageIds.Pressed, StageIds.Sintered, StageIds.Magnetized];

    private static ItemBuilder Clean => ItemBuilder.NdFeB.At(Phases, "JP");

    private static ItemBuilder Barred => ItemBuilder.NdFeB.At(StageIds.Sintered, "CN");

    private static CellMention Mention(params string[] materials) =>
        new(new CellRef("bom.csv", "", 2, 8), "Notes", "from the old lot", [.. materials], [new Country("CN")]);

    [Fact]
    public void Before_the_first_day_of_the_pack_nothing_is_decided()
    {
        Regime before = Now with { LawDate = new DateOnly(2001, 1, 1) };

        Engine.Determine(Barred.Build(), null, before).ShouldBeEmpty();
        Engine.DetermineComponent(Barred.Build(), Clean.Build().Materials[0], "P-1", null, before).ShouldBeNull();
    }

    [Fact]
    public void A_cell_that_was_not_read_leaves_a_line_without_material_open()
    {
        Determination open = Engine.Determine(new ItemBuilder().Unread("cell C2 is damaged").Build(), null, Now).ShouldHaveSingleItem();

        (open.Verdict, open.Rule, open.Material, open.Basis).ShouldBe((Verdict.Open, "SC3004", null, "cell C2 is damaged."));
        open.Missing.ShouldHaveSingleItem().Fact.ShouldBe(MissingFactIds.ReadableRow);
    }

    [Fact]
    public void A_cell_that_was_not_read_stands_beside_what_the_rest_of_the_line_comes_to() =>
        Engine.Determine(Barred.Unread("cell C2 is damaged").Build(), null, Now).Select(determination => determination.Verdict)
            .ShouldBe([Verdict.Violation, Verdict.Open]);

    [Fact]
    public void A_row_that_was_not_read_says_why_once() =>
        Engine.Determine(Barred.Damaged("two cells run together.").Build(), null, Now).ShouldHaveSingleItem().Basis
            .ShouldBe("the row could not be read: two cells run together.");

    [Fact]
    public void A_mention_of_a_covered_country_is_asked_about_as_an_origin()
    {
        Determination open = Engine.Determine(Clean.Mentioning(Mention()).Build(), null, Now).ShouldHaveSingleItem();

        (open.Rule, open.Missing[^1].Question)
            .ShouldBe(("SC3002", "Cell bom.csv!H2 says 'from the old lot'. Is that an origin of this part or of its material?"));
        open.Basis.ShouldEndWith("; but cell bom.csv!H2 says 'from the old lot', which nothing on file explains");
    }

    [Fact]
    public void A_mention_of_a_material_is_asked_about_as_a_content()
    {
        Determination open = Engine.Determine(Clean.Mentioning(Mention(MaterialIds.Tantalum)).Build(), null, Now).ShouldHaveSingleItem();

        (open.Rule, open.Missing[^1].Question).ShouldBe(("SC3003", "Cell bom.csv!H2 says 'from the old lot'. Does the part contain that material?"));
    }

    [Fact]
    public void A_mention_takes_an_exemption_away()
    {
        var contract = new ContractContext { Path = "contract.json", Value = 1_000 };

        Determination open = Engine.Determine(Barred.Mentioning(Mention()).Build(), contract, Now).ShouldHaveSingleItem();

        (open.Verdict, open.Exemption).ShouldBe((Verdict.Open, null));
    }

    [Fact]
    public void A_country_of_the_covered_list_is_covered_and_another_is_not()
    {
        Engine.IsEverCovered(new Country("RU")).ShouldBeTrue();
        Engine.IsEverCovered(new Country("JP")).ShouldBeFalse();
        Engine.GetName(new Country("RU")).ShouldBe("Russian Federation");
    }

    [Fact]
    public void What_only_may_hold_heavy_alloy_makes_no_component() =>
        Engine.DetermineComponent(new ItemBuilder("B-1").From("CN").Build(),
            new ItemBuilder().Carrying(MaterialIds.TungstenHeavyAlloy, Presence.Possible, 0.9).Build().Materials[0], "S-1", null, Now).ShouldBeNull();

    [Fact]
    public void Of_a_component_only_its_making_is_asked_about()
    {
        Regime from2027 = Regime.CreateAll(MainPack.Pack, null, new DiagnosticBag())[1];
        MaterialOccurrence carried = new ItemBuilder().Carrying(MaterialIds.TungstenHeavyAlloy).Build().Materials[0];

        Determination component = Engine.DetermineComponent(
            new ItemBuilder("B-1").From("US").At(StageIds.Separated, "CN", element: "Mo").Build(), carried, "S-1", null, from2027).ShouldNotBeNull();

        (component.Verdict, component.Through).ShouldBe((Verdict.Pass, "S-1"));
        component.Steps.ShouldHaveSingleItem().IsOfComponent.ShouldBeTrue();
        Engine.DetermineComponent(
            new ItemBuilder("B-1").From("CN").Build(), new ItemBuilder().Carrying(MaterialIds.NdFeB).Build().Materials[0], "S-1", null, Now).ShouldBeNull();
    }

    [Fact]
    public void Where_everything_is_traced_the_rules_on_the_origin_of_a_part_are_traced_where_it_has_one()
    {
        var tracing = new DeterminationEngine(MainPack.Pack) { TracesAll = true };

        tracing.Determine(Clean.From("JP").Build(), null, Now)[0].Trace.ShouldContain(trace => trace.Rule == "SC1020");
        tracing.Determine(Clean.From("JP").Build(), null, Now)[0].Trace.ShouldContain(trace => trace.Rule == "SC1002");
        tracing.Determine(Clean.Build(), null, Now)[0].Trace.ShouldNotContain(trace => trace.Rule == "SC1020");
        Engine.Determine(Clean.From("JP").Build(), null, Now)[0].Trace.ShouldBeEmpty();
    }

    /// <summary>An engine whose second opinion differs on every question of one rule that these lines raise.</summary>
    private static DeterminationEngine Disputing(string rule, Action<DeterminationEngine> ask)
    {
        var recorder = new RuleRecorder();
        var engine = new DeterminationEngine(MainPack.Pack, evaluator: recorder);
        foreach (LawEdition edition in engine.Editions)
        {
            recorder.Watch(edition);
        }

        ask(engine);
        foreach (RuleQuestion question in recorder.Questions.Where(question => question.Rule == rule).ToArray())
        {
            recorder.Distrust(question);
        }

        return engine;
    }

    [Fact]
    public void A_line_that_rests_on_an_outcome_on_which_two_engines_differ_is_open_and_the_next_is_not()
    {
        DeterminationEngine engine = Disputing("SC1002", engine => engine.Determine(Barred.Build(), null, Now));

        Determination open = engine.Determine(Barred.Build(), null, Now).ShouldHaveSingleItem();
        BomItem tantalum = new ItemBuilder().Carrying(MaterialIds.Tantalum).At(StageIds.Melted, "CN").Build();
        Determination next = engine.Determine(tantalum, null, Now).ShouldHaveSingleItem();

        (open.Verdict, open.Rule, open.Exemption).ShouldBe((Verdict.Open, "SC1002", null));
        open.Basis.ShouldStartWith("two rule engines differ on SC1002 (SC9420), so this line cannot be decided; the first engine says Violation: sintered in");
        next.Verdict.ShouldBe(Verdict.Violation);
    }

    [Fact]
    public void An_exemption_on_which_two_engines_differ_is_none()
    {
        var contract = new ContractContext { Path = "contract.json", Value = 1_000 };
        DeterminationEngine engine = Disputing("SC2001", engine => engine.Determine(Barred.Build(), contract, Now));

        Determination open = engine.Determine(Barred.Build(), contract, Now).ShouldHaveSingleItem();

        (open.Verdict, open.Exemption).ShouldBe((Verdict.Open, null));
    }

    [Fact]
    public void A_component_and_an_end_item_do_not_inherit_the_dispute_of_an_earlier_line()
    {
        BomItem top = new ItemBuilder("TOP").From("CN").WithChildren().Carrying(MaterialIds.TungstenHeavyAlloy, Presence.Contains).Build();
        DeterminationEngine engine = Disputing("SC1002", engine => engine.Determine(Barred.Build(), null, Now));
        engine.Determine(Barred.Build(), null, Now)[0].Verdict.ShouldBe(Verdict.Open);

        engine.DetermineComponent(top, top.Materials[0], "S-1", null, Now).ShouldNotBeNull().Verdict.ShouldBe(Verdict.Violation);
        engine.Determine(Barred.Build(), null, Now)[0].Verdict.ShouldBe(Verdict.Open);
        new EndItemLimb(engine).Determine(top, [top], null, Now).ShouldNotBeNull().Verdict.ShouldBe(Verdict.Violation);
    }

    [Fact]
    public void An_end_item_on_whose_rule_two_engines_differ_is_open()
    {
        BomItem top = new ItemBuilder("TOP").From("CN").WithChildren().Carrying(MaterialIds.NdFeB, Presence.Contains).Build();
        DeterminationEngine engine = Disputing("SC1010", engine => new EndItemLimb(engine).Determine(top, [top], null, Now));

        new EndItemLimb(engine).Determine(top, [top], null, Now).ShouldNotBeNull().Verdict.ShouldBe(Verdict.Open);
    }

    [Fact]
    public void A_clean_end_item_on_whose_rule_two_engines_differ_is_open()
    {
        BomItem top = new ItemBuilder("TOP").From("JP").WithChildren().Carrying(MaterialIds.NdFeB, Presence.Contains).Build();
        DeterminationEngine engine = Disputing("SC1010", engine => new EndItemLimb(engine).Determine(top, [top], null, Now));

        new EndItemLimb(engine).Determine(top, [top], null, Now).ShouldNotBeNull().Verdict.ShouldBe(Verdict.Open);
        new EndItemLimb(Engine).Determine(top, [top], null, Now).ShouldBeNull();
    }
}
