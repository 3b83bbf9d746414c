using System.Globalization;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Ci;

/// <summary>Writes the lines that a step appends to <c>$GITHUB_OUTPUT</c>, so that later steps can ask for the verdict and the counts.</summary>
public sealed class GitHubOutputWriter : IReportWriter
{
    /// <inheritdoc/>
    public string Format => "github-output";

    /// <inheritdoc/>
    public string FileSuffix => ".output.txt";

    /// <inheritdoc/>
    public void Write(ComplianceReport report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        using StreamWriter text = ReportText.Open(output);
        RegimeSummary? counts = Answer.GateRegime(report);
        // docs.github.com: name=value, one a line; every value here is a word or a number of ours, so none can begin another line.
        Add("verdict", GetWorst(report, counts));
        Add("violations", Number(counts?[Verdict.Violation] ?? 0));
        Add("suspects", Number(counts?[Verdict.Suspect] ?? 0));
        Add("open", Number(counts?[Verdict.Open] ?? 0));
        Add("waived", Number(report.Findings.Count(finding => finding.IsWaived)));
        Add("unreadable", Number(report.Summary.UnreadableFiles));
        // Percent of the required steps that are on file; empty when none is required.
        Add("coverage", report.Summary.Coverage.StepShare is { } share ? Number((int)decimal.Floor(share * 100)) : "");

        void Add(string name, string value) => text.Write($"{name}={value}\n");
    }

    // What could not be read may hold anything, so it is never called by the best of the rest.
    private static string GetWorst(ComplianceReport report, RegimeSummary? counts)
    {
        Verdict? worst = counts is null ? null : Enum.GetValues<Verdict>().Cast<Verdict?>().FirstOrDefault(verdict => verdict is { } some && counts[some] > 0);
        return worst is { } found && (found is Verdict.Violation or Verdict.Suspect or Verdict.Open || report.Summary.UnreadableFiles == 0)
            ? ReportTokens.Format(found) : "unknown";
    }

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
