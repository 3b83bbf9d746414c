using System.Collections.Immutable;
using SourcingCompliance.Boms;
using SourcingCompliance.Determinations;
using SourcingCompliance.Diagnostics;

namespace SourcingCompliance.Reports.Scenarios;

/// <summary>How the same lists fare under the law of each period of delivery, and under bills that are not law.</summary>
public sealed record ScenarioReport
{
    /// <summary>The day on which the check is made.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The scenarios: the periods of the law in the order of time, then those of each draft.</summary>
    public required ImmutableArray<Scenario> Scenarios { get; init; }

    /// <summary>Every line that some scenario covers, by file and row.</summary>
    public required ImmutableArray<ScenarioLine> Lines { get; init; }

    /// <summary>What is announced and gives no verdict.</summary>
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
    /// <param name="announced">Ids of the advisory packs that announce law.</param>
    public static ScenarioReport Of(ComplianceReport law, ImmutableArray<ComplianceReport> drafts, IReadOnlyCollection<string> announced)
    {
        ArgumentNullException.ThrowIfNull(law);
        ArgumentNullException.ThrowIfNull(announced);
        ImmutableArray<ComplianceReport> reports = [law, .. drafts];
        return new ScenarioReport
        {
            AsOf = law.Run.AsOf,
            Scenarios = [.. reports.SelectMany((report, at) => ScenariosOf(report, isDraft: at > 0))],
            Lines = LinesOf(reports),
            Announced = [.. law.Advisories.Where(advisory => announced.Contains(advisory.Pack))],
            Diagnostics = [.. law.Diagnostics, .. law.Files.SelectMany(file => file.Diagnostics)],
            UnreadableFiles = law.Summary.UnreadableFiles,
            ExitCode = law.Summary.ExitCode,
        };
    }

    private static IEnumerable<Scenario> ScenariosOf(ComplianceReport report, bool isDraft)
    {
        PackReference? pack = isDraft ? report.Packs.FirstOrDefault(pack => pack.Status == "draft") : report.Packs.FirstOrDefault(pack => pack.Status == "active");
        return report.Summary.Regimes.Select(counts => new Scenario(pack?.Id ?? "", isDraft, Contains(counts.Regime, report.Run.AsOf), counts));
    }

    private static bool Contains(RegimeReference regime, DateOnly day) => (regime.From is not { } first || day >= first) && (regime.To is not { } last || day <= last);

    private static ImmutableArray<ScenarioLine> LinesOf(ImmutableArray<ComplianceReport> reports)
    {
        ImmutableArray<Dictionary<(CellRef Row, int Ordinal), LineReport>> byRow = [.. reports.Select(ByRow)];
        var lines = ImmutableArray.CreateBuilder<ScenarioLine>();
        foreach ((CellRef Row, int Ordinal) key in byRow.SelectMany(rows => rows.Keys).Distinct()
            .OrderBy(key => key.Row.File, StringComparer.Ordinal).ThenBy(key => key.Row.Sheet, StringComparer.Ordinal).ThenBy(key => key.Row.Row).ThenBy(key => key.Ordinal))
        {
            LineReport line = byRow.Select(rows => rows.GetValueOrDefault(key)).OfType<LineReport>().First();
            var verdicts = ImmutableArray.CreateBuilder<Verdict>();
            var windows = ImmutableArray.CreateBuilder<string>();
            for (int at = 0; at < reports.Length; at++)
            {
                RegimeReference[] regimes = [.. reports[at].Summary.Regimes.Select(counts => counts.Regime)];
                Verdict[] own = [.. regimes.Select(regime => VerdictOf(byRow[at].GetValueOrDefault(key), regime.Id))];
                verdicts.AddRange(own);
                windows.Add(DeliveryWindow.Of([.. regimes.Zip(own)]));
            }

            if (verdicts.Any(verdict => verdict != Verdict.NotCovered))
            {
                lines.Add(new ScenarioLine(line.Row, line.PartNumber, line.Description, verdicts.ToImmutable(), windows.ToImmutable()));
            }
        }

        return lines.ToImmutable();
    }

    // One row may hold several lines (tables side by side); they come in the same order under every pack.
    private static Dictionary<(CellRef Row, int Ordinal), LineReport> ByRow(ComplianceReport report) =>
        report.Files.SelectMany(file => file.Lines).GroupBy(line => line.Row)
            .SelectMany(row => row.Select((line, at) => KeyValuePair.Create((row.Key, at), line))).ToDictionary();

    private static Verdict VerdictOf(LineReport? line, string regime) =>
        line?.Verdicts.FirstOrDefault(verdict => verdict.Regime == regime)?.Verdict ?? Verdict.NotCovered;
}

/// <summary>One period of delivery under the law or a draft.</summary>
/// <param name="Pack">Id of the pack.</param>
/// <param name="IsDraft">Whether it is a bill and not law.</param>
/// <param name="IsToday">Whether a delivery on the day of the check falls under it.</param>
/// <param name="Counts">The regime, with lines by verdict.</param>
public sealed record Scenario(string Pack, bool IsDraft, bool IsToday, RegimeSummary Counts);

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
