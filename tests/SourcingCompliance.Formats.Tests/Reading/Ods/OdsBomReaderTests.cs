using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Tests.Reading.Ods;

public class OdsBomReaderTests
{
    [Fact]
    public void Repeated_rows_and_columns_are_counted_and_blank_ones_cost_nothing()
    {
        ReadFile file = Table(
            "<table:table-row table:number-rows-repeated=\"3\"><table:table-cell table:number-columns-repeated=\"1024\"/></table:table-row>"
            + "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell/><table:table-cell table:number-columns-repeated=\"2\" "
            + "office:value-type=\"string\"><text:p>x</text:p></table:table-cell><table:table-cell table:number-columns-repeated=\"16381\"/></table:table-row>"
            + "<table:table-row table:number-rows-repeated=\"1048571\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>");

        file.Lines.ShouldBe(["4: |x|x", "5: |x|x"]);
        file.Diagnostics.HasErrors.ShouldBeFalse();
    }

    [Fact]
    public void Values_keep_their_kind()
    {
        BomRow row = Table(
            "<table:table-row><table:table-cell office:value-type=\"float\" office:value=\"0.25\"><text:p>0,25</text:p></table:table-cell>"
            + "<table:table-cell office:value-type=\"date\" office:date-value=\"2026-02-05T00:00:00\"><text:p>5. Feb</text:p></table:table-cell>"
            + "<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\"><text:p>WAHR</text:p></table:table-cell>"
            + "<table:table-cell office:value-type=\"float\" office:value=\"123\"><text:p>00123</text:p></table:table-cell>"
            + "<table:table-cell office:value-type=\"time\" office:time-value=\"PT10H30M00S\"><text:p>10:30</text:p></table:table-cell>"
            + "<table:table-cell office:value-type=\"string\" calcext:value-type=\"error\"><text:p>#REF!</text:p></table:table-cell>"
                + "</table:table-row>").Rows[0];

        row.Cells.ToArray().ShouldBe(
        [
            new("0.25", CellKind.Number), new("2026-02-05", CellKind.Date), new("TRUE", CellKind.Boolean), new("00123", CellKind.Number),
            new("10:30:00", CellKind.Date), new("#REF!", CellKind.Error),
        ]);
    }

    [Fact]
    public void Paragraphs_spans_blanks_and_breaks_make_the_text_and_comments_do_not()
    {
        ReadFile file = Table(
            "<table:table-row><table:table-cell office:value-type=\"string\"><office:annotation><text:p>a comment</text:p></office:annotation><text:p>one"
                + "<text:s text:c=\"2\"/><text:span>two</text:span>\n three</text:p><text:p>a<text:line-break/>b<text:tab/>c</text:p></table:table-cell>"
                    + "</table:table-row>");

        file.Rows[0][1].Text.ShouldBe("one  two three\na\nb\tc");
    }

    [Fact]
    public void A_cell_that_spans_rows_holds_for_each_of_them()
    {
        ReadFile file = Table(
            "<table:table-row><table:table-cell table:number-rows-spanned=\"2\" office:value-type=\"string\"><text:p>China</text:p></table:table-cell>"
                + "<table:table-cell office:value-type=\"string\"><text:p>a</text:p></table:table-cell></table:table-row>"
            + "<table:table-row><table:covered-table-cell/><table:table-cell office:value-type=\"string\">"
            + "<text:p>b</text:p></table:table-cell></table:table-row>"
            + "<table:table-row><table:table-cell/><table:table-cell office:value-type=\"string\"><text:p>c</text:p></table:table-cell></table:table-row>");

        file.Lines.ShouldBe(["1: China|a", "2: China|b", "3: |c"]);
    }

    [Fact]
    public void Hidden_sheets_and_rows_are_read_and_marked_and_groups_are_the_indent()
    {
        ReadFile file = WorkbookFile.Ods(
            "<table:table table:name=\"A &amp; B\" table:style-name=\"ta2\"><table:table-row-group><table:table-row table:visibility=\"collapse\">"
                + "<table:table-cell office:value-type=\"string\"><text:p>x</text:p></table:table-cell></table:table-row></table:table-row-group>"
                    + "</table:table><table:table table:name=\"Empty\"/>",
            "<style:style style:name=\"ta2\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style>").Read("bom.ods");

        file.Document.ShouldNotBeNull().Tables.Select(table => (table.Name, table.IsHidden)).ShouldBe([("A & B", true), ("Empty", false)]);
        file.Rows[0].IsHidden.ShouldBeTrue();
        file.Rows[0].Indent.ShouldBe(1);
        file.Sheets[1].ShouldBeEmpty();
    }

