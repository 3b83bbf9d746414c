using System.Text;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Tests.Reading.Xlsx;

public class XlsxBomReaderTests
{
    private const string DateStyles =
        "<numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd;@\"/><numFmt numFmtId=\"165\" formatCode=\"00000\"/>"
            + "<numFmt numFmtId=\"166\" formatCode=\"[$-409]h:mm\\ AM/PM\"/>"
            + "<numFmt numFmtId=\"167\" formatCode=\"[Red]#,##0.00\\ &quot;days&quot;\"/></numFmts>"
        + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
        + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"166\"/>"
            + "<xf numFmtId=\"167\"/></cellXfs>";

    [Fact]
    public void Shared_inline_rich_and_formula_texts_are_read_and_phonetic_runs_left_out()
    {
        ReadFile file = WorkbookFile.Sheet(
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"inlineStr\"><is><t>in &amp; line</t></is></c>"
                + "<c r=\"D1\" t=\"str\"><f>A1</f><v>from formula</v></c></row>",
            "<si><t>plain</t></si><si><r><t>部</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\">品 </t></r><rPh sb=\"0\" eb=\"1\"><t>ブヒン</t></rPh>"
                + "<phoneticPr fontId=\"1\"/></si>").Read();

        file.Lines.ShouldBe(["1: plain|部品 |in & line|from formula"]);
    }

    [Fact]
    public void A_cell_reads_the_same_however_its_element_is_written()
    {
        string[] texts = [.. Enumerable.Range(0, 3000).Select(number => $"Part {number} {(number % 5 == 0 ? "Würth" : "")}")];
        string Sheet(Func<int, string> cells) => string.Concat(Enumerable.Range(1, texts.Length).Select(row => $"<row r=\"{row}\">{cells(row)}</row>"));
        string[] plain = WorkbookFile.Sheet(
            Sheet(row => $"<c r=\"A{row}\"><v>{row}</v></c><c r=\"B{row}\" s=\"0\" t=\"s\"><v>{row - 1}</v></c><c r=\"D{row}\" t=\"b\"><v>1</v></c>"),
            string.Concat(texts.Select(text => $"<si><t>{text}</t></si>"))).Read().Lines;
        string[] other = WorkbookFile.Sheet(
            Sheet(row => $"<c  r=\"A{row}\" ><v>{row}</v></c><c t=\"s\" r='B{row}'><v>{row - 1}</v></c><c r=\"C{row}\"/><c r=\"D{row}\" t=\"b\" >"
                + $"<v >1</v></c>"),
            string.Concat(texts.Select(text => $"<si><t xml:space=\"preserve\">{text}</t></si>"))).Read().Lines;

        plain.ShouldBe(texts.Select((text, at) => $"{at + 1}: {at + 1}|{text}||TRUE"));
        other.ShouldBe(plain);
    }

    [Fact]
    public void Escapes_character_references_and_cdata_are_decoded()
    {
        ReadFile file = WorkbookFile.Sheet(
            "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a_x000D_\nb_x005F_x0041_</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>&#916;&#x3A9;<![CDATA["
                + "<&>]]></t></is></c><c r=\"C1\" t=\"inlineStr\"><is><t>one<!-- note -->two</t></is></c></row>").Read();

        file.Lines.ShouldBe(["1: a\nb_x0041_|ΔΩ<&>|onetwo"]);
    }

    [Theory]
    [InlineData("45678", 1, "2025-01-21", CellKind.Date)]
    [InlineData("45678.5", 2, "2025-01-21T12:00:00", CellKind.Date)]
    [InlineData("1", 1, "1900-01-01", CellKind.Date)]
    [InlineData("61", 1, "1900-03-01", CellKind.Date)]
    [InlineData("0.4375", 4, "10:30:00", CellKind.Date)]
    [InlineData("1234", 3, "01234", CellKind.Number)]
    [InlineData("0.10000000000000001", 0, "0.1", CellKind.Number)]
    [InlineData("9.55E+12", 0, "9550000000000", CellKind.Number)]
    [InlineData("45678", 5, "45678", CellKind.Number)]
    [InlineData("-5", 1, "-5", CellKind.Number)]
    public void A_number_reads_as_its_format_shows_it(string stored, int style, string expected, CellKind kind)
    {
        ReadFile file = WorkbookFile.Sheet($"<row r=\"1\"><c r=\"A1\" s=\"{style}\"><v>{stored}</v></c></row>", styles: DateStyles).Read();

        file.Rows[0][1].ShouldBe(new BomCell(expected, kind));
    }

