using SourcingCompliance.Decisions;
using SourcingCompliance.Items;
using SourcingCompliance.Lines;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Materials;
using SourcingCompliance.Tests.Law;

namespace SourcingCompliance.Tests.Decisions;

/// <summary>What the newest text would make of the lines of a contract with an older clause.</summary>
public sealed class NewerTextTests
{
    private static readonly DeterminationEngine Engine = new(MainPack.Pack);
    private static readonly ContractContext Old = new() { Path = "contract.json", ClauseMonth = new DateOnly(2022, 8, 1) };
    private static readonly string[] Phases = [StageIds.Melted, StageIds.Powder, StageIds.Pressed, StageIds.Sintered, StageIds.Magnetized];

    private static ItemBuilder MinedInChina => ItemBuilder.NdFeB.At(Phases, "JP").At([StageIds.Mined], "CN");

    private static (DecidedLines Decided, DiagnosticBag Diagnostics) Decide(ContractContext contract, params BomItem[] items)
    {
        var diagnostics = new DiagnosticBag();
        var bom = new BillOfMaterials(new ColumnMap { Sheet = CellRef.ForFile("bom.csv"), HeaderRow = 1, Columns = [] }, items, 0, []);
        DecidedLines decided = new LineDecider(Engine, contract, Regime.CreateAll(MainPack.Pack, contract, new DiagnosticBag()))
            .Decide(bom, CancellationToken.None);
        NewerTextReader.Warn(bom, decided, diagnostics);
        return (decided, diagnostics);
    }

    [Fact]
    public void A_pass_under_an_older_clause_says_that_the_newest_text_bars_it()
    {
        Determination determination = Decide(Old, MinedInChina.Build()).Decided[0].ShouldHaveSingleItem();

        determination.Verdict.ShouldBe(Verdict.Pass);
        NewerText newer = determination.NewerText.ShouldNotBeNull();
        (newer.Clause, newer.Verdict).ShouldBe(("MAY 2024", Verdict.Violation));
    }

    [Fact]
    public void Under_the_newest_clause_nothing_newer_is_told() =>
        NewerTextReader.From(Engine, Old with { ClauseMonth = new DateOnly(2024, 5, 1) }).ShouldBeNull();

    [Fact]
    public void Without_a_contract_nothing_newer_is_told() => NewerTextReader.From(Engine, null).ShouldBeNull();

    [Fact]
    public void A_violation_under_the_older_clause_needs_no_newer_text() =>
        Decide(Old, ItemBuilder.NdFeB.At(StageIds.Sintered, "CN").Build()).Decided[0][0].NewerText.ShouldBeNull();

    [Fact]
    public void A_line_that_the_newest_text_treats_no_worse_is_not_told() =>
        Decide(Old, ItemBuilder.NdFeB.Build()).Decided[0][0].NewerText.ShouldBeNull();

    [Fact]
    public void A_delivery_before_2027_is_not_judged_by_the_steps_of_2027()
    {
        ContractContext early = Old with { LineItems = [new ContractLineItem("0001", "P-1", new DateOnly(2026, 12, 31))] };
        ContractContext late = Old with { LineItems = [new ContractLineItem("0001", "P-1", new DateOnly(2027, 1, 1))] };
        ContractContext both = Old with { LineItems = [.. early.LineItems, .. late.LineItems] };

        Decide(early, MinedInChina.Build()).Decided[0][0].NewerText.ShouldBeNull();
        Decide(late, MinedInChina.Build()).Decided[0][0].NewerText.ShouldNotBeNull();
        Decide(both, MinedInChina.Build()).Decided[0][0].NewerText.ShouldNotBeNull();
    }

    [Fact]
    public void A_delivery_of_an_unknown_day_is_judged_by_the_text_that_restricts_the_most()
    {
        ContractContext contract = Old with
        {
            LineItems = [new ContractLineItem("0001", "P-1", new DateOnly(2026, 12, 31)), new ContractLineItem("0002", "P-1", null)],
        };

        Decide(contract, MinedInChina.Build()).Decided[0][0].NewerText.ShouldNotBeNull();
    }

    [Fact]
    public void A_material_that_the_older_clause_does_not_cover_is_told_with_what_the_newest_text_says()
    {
        ContractContext contract = Old with { ClauseMonth = new DateOnly(2019, 12, 1) };

        Determination determination = Decide(contract, new ItemBuilder().Carrying(MaterialIds.Tantalum).From("CN").Build()).Decided[0].ShouldHaveSingleItem();

        (determination.Verdict, determination.Regime).ShouldBe((Verdict.NotCovered, "melted-or-produced"));
        determination.NewerText.ShouldNotBeNull().Verdict.ShouldBe(Verdict.Violation);
        (determination.Steps.Length, determination.Deciding, determination.Missing.Length).ShouldBe((0, null, 0));
    }

    [Fact]
    public void An_open_line_of_a_material_that_the_older_clause_does_not_cover_is_not_told() =>
        Decide(Old with { ClauseMonth = new DateOnly(2019, 12, 1) }, new ItemBuilder().Carrying(MaterialIds.Tantalum).From("JP").Build())
            .Decided[0].ShouldBeEmpty();

    [Fact]
    public void The_barred_lines_of_a_sheet_are_warned_of_once_with_the_first_of_them()
    {
        BomItem[] items = [.. Enumerable.Range(2, 5).Select(row => new ItemBuilder($"P-{row}").Carrying(MaterialIds.NdFeB).At(Phases, "JP")
            .At([StageIds.Mined], row == 2 ? "AU" : "CN").InRow(row).Build())];

        Diagnostic warning = Decide(Old, items).Diagnostics.Items.ShouldHaveSingleItem();

        (warning.Id, warning.Cell.Row).ShouldBe((DiagnosticIds.NewerClauseBars, 3));
        warning.Message.ShouldContain("P-3: ");
        warning.Message.ShouldContain("; and 1 more.");
    }

    [Fact]
    public void Three_barred_lines_are_all_named()
    {
        BomItem[] items = [.. Enumerable.Range(2, 3).Select(row => new ItemBuilder($"P-{row}").Carrying(MaterialIds.NdFeB).At(Phases, "JP")
            .At([StageIds.Mined], "CN").InRow(row).Build())];

        Decide(Old, items).Diagnostics.Items.ShouldHaveSingleItem().Message.ShouldNotContain("more.");
    }

    [Fact]
    public void A_sheet_without_a_barred_line_is_not_warned_of() =>
        Decide(Old, ItemBuilder.NdFeB.At([.. Phases, StageIds.Mined], "JP").Build()).Diagnostics.Items.ShouldBeEmpty();
}
