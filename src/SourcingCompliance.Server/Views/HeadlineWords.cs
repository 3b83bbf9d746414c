using System.Globalization;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Server.Views;

/// <summary>The answer in at most three short sentences, for the top of the result page.</summary>
internal static class HeadlineWords
{
    /// <summary>The sentences.</summary>
    /// <param name="report">The report.</param>
    public static string Format(ComplianceReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (Answer.GateRegime(report) is not { Total: > 0 } counts)
        {
            return report.Summary.UnreadableFiles > 0 ? "Nothing was checked: the BOM could not be read." : "Nothing was checked: no line items were found.";
        }

        string[] sentences =
        [
            .. counts.Violation > 0 ? [$"{Wording.FormatCount(counts.Violation, "line item")} cannot be delivered."] : Array.Empty<string>(),
            .. counts.Suspect > 0 ? [$"{Subject(counts.Suspect, counts.Violation > 0)} {(counts.Suspect == 1 ? "is" : "are")} suspect."]
                : Array.Empty<string>(),
            .. counts.Open > 0 ? [$"{Subject(counts.Open, counts.Violation + counts.Suspect > 0)} {(counts.Open == 1 ? "needs an answer" : "need answers")}."]
                : Array.Empty<string>(),
        ];
        string unread = report.Summary.UnreadableFiles > 0 ? $" {Wording.FormatCount(report.Summary.UnreadableFiles, "file")} not read." : "";
        return (sentences.Length > 0 ? string.Join(' ', sentences)
            : report.Summary.Unaccounted > 0 ? "No violation found in the rows that were read. Some rows were skipped."
            : "No violation found on the evidence supplied.") + unread;
    }

    private static string Subject(int count, bool isShort) => isShort ? count.ToString("N0", CultureInfo.InvariantCulture)
        : Wording.FormatCount(count, "line item");
}
