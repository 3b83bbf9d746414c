using SourcingCompliance.Running.Output;

namespace SourcingCompliance.Server.Pages.Checks;

/// <summary>What the reports are called for people.</summary>
internal static class ReportNames
{
    /// <summary>The reports that people read, in the order of the menu.</summary>
    public static IReadOnlyList<(string Format, string Name)> ForPeople { get; } =
    [
        ("pdf-letter", "PDF report (Letter)"), ("pdf", "PDF report (A4)"), ("pdf-customer-letter", "PDF for a customer (Letter)"), ("pdf-customer", "PDF for a customer (A4)"),
        ("html", "Web page"), ("csv", "Findings (csv)"), ("lines-csv", "Line items (csv)"), ("actions-csv", "Actions (csv)"), ("ics", "Calendar (ics)"),
    ];

    /// <summary>The reports that programs read.</summary>
    public static IEnumerable<(string Format, string Name)> ForPrograms => ReportFiles.Formats.Where(format => format != "xlsx" && ForPeople.All(listed => listed.Format != format)).Select(format => (format, format));
}
