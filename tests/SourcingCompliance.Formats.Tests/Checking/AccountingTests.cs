using SourcingCompliance.Findings;
using SourcingCompliance.Mapping.Accounting;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Formats.Tests.Checking;

/// <summary>Nothing that a BOM says goes unaccounted for: no row, no column that fills late, no mention in any cell.</summary>
public sealed class AccountingTests
{
    private const string Stages = "Sm mined in,Sm refined in,Sm separated in,Co mined in,Co refined in,Melted in,Sintered in";
    private const string Clean = "Australia,Australia,Estonia,Canada,Canada,Japan,Japan";

    // With the steps on file the line passes or is open for other steps; in either case its books balance.
    private static string SmCo(string more, string header = "") =>
        $"Part Number,Description,Qty,COO,{Stages}{header}\nM-1,SmCo magnet ring,2,Japan,{Clean}{more}\nS-1,Screw M3,4,US,,,,,,,\n";

    [Theory]
    [InlineData("a title", "All parts made in China unless noted\n\n", "", 1)]
    [InlineData("a title of two cells", "Country of Origin,China\n\n", "", 1)]
    [InlineData("a note below", "", "\n(1) Country of origin China\n", 1)]
    [InlineData("a section", "", "CHINA\nM-2,Screw,1,,,,,,,,\n", 1)]
    [InlineData("an address of a supplier", "Supplier,JL Mag,Ganzhou,China\n\n", "", 0)]
    [InlineData("a title of another country", "All parts made in Japan\n\n", "", 0)]
    public void An_origin_that_stands_outside_the_lines_is_reported(string where, string above, string below, int expected)
    {
        CheckedList list = CheckedList.Of(above + SmCo("") + below);

        list.Told(DiagnosticIds.OriginOutsideLines).Count.ShouldBe(expected, where);
        list.Report.ExitCode.ShouldNotBe(ExitCodes.Clean);
    }

    [Fact]
    public void An_origin_outside_the_lines_is_of_no_interest_without_a_covered_material() =>
        CheckedList.Of("All parts made in China\n\nPart Number,Description,Qty\nS-1,Screw M3,4\nS-2,Nut,4\n").Report.Diagnostics.ShouldBeEmpty();

    [Fact]
    public void Origins_that_are_not_understood_are_reported_once_for_each_text()
    {
        CheckedList list = CheckedList.Of("Part Number,Description,Qty,COO\nM-1,NdFeB "
            + "magnet,1,Foobar\nM-2,Screw,1,Foobar\nM-3,Screw,1,Quux\nM-4,Screw,1,Foobar\nM-5,Screw,1,Foobar\nM-6,Screw,1,Foobar\n");

        list.Told(DiagnosticIds.CountryNotRecognized).Select(told => (told.Cell.Address, told.Message)).ShouldBe(
        [
            ("D2", "country 'Foobar' not recognized. Treated as unknown. 4 other cells of the column have the same text: D3, D5, D6 and more."),
            ("D4", "country 'Quux' not recognized. Treated as unknown."),
        ]);
    }

    [Theory]
    [InlineData("a remark", ",Remarks", ",second lot from China")]
    [InlineData("a column that nobody knows", ",Stuff", ",Shenzhen")]
    [InlineData("a cell without a header", "", ",China")]
    public void A_covered_country_that_no_origin_states_keeps_the_line_from_passing(string where, string header, string cell)
    {
        CheckedList list = CheckedList.Of(SmCo(cell, header));

        list.VerdictOf("M-1").ShouldBe(Verdict.Open, where);
        list.Told(DiagnosticIds.CountryNotAmongOrigins).ShouldHaveSingleItem().Cell.Row.ShouldBe(2);
    }

    [Theory]
    [InlineData(",Remarks", ",not made in China")]
    [InlineData(",Supplier", ",China Trading Co")]
    [InlineData(",Remarks", ",checked")]
    public void What_its_own_words_explain_is_accounted_for(string header, string cell)
    {
        CheckedList list = CheckedList.Of(SmCo(cell, header));

        list.Told(DiagnosticIds.CountryNotAmongOrigins).ShouldBeEmpty();
    }

