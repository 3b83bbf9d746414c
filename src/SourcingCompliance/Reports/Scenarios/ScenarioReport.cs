using System.Collections.Immutable;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Reports.Scenarios;

/// <summary>How the same lists fare under the law of each period of delivery, and under bills that are not law.</summary>
public sealed record ScenarioReport
{
    /// <summary>The day on which the check is made.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The scenarios: the periods of the law in the order of time, then what is announced, then the periods of each draft.</summary>
    public required ImmutableArray<Scenario> Scenarios { get; init; }

    /// <summary>Every line that some scenario covers, by file and row.</summary>
    public required ImmutableArray<ScenarioLine> Lines { get; init; }

    /// <summary>What is announced: lines of substances that a statute adds and no clause names yet.</summary>
    public required ImmutableArray<AdvisoryReport> Announced { get; init; }

    /// <summary>What was wrong with the inputs, the rules or the contract.</summary>
    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }

    /// <summary>Files that could not be read or mapped, and are in no count.</summary>
    public required int UnreadableFiles { get; init; }

    /// <summary>The exit code of a check without drafts, which never gate.</summary>
    public required int ExitCode { get; init; }

    /// <summary>Puts the reports of the law and of the drafts beside each other.</summary>
    /// <param name="law">The report under the law.</param>
    /// <param name="drafts">The reports under each draft, in id order.</param>
    /// <param name="announced">What the packs that announce law say.</param>
    public static ScenarioReport From(ComplianceReport law, ImmutableArray<ComplianceReport> drafts, AnnouncedLaw announced)
    {
        ArgumentNullException.ThrowIfNull(law);
        ArgumentNullException.ThrowIfNull(announced);
        ImmutableArray<AnnouncedPeriod> periods = announced.GetPeriods(law);
        var lines = new ScenarioLines([law, .. drafts], periods);
        return new ScenarioReport
        {
            AsOf = law.Run.AsOf,
            Scenarios = [.. GetScenarios(law, isDraft: false), .. periods.Select(period => period.Scenario),
                .. drafts.SelectMany(draft => GetScenarios(draft, isDraft: true))],
            Lines = lines.Compose(),
            Announced = [.. law.Advisories.Where(advisory => announced.Packs.Contains(advisory.Pack) && !announced.Covered.Contains(advisory.Substance))],
            Diagnostics = [.. law.Diagnostics, .. law.Files.SelectMany(file => file.Diagnostics)],
            UnreadableFiles = law.Summary.UnreadableFiles,
            ExitCode = law.Summary.ExitCode,
        };
    }

    private static IEnumerable<Scenario> GetScenarios(ComplianceReport report, bool isDraft)
    {
        PackReference? pack = isDraft ? report.Packs.FirstOrDefault(pack => pack.Status == "draft")
            : report.Packs.FirstOrDefault(pack => pack.Status == "active");
        return report.Summary.Regimes.Select(counts => new Scenario(pack?.Id ?? "", isDraft, counts.Regime.Contains(report.Run.AsOf), counts));
    }
}

/// <summary>One period of delivery under the law or a draft.</summary>
/// <param name="Pack">Id of the pack.</param>
/// <param name="IsDraft">Whether it is a bill and not law.</param>
/// <param name="IsToday">Whether a delivery on the day of the check falls under it.</param>
/// <param name="Counts">The regime, with lines by verdict.</param>
public sealed record Scenario(string Pack, bool IsDraft, bool IsToday, RegimeSummary Counts)
{
    /// <summary>Whether it is a statute that no clause carries yet: its lines are open, never violations.</summary>
    public bool IsAnnounced { get; init; }
}

/// <summary>One line under every scenario.</summary>
/// <param name="Row">Address of the row.</param>
/// <param name="PartNumber">Part number, or what stands in for one.</param>
/// <param name="Description">Description as it stands.</param>
/// <param name="Verdicts">The verdict under each scenario, in their order.</param>
/// <param name="Deliverable">Until when it may be delivered, in words: first under the law, then under each draft.</param>
public sealed record ScenarioLine(CellRef Row, string PartNumber, string Description, ImmutableArray<Verdict> Verdicts, ImmutableArray<string> Deliverable)
{
    /// <summary>Whether the scenarios do not all come to the same.</summary>
    public bool IsChanged => Verdicts.Distinct().Count() > 1;
}
