using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using SourcingCompliance.Formats.Reading;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Tests.Reading;

/// <summary>Hostile and huge input: refused soon, with an error, and with the rows before it.</summary>
public class ReadLimitsTests
{
    private const string Row = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";

    [Fact]
    public void A_bomb_in_a_sheet_is_refused_soon_and_the_rows_before_it_stay()
    {
        byte[] head = Encoding.UTF8.GetBytes($"<worksheet><sheetData>{Row}");
        byte[] sheet = new byte[200 << 20];
        sheet.AsSpan().Fill((byte)' ');
        head.CopyTo(sheet, 0);
        byte[] bomb = WorkbookFile.Sheet(Row).Part("xl/worksheets/sheet1.xml", sheet).Bytes(CompressionLevel.Optimal);
        long start = Stopwatch.GetTimestamp();

        ReadFile file = ReadFile.Of(bomb, "bom.xlsx");

        Stopwatch.GetElapsedTime(start).TotalSeconds.ShouldBeLessThan(5);
        file.Ids.ShouldAllBe(id => id == DiagnosticIds.ReadLimitReached);
        file.Lines.ShouldBe(["1: 1"]);
    }

    [Fact]
    public void What_stands_behind_the_rows_cannot_hide_a_limit()
    {
        ReadFile file = WorkbookFile.Sheet(Row, afterRows: "<mergeCells>"
            + string.Concat(Enumerable.Repeat("<mergeCell ref=\"A1:A2\"/>", 50)) + "</mergeCells>")
            .Read(limits: ReadLimits.Default with { MaximumMergedRanges = 10 });

        file.Lines.ShouldBe(["1: 1"]);
        file.Ids.ShouldBe([DiagnosticIds.ReadLimitReached]);
    }

    [Fact]
    public void Rows_with_content_are_repeated_up_to_a_limit()
    {
        ReadFile file = Spreadsheet("<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell office:value-type=\"string\">"
            + "<text:p>x</text:p></table:table-cell></table:table-row>")
            .Read("bom.ods", ReadLimits.Default with { MaximumRepeatedRows = 20 });

        file.Rows.Count.ShouldBe(21);
        file.Ids.ShouldBe([DiagnosticIds.ReadLimitReached]);
        file.Diagnostics.Items[0].Message.ShouldContain("MaximumRepeatedRows");
    }

    [Fact]
    public void Cells_with_content_are_repeated_up_to_a_limit()
    {
        string row = "<table:table-row><table:table-cell table:number-columns-repeated=\"16384\" office:value-type=\"string\">"
            + "<text:p>x</text:p></table:table-cell></table:table-row>";

        ReadFile file = Spreadsheet(string.Concat(Enumerable.Repeat(row, 10))).Read("bom.ods", ReadLimits.Default with { MaximumRepeatedCells = 40_000 });

        file.Rows.Count.ShouldBe(2);
        file.Ids.ShouldBe([DiagnosticIds.ReadLimitReached]);
    }

    [Fact]
    public void Merged_cells_are_repeated_up_to_a_limit()
    {
        string rows = string.Concat(Enumerable.Range(1, 100)
            .Select(row => $"<row r=\"{row}\"><c r=\"A{row}\"><v>1</v></c>{(row == 1 ? "<c r=\"B1\"><v>2</v></c>" : "")}</row>"));

        ReadFile file = WorkbookFile.Sheet(rows, afterRows: "<mergeCells><mergeCell ref=\"B1:B100\"/></mergeCells>")
            .Read(limits: ReadLimits.Default with { MaximumRepeatedCells = 50 });

        file.Rows.Count.ShouldBe(51);
        file.Ids.ShouldBe([DiagnosticIds.ReadLimitReached]);
    }

    [Fact]
    public void Merges_that_lie_over_each_other_or_hold_nothing_cost_nothing()
    {
        string rows = string.Concat(Enumerable.Range(1, 20_000).Select(row => $"<row r=\"{row}\"><c r=\"A{row}\"><v>1</v></c></row>"));
        string merges = string.Concat(Enumerable.Range(1, 20_000).Select(row => $"<mergeCell ref=\"{(row % 2 == 0 ? "A" : "C")}{row}:A30000\"/>"));
        long start = Stopwatch.GetTimestamp();

        ReadFile file = WorkbookFile.Sheet(rows, afterRows: $"<mergeCells>{merges}</mergeCells>").Read();

        // With each merge open until its end this takes a minute.
        file.Rows.Count.ShouldBe(20_000);
        Stopwatch.GetElapsedTime(start).TotalSeconds.ShouldBeLessThan(10);
    }

