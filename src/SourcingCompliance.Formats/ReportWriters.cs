using System.Collections.Immutable;
using SourcingCompliance.Formats.Pdf.Report;
using SourcingCompliance.Formats.Writing.Calendar;
using SourcingCompliance.Formats.Writing.Ci;
using SourcingCompliance.Formats.Writing.Csv;
using SourcingCompliance.Formats.Writing.Html;
using SourcingCompliance.Formats.Writing.Json;
using SourcingCompliance.Formats.Writing.Markdown;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats;

/// <summary>The formats that <c>--format</c> offers.</summary>
public static class ReportWriters
{
    /// <summary>Every writer, in the order in which help lists them.</summary>
    public static readonly ImmutableArray<IReportWriter> All =
    [
        new JsonReportWriter(),
        new PdfReportWriter(),
        new PdfReportWriter(new PdfReportOptions { Paper = PaperSize.Letter }),
        new PdfReportWriter(new PdfReportOptions { Profile = ReportProfile.Customer }),
        new PdfReportWriter(new PdfReportOptions { Profile = ReportProfile.Customer, Paper = PaperSize.Letter }),
        new HtmlReportWriter(),
        MarkdownReportWriter.Document(),
        new FindingsCsvWriter(),
        new LinesCsvWriter(),
        new ActionsCsvWriter(),
        new IcsWriter(),
        new SarifReportWriter(SarifProfile.GitHub),
        new SarifReportWriter(SarifProfile.Strict),
        new JUnitReportWriter(),
        new GitLabCodeQualityWriter(),
        new GitHubAnnotationWriter(),
        new GitHubSummaryWriter(),
        new GitHubOutputWriter(),
        new AzureLoggingWriter(),
    ];

    /// <summary>The names of all formats, in the same order.</summary>
    public static readonly ImmutableArray<string> Formats = [.. All.Select(writer => writer.Format)];

    /// <summary>The writer of a format; null when there is none.</summary>
    /// <param name="format">Name of the format, in any case.</param>
    public static IReportWriter? Find(string format) =>
        All.FirstOrDefault(writer => string.Equals(writer.Format, format, StringComparison.OrdinalIgnoreCase));

    /// <summary>The format of a report by its file name: two PDFs of one list are two things; a workbook is no writer's and is called by its
    /// extension.</summary>
    /// <param name="name">Name of the file.</param>
    public static string GetKind(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return All.Where(writer => name.EndsWith(writer.FileSuffix, StringComparison.Ordinal))
            .MaxBy(writer => writer.FileSuffix.Length)?.Format ?? name[(name.LastIndexOf('.') + 1)..];
    }
}