    [Fact]
    public void Dates_of_a_1904_workbook_count_from_1904()
    {
        ReadFile file = WorkbookFile.Sheet("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>0</v></c></row>", styles: DateStyles)
            .Replace("xl/workbook.xml", "<sheets>", "<workbookPr date1904=\"1\"/><sheets>").Read();

        file.Rows[0][1].Text.ShouldBe("1904-01-01");
    }

    [Fact]
    public void Truth_values_errors_and_iso_dates_keep_their_kind()
    {
        BomRow row = WorkbookFile.Sheet("<row r=\"1\"><c r=\"A1\" t=\"b\"><v>1</v></c><c r=\"B1\" t=\"e\"><v>#REF!</v></c><c r=\"C1\" t=\"d\">"
            + "<v>2026-02-05T00:00:00</v></c></row>").Read().Rows[0];

        row[1].ShouldBe(new BomCell("TRUE", CellKind.Boolean));
        row[2].ShouldBe(new BomCell("#REF!", CellKind.Error));
        row[3].ShouldBe(new BomCell("2026-02-05", CellKind.Date));
    }

    [Fact]
    public void A_formula_without_a_stored_value_is_unknown_and_reported_once()
    {
        ReadFile file = WorkbookFile.Sheet("<row r=\"1\"><c r=\"A1\"><f>B1*2</f></c><c r=\"B1\"><v>2</v></c></row><row r=\"2\"><c r=\"A2\"><f>B2*2</f></c>"
            + "<c r=\"B2\"><v>3</v></c></row>").Read();

        file.Rows[0][1].Kind.ShouldBe(CellKind.Error);
        file.Lines[0].ShouldBe("1: #VALUE!|2");
        file.Diagnostics.GetCount(DiagnosticIds.FormulaWithoutValue).ShouldBe(1);
    }

    [Theory]
    [InlineData("<c r=\"A1\" t=\"str\"><f>B1</f></c>", true)]
    [InlineData("<c r=\"A1\" t=\"b\"><f>B1</f></c>", true)]
    [InlineData("<c r=\"A1\" t=\"e\"><f>B1</f></c>", true)]
    [InlineData("<c r=\"A1\"><f t=\"shared\" si=\"0\"/><v/></c>", true)]
    [InlineData("<c r=\"A1\"><f>B1</f><v></v></c>", true)]
    [InlineData("<c r=\"A1\" t=\"str\"><f>\"\"</f><v></v></c>", false)]
    [InlineData("<c r=\"A1\" t=\"str\"><f>\"\"</f><v/></c>", false)]
    public void A_formula_of_any_type_needs_a_stored_value_and_an_empty_text_is_one(string cell, bool isUnread)
    {
        ReadFile file = WorkbookFile.Sheet($"<row r=\"1\">{cell}<c r=\"B1\"><v>2</v></c></row>").Read();

        file.Rows[0][1].Kind.ShouldBe(isUnread ? CellKind.Error : CellKind.Empty);
        file.Diagnostics.GetCount(DiagnosticIds.FormulaWithoutValue).ShouldBe(isUnread ? 1 : 0);
    }

