using SourcingCompliance.Primitives.Diagnostics;
using static SourcingCompliance.Formats.Tests.Reading.Xls.OldWorkbookFile;

namespace SourcingCompliance.Formats.Tests.Reading.Xls;

/// <summary>An old workbook says most things twice: what contradicts itself is damaged, and what a sound program writes is not.</summary>
public class WorkbookBooksTests
{
    private static readonly byte[][] Texts = [SharedTexts(4, "Part", "Country", "A-1", "China")];

    private static readonly byte[][] Cells =
        [Dimensions(2, 2), Row(0, 2), Row(1, 2), Shared(0, 0, 0), Shared(0, 1, 1), Shared(1, 0, 2), Shared(1, 1, 3)];

    [Fact]
    public void A_workbook_whose_records_agree_is_read_without_a_word()
    {
        ReadFile file = ReadFile.Of(OfRecords(Texts, Cells), "bom.xls");

        file.Lines.ShouldBe(["1: Part|Country", "2: A-1|China"]);
        file.Diagnostics.Items.ShouldBeEmpty();
    }

    [Fact]
    public void Rows_that_are_stated_and_not_there_are_damage() => ErrorOf(Texts, [Dimensions(9, 2), .. Cells[1..]]).ShouldContain("states 9 rows");

    [Fact]
    public void A_row_that_a_program_created_and_left_empty_is_no_damage() =>
        ReadFile.Of(OfRecords(Texts, [Dimensions(3, 2), Row(2, 0), .. Cells[1..]]), "bom.xls").Diagnostics.Items.ShouldBeEmpty();

    [Fact]
    public void Cells_outside_the_stated_extent_are_damage() => ErrorOf(Texts, [Dimensions(1, 2), .. Cells[1..]]).ShouldContain("outside the 1 rows");

    [Fact]
    public void Cells_outside_the_columns_of_their_row_are_damage() =>
        ErrorOf(Texts, [Dimensions(2, 4), .. Cells[1..6], Shared(1, 3, 3)]).ShouldContain("outside the columns");

    [Fact]
    public void A_cell_that_stands_behind_a_later_one_is_damage() =>
        ErrorOf(Texts, [.. Cells[..5], Shared(1, 1, 3), Shared(1, 0, 2)]).ShouldContain("stands after");

    [Fact]
    public void An_unknown_record_among_the_cells_may_be_a_lost_cell() =>
        ErrorOf(Texts, [.. Cells[..5], Record(0xED, new byte[10]), .. Cells[6..]]).ShouldContain("0xED");

    [Fact]
    public void A_text_that_the_table_does_not_hold_is_damage() => ErrorOf(Texts, [.. Cells[..6], Shared(1, 1, 75)]).ShouldContain("does not hold");

    [Fact]
    public void A_record_that_is_too_long_for_its_type_is_damage() =>
        ErrorOf(Texts, [.. Cells[..6], Record(0xFD, new byte[26])], DiagnosticIds.FileDamaged).ShouldContain("26 bytes");

    [Fact]
    public void A_table_with_fewer_texts_than_it_states_is_damage()
    {
        byte[] texts = SharedTexts(4, "Part", "Country", "A-1", "China");
        texts[8]++;

        ErrorOf([texts], Cells, DiagnosticIds.FileDamaged).ShouldContain("table of texts");
    }

    [Fact]
    public void A_text_that_goes_on_in_a_further_record_is_counted_once()
    {
        byte[] whole = SharedTexts(4, "Part", "Country", "A-1", "China");
        byte[][] texts = [Record(0xFC, whole[4..^3]), Record(0x3C, [0, .. whole[^3..]])];

        ReadFile.Of(OfRecords(texts, Cells), "bom.xls").Diagnostics.Items.ShouldBeEmpty();
    }

    [Fact]
    public void A_text_that_no_cell_shows_any_more_is_told()
    {
        ReadFile file = ReadFile.Of(OfRecords(Texts, [.. Cells[..6], Shared(1, 1, 2)]), "bom.xls");

        file.Ids.ShouldBe([DiagnosticIds.WorkbookContradictory]);
        file.Diagnostics.HasErrors.ShouldBeFalse();
    }

    [Fact]
    public void A_sheet_without_an_end_is_damage()
    {
        byte[] content = OfRecords(Texts, [.. Cells, Record(0x809, new byte[16])]);

        ReadFile.Of(content, "bom.xls").Diagnostics.Items.ShouldContain(item => item.Severity == DiagnosticSeverity.Error && item.Message.Contains("no end"));
    }

    [Fact]
    public void A_list_of_sheets_that_leads_nowhere_is_damage()
    {
        byte[] content = OfRecords(Texts, Cells);
        int place = content.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x85, 0, 12, 0]) + 4;
        content[place] ^= 2;

        ReadFile.Of(content, "bom.xls").Ids.ShouldBe([DiagnosticIds.FileDamaged]);
    }

    [Fact]
    public void A_chain_that_leaves_sectors_out_is_damage()
    {
        byte[] content = OfRecords(Texts, Cells);
        int table = (BitConverter.ToInt32(content, 76) + 1) * 512;
        BitConverter.GetBytes(3).CopyTo(content, table);

        ReadFile.Of(content, "bom.xls").Ids.ShouldBe([DiagnosticIds.FileDamaged]);
    }

    private static string ErrorOf(byte[][] shared, byte[][] sheet, string id = DiagnosticIds.WorkbookContradictory)
    {
        Diagnostic[] errors = [.. ReadFile.Of(OfRecords(shared, sheet), "bom.xls").Diagnostics.Items.Where(item => item.Severity == DiagnosticSeverity.Error)];
        errors.ShouldContain(item => item.Id == id);
        return string.Join(" ", errors.Select(item => item.Message));
    }
}