    [Fact]
    public void Every_table_is_read_from_its_own_place_and_again()
    {
        string Sheet(string name) => $"<table:table table:name=\"{name}\"><table:table-row><table:table-cell office:value-type=\"string\"><text:p>in "
            + $"{name}</text:p></table:table-cell></table:table-row></table:table>";
        string many = string.Concat(Enumerable.Range(1, 3000).Select(i => $"<table:named-range table:name=\"n{i}\"/>"));
        ReadFile file = WorkbookFile.Ods(Sheet("one") + many + Sheet("two") + many + Sheet("three")).Read("bom.ods");

        file.Sheets.Select(rows => rows[0][1].Text).ShouldBe(["in one", "in two", "in three"]);
    }

    [Fact]
    public void A_repeated_row_without_end_stops_at_the_limit()
    {
        ReadFile file = ReadFile.Of(
            WorkbookFile.Ods("<table:table table:name=\"a\"><table:table-row table:number-rows-repeated=\"2000000000\">"
                + "<table:table-cell office:value-type=\"string\"><text:p>x</text:p></table:table-cell></table:table-row></table:table>").Bytes(),
            "bom.ods", ReadLimits.Default with { MaximumRows = 100 });

        file.Rows.Count.ShouldBe(100);
        file.Ids.ShouldBe([DiagnosticIds.ReadLimitReached]);
    }

    [Fact]
    public void Blanks_without_end_stop_at_the_limit()
    {
        Table("<table:table-row><table:table-cell office:value-type=\"string\"><text:p><text:s text:c=\"2000000000\"/></text:p></table:table-cell>"
            + "</table:table-row>")
            .Ids.ShouldBe([DiagnosticIds.ReadLimitReached]);
    }

    [Fact]
    public void An_encrypted_spreadsheet_is_refused()
    {
        WorkbookFile.Ods("")
            .Part("META-INF/manifest.xml", "<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>")
            .Read("bom.ods").Ids.ShouldBe([DiagnosticIds.FileProtected]);
    }

    private static ReadFile Table(string rows) => WorkbookFile.Ods($"<table:table table:name=\"BOM\">{rows}</table:table>").Read("bom.ods");

    [Theory]
    [InlineData("<table:table-cell table:formula=\"of:=[.B1]\"/>", "#VALUE!")]
    [InlineData("<table:table-cell table:formula=\"of:=[.B1]\" office:value-type=\"float\"></table:table-cell>", "#VALUE!")]
    [InlineData("<table:table-cell table:formula=\"of:=[.B1]\" office:value-type=\"string\"/>", "#VALUE!")]
    [InlineData("<table:table-cell table:formula=\"of:=&quot;&quot;\" office:value-type=\"string\" office:string-value=\"\"/>", "")]
    [InlineData("<table:table-cell table:formula=\"of:=&quot;&quot;\" office:value-type=\"string\"><text:p/></table:table-cell>", "")]
    [InlineData("<table:table-cell office:value-type=\"float\" office:value=\"4\"/>", "4")]
    [InlineData("<table:table-cell table:formula=\"of:=2\" office:value-type=\"float\" office:value=\"2\"><text:p>2</text:p></table:table-cell>", "2")]
    public void A_formula_needs_a_stored_value_and_an_empty_text_is_one(string cell, string text)
    {
        ReadFile file = WorkbookFile.Ods($"<table:table><table:table-row>{cell}<table:table-cell><text:p>end</text:p></table:table-cell></table:table-row>"
            + $"</table:table>").Read("bom.ods");

        file.Lines.ShouldBe([$"1: {text}|end"]);
        file.Diagnostics.GetCount(DiagnosticIds.FormulaWithoutValue).ShouldBe(text == "#VALUE!" ? 1 : 0);
    }
}