    [Theory]
    [InlineData("<c r=\"A1\"><f>VLOOKUP(B1,Parts!A:B,2,0)</f><v>0</v></c>", "#VALUE!")]
    [InlineData("<c r=\"A1\" t=\"str\"><f>Parts!A1</f><v></v></c>", "#VALUE!")]
    [InlineData("<c r=\"A1\"><f>B1*2</f><v>4</v></c>", "4")]
    [InlineData("<c r=\"A1\"><v>0</v></c>", "0")]
    public void Zeros_and_blanks_of_a_workbook_that_asks_to_be_calculated_are_placeholders(string cell, string text)
    {
        ReadFile file = WorkbookFile.Sheet($"<row r=\"1\">{cell}<c r=\"B1\"><v>2</v></c></row>")
            .Replace("xl/workbook.xml", "</sheets>", "</sheets><calcPr calcId=\"1\" fullCalcOnLoad=\"1\"/>").Read();

        file.Lines[0].ShouldBe($"1: {text}|2");
    }

    [Fact]
    public void Rows_and_cells_without_addresses_follow_each_other()
    {
        ReadFile file = WorkbookFile.Sheet("<row><c><v>1</v></c><c/><c><v>3</v></c></row><row r=\"5\"><c r=\"B5\"><v>2</v></c><c><v>3</v></c></row><row><c>"
            + "<v>6</v></c></row>").Read();

        file.Lines.ShouldBe(["1: 1||3", "5: |2|3", "6: 6"]);
    }

    [Fact]
    public void Strict_namespaces_prefixes_and_absolute_targets_make_no_difference()
    {
        const string Strict = "http://purl.oclc.org/ooxml/officeDocument/relationships";
        ReadFile file = new WorkbookFile()
            .Part("_rels/.rels", $"<p:Relationships xmlns:p=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + $"<p:Relationship Id=\"a\" Type=\"{Strict}/officeDocument\" Target=\"/book/main.xml\"/></p:Relationships>")
            .Part("book/main.xml", $"<x:workbook xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\" xmlns:q=\"{Strict}\"><x:sheets>"
                + $"<x:sheet name=\"A &amp; B\" sheetId=\"7\" q:id=\"r9\"/></x:sheets></x:workbook>")
            .Part("book/_rels/main.xml.rels", $"<Relationships><Relationship Id=\"r9\" Type=\"{Strict}/worksheet\" Target=\"/data/one.xml\"/></Relationships>")
            .Part("data/one.xml", "<?xml version='1.0' encoding='utf-8'?><x:worksheet xmlns:x='http://purl.oclc.org/ooxml/spreadsheetml/main'><x:sheetData>"
                + "<x:row r='2'><x:c r='B2' t='inlineStr'><x:is><x:t>ok</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>")
            .Read();

        file.Document.ShouldNotBeNull().Tables[0].Name.ShouldBe("A & B");
        file.Lines.ShouldBe(["2: |ok"]);
    }

    [Fact]
    public void Hidden_rows_are_read_and_marked()
    {
        ReadFile file = WorkbookFile.Sheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\" hidden=\"1\"><c r=\"A2\"><v>2</v></c></row>").Read();

