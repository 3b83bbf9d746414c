using System.Collections.Immutable;
using SourcingCompliance.Findings;
using SourcingCompliance.Law.Opinions;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Remediation;
using SourcingCompliance.Reports;

namespace SourcingCompliance;

/// <summary>Joins the results of files and the plan into the one report.</summary>
internal static class ReportComposer
{
    public static ComplianceReport Compose(
        ToolIdentity tool, CheckPlan plan, ImmutableArray<PackReference> packs, ImmutableArray<FileResult> results, RemediationPlan remediation,
        DiagnosticBag diagnostics, bool isConfigured)
    {
        var screen = FindingScreen.Over(results, plan, diagnostics);
        results = screen.Results;
        var sum = new VerdictCounts(plan.References, plan.Run.GateRegime);
        foreach (FileResult result in results)
        {
            sum.Add(result.Counts);
        }

        int exitCode = isConfigured ? diagnostics.HasErrors ? ExitCodes.Input : ExitCodes.Clean : ExitCodes.Configuration;
        exitCode = results.Aggregate(exitCode, (worst, result) => ExitCodes.Worse(worst, result.Report.ExitCode));
        int notRead = diagnostics.GetCount(DiagnosticIds.FileNotRead);
        exitCode = notRead > 0 && plan.Run.Gate == Gate.Open ? ExitCodes.Worse(exitCode, ExitCodes.OpenLines) : exitCode;
        return new ComplianceReport
        {
            Tool = tool,
            Run = plan.Run,
            Settings = plan.Request.Report,
            Packs = packs,
            Summary = new ReportSummary
            {
                Files = results.Length,
                UnreadableFiles = results.Count(result => result.Report.ExitCode == ExitCodes.Input),
                NotRead = notRead,
                Lines = sum.Lines,
                Unaccounted = results.Sum(result => result.Report.Unaccounted),
                Regimes = sum.Summaries,
                Coverage = sum.Coverage,
                ExitCode = exitCode,
            },
            Files = [.. results.Select(result => remediation.WithActions(result.Report))],
            Actions = remediation.Actions,
            Plan = remediation,
            Advisories = AdvisoryReport.From(results.SelectMany(result => result.Advisories)),
            Policies = plan.Request.Policies.Report,
            SecondOpinion = plan.Request.SecondOpinion.ToReport(new SecondOpinion(
                results.Sum(result => result.Report.SecondOpinion.Asked), results.Sum(result => result.Report.SecondOpinion.Agreed),
                results.Sum(result => result.Report.SecondOpinion.Late))),
            Waivers = screen.Waivers,
            Baseline = screen.Baseline,
            Diagnostics = [.. diagnostics.Items],
        };
    }
}