    [Fact]
    public void Two_sheets_that_share_one_part_are_an_error()
    {
        ReadFile file = WorkbookFile.Sheet(Row).Replace("xl/workbook.xml", "</sheets>", "<sheet name=\"Again\" sheetId=\"2\" r:id=\"rId1\"/></sheets>").Read();

        file.Ids.ShouldBe([DiagnosticIds.SheetMissing]);
    }

    [Fact]
    public void A_table_of_empty_shared_texts_has_an_end_too()
    {
        WorkbookFile.Sheet("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>", string.Concat(Enumerable.Repeat("<si/>", 100)))
            .Read(limits: ReadLimits.Default with { MaximumSharedStringCharacters = 1000 }).Ids.ShouldBe([DiagnosticIds.ReadLimitReached]);
    }

    [Fact]
    public void Inflated_bytes_are_counted_while_they_flow()
    {
        string rows = string.Concat(Enumerable.Range(1, 5000)
            .Select(i => string.Create(CultureInfo.InvariantCulture, $"<row r=\"{i}\"><c r=\"A{i}\"><v>{i}</v></c></row>")));

        ReadFile file = WorkbookFile.Sheet(rows).Read(limits: ReadLimits.Default with { MaximumInflatedBytes = 100_000 });

        file.Ids.ShouldAllBe(id => id == DiagnosticIds.ReadLimitReached);
        file.Ids.ShouldNotBeEmpty();
    }

    [Fact]
    public void Rows_beyond_the_limit_end_the_sheet_with_an_error_and_the_rows_before_stay()
    {
        ReadLimits limits = ReadLimits.Default with { MaximumRows = 2, MaximumTextRows = 2 };

        ReadFile csv = ReadFile.Of("a,b\n1,2\n3,4\n"u8.ToArray(), "bom.csv", limits);
        ReadFile xlsx = WorkbookFile.Sheet(Row + "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"3\"><c r=\"A3\"><v>1</v></c></row>").Read(limits: limits);

        csv.Rows.Count.ShouldBe(2);
        csv.Ids.ShouldBe([DiagnosticIds.ReadLimitReached]);
        xlsx.Rows.Count.ShouldBe(2);
        xlsx.Ids.ShouldBe([DiagnosticIds.ReadLimitReached]);
    }

