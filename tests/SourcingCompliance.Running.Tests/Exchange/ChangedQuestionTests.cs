using ClosedXML.Excel;
using SourcingCompliance.Evidence;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Reports.Requests;
using SourcingCompliance.Running.Exchange;
using SourcingCompliance.Running.Tests.Evidence;
using static SourcingCompliance.Running.Tests.Exchange.AnswerRoundTripTests;

namespace SourcingCompliance.Running.Tests.Exchange;

/// <summary>Answers to something else than what was asked: another question, another part, one lot.</summary>
public sealed class ChangedQuestionTests
{
    private static readonly (string, string)[] Signed = [("signer", "Ann Example"), ("signed", "2026-11-20")];

    [Fact]
    public void Answers_to_a_question_that_was_changed_are_listed_with_both_texts_and_pass_nothing()
    {
        using var folder = new LedgerOnDisk();
        string path = Answered(folder);
        Replace(path, "Country where it was sintered", "Country where it was NOT sintered");
        var diagnostics = new DiagnosticBag();

        Receipt receipt = Receive(folder, path, told: diagnostics);

        Diagnostic changed = diagnostics.Items.Single(diagnostic => diagnostic.Id == "SC9538");
        changed.Cell.Column.ShouldBeGreaterThan(0);
        changed.Message.ShouldContain("Country where it was NOT sintered [sintered]");
        changed.Message.ShouldContain("Country where it was sintered [sintered]");
        receipt.Statements.Single().Unread.ShouldContain(unread => unread.Text == "Japan" && unread.Reason.Contains("NOT sintered", StringComparison.Ordinal));
        receipt.Questionnaire.ShouldNotBeNull().Missing.ShouldContain(missing => missing.Question.Code == "sintered");
        LedgerOnDisk.VerdictOf(folder.Check(), "MAG-22").ShouldBe(Verdict.Open);
    }

    [Theory]
    [InlineData("Country where it was sintered", "COUNTRY  WHERE it was sintered")]
    [InlineData("Contains? [contains]", "Contains [contains]")]
    public void A_title_that_a_program_wrote_in_another_way_asks_the_same(string title, string saved)
    {
        using var folder = new LedgerOnDisk();
        string path = Answered(folder);
        Replace(path, title, saved);
        var diagnostics = new DiagnosticBag();

        Receive(folder, path, told: diagnostics);

        diagnostics.Items.ShouldNotContain(diagnostic => diagnostic.Id == "SC9538");
        LedgerOnDisk.VerdictOf(folder.Check(), "MAG-22").ShouldBe(Verdict.Pass);
    }

    [Theory]
    [InlineData("part", "MAG-23")]
    [InlineData("maker", "Other Magnetics")]
    [InlineData("maker-part", "N42-13")]
    [InlineData("material", "tantalum metal or alloy")]
    public void A_row_that_was_retyped_to_another_part_answers_nothing_and_is_named(string code, string text)
    {
        using var folder = new LedgerOnDisk();
        var diagnostics = new DiagnosticBag();

        Receipt receipt = Receive(folder,
            Put(folder, Ask(folder, "Acme Magnetics"), (_, column) => column == code ? text : IsStage(column) ? "Japan" : null, Signed), told: diagnostics);

        receipt.Statements.Single().Items.ShouldBeEmpty();
        receipt.Statements.Single().Unread.ShouldHaveSingleItem().Reason.ShouldContain(text);
        diagnostics.Items.Single(diagnostic => diagnostic.Id == "SC9538").Message.ShouldContain(text);
        LedgerOnDisk.VerdictOf(folder.Check(), "MAG-22").ShouldBe(Verdict.Open);
    }

    [Fact]
    public void A_maker_and_part_number_in_another_case_are_the_same_part()
    {
        using var folder = new LedgerOnDisk();

        Receive(folder, Put(folder, Ask(folder, "Acme Magnetics"),
            (_, code) => code switch { "maker" => "ACME  Magnetics", "maker-part" => " n42-12 ", _ => IsStage(code) ? "Japan" : null }, Signed));

        LedgerOnDisk.VerdictOf(folder.Check(), "MAG-22").ShouldBe(Verdict.Pass);
    }

    [Theory]
    [InlineData("Japan", Verdict.Open)]
    [InlineData("China", Verdict.Violation)]
    public void An_answer_for_one_lot_clears_no_part_and_the_part_is_asked_about_again(string country, Verdict expected)
    {
        using var folder = new LedgerOnDisk();

        Receipt receipt = Receive(folder,
            Put(folder, Ask(folder, "Acme Magnetics"), (_, code) => code == "lot" ? "7731" : IsStage(code) ? country : null, Signed));

        receipt.Statements.Single().Items.Single().Subject.Words.ShouldContain("lot 7731");
        receipt.Questionnaire.ShouldNotBeNull().Missing.ShouldNotBeEmpty();
        LedgerOnDisk.VerdictOf(folder.Check(), "MAG-22").ShouldBe(expected);
    }

    [Fact]
    public void An_answer_signed_by_another_company_is_that_companys_statement()
    {
        using var folder = new LedgerOnDisk();

        Receipt receipt = Receive(folder,
            Put(folder, Ask(folder, "Acme Magnetics"), (_, code) => IsStage(code) ? "Japan" : null, [.. Signed, ("company", "Broker Ltd")]));

        receipt.Statements.Single().Supplier.Name.ShouldBe("Broker Ltd");
        LedgerOnDisk.VerdictOf(folder.Check(), "MAG-22").ShouldBe(Verdict.Open);
    }

