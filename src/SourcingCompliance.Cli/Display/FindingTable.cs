using System.Text.RegularExpressions;
using SourcingCompliance.Findings;
using SourcingCompliance.Findings.Waivers;
using SourcingCompliance.Formats.Writing;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Cli.Display;

/// <summary>
/// The findings as a table: verdict, part, cell, reason. The reason wraps in its own column; where that would be narrow, as with the names of several
/// files, it stands below the row.
/// </summary>
internal static partial class FindingTable
{
    private const int MostFindings = 25;
    private const int MostFindingsOfSeveral = 10;
    private const int WidestPart = 22;
    private const int WidestPlace = 20;
    private const int LeastReason = 34;

    /// <summary>Shows the first findings, worst first, and how many more there are.</summary>
    /// <param name="screen">The screen.</param>
    /// <param name="report">The report.</param>
    public static void Show(ConsoleScreen screen, ComplianceReport report)
    {
        bool areSeveral = report.Files.Length > 1;
        FileNames? names = areSeveral ? new FileNames(report.Files.Select(file => file.Path)) : null;
        (string? Divider, Finding Finding)[] findings =
        [
            .. FindingPeriod.From(report, report.Findings)
                .SelectMany(period => period.Findings.Select((finding, at) => (at == 0 ? period.Title : null, finding))),
        ];
        Row[] rows = SayStepsOnce([.. findings.Take(areSeveral ? MostFindingsOfSeveral : MostFindings)
            .Select(entry => GetRow(entry.Finding, names) with { Divider = entry.Divider })]);
        if (rows.Length == 0)
        {
            return;
        }

        int verdict = rows.Max(row => row.Verdict.Length) + 2;
        int part = Math.Min(WidestPart, rows.Max(row => row.Part.Length)) + 2;
        int place = Math.Min(WidestPlace, rows.Max(row => row.Place.Length)) + 2;
        bool isBelow = areSeveral || screen.Columns - verdict - part - place < LeastReason;
        int indent = isBelow ? verdict : verdict + part + place;
        foreach (Row row in rows)
        {
            if (row.Divider is { } divider)
            {
                screen.Line(divider);
            }

            string[] lines = [.. WrappedText.Lines(row.Reason, "", "", screen.Columns - indent)];
            bool isAlone = isBelow || lines.Length == 0 || row.Part.Length + 2 > part || row.Place.Length + 2 > place;
            string begin = (row.Part + "  ").PadRight(part) + (isAlone ? row.Place : row.Place.PadRight(place) + lines[0]);
            screen.Pieces([(row.Color, row.Verdict.PadRight(verdict)), (null, begin)]);
            foreach (string line in isAlone ? lines : lines.Skip(1))
            {
                screen.Pieces([(null, new string(' ', indent) + line)]);
            }
        }

        if (findings.Length > rows.Length)
        {
            screen.Line($"{Wording.FormatCount(findings.Length - rows.Length, "more finding")} in the report.");
        }
    }

    // Parts that wait for the same steps follow each other, and nine steps take three lines of a narrow screen.
    private static Row[] SayStepsOnce(Row[] rows)
    {
        (string Steps, string Part) last = ("", "");
        for (int at = 0; at < rows.Length; at++)
        {
            string reason = rows[at].Reason;
            string steps = reason.IndexOf(NotOnFile, StringComparison.Ordinal) is >= 0 and int begin ? reason[begin..] : "";
            if (steps.Length > 0 && steps == last.Steps && rows[at].Divider is null)
            {
                rows[at] = rows[at] with { Reason = $"{reason[..^steps.Length]}not on file: the same steps as for {last.Part}" };
            }
            else
            {
                last = (steps, rows[at].Part);
            }
        }

        return rows;
    }

    private static Row GetRow(Finding finding, FileNames? names)
    {
        VerdictLook look = VerdictLook.From(finding.Verdict);
        string sheet = finding.Cell.Sheet.Length == 0 ? ""
            : (finding.Cell.Sheet.Length <= 18 ? finding.Cell.Sheet : string.Concat(finding.Cell.Sheet.AsSpan(0, 17), "…")) + "!";
        string place = $"{(names is null ? "" : names.Get(finding.Cell.File) + "!")}{sheet}{finding.Cell.Address}";
        string waived = finding.Waiver is { } waiver ? WaiverWords.Format(waiver) + " " : "";
        return new Row(ConsoleScreen.GetColor(finding.Verdict), $"{look.Shape} {look.Name}", VisibleText.Line(finding.PartNumber),
            VisibleText.Line(place), VisibleText.Line(waived + GetReason(finding)));
    }

    // The message without the part, which has a column, and without its questions and elements, which 'sourcing explain' and the reports show. What
    // is prohibited keeps its rule and paragraph, and what is not on file its steps.
    private static string GetReason(Finding finding)
    {
        string reason = finding.Message.StartsWith(finding.PartNumber + ": ", StringComparison.Ordinal)
            ? finding.Message[(finding.PartNumber.Length + 2)..] : finding.Message;
        int question = finding.Missing.Select(missing => reason.IndexOf(". " + missing.Question, StringComparison.Ordinal))
            .Where(at => at > 0).DefaultIfEmpty(-1).Min();
        string said = (question < 0 ? reason : reason[..question]).TrimEnd('.');
        int steps = said.IndexOf(NotOnFile, StringComparison.Ordinal);
        if (steps < 0)
        {
            return said;
        }

        int end = said.IndexOf(". ", steps, StringComparison.Ordinal) is > 0 and int stop ? stop : said.Length;
        return said[..steps] + Elements().Replace(said[steps..end], "") + said[end..];
    }

    private const string NotOnFile = "not on file: where it was ";

    [GeneratedRegex(@" \([a-z]+(, [a-z]+)*( and [a-z]+)?\)", RegexOptions.CultureInvariant)]
    private static partial Regex Elements();

    private sealed record Row(string Color, string Verdict, string Part, string Place, string Reason)
    {
        /// <summary>What stands above the first finding of another period; null = nothing.</summary>
        public string? Divider { get; init; }
    }
}
