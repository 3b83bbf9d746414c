using System.Globalization;
using SourcingCompliance.Findings;
using SourcingCompliance.Findings.Policies;
using SourcingCompliance.Findings.Waivers;
using SourcingCompliance.Formats.Writing;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Remediation;
using SourcingCompliance.Reports;
using SourcingCompliance.Running.Jobs;
using SourcingCompliance.Running.Output;

namespace SourcingCompliance.Cli.Display;

/// <summary>Shows a report on the console: what matters, worst first, then the counts and where the files are. Plain text when not a terminal.</summary>
internal sealed class CheckConsole
{
    private const int MostExempt = 25;
    private const int MostDiagnostics = 12;
    private const int MostSteps = 3;
    private const int MostRules = 3;
    private const int MostPolicies = 10;
    private const int MostPaths = 5;
    private const string Indent = "    ";
    private readonly ConsoleScreen _screen;

    public CheckConsole(TextWriter output) => _screen = new ConsoleScreen(output);

    /// <summary>Shows the whole report.</summary>
    /// <param name="result">What the check gave.</param>
    /// <param name="job">What was asked.</param>
    /// <param name="plan">Which reports were written.</param>
    /// <param name="written">The reports over the run.</param>
    /// <param name="cleanup">What became of the reports of earlier runs.</param>
    public void Show(CheckResult result, CheckJob job, ReportPlan plan, IReadOnlyList<string> written, ReportCleanup cleanup)
    {
        ComplianceReport report = result.Report;
        ShowDiagnostics(report);
        FindingTable.Show(_screen, report);
        ShowExemptions(report);
        ShowSummary(report);
        ShowNextSteps(report);
        ShowAdvisories(report);
        ShowPolicies(report);
        if (report.SecondOpinion?.Sentence is { } opinion)
        {
            _screen.Line($"{opinion}.");
        }

        if (job.Scope is RunScope.Resumed or RunScope.Part { IsResumed: true })
        {
            int others = report.Files.Length - result.Reused;
            _screen.Line($"Resumed: {result.Reused} of {Wording.FormatCount(report.Files.Length, "result")} reused from the earlier run, "
                + $"{others} checked now.");
        }

        ShowCleanup(cleanup);
        foreach (string path in written)
        {
            _screen.Line("Report: " + path, Indent);
        }

        _screen.Line("Not legal advice. " + string.Join(" ", report.Packs.Where(pack => pack.Status == "active").Select(pack =>
            $"{pack.Title}, edition {pack.Edition}{(pack.VerifyBy is { } day ? $"; rules must be re-verified by {Wording.FormatDate(day)}" : "")}.")));
        if (!plan.IsOfOneList)
        {
            BatchEnding.Show(_screen, report, written.LastOrDefault(path => path.EndsWith("index.html", StringComparison.Ordinal))
                ?? (written.Count > 0 ? written[0] : null));
        }
    }

    private void ShowDiagnostics(ComplianceReport report)
    {
        Diagnostic[] all = [.. report.Diagnostics.Concat(report.Files.SelectMany(file => file.Diagnostics))
            .Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Note)
            .OrderByDescending(diagnostic => diagnostic.Severity)];
        foreach (Diagnostic diagnostic in all.Take(MostDiagnostics))
        {
            (string kind, string color) = diagnostic.Severity == DiagnosticSeverity.Error ? ("error ", "red") : ("warning ", "yellow");
            _screen.Line(color, kind, $"{diagnostic.Id} {diagnostic}", Indent);
        }

        if (all.Length > MostDiagnostics)
        {
            _screen.Line($"{all.Length - MostDiagnostics} more diagnostics in the report.");
        }

