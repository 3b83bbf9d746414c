using System.Globalization;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Reports;

/// <summary>What a report says of files in folders that were not read.</summary>
public static class FilesNotRead
{
    private const int MostNames = 10;

    /// <summary>The files that may be bills of materials and were not read, in the order in which they were found.</summary>
    /// <param name="report">The report.</param>
    public static IEnumerable<string> GetPaths(ComplianceReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.Diagnostics.Where(diagnostic => diagnostic.Id == DiagnosticIds.FileNotRead)
            .Select(diagnostic => diagnostic.Cell.File).Distinct(StringComparer.Ordinal);
    }

    /// <summary>Which files were not read, by name where they may be bills of materials and by type otherwise; null when all were read.</summary>
    /// <param name="report">The report.</param>
    public static string? GetDetails(ComplianceReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        string[] paths = [.. GetPaths(report)];
        string? others = report.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Id == DiagnosticIds.OtherFilesNotRead)?.Message;
        string more = paths.Length > MostNames ? string.Create(CultureInfo.InvariantCulture, $" and {report.Summary.NotRead - MostNames:N0} more") : "";
        return paths.Length > 0
            ? $"Not read, although they may be bills of materials: {string.Join(", ", paths.Take(MostNames))}{more}.{(others is null ? "" : " " + others)}"
            : others;
    }

    /// <summary>The sentence behind the answer, with a blank before it; empty when no such file was found.</summary>
    internal static string GetSentence(ComplianceReport report) => report.Summary.NotRead switch
    {
        0 => "",
        1 => " 1 file that may be a bill of materials was not read and counts as open.",
        int count => $" {Wording.FormatCount(count, "file")} that may be bills of materials were not read and count as open.",
    };
}
