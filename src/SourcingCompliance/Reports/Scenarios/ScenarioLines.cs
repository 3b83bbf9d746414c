using System.Collections.Immutable;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Reports.Scenarios;

/// <summary>Puts the lines of several reports beside each other: the law with what is announced, then each draft.</summary>
/// <param name="reports">The report under the law, then those under the drafts.</param>
/// <param name="announced">The periods of announced law, in the order of time.</param>
internal sealed class ScenarioLines(ImmutableArray<ComplianceReport> reports, ImmutableArray<AnnouncedPeriod> announced)
{
    // One row may hold several lines (tables side by side); they come in the same order under every pack.
    private readonly ImmutableArray<Dictionary<(CellRef Row, int Ordinal), LineReport>> _byRow =
        [.. reports.Select(report => report.Files.SelectMany(file => file.Lines).GroupBy(line => line.Row)
            .SelectMany(row => row.Select((line, at) => KeyValuePair.Create((row.Key, at), line))).ToDictionary())];

    /// <summary>Every line that some scenario covers, by file and row.</summary>
    public ImmutableArray<ScenarioLine> Compose() =>
        [.. _byRow.SelectMany(rows => rows.Keys).Concat(announced.SelectMany(period => period.Lines.Keys).Select(row => (row, 0))).Distinct()
            .OrderBy(key => key.Item1.File, StringComparer.Ordinal).ThenBy(key => key.Item1.Sheet, StringComparer.Ordinal)
            .ThenBy(key => key.Item1.Row).ThenBy(key => key.Item2)
            .Select(GetLine).Where(line => line.Verdicts.Any(verdict => verdict != Verdict.NotCovered))];

    private ScenarioLine GetLine((CellRef Row, int Ordinal) key)
    {
        var verdicts = ImmutableArray.CreateBuilder<Verdict>();
        var windows = ImmutableArray.CreateBuilder<string>();
        for (int at = 0; at < reports.Length; at++)
        {
            ImmutableArray<(RegimeReference Regime, Verdict Verdict)> periods = GetPeriods(key, at);
            verdicts.AddRange(periods.Select(period => period.Verdict));
            windows.Add(DeliveryWindow.Describe(periods));
        }

        LineReport? line = _byRow.Select(rows => rows.GetValueOrDefault(key)).OfType<LineReport>().FirstOrDefault();
        AdvisedLine? advised = announced.Select(period => period.Lines.GetValueOrDefault(key.Row)).OfType<AdvisedLine>().FirstOrDefault();
        return new ScenarioLine(
            key.Row, line?.PartNumber ?? advised?.PartNumber ?? "", line?.Description ?? advised?.Description
                ?? "", verdicts.ToImmutable(), windows.ToImmutable());
    }

    private ImmutableArray<(RegimeReference Regime, Verdict Verdict)> GetPeriods((CellRef Row, int Ordinal) key, int report)
    {
        LineReport? line = _byRow[report].GetValueOrDefault(key);
        var periods = ImmutableArray.CreateBuilder<(RegimeReference Regime, Verdict Verdict)>();
        foreach (RegimeReference regime in reports[report].Summary.Regimes.Select(counts => counts.Regime))
        {
            periods.Add((regime, line?.Verdicts.FirstOrDefault(verdict => verdict.Regime == regime.Id)?.Verdict ?? Verdict.NotCovered));
        }

        foreach (AnnouncedPeriod period in report == 0 ? announced : [])
        {
            // The period before ends where the announced one begins.
            (RegimeReference regime, Verdict before) = periods[^1];
            periods[^1] = (regime with { To = period.Scenario.Counts.Regime.From?.AddDays(-1) }, before);
            periods.Add((period.Scenario.Counts.Regime, period.GetVerdict(key.Row, before)));
        }

        return periods.ToImmutable();
    }
}
