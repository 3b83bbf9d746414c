using System.Text;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Formats.Pdf.Fonts;
using SourcingCompliance.Formats.Pdf.Report;
using SourcingCompliance.Formats.Tests;
using SourcingCompliance.Formats.Tests.Writing;
using SourcingCompliance.Formats.Writing.Html;
using SourcingCompliance.Formats.Writing.Json;
using SourcingCompliance.Formats.Writing.Workbooks;
using SourcingCompliance.Reports;
using SourcingCompliance.Running.Jobs;

namespace SourcingCompliance.Running.Tests.Reports;

/// <summary>Parts that are marked as not installed stand in every report that a person reads.</summary>
public sealed class NotInstalledReportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("not-installed").FullName;

    [Fact]
    public void The_json_report_lists_them_apart_with_their_mark_and_fits_the_schema()
    {
        string json = new JsonReportWriter().Text(Check());

        SchemaLibrary.Problems("report.schema.json", json).ShouldBeEmpty();
        json.ShouldContain("\"notInstalled\": [");
        json.ShouldContain("\"notInstalledBy\":{");
    }

    [Fact]
    public void The_html_report_and_the_sentence_of_the_console_name_mark_and_verdict()
    {
        ComplianceReport report = Check();

        new HtmlReportWriter().Text(report).ShouldContain("<h2 id=\"not-installed-title\">Not installed</h2>");
        NotInstalledWords.Compose(report)
            .ShouldBe("Not installed, listed and not counted: 1 line with a covered material: C1 (row 2, DNP: x, would be suspect).");
    }

    [Fact]
    public void The_pdf_report_has_a_table_of_them()
    {
        var document = new ReportDocumentBuilder(new FontSet(new SystemFonts([])), new PdfReportOptions()).Build(Check());

        document.Blocks.OfType<Heading>().Select(heading => heading.Text).ShouldContain("Line items that are not installed");
        document.Blocks.OfType<Table>()
            .ShouldContain(table => table.Summary.Contains("marked as not installed", StringComparison.Ordinal) && table.Rows.Length == 1);
    }

    [Fact]
    public void The_row_of_a_workbook_says_what_it_would_be()
    {
        ComplianceReport report = Check();

        RowAnnotation annotation = RowAnnotation.From(report, report.Files[0], "")[2];

        annotation.Text.ShouldBe("not installed (would be suspect)");
        annotation.Reason.ShouldContain("DNP: x");
    }

    [Fact]
    public void A_report_without_such_parts_does_not_speak_of_them()
    {
        ComplianceReport report = Check(counts: true);

        NotInstalledWords.Compose(report).ShouldBeNull();
        new JsonReportWriter().Text(report).ShouldNotContain("\"notInstalled\": [");
        new JsonReportWriter().Text(report).ShouldContain("\"countNotInstalled\": true");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private ComplianceReport Check(bool counts = false)
    {
        string path = Path.Combine(_folder, "bom.csv");
        File.WriteAllText(path, "Part Number,Description,Qty,DNP,Country of Origin\nC1,Tantalum capacitor,1,x,China\nR1,Resistor,1,,US\n", Encoding.UTF8);
        return CheckRunner.Run(new CheckJob { Paths = [path], AsOf = new DateOnly(2026, 11, 22), CountsNotInstalled = counts }, null, CancellationToken.None);
    }
}
