using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Tests.Reading;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Formats.Tests.Checking;

/// <summary>Comments and text boxes of a workbook, which no line reads.</summary>
public sealed class AsideTests
{
    private const string Types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    [Theory]
    [InlineData("B2", "contains NdFeB magnet N42", DiagnosticIds.SkippedNamesMaterial)]
    [InlineData("D3", "Buyer: made in China", DiagnosticIds.OriginOutsideLines)]
    public void A_comment_that_says_more_than_the_line_is_reported(string cell, string comment, string id)
    {
        CheckedList list = WithComment(cell, comment);

        list.Told(id).ShouldHaveSingleItem().Cell.Address.ShouldBe(cell);
        list.Report.ExitCode.ShouldNotBe(ExitCodes.Clean);
    }

    [Theory]
    [InlineData("B3", "contains NdFeB magnet N42", "the line item carries it already")]
    [InlineData("D2", "Buyer: made in China", "the part contains nothing that is covered")]
    [InlineData("D4", "made in China", "the line item states that origin already")]
    [InlineData("B2", "checked by J.", "it names nothing")]
    public void A_comment_that_says_nothing_new_is_not(string cell, string comment, string because) =>
        WithComment(cell, comment).Report.Diagnostics.ShouldBeEmpty(because);

    [Fact]
    public void A_text_box_is_reported()
    {
        CheckedList list = CheckedList.Of(
            Book().Part("xl/worksheets/_rels/sheet1.xml.rels",
                $"<Relationships><Relationship Id=\"a\" Type=\"{Types}/drawing\" Target=\"../drawings/drawing1.xml\"/></Relationships>")
                .Part("xl/drawings/drawing1.xml", "<d:wsDr xmlns:d=\"d\" xmlns:a=\"a\"><d:sp><d:txBody><a:p><a:r><a:t>All rings are NdFeB,</a:t></a:r></a:p>"
                    + "<a:p><a:r><a:t>made in China</a:t></a:r></a:p></d:txBody></d:sp></d:wsDr>").Bytes(),
            "bom.xlsx");

        list.Told(DiagnosticIds.SkippedNamesMaterial).ShouldHaveSingleItem().Message.ShouldStartWith("A text box says 'All rings are NdFeB, made in China'");
        list.Told(DiagnosticIds.OriginOutsideLines).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("<oddHeader>&amp;C&amp;\"Arial,Bold\"&amp;12All magnets NdFeB, made in China&amp;RPage &amp;P</oddHeader>",
        "A page header says 'All magnets NdFeB, made in China Page'")]
    [InlineData("<oddFooter>&amp;LAll rings are NdFeB; made in China</oddFooter>", "A page footer says 'All rings are NdFeB; made in China'")]
    public void The_header_and_footer_of_printed_pages_are_reported(string element, string message)
    {
        CheckedList list = CheckedList.Of(Book($"<headerFooter>{element}</headerFooter>").Bytes(), "bom.xlsx");

        list.Told(DiagnosticIds.SkippedNamesMaterial).ShouldHaveSingleItem().Message.ShouldStartWith(message);
        list.Told(DiagnosticIds.OriginOutsideLines).ShouldHaveSingleItem();
        list.IsGreen.ShouldBeFalse();
    }

    [Fact]
    public void The_header_of_a_page_that_says_nothing_is_not() =>
        CheckedList.Of(Book("<headerFooter><oddHeader>&amp;CBill of materials &amp;D</oddHeader></headerFooter>")
            .Bytes(), "bom.xlsx").Report.Diagnostics.ShouldBeEmpty();

    [Fact]
    public void A_comment_of_an_open_document_sheet_is_reported()
    {
        static string Row(params string[] cells) => "<table:table-row>"
            + string.Concat(cells.Select(cell => $"<table:table-cell office:value-type=\"string\">{cell}</table:table-cell>")) + "</table:table-row>";
        const string note = "<office:annotation><dc:creator>China Smith</dc:creator><dc:date>2026-11-01</dc:date><text:p>contains "
            + "<text:span>NdFeB</text:span> magnet</text:p></office:annotation>";
        CheckedList list = CheckedList.Of(
            WorkbookFile.Ods("<table:table table:name=\"T\">" + Row("<text:p>Part Number</text:p>", "<text:p>Description</text:p>", "<text:p>Qty</text:p>")
                + Row("<text:p>R-1</text:p>", $"{note}<text:p>Rotor</text:p>", "<text:p>1</text:p>")
                + Row("<text:p>S-1</text:p>", "<text:p>Screw</text:p>", "<text:p>1</text:p>") + "</table:table>").Bytes(),
            "bom.ods");

        list.Told(DiagnosticIds.SkippedNamesMaterial).ShouldHaveSingleItem().Cell.Address.ShouldBe("B2");
        list.Told(DiagnosticIds.SkippedNamesMaterial)[0].Message.ShouldStartWith("A comment says 'contains NdFeB magnet'");
        list.Report.Lines[0].Description.ShouldBe("Rotor");
    }

    private static CheckedList WithComment(string cell, string comment) => CheckedList.Of(
        Book().Part("xl/worksheets/_rels/sheet1.xml.rels",
            $"<Relationships><Relationship Id=\"a\" Type=\"{Types}/comments\" Target=\"../comments1.xml\"/></Relationships>")
            .Part("xl/comments1.xml", $"<comments><commentList><comment ref=\"{cell}\"><text><r><t>{comment}</t></r></text></comment></commentList></comments>")
            .Bytes(),
        "bom.xlsx");

    private static WorkbookFile Book(string more = "")
    {
        string[][] rows = [["Part Number", "Description", "Qty", "Country of Origin"], ["R-1", "Rotor", "1", "US"],
            ["M-1", "NdFeB magnet", "4", "Japan"], ["M-2", "NdFeB magnet", "4", "China"]];
        return WorkbookFile.Sheet(string.Concat(
            rows.Select(row => "<row>" + string.Concat(row.Select(cell => $"<c t=\"inlineStr\"><is><t>{cell}</t></is></c>")) + "</row>")), afterRows: more);
    }
}
