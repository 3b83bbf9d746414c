using System.Collections.Immutable;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Formats.Pdf.Files;
using SourcingCompliance.Formats.Pdf.Fonts;
using SourcingCompliance.Formats.Pdf.Layout;
using SourcingCompliance.Remediation;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Pdf.Requests;

/// <summary>
/// Writes requests to suppliers as letters of their own, to be sent as they are and filled in on paper or on a screen: tagged PDF/A-3a and PDF/UA-1
/// with form fields. A letter names the supplier's own parts only: no file, no assembly, no other supplier. The same report gives the same bytes.
/// </summary>
public sealed class RequestPdfWriter
{
    private readonly IReadOnlyList<string> _fontFolders;

    /// <summary>Writes with the fonts of the machine where Inter lacks a character.</summary>
    public RequestPdfWriter()
        : this([.. SystemFonts.UsualFolders()])
    {
    }

    internal RequestPdfWriter(IReadOnlyList<string> fontFolders) => _fontFolders = fontFolders;

    /// <summary>Writes one letter, or several in one file, each with page numbers of its own.</summary>
    /// <param name="report">The report that the requests are from; its settings give the letterhead.</param>
    /// <param name="requests">The requests; one at least.</param>
    /// <param name="output">Receives the bytes; left open.</param>
    /// <param name="cancellation">Ends the writing.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was set.</exception>
    public void Write(ComplianceReport report, ImmutableArray<SupplierRequest> requests, Stream output, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentOutOfRangeException.ThrowIfZero(requests.Length);
        var fonts = new FontSet(new SystemFonts(_fontFolders)) { Stop = cancellation };
        Document document = RequestDocument.Get(report, requests);
        using var stoppable = new StoppableStream(output, cancellation);
        PdfFileWriter.Write(DocumentLayout.Lay(document, fonts), stoppable);
    }
}
