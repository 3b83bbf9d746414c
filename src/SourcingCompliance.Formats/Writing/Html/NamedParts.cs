using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Html;

/// <summary>The violating and the suspect parts by name, next to the answer.</summary>
internal static class NamedParts
{
    private const int Most = 12;

    /// <summary>Writes one paragraph for each verdict; nothing where no part violates or is suspect.</summary>
    public static void Write(HtmlPage page, ComplianceReport report)
    {
        // A part stands once, with the finding that is worst, as the headline counts.
        Finding[] parts = [.. report.Findings.Where(report.Run.Concerns).DistinctBy(finding => finding.PartNumber)];
        foreach (Verdict verdict in new[] { Verdict.Violation, Verdict.Suspect })
        {
            string[] numbers = [.. parts.Where(part => part.Verdict == verdict).Select(part => part.PartNumber)];
            if (numbers.Length == 0)
            {
                continue;
            }

            // One more is named rather than counted.
            int shown = numbers.Length <= Most + 1 ? numbers.Length : Most;
            page.AddTrusted("<p class=\"named\">");
            HtmlReportWriter.AddMark(page, verdict);
            page.Add($" {Wording.FormatCount(numbers.Length, "part")}: <b>{string.Join(", ", numbers.Take(shown))}</b>");
            page.Add($"{(numbers.Length > shown ? $" and {Wording.GetNumber(numbers.Length - shown)} more" : "")}</p>\n");
        }
    }
}