        file.Rows.Select(row => row.IsHidden).ShouldBe([false, true]);
    }

    [Fact]
    public void Hidden_sheets_are_marked_and_charts_are_no_sheets()
    {
        const string Id = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        ReadFile file = WorkbookFile.Sheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")
            .Replace("xl/workbook.xml", "</sheets>",
                "<sheet name=\"Chart\" sheetId=\"2\" r:id=\"rId8\"/><sheet name=\"Old\" sheetId=\"3\" state=\"veryHidden\" r:id=\"rId9\"/></sheets>")
            .Replace("xl/_rels/workbook.xml.rels", "</Relationships>",
                $"<Relationship Id=\"rId8\" Type=\"{Id}/chartsheet\" Target=\"chartsheets/sheet1.xml\"/>"
                    + $"<Relationship Id=\"rId9\" Type=\"{Id}/worksheet\" Target=\"worksheets/sheet2.xml\"/></Relationships>")
            .Part("xl/worksheets/sheet2.xml", "<worksheet/>")
            .Read();

        file.Document.ShouldNotBeNull().Tables.Select(table => (table.Name, table.IsHidden)).ShouldBe([("BOM", false), ("Old", true)]);
    }

    [Fact]
    public void A_cell_merged_over_item_rows_holds_for_each_of_them()
    {
        ReadFile file = WorkbookFile.Sheet(
            "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>China</t></is></c><c r=\"B1\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"/><c r=\"B2\">"
                + "<v>2</v></c></row><row r=\"3\"><c r=\"A3\"/></row><row r=\"4\"><c r=\"B4\"><v>4</v></c></row>",
            afterRows: "<mergeCells count=\"1\"><mergeCell ref=\"A1:A3\"/></mergeCells>").Read();

        file.Lines.ShouldBe(["1: China|1", "2: China|2", "4: |4"]);
        file.Rows[1].IsRepeated(1).ShouldBeTrue();
        file.Rows[0].IsRepeated(1).ShouldBeFalse();
    }

    [Fact]
    public void A_title_merged_over_columns_stays_in_its_first_cell()
    {
        ReadFile file = WorkbookFile.Sheet(
            "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Bill of materials</t></is></c></row>",
            afterRows: "<mergeCells count=\"1\"><mergeCell ref=\"A1:F1\"/></mergeCells>").Read();

        file.Rows[0].Width.ShouldBe(1);
    }

    [Fact]
    public void The_outline_level_is_the_rows_indent()
    {
        ReadFile file = WorkbookFile.Sheet(
            "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\" outlineLevel=\"2\"><c r=\"A2\"><v>2</v></c></row>",
            beforeRows: "<sheetFormatPr outlineLevelRow=\"2\"/>").Read();

        file.Rows.Select(row => row.Indent).ShouldBe([0, 2]);
    }

    [Fact]
    public void The_indent_of_left_aligned_text_is_the_rows_indent()
    {
        const string Styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"0\"><alignment horizontal=\"left\" indent=\"3\"/></xf></cellXfs>";
        ReadFile file = WorkbookFile.Sheet(
            "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c></row><row r=\"2\"><c r=\"A2\" s=\"1\" t=\"inlineStr\"><is><t>b</t></is></c></row>",
            styles: Styles).Read();

        file.Rows.Select(row => row.Indent).ShouldBe([0, 3]);
    }

    [Fact]
    public void A_sheet_in_utf_16_is_read()
    {
        ReadFile file = WorkbookFile.Sheet("")
            .Part("xl/worksheets/sheet1.xml", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-16\"?><worksheet><sheetData>"
                + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>磁铁</t></is></c></row></sheetData></worksheet>")])
            .Read();

        file.Lines.ShouldBe(["1: 磁铁"]);
    }

    [Fact]
    public void A_sheet_that_is_not_in_the_file_is_an_error_and_the_others_are_read()
    {
        ReadFile file = WorkbookFile.Sheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")
            .Replace("xl/workbook.xml", "<sheets>", "<sheets><sheet name=\"Gone\" sheetId=\"9\" r:id=\"rId77\"/>").Read();

        file.Ids.ShouldContain(DiagnosticIds.SheetMissing);
        file.Sheets[1].Count.ShouldBe(1);
    }

    [Fact]
    public void A_text_that_is_not_in_the_table_of_shared_texts_is_an_error_at_its_cell()
    {
        ReadFile file = WorkbookFile.Sheet("<row r=\"7\"><c r=\"C7\" t=\"s\"><v>9</v></c><c r=\"D7\"><v>1</v></c></row>").Read();

        file.Diagnostics.Items.ShouldContain(item => item.Id == DiagnosticIds.CellReferenceInvalid && item.Cell.Address == "C7");
    }

    [Fact]
    public void Parts_whose_names_differ_in_case_are_found()
    {
        ReadFile file = WorkbookFile.Sheet("")
            .Without("xl/worksheets/sheet1.xml")
            .Part("xl/Worksheets/Sheet1.xml", "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData></worksheet>").Read();

        file.Lines.ShouldBe(["1: 1"]);
    }
}
