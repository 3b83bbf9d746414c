using SourcingCompliance.Running.Output;

namespace SourcingCompliance.Server.Pages.Checks;

/// <summary>What the reports are called for people.</summary>
internal static class ReportNames
{
    private static readonly (string Format, string Name)[] Named =
    [
        ("pdf-letter", "PDF report (Letter)"), ("pdf", ReportFiles.Formats.Contains("pdf-letter") ? "PDF report (A4)" : "PDF report (Letter)"),
        ("pdf-a4", "PDF report (A4)"),
        ("pdf-customer-letter", "PDF for a customer (Letter)"),
        ("pdf-customer", ReportFiles.Formats.Contains("pdf-customer-letter") ? "PDF for a customer (A4)" : "PDF for a customer (Letter)"),
        ("pdf-customer-a4", "PDF for a customer (A4)"), ("html", "Web page"), ("csv", "Findings (csv)"), ("lines-csv", "Line items (csv)"),
        ("actions-csv", "Actions (csv)"), ("ics", "Calendar (ics)"),
    ];

    /// <summary>The reports that people read, the first one most often.</summary>
    public static IReadOnlyList<(string Format, string Name)> ForPeople { get; } = [.. Named.Where(report => ReportFiles.Formats.Contains(report.Format))];

    /// <summary>The reports that programs read.</summary>
    public static IEnumerable<(string Format, string Name)> ForPrograms =>
        ReportFiles.Formats.Where(format => format != "xlsx" && ForPeople.All(listed => listed.Format != format)).Select(format => (format, format));
}
