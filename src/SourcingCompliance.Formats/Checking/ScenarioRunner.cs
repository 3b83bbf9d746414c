using System.Collections.Immutable;
using SourcingCompliance.Diagnostics;
using SourcingCompliance.Formats.Rules;
using SourcingCompliance.Reports;
using SourcingCompliance.Reports.Scenarios;
using SourcingCompliance.Rules;

namespace SourcingCompliance.Formats.Checking;

/// <summary>Runs one job under the law and then under every draft.</summary>
public static class ScenarioRunner
{
    // Packs that announce law which is not in force and gives no verdict yet.
    private static readonly string[] Announcing = ["ndaa-2026-additions"];

    /// <summary>Runs the job.</summary>
    /// <param name="job">What is asked; its packs are those of a check.</param>
    /// <param name="cancellation">Stops the run.</param>
    public static ScenarioReport Run(CheckJob job, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(job);
        ComplianceReport law = CheckRunner.Run(job, null, cancellation);
        if (law.Summary.ExitCode == ExitCodes.Configuration)
        {
            return ScenarioReport.Of(law, [], Announcing);
        }

        // What is wrong with a rules folder, the check under the law has told.
        var told = new DiagnosticBag();
        string[] drafts = [.. PackLibrary.Load(RuleFolders.WithOwn(job.RuleFolders, told), told).Packs.Where(loaded => loaded.Pack.Status == "draft").Select(loaded => loaded.Pack.Id)];
        ImmutableArray<ComplianceReport> reports = [.. drafts.Select(id => CheckRunner.Run(job with { Packs = new PackChoice(id, []), Gate = Gate.None }, null, cancellation))];
        return ScenarioReport.Of(law, reports, Announcing);
    }
}
