using SourcingCompliance.Findings;
using SourcingCompliance.Findings.Waivers;
using SourcingCompliance.Formats.Writing;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Cli.Display;

/// <summary>The findings as a table: verdict, part, cell, reason. The reason wraps in its own column.</summary>
internal static class FindingTable
{
    private const int MostFindings = 25;
    private const int MostFindingsOfSeveral = 10;
    private const int WidestPart = 22;
    private const int WidestPlace = 44;
    private const int LeastReason = 24;

    /// <summary>Shows the first findings, worst first, and how many more there are.</summary>
    /// <param name="screen">The screen.</param>
    /// <param name="report">The report.</param>
    public static void Show(ConsoleScreen screen, ComplianceReport report)
    {
        bool areSeveral = report.Files.Length > 1;
        FileNames? names = areSeveral ? new FileNames(report.Files.Select(file => file.Path)) : null;
        Finding[] findings = [.. report.Findings];
        Row[] rows = [.. findings.Take(areSeveral ? MostFindingsOfSeveral : MostFindings).Select(finding => RowOf(finding, names))];
        if (rows.Length == 0)
        {
            return;
        }

        int verdict = rows.Max(row => row.Verdict.Length) + 2;
        int part = Math.Min(WidestPart, rows.Max(row => row.Part.Length)) + 2;
        int place = Math.Min(screen.Columns / 4, Math.Min(WidestPlace, rows.Max(row => row.Place.Length))) + 2;
        int reason = Math.Max(LeastReason, screen.Columns - verdict - part - place);
        foreach (Row row in rows)
        {
            string[] lines = [.. WrappedText.Lines(row.Reason, "", "", reason)];
            bool isWide = row.Part.Length + 2 > part || row.Place.Length + 2 > place;
            screen.Pieces([(row.Color, row.Verdict.PadRight(verdict)), (null, row.Part.PadRight(part) + row.Place.PadRight(place) + (isWide || lines.Length == 0 ? "" : lines[0]))]);
            foreach (string line in isWide ? lines : lines.Skip(1))
            {
                screen.Pieces([(null, new string(' ', verdict + part + place) + line)]);
            }
        }

        if (findings.Length > rows.Length)
        {
            screen.Line($"{Wording.CountOf(findings.Length - rows.Length, "more finding")} in the report.");
        }
    }

    private static Row RowOf(Finding finding, FileNames? names)
    {
        VerdictLook look = VerdictLook.Of(finding.Verdict);
        string sheet = finding.Cell.Sheet.Length == 0 ? "" : (finding.Cell.Sheet.Length <= 18 ? finding.Cell.Sheet : string.Concat(finding.Cell.Sheet.AsSpan(0, 17), "…")) + "!";
        string place = $"{(names is null ? "" : names.Of(finding.Cell.File) + "!")}{sheet}{finding.Cell.Address}";
        string waived = finding.Waiver is { } waiver ? WaiverWords.Of(waiver) + " " : "";
        return new Row(ConsoleScreen.ColorOf(finding.Verdict), $"{look.Shape} {look.Name}", VisibleText.Line(finding.PartNumber), VisibleText.Line(place), VisibleText.Line(waived + ReasonOf(finding)));
    }

    // The question and the paragraph are in the reports, and 'sourcing explain' shows them.
    private static string ReasonOf(Finding finding)
    {
        string reason = finding.Message.StartsWith(finding.PartNumber + ": ", StringComparison.Ordinal) ? finding.Message[(finding.PartNumber.Length + 2)..] : finding.Message;
        string end = finding.Verdict == Verdict.Open ? "; not on file: " : "; prohibited ";
        int cut = reason.IndexOf(end, StringComparison.Ordinal);
        if (cut < 0)
        {
            cut = finding.Missing.Select(missing => reason.IndexOf(". " + missing.Question, StringComparison.Ordinal)).Where(at => at > 0).DefaultIfEmpty(-1).Min();
        }

        string said = cut < 0 ? reason : reason[..cut];
        return finding.Verdict == Verdict.Open && finding.Missing.Length > 0 ? $"{said}; {Wording.CountOf(finding.Missing.Length, "fact")} missing" : said;
    }

    private sealed record Row(string Color, string Verdict, string Part, string Place, string Reason);
}
