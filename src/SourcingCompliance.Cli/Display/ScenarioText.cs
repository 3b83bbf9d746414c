using System.Globalization;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Writing;
using SourcingCompliance.Formats.Writing.Markdown;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports.Scenarios;

namespace SourcingCompliance.Cli.Display;

/// <summary>Prints scenarios as tables: padded for a terminal, or as Markdown.</summary>
internal sealed class ScenarioText
{
    private const int MostLines = 50;
    private readonly TextWriter _output;
    private readonly bool _isMarkdown;

    public ScenarioText(TextWriter output, bool isMarkdown)
    {
        _output = output;
        _isMarkdown = isMarkdown;
    }

    /// <summary>Prints counts by scenario, then the lines with their verdicts and until when they may be delivered.</summary>
    public void Show(ScenarioReport report)
    {
        if (report.UnreadableFiles > 0)
        {
            _output.WriteLine($"{Wording.FormatCount(report.UnreadableFiles, "file")} could not be read and {(report.UnreadableFiles == 1 ? "is" : "are")}"
                + $" in no count.");
        }

        if (report.Scenarios.All(scenario => scenario.Counts.Total == 0))
        {
            _output.WriteLine("Nothing was checked: no line items were read.");
            return;
        }

        Table(
            ["", "Scenario", .. Enum.GetValues<Verdict>().Select(GetName)],
            report.Scenarios.Select((scenario, at) => (string[])
                [Letter(at), GetName(scenario) + (scenario.IsToday ? " (today)" : ""), .. Enum.GetValues<Verdict>()
                    .Select(verdict => scenario.Counts[verdict].ToString("N0", CultureInfo.InvariantCulture))]));
        _output.WriteLine();
        ShowLines(report);
        foreach (AdvisoryReport advisory in report.Announced)
        {
            _output.WriteLine($"Announced, no violation yet: {advisory.Title} ({advisory.Rule}, {advisory.Substance}, "
                + $"{Wording.FormatCount(advisory.Lines.Length, "line")}).");
        }

        if (report.Scenarios.Any(scenario => scenario.IsAnnounced))
        {
            _output.WriteLine("ANNOUNCED: a statute that no clause carries yet; a line of what it adds is open. It never changes the exit code.");
        }

        if (report.Scenarios.Any(scenario => scenario.IsDraft))
        {
            _output.WriteLine("DRAFT: a bill or proposal, not law. It never changes the exit code.");
        }
    }

    private void ShowLines(ScenarioReport report)
    {
        if (report.Lines.IsEmpty)
        {
            _output.WriteLine("No line was recognized as containing a covered material under any scenario.");
            return;
        }

        string[] packs = [.. report.Scenarios.Where(scenario => !scenario.IsAnnounced).Select(scenario => scenario.Pack).Distinct(StringComparer.Ordinal)];
        Table(
            ["Line", "Part", .. report.Scenarios.Select((_, at) => Letter(at)),
                .. packs.Select((pack, at) => at == 0 ? "On the evidence on file" : $"Under DRAFT {pack}")],
            report.Lines.Take(MostLines).Select(line => (string[])
                [line.Row + (line.IsChanged ? " *" : ""), line.PartNumber, .. line.Verdicts.Select(GetName), .. line.Deliverable]));
        if (report.Lines.Length > MostLines)
        {
            _output.WriteLine($"… and {report.Lines.Length - MostLines} more lines; --format json has them all.");
        }

        _output.WriteLine();
        int changed = report.Lines.Count(line => line.IsChanged);
        _output.WriteLine(changed == 0
            ? $"{Wording.FormatCount(report.Lines.Length, "line")} with a covered material, each the same under all scenarios."
            : $"{Wording.FormatCount(report.Lines.Length, "line")} with a covered material; {changed} (*) not the same under all scenarios.");
    }

    private static string Letter(int at) => at < 26 ? ((char)('A' + at)).ToString() : (at + 1).ToString(CultureInfo.InvariantCulture);

    private static string GetName(Scenario scenario) =>
        (scenario.IsDraft ? $"DRAFT {scenario.Pack}, " : scenario.IsAnnounced ? $"ANNOUNCED {scenario.Pack}, " : "delivered ")
            + PeriodWords.Format(scenario.Counts.Regime);

    private static string GetName(Verdict verdict) => verdict == Verdict.NotCovered ? "not covered" : ReportTokens.Format(verdict);

    private void Table(string[] head, IEnumerable<string[]> body)
    {
        string[][] rows = [head, .. body];
        int[] widths = [.. head.Select((_, column) => rows.Max(row => row[column].Length))];
        for (int at = 0; at < rows.Length; at++)
        {
            _output.WriteLine(_isMarkdown
                ? $"| {string.Join(" | ", rows[at].Select(MarkdownText.Escape))} |"
                : string.Join("  ", rows[at].Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
            if (at == 0)
            {
                _output.WriteLine(_isMarkdown ? "|" + string.Concat(head.Select(_ => "---|"))
                    : string.Join("  ", widths.Select(width => new string('-', width))));
            }
        }
    }
}