    [Fact]
    public void A_text_file_may_have_more_rows_than_a_worksheet_and_its_limit_is_named()
    {
        const int Rows = 1_100_000;
        using var content = new MemoryStream(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("a,1\n", Rows))), writable: false);
        var diagnostics = new DiagnosticBag();
        using BomDocument whole = BomDocumentReader.Open(content, "bom.csv", ReadLimits.Default, diagnostics).ShouldNotBeNull();

        whole.Tables[0].Rows.Count().ShouldBe(Rows);
        diagnostics.Items.ShouldBeEmpty();

        using BomDocument cut = BomDocumentReader.Open(content, "bom.csv", ReadLimits.Default with { MaximumTextRows = 10 }, diagnostics).ShouldNotBeNull();
        cut.Tables[0].Rows.Count().ShouldBe(10);
        diagnostics.Items.ShouldHaveSingleItem().Message.ShouldContain("10 rows of a text file, the limit MaximumTextRows");
    }

    [Theory]
    [InlineData("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>", DiagnosticIds.ReadLimitReached)]
    [InlineData("<row r=\"1\"><c r=\"ZZZZZZZZZZZZ1\"><v>1</v></c></row>", DiagnosticIds.ReadLimitReached)]
    [InlineData("<row r=\"99999999999999\"><c><v>1</v></c></row>", DiagnosticIds.ReadLimitReached)]
    [InlineData("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"!!\"><v>1</v></c></row>", DiagnosticIds.CellReferenceInvalid)]
    [InlineData("<row r=\"1\"><c r=\"A2\"><v>1</v></c></row>", DiagnosticIds.CellReferenceInvalid)]
    public void Addresses_that_no_sheet_has_are_errors(string rows, string id)
    {
        ReadFile file = WorkbookFile.Sheet(rows).Read();

        file.Ids.ShouldBe([id]);
        file.Diagnostics.HasErrors.ShouldBeTrue();
    }

    [Fact]
    public void A_million_columns_end_at_the_limit()
    {
        ReadFile csv = ReadFile.Of(Encoding.ASCII.GetBytes(new string(',', 1_000_000) + "\n"), "bom.csv");
        ReadFile xlsx = WorkbookFile.Sheet("<row r=\"1\">" + string.Concat(Enumerable.Repeat("<c><v>1</v></c>", 20_000)) + "</row>").Read();

        csv.Ids.ShouldBe([DiagnosticIds.ReadLimitReached]);
        xlsx.Ids.ShouldBe([DiagnosticIds.ReadLimitReached]);
    }

    [Fact]
    public void A_line_without_end_ends_at_the_limit()
    {
        ReadFile file = ReadFile.Of(Encoding.ASCII.GetBytes("a,b\n1," + new string('x', 5_000_000)), "bom.csv");

        file.Lines.ShouldBe(["1: a|b"]);
        file.Ids.ShouldBe([DiagnosticIds.ReadLimitReached]);
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"b\">]>", DiagnosticIds.FileDamaged)]
    [InlineData("<a><a><a><a><a><a><a><a><a><a>", DiagnosticIds.ReadLimitReached)]
    public void Document_types_and_deep_nesting_are_refused_in_every_part(string xml, string id)
    {
        foreach (string part in (string[])["xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml",
            "xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels"])
        {
            WorkbookFile workbook = WorkbookFile.Sheet("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>0</v></c></row>",
                "<si><t>a</t></si>")
                .Part(part, string.Concat(Enumerable.Repeat(xml, id == DiagnosticIds.ReadLimitReached ? 20 : 1)) + "<b>");

            workbook.Read().Ids.ShouldContain(id, part);
        }
    }

    [Theory]
    [InlineData("&bogus;")]
    [InlineData("&#xFFFFFFFF;")]
    [InlineData("&#0x1;")]
    [InlineData("& alone")]
    public void Entities_that_xml_does_not_define_are_damage(string text)
    {
        WorkbookFile.Sheet($"<row r=\"1\"><c r=\"A1\" t=\"str\"><v>{text}</v></c></row>").Read().Ids.ShouldBe([DiagnosticIds.FileDamaged]);
    }

    [Fact]
    public void An_archive_that_is_cut_off_is_damage()
    {
        byte[] whole = WorkbookFile.Sheet(Row).Bytes();

        ReadFile.Of(whole[..(whole.Length / 2)], "bom.xlsx").Ids.ShouldBe([DiagnosticIds.FileDamaged]);
    }

    [Fact]
    public void Two_entries_of_one_name_are_damage_because_programs_differ_in_which_they_show()
    {
        byte[] content = WorkbookFile.Sheet(Row).Again("xl/worksheets/sheet1.xml", "<worksheet/>"u8.ToArray()).Bytes();

        ReadFile.Of(content, "bom.xlsx").Ids.ShouldBe([DiagnosticIds.FileDamaged]);
    }

    [Fact]
    public void Relationships_that_lead_in_a_circle_end()
    {
        ReadFile file = WorkbookFile.Sheet(Row)
            .Replace("xl/_rels/workbook.xml.rels", "worksheets/sheet1.xml", "../xl/workbook.xml").Read();

        file.Rows.ShouldBeEmpty();
    }

    [Fact]
    public void Too_many_entries_sheets_merges_or_shared_characters_are_refused()
    {
        WorkbookFile workbook = WorkbookFile.Sheet(
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>", "<si><t>abcdef</t></si>",
            afterRows: "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:B2\"/></mergeCells>");

        workbook.Read(limits: ReadLimits.Default with { MaximumArchiveEntries = 3 }).Ids.ShouldBe([DiagnosticIds.ReadLimitReached]);
        workbook.Read(limits: ReadLimits.Default with { MaximumSheets = 0 }).Ids.ShouldBe([DiagnosticIds.ReadLimitReached]);
        workbook.Read(limits: ReadLimits.Default with { MaximumMergedRanges = 1 }).Ids.ShouldBe([DiagnosticIds.ReadLimitReached]);
        workbook.Read(limits: ReadLimits.Default with { MaximumSharedStringCharacters = 5 }).Ids.ShouldBe([DiagnosticIds.ReadLimitReached]);
        workbook.Read(limits: ReadLimits.Default with { MaximumFileBytes = 10 }).Ids.ShouldBe([DiagnosticIds.ReadLimitReached]);
        workbook.Read(limits: ReadLimits.Default with { MaximumCellCharacters = 1 }).Document.ShouldNotBeNull();
    }

    [Fact]
    public void Cells_are_counted_with_the_gaps_before_them()
    {
        ReadFile file = WorkbookFile.Sheet("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row><row r=\"2\"><c r=\"XFD2\"><v>1</v></c></row>")
            .Read(limits: ReadLimits.Default with { MaximumCells = 20_000 });

        file.Rows.Count.ShouldBe(1);
        file.Ids.ShouldBe([DiagnosticIds.ReadLimitReached]);
    }

    private static WorkbookFile Spreadsheet(string rows) => WorkbookFile.Ods($"<table:table table:name=\"a\">{rows}</table:table>");
}