    [Fact]
    public void A_covered_country_on_a_line_without_covered_material_is_of_no_interest()
    {
        CheckedList list = CheckedList.Of("Part Number,Description,Qty,Stuff\nS-1,Screw M3,4,China\nS-2,Washer,4,China\n");

        list.IsGreen.ShouldBeTrue();
        list.Told(DiagnosticIds.CountryNotAmongOrigins).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("a column that nobody knows", "Part Number,Description,Qty,Stuff\nA-1,Ring,2,NdFeB N42\nA-2,Plate,1,zinc\n")]
    [InlineData("a column of dates",
        "Part Number,Description,Qty,Date\nA-0,Nut,2,2026-01-01\nA-2,Plate,1,2026-01-02\nA-3,Bolt,1,2026-01-02\nA-1,Ring,2,NdFeB N42\n")]
    [InlineData("a column of designators", "Part Number,Description,Qty,Reference\nA-1,Ring,2,NdFeB magnet\nA-2,Plate,1,R1\nA-3,Plate,1,R2\n")]
    [InlineData("a column of units", "Part Number,Description,Qty,Unit\nA-1,Ring,2,tantalum\nA-2,Plate,1,EA\nA-3,Plate,1,EA\n")]
    public void A_material_that_any_cell_names_is_a_material_of_the_line(string where, string csv)
    {
        CheckedList list = CheckedList.Of(csv);

        list.VerdictOf("A-1").ShouldBe(Verdict.Open, where);
        list.VerdictOf("A-2").ShouldBe(Verdict.NotCovered, where);
    }

    [Fact]
    public void A_column_that_fills_only_late_is_read()
    {
        string screws = string.Concat(Enumerable.Range(1, 400).Select(at => $"S-{at},Screw,1,\n"));

        CheckedList list = CheckedList.Of("Part Number,Description,Qty,Stuff\n" + screws + "A-1,Ring,2,Neodymium magnet\n");

        list.VerdictOf("A-1").ShouldBe(Verdict.Open);
    }

    [Fact]
    public void A_column_beyond_the_header_that_fills_only_late_is_read()
    {
        string screws = string.Concat(Enumerable.Range(1, 400).Select(at => $"S-{at},Screw,1,,\n"));

        CheckedList list = CheckedList.Of("Part Number,Description,Qty,,\n" + screws + "A-1,Ring,2,,Neodymium magnet\n");

        list.VerdictOf("A-1").ShouldBe(Verdict.Open);
    }

    [Theory]
    [InlineData("Level", "2", "3")]
    [InlineData("Parent", "A", "B")]
    public void Two_columns_of_one_decisive_field_that_differ_late_refute_the_mapping(string header, string first, string second)
    {
        string screws = string.Concat(Enumerable.Range(1, 400).Select(at => $"S-{at},Screw,1,,\n"));

        CheckedList list = CheckedList.Of($"Part Number,Description,Qty,{header},{header}\n{screws}A-1,Ring,2,{first},{second}\n");

        Diagnostic refuted = list.Told(DiagnosticIds.MappingRefuted).ShouldHaveSingleItem();
        refuted.Message.ShouldContain("D402");
        refuted.Message.ShouldContain("E402");
        refuted.Hint.ShouldNotBeNull().ShouldContain(": \"D\"");
        list.Report.ExitCode.ShouldBe(ExitCodes.Input);
    }

    [Theory]
    [InlineData("a total", "Part Number,Description,Qty\nA-1,Ring,2\nTotal,NdFeB magnets,2\n")]
    [InlineData("an unknown column", "Part Number,Description,Qty,Stuff\nA-1,Ring,2,\nA-2,Plate,2,\n,,,NdFeB magnet N42\n")]
    public void A_skipped_row_that_names_a_material_is_reported_and_counts_as_open(string where, string csv)
    {
        CheckedList list = CheckedList.Of(csv);

        bool isLine = list.Report.Lines.Any(line => line.Verdicts[^1].Verdict == Verdict.Open);
        (isLine || list.Told(DiagnosticIds.SkippedNamesMaterial).Count == 1).ShouldBeTrue(where);
        list.Report.ExitCode.ShouldBe(ExitCodes.OpenLines, where);
    }

    [Fact]
    public void The_books_say_what_became_of_every_row_and_mention()
    {
        CheckedList list = CheckedList.Of("Acme,,,\n,,,\nPart Number,Description,Qty,Remarks\nA-1,NdFeB magnet,2,NdFeB\nA-2,Screw,4,\nTotal,,6,\n");

        SheetAccounts accounts = list.Report.Sheets[0].Accounts.ShouldNotBeNull();
        (accounts.RowsRead, accounts.Lines, accounts.RowsLost).ShouldBe((5, 2, 0));
        accounts.Skipped.Sum(reason => reason.Count).ShouldBe(3);
        (accounts.CellsWithMentions, accounts.MentionsAccountedFor, accounts.MentionsReported).ShouldBe((2, 2, 0));
    }
}
