using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Formats.Pdf.Files;
using SourcingCompliance.Formats.Pdf.Fonts;
using SourcingCompliance.Formats.Pdf.Layout;
using SourcingCompliance.Formats.Writing.Json;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Pdf.Report;

/// <summary>
/// Writes the report that people read and file: tagged PDF/A-3a and PDF/UA-1, with the JSON report attached. The same report gives
/// the same bytes; only characters that Inter lacks are drawn with the fonts of the machine.
/// </summary>
public sealed class PdfReportWriter : IReportWriter
{
    private readonly PdfReportOptions _options;
    private readonly IReadOnlyList<string> _fontFolders;

    /// <summary>Writes for the company itself, on the paper of the report's settings.</summary>
    public PdfReportWriter()
        : this(new PdfReportOptions())
    {
    }

    /// <summary>Writes as the options say.</summary>
    /// <param name="options">Paper and profile.</param>
    public PdfReportWriter(PdfReportOptions options)
        : this(options, [.. SystemFonts.UsualFolders()])
    {
    }

    internal PdfReportWriter(PdfReportOptions options, IReadOnlyList<string> fontFolders)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_options, _fontFolders) = (options, fontFolders);
    }

    /// <inheritdoc/>
    public string Format => "pdf" + string.Concat(Particulars.Select(word => $"-{word}"));

    /// <inheritdoc/>
    public string FileSuffix => string.Concat(Particulars.Select(word => $".{word}")) + ".pdf";

    /// <summary>The format that gives the same bytes for a report: its own, or on the same paper the one that leaves the paper to the report.</summary>
    /// <param name="report">The report.</param>
    public string GetSameFormat(ComplianceReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return _options.Paper == report.Settings.Paper ? new PdfReportWriter(_options with { Paper = null }).Format : Format;
    }

    private IEnumerable<string> Particulars =>
    [
        .. _options.Profile == ReportProfile.Customer ? new[] { "customer" } : [],
        .. _options.Paper == PaperSize.Letter ? new[] { "letter" } : [],
    ];

    /// <inheritdoc/>
    public void Write(ComplianceReport report, Stream output) => Write(report, output, CancellationToken.None);

    /// <inheritdoc/>
    public void Write(ComplianceReport report, Stream output, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        var fonts = new FontSet(new SystemFonts(_fontFolders)) { Stop = cancellation };
        Document document = new ReportDocumentBuilder(fonts, _options).Build(report);
        if (_options.Profile == ReportProfile.Full)
        {
            document = document with { Attachments = [GetJson(report)] };
        }

        using var stoppable = new StoppableStream(output, cancellation);
        PdfFileWriter.Write(DocumentLayout.Lay(document, fonts), stoppable);
    }

    private static Attachment GetJson(ComplianceReport report) => new(
        "report.json", "application/json", AttachmentRelationship.Data, "The same report as data, for other programs",
        output => new JsonReportWriter().Write(report, output));
}
