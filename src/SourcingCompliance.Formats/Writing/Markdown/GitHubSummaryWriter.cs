using System.Globalization;
using System.Text;
using SourcingCompliance.Findings;
using SourcingCompliance.Findings.Policies;
using SourcingCompliance.Findings.Waivers;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Reports;
using static SourcingCompliance.Formats.Writing.Markdown.MarkdownText;

namespace SourcingCompliance.Formats.Writing.Markdown;

/// <summary>
/// Writes the summary of a build step: the answer, the worst findings, what was not read, and where the rest is. It fits a screen, far below
/// the 1 MiB that <c>$GITHUB_STEP_SUMMARY</c> holds, whatever the size of the report.
/// </summary>
public sealed class GitHubSummaryWriter : IReportWriter
{
    private const int MostFindings = 10;
    private const int MostProblems = 5;
    private const int MostFiles = 10;
    private const int MostSteps = 3;
    private const int MostCharacters = 180;

    /// <inheritdoc/>
    public string Format => "github-summary";

    /// <inheritdoc/>
    public string FileSuffix => ".summary.md";

    /// <inheritdoc/>
    public void Write(ComplianceReport report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        using StreamWriter text = ReportText.Open(output);
        var page = new StringBuilder();
        string name = report.Files.Length == 1 ? report.Files[0].Name : Wording.FormatCount(report.Files.Length, "BOM");
        page.Append("# Sourcing check: ").Append(Cut(name)).Append("\n\n**")
            .Append(Escape(report.Files.Length > 1 ? BatchWords.GetSentence(BatchIndex.From(report).Files) + " "
                + Answer.Compose(report) : Answer.Compose(report))).Append("**\n");
        Finding[] findings = [.. report.Findings.OrderByDescending(finding => ExitCodes.IsGated(report.Run, finding))];
        WriteTable(page, "Findings", "| Verdict | Cell | What and why |\n|---|---|---|\n", findings.Take(MostFindings).Select(GetRow), findings.Length);
        if (report.Files.Length > 1)
        {
            IndexedFile[] files = [.. BatchIndex.From(report).Files];
            IndexedFile[] worst = [.. files.Where(file => BatchWords.GetCounts(file).Length > 0)];
            WriteTable(page, "Worst BOMs", "| BOM | Found |\n|---|---|\n", worst.Take(MostFiles)
                .Select(file => $"| {Cut(file.Report.Path)} | {BatchWords.GetCounts(file)} |\n"), worst.Length);
        }

        PolicyFinding[] policies = [.. report.PolicyFindings.OrderByDescending(finding => ExitCodes.IsGated(report.Run, finding))
            .ThenByDescending(finding => finding.Severity)];
        WriteTable(page, "Company policies (do not change a verdict)", "| Severity | Row | What |\n|---|---|---|\n",
            policies.Take(MostFindings).Select(GetRow), policies.Length);
        Diagnostic[] problems = [.. report.Diagnostics.Concat(report.Files.SelectMany(file => file.Diagnostics))
            .Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Note)
            .OrderByDescending(diagnostic => diagnostic.Severity)];
        WriteTable(page, "Not read, or needs confirmation", "| Where | What |\n|---|---|\n", problems.Take(MostProblems).Select(GetRow), problems.Length);
        WriteEnd(page, report);
        text.Write(page);
    }

    private static void WriteTable(StringBuilder page, string heading, string head, IEnumerable<string> rows, int count)
    {
        if (count == 0)
        {
            return;
        }

        page.Append("\n## ").Append(heading).Append("\n\n").Append(head);
        int written = 0;
        foreach (string row in rows)
        {
            page.Append(row);
            written++;
        }

        if (written < count)
        {
            page.Append(CultureInfo.InvariantCulture, $"\nAnd {count - written:N0} more in the JSON and HTML reports.\n");
        }
    }

    private static string GetRow(Finding finding)
    {
        VerdictLook look = VerdictLook.From(finding.Verdict);
        string marks = (finding.Waiver is { } waiver ? $"**{Escape(WaiverWords.Format(waiver))}** " : "")
            + (finding.Baseline is { } state ? $"({ReportTokens.Format(state)}) " : "");
        return $"| {look.Shape} {look.Name} | {Cut(finding.Cell.ToString())} | {marks}{Cut(finding.Message)} |\n";
    }

    private static string GetRow(PolicyFinding finding) =>
        $"| {ReportTokens.Format(finding.Severity)} | {Cut(finding.Row.ToString())} | {Cut(finding.Message)} |\n";

    private static string GetRow(Diagnostic diagnostic) =>
        $"| {ReportTokens.Format(diagnostic.Severity)} {diagnostic.Id} {Cut(diagnostic.Cell.ToString())} | "
            + $"{Cut(diagnostic.Hint is null ? diagnostic.Message : $"{diagnostic.Message} {diagnostic.Hint}")} |\n";

    private static void WriteEnd(StringBuilder page, ComplianceReport report)
    {
        page.Append('\n');
        foreach (string step in Answer.NextSteps(report).Take(MostSteps))
        {
            page.Append("- ").Append(Cut(step)).Append('\n');
        }

        page.Append('\n');

        if (Answer.GateRegime(report) is { } counts)
        {
            page.AppendJoin(", ", Enum.GetValues<Verdict>().Select(verdict => string.Create(CultureInfo.InvariantCulture, $"{VerdictLook.From(verdict).Shape}"
                + $" {counts[verdict]:N0} {VerdictLook.From(verdict).Name}"))).Append("\n\n");
        }

        page.Append(CultureInfo.InvariantCulture,
            $"Not legal advice. Checked as of {ReportTokens.Format(report.Run.AsOf)} by {Escape(report.Tool.Name)} {Escape(report.Tool.Version)}. ")
            .Append("The other reports of this run contain every finding, the plan, the rules applied and how each file was read.\n");
    }

    private static string Cut(string text) => Escape(text.Length <= MostCharacters ? text : string.Concat(text.AsSpan(0, MostCharacters - 1), "…"));
}