    [Fact]
    public void Formulas_and_hidden_rows_and_columns_are_read_as_values_and_reported()
    {
        using var folder = new LedgerOnDisk();
        string path = Filled(folder, sheet =>
        {
            IXLCell first = Answers(sheet).First();
            first.FormulaA1 = "=CONCATENATE(\"Ja\",\"pan\")";
            first.WorksheetRow().Hide();
            first.WorksheetColumn().Hide();
        });

        Receipt receipt = Receive(folder, path);

        receipt.Warnings.ShouldContain(warning => warning.Contains("with a formula", StringComparison.Ordinal));
        receipt.Warnings.ShouldContain(warning => warning.Contains("1 hidden row", StringComparison.Ordinal));
        LedgerOnDisk.VerdictOf(folder.Check(), "MAG-22").ShouldBe(Verdict.Pass);
    }

    [Fact]
    public void An_answer_merged_over_the_cells_beside_it_answers_its_own_question_only()
    {
        using var folder = new LedgerOnDisk();
        string path = Filled(folder, sheet =>
        {
            IXLCell first = Answers(sheet).First();
            sheet.Range(first, Answers(sheet).Last()).Merge();
        });

        Receive(folder, path).Statements.Single().Items.Single().Facts.ShouldHaveSingleItem();

        LedgerOnDisk.VerdictOf(folder.Check(), "MAG-22").ShouldBe(Verdict.Open);
    }

    [Fact]
    public void A_workbook_with_two_sheets_that_answer_differently_is_refused()
    {
        using var folder = new LedgerOnDisk();
        string path = Filled(folder, sheet => Answers(sheet.CopyTo("Instructions")).First().SetValue("China"));
        var diagnostics = new DiagnosticBag();

        Receive(folder, path, told: diagnostics).Statements.ShouldBeEmpty();

        diagnostics.Items.ShouldContain(diagnostic => diagnostic.Id == "SC9539" && diagnostic.Message.Contains("Instructions", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Japan / China")]
    [InlineData("Japan or Malaysia")]
    public void Two_answers_in_one_cell_pass_nothing(string text)
    {
        using var folder = new LedgerOnDisk();

        Receive(folder, Put(folder, Ask(folder, "Acme Magnetics"), (_, code) => code == "melted" ? text : IsStage(code) ? "Japan" : null, Signed));

        LedgerOnDisk.VerdictOf(folder.Check(), "MAG-22").ShouldNotBe(Verdict.Pass);
    }

    [Theory]
    [InlineData("US and China", Verdict.Violation)]
    [InlineData("US & CN", Verdict.Violation)]
    [InlineData("US; CN", Verdict.Violation)]
    [InlineData("US 60%; CN 40%", Verdict.Violation)]
    [InlineData("US or China", Verdict.Open)]
    [InlineData("US, CN", Verdict.Open)]
    [InlineData("US and Japan", Verdict.Pass)]
    public void Both_countries_of_an_answer_count_and_a_choice_between_them_is_open(string text, Verdict expected)
    {
        using var folder = new LedgerOnDisk();

        Receive(folder, Put(folder, Ask(folder, "Acme Magnetics"), (_, code) => code == "melted" ? text : IsStage(code) ? "Japan" : null, Signed));

        LedgerOnDisk.VerdictOf(folder.Check(), "MAG-22").ShouldBe(expected);
    }

    [Theory]
    [InlineData("Yes / No", "Japan", Verdict.Pass)]
    [InlineData("No", "China", Verdict.Violation)]
    public void Yes_and_no_in_one_cell_is_listed_and_no_beside_countries_takes_none_of_them_away(string contains, string country, Verdict expected)
    {
        using var folder = new LedgerOnDisk();

        Receipt receipt = Receive(folder,
            Put(folder, Ask(folder, "Motorco"), (_, code) => code == "contains" ? contains : IsStage(code) ? country : null, Signed));

        receipt.Statements.Single().Unread.Any(unread => unread.Text == contains).ShouldBe(expected == Verdict.Pass);
        LedgerOnDisk.VerdictOf(folder.Check(), "MOT-1").ShouldBe(expected);
    }

    private static string Answered(LedgerOnDisk folder) => Put(folder, Ask(folder, "Acme Magnetics"), (_, code) => IsStage(code) ? "Japan" : null, Signed);

    private static void Replace(string path, string one, string other)
    {
        string text = File.ReadAllText(path);
        text.ShouldContain(one);
        File.WriteAllText(path, text.Replace(one, other, StringComparison.Ordinal));
    }

    private static string Filled(LedgerOnDisk folder, Action<IXLWorksheet> change)
    {
        string path = FilledAnswer.Workbook(Ask(folder, "Acme Magnetics"), folder.Root);
        using var book = new XLWorkbook(path);
        IXLWorksheet sheet = book.Worksheet(1);
        sheet.Unprotect();
        foreach ((string code, string text) in Signed)
        {
            sheet.CellsUsed(cell => cell.GetString().EndsWith($"[{code}]", StringComparison.Ordinal)).First().CellRight().SetValue(text);
        }

        foreach (IXLCell cell in Answers(sheet))
        {
            cell.SetValue("Japan");
        }

        change(sheet);
        book.SaveAs(path, new SaveOptions { EvaluateFormulasBeforeSaving = true });
        return path;
    }

    private static IEnumerable<IXLCell> Answers(IXLWorksheet sheet) =>
        [.. sheet.CellsUsed(cell => cell.GetString() is var text && text.StartsWith("Country ", StringComparison.Ordinal) && text.EndsWith(']'))
            .OrderBy(cell => cell.Address.ColumnNumber).Select(cell => cell.CellBelow())];
}
