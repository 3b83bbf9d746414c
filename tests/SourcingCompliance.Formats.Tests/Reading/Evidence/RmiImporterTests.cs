using System.Collections.Immutable;
using Shouldly;
using SourcingCompliance.Evidence;
using SourcingCompliance.Formats.Reading.Evidence;
using SourcingCompliance.Formats.Reading.Evidence.Rmi;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Formats.Tests.Reading.Evidence;

public class RmiImporterTests
{
    [Fact]
    public void A_typed_id_alone_is_resolved_by_the_list_of_the_file()
    {
        RmiSmelter smelter = Import(TemplateBook.Cmrt().Sheet("Smelter List", ("A5", "CID000001"))).Template.ShouldNotBeNull().Smelters.ShouldHaveSingleItem();

        (smelter.Metal, smelter.Name, smelter.Country?.Code, smelter.IsResolved).ShouldBe(("Tungsten", "Standard Works", "CN", true));
    }

    [Fact]
    public void The_official_name_of_taiwan_is_taiwan() =>
        Import(TemplateBook.Cmrt().Sheet("Smelter List", ("A5", "CID000002"))).Leads.ShouldHaveSingleItem().Country?.Code.ShouldBe("TW");

    [Fact]
    public void A_name_is_found_as_written_and_never_by_likeness()
    {
        RmiForm form = Import(TemplateBook.Cmrt()
            .Sheet("Smelter List", ("B5", "tungsten "), ("C5", "Alias Works"), ("B6", "Tungsten"), ("C6", "Alias Work"))).Template.ShouldNotBeNull();

        form.Smelters.Select(smelter => (smelter.Name, smelter.IsResolved)).ShouldBe([("Standard Works", true), ("Alias Work", false)]);
    }

    [Fact]
    public void No_row_is_dropped_however_many_there_are_and_repeated_ones_are_told()
    {
        (string, string)[] rows = [.. Enumerable.Range(5, 150).Select(row => ($"A{row}", "CID000001"))];

        ImportedEvidence imported = Import(TemplateBook.Cmrt().Sheet("Smelter List", rows));

        imported.Leads.Length.ShouldBe(150);
        imported.Contradictions.Count(words => words.Contains("the same entry", StringComparison.Ordinal)).ShouldBe(149);
    }

    [Fact]
    public void Unknown_not_declaring_did_not_survey_and_blank_are_four_answers()
    {
        RmiForm form = Import(TemplateBook.Emrt("Cobalt", "Lithium", "Mica", "Nickel")
            .Sheet("Declaration", ("D30", "Unknown"), ("D31", "Not declaring"), ("D32", "Did not survey"))).Template.ShouldNotBeNull();

        form.Minerals.Select(mineral => form.AnswerTo(1, mineral)?.Kind)
            .ShouldBe([RmiAnswerKind.Unknown, RmiAnswerKind.NotDeclaring, RmiAnswerKind.DidNotSurvey, RmiAnswerKind.Blank]);
    }

    [Fact]
    public void Rows_of_an_emrt_are_the_chosen_minerals_from_a_to_z_and_a_deleted_one_is_told()
    {
        ImportedEvidence imported = Import(TemplateBook.Emrt("Nickel", "(Delete Copper)", "Cobalt").Sheet("Declaration", ("D31", "Yes")));

        imported.Template.ShouldNotBeNull().AnswerTo(1, "Nickel")?.Kind.ShouldBe(RmiAnswerKind.Yes);
        imported.Left.ShouldContain(left => left.Text.Contains("Copper", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("A. Company")]
    [InlineData("C. User defined [Specify in 'Description of scope']")]
    [InlineData("")]
    public void Only_a_list_of_products_touches_parts(string scope)
    {
        ImportedEvidence imported = Import(TemplateBook.Cmrt(scope).Sheet("Smelter List", ("A5", "CID000001")).Sheet("Product List", ("B6", "G-1")));

        imported.Leads.ShouldHaveSingleItem().Parts.ShouldBeEmpty();
        imported.Statements.SelectMany(statement => statement.Items).ShouldBeEmpty();
    }

    [Fact]
    public void A_list_of_products_makes_a_statement_that_is_a_lead()
    {
        Statement statement = Import(TemplateBook.Cmrt().Sheet("Smelter List", ("A5", "CID000001"))
            .Sheet("Product List", ("B6", "00123"))).Statements.ShouldHaveSingleItem();

        statement.Source.IsLead.ShouldBeTrue();
        statement.Items.ShouldHaveSingleItem().Subject.ManufacturerPartNumber.ShouldBe("00123");
    }

    [Fact]
    public void A_notice_that_shows_an_error_is_no_product() =>
        Import(TemplateBook.Cmrt()
            .Sheet("Product List", ("B6", "G-1"), ("B7", "#VALUE!"), ("B8", "© 2025 Somebody"))).Template.ShouldNotBeNull().Products.ShouldHaveSingleItem();

    [Fact]
    public void Renamed_sheets_and_an_inserted_row_do_not_matter()
    {
        byte[] book = TemplateBook.Cmrt().Rename("Declaration", "Declaration (2)").Rename("Smelter List", "Smelter list ")
            .Sheet("Smelter list ", ("A6", "CID000001")).Bytes();

        EvidenceRun.Import(book).Leads.ShouldHaveSingleItem().Company.ShouldBe("Standard Works");
    }

    [Fact]
    public void A_used_metal_that_is_denied_contradicts_its_smelters() =>
        Import(TemplateBook.Cmrt().Sheet("Declaration", ("D29", "No")).Sheet("Smelter List", ("A5", "CID000001"))).Contradictions.ShouldContain(
            words => words.Contains("Tungsten is not used", StringComparison.Ordinal));

    [Theory]
    [InlineData("14.09.2026", true)]
    [InlineData("46279", true)]
    [InlineData("03/08/2026", false)]
    public void A_date_is_read_unless_it_can_be_read_in_two_ways(string text, bool isRead) =>
        Import(TemplateBook.Cmrt().Sheet("Declaration", ("D22", text))).Template.ShouldNotBeNull().EffectiveDate.HasValue.ShouldBe(isRead);

    [Fact]
    public void An_edition_whose_layout_is_not_known_is_refused_by_name()
    {
        var diagnostics = new DiagnosticBag();

        EvidenceRun.Import(TemplateBook.Cmrt().Sheet("Declaration", ("J3", "Revision 9.1")).Bytes(), diagnostics).Leads.ShouldBeEmpty();

        diagnostics.Items.ShouldHaveSingleItem().Id.ShouldBe(DiagnosticIds.FormRefused);
    }

    private static ImportedEvidence Import(TemplateBook book) => EvidenceRun.Import(book.Bytes());
}
