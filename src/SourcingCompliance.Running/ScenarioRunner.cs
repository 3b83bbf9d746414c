using System.Collections.Immutable;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Files;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Reports;
using SourcingCompliance.Reports.Scenarios;
using SourcingCompliance.Running.Jobs;

namespace SourcingCompliance.Running;

/// <summary>Runs one job under the law and then under every draft.</summary>
public static class ScenarioRunner
{
    // The pack that announces additions of which some have no day yet.
    private const string Additions = "usc-10-4872";

    /// <summary>Runs the job.</summary>
    /// <param name="job">What is asked; its packs are those of a check.</param>
    /// <param name="cancellation">Stops the run.</param>
    public static ScenarioReport Run(CheckJob job, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(job);
        ComplianceReport law = CheckRunner.Run(job, null, cancellation);
        if (law.Summary.ExitCode == ExitCodes.Configuration)
        {
            return ScenarioReport.From(law, [], new AnnouncedLaw([], []));
        }

        // What is wrong with a rules folder, the check under the law has told.
        var told = new DiagnosticBag();
        RulePack[] packs = [.. PackLibrary.Load(RuleFolders.WithOwn(job.RuleFolders, told), told).Packs.Select(loaded => loaded.Pack)];
        ImmutableArray<(string Pack, DateOnly Day)> days =
            [.. packs.SelectMany(pack => pack.Rules.Select(rule => rule.BindsFrom).OfType<DateOnly>().Select(day => (pack.Id, day)))];
        var announced = new AnnouncedLaw([.. days.Select(one => one.Pack).Append(Additions).Distinct(StringComparer.Ordinal)], days)
        {
            Covered = [.. packs.Where(pack => pack.Id == CheckLibrary.MainPack).SelectMany(pack => pack.Materials?.Periods ?? [])
                .SelectMany(period => period.Values).Select(material => material.Id).Distinct(StringComparer.Ordinal)],
        };
        string[] drafts = [.. packs.Where(pack => pack.Status == "draft").Select(pack => pack.Id)];
        ImmutableArray<ComplianceReport> reports = [
            .. drafts.Select(id => CheckRunner.Run(job with { Packs = new PackChoice(id, []), Gate = Gate.None }, null, cancellation))];
        return ScenarioReport.From(law, reports, announced);
    }
}
