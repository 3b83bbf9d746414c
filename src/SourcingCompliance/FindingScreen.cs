using System.Collections.Immutable;
using SourcingCompliance.Findings;
using SourcingCompliance.Findings.Baselines;
using SourcingCompliance.Findings.Waivers;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance;

/// <summary>The results of files behind waivers and a baseline: marks on findings, exit codes that follow them, verdicts as they were.</summary>
/// <param name="Results">The results with the marks.</param>
/// <param name="Waivers">What became of the waivers; null = none were applied.</param>
/// <param name="Baseline">The findings compared with the baseline; null = none was given.</param>
internal sealed record FindingScreen(ImmutableArray<FileResult> Results, WaiverReport? Waivers, BaselineReport? Baseline)
{
    /// <summary>Puts the plan's waivers and baseline over the results.</summary>
    public static FindingScreen Over(ImmutableArray<FileResult> results, CheckPlan plan, DiagnosticBag diagnostics)
    {
        ImmutableArray<FileReport> files = [.. results.Select(result => result.Report)];
        WaiverReport? waivers = null;
        BaselineReport? baseline = null;
        if (plan.Request.Waivers is { } list)
        {
            var judge = new WaiverJudge(list, plan.Run, plan.Contract?.ContractNumber, file => plan.Request.RelativePath(list.Path, file));
            files = [.. files.Select(judge.Mark)];
            waivers = judge.Report(files.SelectMany(file => file.Findings), diagnostics);
        }

        if (plan.Request.Baseline is { } known)
        {
            var comparer = new BaselineComparer(known, file => plan.Request.RelativePath(known.Path, file));
            files = [.. files.Select(comparer.Mark)];
            baseline = comparer.Report();
        }

        return waivers is null && baseline is null
            ? new FindingScreen(results, null, null)
            : new FindingScreen([.. results.Select((result, at) => result with { Report = WithExitCode(files[at], plan.Run) })], waivers, baseline);
    }

    // A file that could not be read is never clean, whatever is waived in the rest of it.
    private static FileReport WithExitCode(FileReport file, RunParameters run) =>
        file.ExitCode is ExitCodes.Clean or ExitCodes.Found or ExitCodes.OpenLines
            ? file with { ExitCode = ExitCodes.Worse(ExitCodes.Compute(run, file.Findings, file.Unaccounted), ExitCodes.Compute(run, file.PolicyFindings)) }
            : file;
}
