using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Pdf.Report;

/// <summary>How the report is printed, and for whom.</summary>
public sealed record PdfReportOptions
{
    /// <summary>The paper. The default is A4.</summary>
    public PaperSize Paper { get; init; } = PaperSize.A4;

    /// <summary>For whom the report is. The default is the own house.</summary>
    public ReportProfile Profile { get; init; } = ReportProfile.Full;
}

/// <summary>For whom a report is.</summary>
public enum ReportProfile
{
    /// <summary>For the own house: everything.</summary>
    Full,

    /// <summary>For a customer: suppliers and manufacturers are numbered and not named, and no data is attached.</summary>
    Customer,
}
