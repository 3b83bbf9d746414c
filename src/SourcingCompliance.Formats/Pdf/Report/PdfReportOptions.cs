using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Pdf.Report;

/// <summary>How the report is printed, and for whom.</summary>
public sealed record PdfReportOptions
{
    /// <summary>The paper; null = that of the report's settings, by default US Letter.</summary>
    public PaperSize? Paper { get; init; }

    /// <summary>For whom the report is. The default is the company itself.</summary>
    public ReportProfile Profile { get; init; } = ReportProfile.Full;
}

/// <summary>For whom a report is.</summary>
public enum ReportProfile
{
    /// <summary>For the company itself: everything.</summary>
    Full,

    /// <summary>For a customer: suppliers and manufacturers are numbered and not named, and no data is attached.</summary>
    Customer,
}
