using SourcingCompliance.Formats.Pdf.Fonts;
using SourcingCompliance.Formats.Pdf.Layout;
using SourcingCompliance.Formats.Pdf.Report;
using SourcingCompliance.Formats.Tests.Writing;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Tests.Pdf.Report;

/// <summary>Chinese text is set in a font of the machine, which the report names; where there is none, it says that a box stands for each character.</summary>
public sealed class FontNoteTests
{
    private const string Named = "Characters that the typeface Inter does not contain are set in ";
    private const string Boxed = "Characters shown as □.";

    [Fact]
    public void Chinese_text_without_a_font_for_it_is_explained()
    {
        string text = GetText(SampleReport.Build(), []);

        text.ShouldContain(Boxed);
        text.ShouldNotContain(Named);
    }

    [Fact]
    public void Chinese_text_names_the_font_of_the_machine_or_is_explained()
    {
        string text = GetText(SampleReport.Build(), [.. SystemFonts.UsualFolders()]);

        (text.Contains(Named, StringComparison.Ordinal) || text.Contains(Boxed, StringComparison.Ordinal)).ShouldBeTrue();
    }

    [Fact]
    public void A_report_without_such_text_names_no_font()
    {
        ComplianceReport latin = SampleReport.Build() with { Files = [], Actions = [], Plan = null };

        string text = GetText(latin, [.. SystemFonts.UsualFolders()]);

        text.ShouldNotContain(Named);
        text.ShouldNotContain(Boxed);
    }

    private static string GetText(ComplianceReport report, string[] folders)
    {
        var fonts = new FontSet(new SystemFonts([.. folders]));
        return ReportPages.TextOf(DocumentLayout.Lay(new ReportDocumentBuilder(fonts, new PdfReportOptions()).Build(report), fonts));
    }
}