        if (all.Length > 0)
        {
            _screen.Line();
        }
    }

    private void ShowCleanup(ReportCleanup cleanup)
    {
        if (!cleanup.Removed.IsEmpty)
        {
            _screen.Line($"Removed {Wording.FormatCount(cleanup.Removed.Length, "report")} of BOMs that no longer exist or were renamed: "
                + $"{Named(cleanup.Removed)}", Indent);
        }

        if (!cleanup.Older.IsEmpty)
        {
            _screen.Line($"From earlier runs, not updated by this one: {Named(cleanup.Older)}", Indent);
        }
    }

    private static string Named(IReadOnlyList<string> paths) =>
        string.Join(", ", paths.Take(MostPaths)) + (paths.Count > MostPaths ? $" and {paths.Count - MostPaths} more" : "");

    // What an exception excuses is shown with its basis, so that nobody takes an exempt line for a clean one.
    private void ShowExemptions(ComplianceReport report)
    {
        string[] exempt = [.. ExemptLines.Get(report).Select(entry => $"{GetMark(Verdict.Exempt)} {entry.Line.PartNumber}: {entry.Determination.Basis}")];
        foreach (string line in exempt.Take(MostExempt))
        {
            _screen.Line(line);
        }

        if (exempt.Length > MostExempt)
        {
            _screen.Line($"{exempt.Length - MostExempt} more line items under an exception in the report.");
        }
    }

    private void ShowSummary(ComplianceReport report)
    {
        _screen.Line();
        _screen.Line(Answer.Compose(report));
        if (FilesNotRead.GetDetails(report) is { } notRead)
        {
            _screen.Line(notRead);
        }

        if (report.Waivers is { } waivers)
        {
            _screen.Line(WaiverWords.GetTotals(waivers));
        }

        if (NotInstalledWords.Compose(report) is { } notInstalled)
        {
            _screen.Line(notInstalled);
        }

        if (report.Summary.Regimes.Length > 0 && report.Summary.Lines > 0)
        {
            ShowCounts(report);
            Coverage coverage = report.Summary.Coverage;
            _screen.Line(coverage.CoveredLines == 0
                ? $"Coverage: no covered material was recognized in {Wording.FormatCount(report.Summary.Lines, "line item")}."
                : "Coverage: " + ReportWords.GetCoverage(coverage));
        }
    }

    // One space between the columns, and the gate marked before its period, so that the table is 78 columns wide.
    private void ShowCounts(ComplianceReport report)
    {
        Verdict[] verdicts = Enum.GetValues<Verdict>();
        string[] heads = [.. verdicts.Select(verdict => $"{GetMark(verdict)} {GetName(verdict)}")];
        string[] periods = [.. report.Summary.Regimes.Select(summary => (summary.Regime.Id == report.Run.GateRegime ? "> " : "  ")
            + PeriodWords.Format(summary.Regime))];
        int first = periods.Append("  Delivered").Max(period => period.Length);
        _screen.Line();
        _screen.Pieces([(null, "  Delivered".PadRight(first)),
            .. verdicts.Select((verdict, at) => ((string?)ConsoleScreen.GetColor(verdict), " " + heads[at]))]);
        for (int row = 0; row < periods.Length; row++)
        {
            RegimeSummary summary = report.Summary.Regimes[row];
            _screen.Pieces([(null, periods[row].PadRight(first)),
                .. verdicts.Select((verdict, at) =>
                    ((string?)null, " " + summary[verdict].ToString("N0", CultureInfo.InvariantCulture).PadLeft(heads[at].Length)))]);
        }

        _screen.Line("> Used for the overall result.");
    }

    // What to do, in three lines, and what cannot be done in time.
    private void ShowNextSteps(ComplianceReport report)
    {
        if (report.Plan is not { DoToday.IsEmpty: false } plan)
        {
            return;
        }

        _screen.Line();
        _screen.Line("Next steps:");
        string[] steps = [.. Answer.NextSteps(report)];
        for (int at = 0; at < Math.Min(MostSteps, steps.Length); at++)
        {
            _screen.Line(null, $"  {at + 1}. ", steps[at], "     ");
        }

        if (steps.Length > MostSteps)
        {
            _screen.Line(null, "  ", $"{Wording.FormatCount(steps.Length - MostSteps, "more task")} in the report.", Indent);
        }

        foreach (string sentence in PlanSentences.Get(plan))
        {
            _screen.Line(sentence);
        }
    }

    // One line: the figures stay in the report, because they must never stand without their date and source.
    private void ShowAdvisories(ComplianceReport report)
    {
        string[] rules = [.. report.Advisories.Select(advisory => advisory.Rule).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (rules.Length == 0)
        {
            return;
        }

        string named = string.Join(", ", rules.Take(MostRules)) + (rules.Length > MostRules ? $" and {rules.Length - MostRules} more" : "");
        _screen.Line($"Related information (does not affect the result): {Wording.FormatCount(rules.Length, "rule")}, {named}. Show one: sourcing rules "
            + $"explain {rules[0]}");
    }

    // What fails the run stands first; the rest is in the reports.
    private void ShowPolicies(ComplianceReport report)
    {
        PolicyFinding[] findings = [.. report.PolicyFindings.OrderByDescending(finding => ExitCodes.IsGated(report.Run, finding))
            .ThenByDescending(finding => finding.Severity)];
        if (report.Policies.GetSentence(report.Run, findings) is not { } sentence)
        {
            return;
        }

        _screen.Line($"{sentence}{(findings.Length > 0 ? ":" : ".")}");
        foreach (PolicyFinding finding in findings.Take(MostPolicies))
        {
            string place = (report.Files.Length > 1 ? finding.Row : finding.Row with { File = "" }).ToString();
            _screen.Line(finding.Severity == PolicySeverity.Error ? "red" : finding.Severity == PolicySeverity.Warning ? "yellow" : null,
                $"  {ReportTokens.Format(finding.Severity)} ", $"{place}  {finding.Message} ({finding.Workflow}/{finding.Rule})", Indent);
        }

        if (findings.Length > MostPolicies)
        {
            _screen.Line(null, "  ", $"{findings.Length - MostPolicies} more in the report.", Indent);
        }
    }

    private static string GetName(Verdict verdict) => VerdictLook.From(verdict).Name;

    private static string GetMark(Verdict verdict) => VerdictLook.From(verdict).Shape;
}
