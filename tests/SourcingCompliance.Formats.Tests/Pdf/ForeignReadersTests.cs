using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Formats.Pdf.Fonts;
using SourcingCompliance.Formats.Pdf.Report;
using SourcingCompliance.Reports;
using SourcingCompliance.Formats.Tests.Writing;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Outline;

namespace SourcingCompliance.Formats.Tests.Pdf;

/// <summary>What other people's programs say of our files.</summary>
public class ForeignReadersTests
{
    private static readonly Dictionary<string, byte[]> Files = new(StringComparer.Ordinal)
    {
        ["everything"] = Documents.Write(Documents.Everything()),
        ["report"] = Report(new PdfReportOptions()),
        ["customer letter"] = Report(new PdfReportOptions { Paper = PaperSize.Letter, Profile = ReportProfile.Customer }),
        ["east asian"] = Documents.Write(
            Documents.Of(new Heading(1, "磁铁"), new Paragraph("钕铁硼磁铁 烧结 ネオジム磁石 한국어")), new FontSet(new SystemFonts(SystemFonts.UsualFolders()))),
    };

    public static TheoryData<string> Names => new(Files.Keys);

    [ToolTheory("qpdf")]
    [MemberData(nameof(Names))]
    public void Qpdf_finds_no_error(string name)
    {
        (int exitCode, string output) = InstalledTool.Run("qpdf", Files[name], "--check", "{0}");

        output.ShouldContain("No syntax or stream encoding errors found");
        exitCode.ShouldBe(0);
    }

    [ToolTheory("gs")]
    [MemberData(nameof(Names))]
    public void Ghostscript_draws_every_page_without_a_warning(string name)
    {
        (int exitCode, string output) = InstalledTool.Run("gs", Files[name], "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-r36", "-sDEVICE=bit",
            "-sOutputFile=" + (OperatingSystem.IsWindows() ? "NUL" : "/dev/null"), "{0}");

        output.Trim().ShouldBeEmpty();
        exitCode.ShouldBe(0);
    }

    [ToolTheory("pdfinfo")]
    [MemberData(nameof(Names))]
    public void Poppler_sees_a_tagged_file_with_a_title(string name)
    {
        (int exitCode, string output) = InstalledTool.Run("pdfinfo", Files[name], "{0}");

        output.ShouldMatch(@"Tagged:\s+yes");
        output.ShouldMatch(@"Title:\s+\S");
        output.ShouldMatch(@"PDF version:\s+1\.7");
        output.ShouldNotContain("Error");
        exitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("everything", 1, "A document (with brackets) – and a dash", "Some strong words, some muted, a part MAG-22-0001")]
    [InlineData("report", 1, "Sourcing compliance report", "1 of 13 line items violates the rule for deliveries from January 1, 2027")]
    [InlineData("report", 1, "Sourcing compliance report", "Магнит неодимовый")]
    [InlineData("customer letter", 0, "Sourcing compliance report", "Page 1 of")]
    [InlineData("east asian", 0, "A document (with brackets) – and a dash", "钕铁硼磁铁")]
    public void PdfPig_reads_title_words_and_attachments(string name, int attachments, string title, string words)
    {
        using PdfDocument document = PdfDocument.Open(Files[name]);

        document.Version.ShouldBe(1.7);
        document.Information.Title.ShouldNotBeNull().ShouldContain(title);
        string.Join(' ', document.GetPages().SelectMany(page => page.GetWords()).Select(word => word.Text)).ShouldContain(words);
        document.TryGetBookmarks(out Bookmarks? bookmarks).ShouldBeTrue();
        bookmarks.ShouldNotBeNull().GetNodes().ShouldNotBeEmpty();
        (document.Advanced.TryGetEmbeddedFiles(out IReadOnlyList<EmbeddedFile>? files) ? files?.Count ?? 0 : 0).ShouldBe(attachments);
    }

    [ToolTheory("pdftotext")]
    [InlineData("everything", "Some strong words, some muted, a part MAG-22-0001")]
    [InlineData("everything", "Row 59 cell 2")]
    [InlineData("report", "1 of 13 line items violates the rule for deliveries from January 1, 2027")]
    [InlineData("report", "Not legal advice · Rules: May 2024, re-verify by")]
    [InlineData("report", "Магнит неодимовый")]
    [InlineData("customer letter", "Page 1 of")]
    public void Poppler_reads_the_words_in_their_order(string name, string words)
    {
        (int exitCode, string output) = InstalledTool.Run("pdftotext", Files[name], "-layout", "-enc", "UTF-8", "{0}", "-");

        string.Join(' ', output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ShouldContain(words);
        exitCode.ShouldBe(0);
    }

    [ToolTheory("pdftotext")]
    [InlineData("钕铁硼磁铁 烧结")]
    public void Text_of_characters_that_no_font_has_can_still_be_copied(string text)
    {
        byte[] bytes = Documents.Write(Documents.Of(new Paragraph(text)));

        InstalledTool.Run("pdftotext", bytes, "-enc", "UTF-8", "{0}", "-").Output.ShouldContain(text);
    }

    private static byte[] Report(PdfReportOptions options)
    {
        using var output = new MemoryStream();
        new PdfReportWriter(options).Write(SampleReport.Build(), output);
        return output.ToArray();
    }
}
