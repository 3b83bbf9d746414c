using SourcingCompliance.Recognition.Markings;

namespace SourcingCompliance.Reports;

/// <summary>The marking that stands on every page of a report.</summary>
public static class ReportMarking
{
    /// <summary>The marking that the user states, else those that the BOMs carry themselves, each once, the strictest first; empty = none.</summary>
    /// <param name="report">The report.</param>
    public static string Format(ComplianceReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.Settings.Marking.Length > 0
            ? report.Settings.Marking
            : MarkingReader.JoinAll(report.Files.Select(file => file.Identity.Marking));
    }
}
