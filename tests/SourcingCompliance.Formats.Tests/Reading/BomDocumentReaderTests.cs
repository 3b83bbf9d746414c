using System.Text;
using SourcingCompliance.Formats.Reading;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Tests.Reading;

public class BomDocumentReaderTests
{
    [Theory]
    [InlineData("%PDF-1.7\n%abc", "bom.csv", "PDF")]
    [InlineData("<html><body><table><tr><td>1</td></tr></table></body></html>", "bom.xls", "HTML")]
    [InlineData("\n\n<TABLE border=1><tr>", "bom.xls", "HTML")]
    [InlineData("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">", "bom.xls", "2003")]
    [InlineData("<?xml version=\"1.0\"?><parts/>", "bom.xml", "XML")]
    [InlineData("MIME-Version: 1.0\nX-Document-Type: Workbook\n", "bom.xls", "MHTML")]
    [InlineData("{\\rtf1\\ansi", "bom.doc", "RTF")]
    [InlineData("GIF89a", "bom.gif", "GIF")]
    [InlineData("Rar!\u001a\u0007", "bom.rar", "RAR")]
    public void What_is_no_list_is_refused_by_name_with_what_to_do(string content, string path, string word)
    {
        ReadFile file = ReadFile.Text(content, path);

        file.Document.ShouldBeNull();
        Diagnostic diagnostic = file.Diagnostics.Items.ShouldHaveSingleItem();
        diagnostic.Severity.ShouldBe(DiagnosticSeverity.Error);
        diagnostic.Id.ShouldBe(DiagnosticIds.FormatNotSupported);
        diagnostic.Message.ShouldContain(word);
        diagnostic.Hint.ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t\n")]
    [InlineData("\uFEFF\n")]
    public void An_empty_file_is_refused(string content)
    {
        ReadFile.Text(content).Ids.ShouldBe([DiagnosticIds.FileEmpty]);
    }

    [Theory]
    [InlineData("xl/workbook.bin", "xlsb")]
    [InlineData("word/document.xml", "Word")]
    [InlineData("ppt/presentation.xml", "PowerPoint")]
    [InlineData("Index/Document.iwa", "Numbers")]
    [InlineData("readme.txt", "not a workbook")]
    public void Archives_that_are_no_workbook_are_refused_by_name(string part, string word)
    {
        ReadFile file = new WorkbookFile().Part(part, "x").Read();

        file.Ids.ShouldBe([DiagnosticIds.FormatNotSupported]);
        file.Diagnostics.Items[0].Message.ShouldContain(word);
    }

    [Theory]
    [InlineData("bom.csv", true)]
    [InlineData("bom.xls", true)]
    [InlineData("bom.XLSX", false)]
    [InlineData("bom.xlsm", false)]
    [InlineData("bom", false)]
    [InlineData("bom.bom", false)]
    public void A_wrong_extension_is_told_and_does_no_harm(string path, bool isTold)
    {
        ReadFile file = WorkbookFile.Sheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>").Read(path);

        file.Lines.ShouldBe(["1: 1"]);
        file.Ids.ShouldBe(isTold ? [DiagnosticIds.ExtensionMisleading] : []);
    }

    [Fact]
    public void A_file_that_is_not_there_is_an_error_and_no_exception()
    {
        var diagnostics = new DiagnosticBag();

        BomDocumentReader.Open("no/such\\file.xlsx", ReadLimits.Default, diagnostics).ShouldBeNull();

        diagnostics.Items.ShouldHaveSingleItem().Cell.File.ShouldBe("no/such/file.xlsx");
        diagnostics.HasErrors.ShouldBeTrue();
    }

    [Fact]
    public void A_file_on_disk_is_read_and_let_go_of()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "a,b\n1,2\n", new UTF8Encoding(false));
            var diagnostics = new DiagnosticBag();
            using (BomDocument? document = BomDocumentReader.Open(path, ReadLimits.Default, diagnostics))
            {
                document.ShouldNotBeNull().Tables[0].Rows.Count().ShouldBe(2);
            }

            File.Open(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
        }
        finally
        {
            File.Delete(path);
        }
    }
}
