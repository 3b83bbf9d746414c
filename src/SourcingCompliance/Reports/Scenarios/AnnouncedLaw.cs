using System.Collections.Immutable;
using System.Globalization;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Reports.Scenarios;

/// <summary>
/// Law that is enacted and that no clause carries yet. A line of a substance that it adds is told as open from the day on which it binds:
/// which countries and steps it asks about is not known until the clause is amended, so nothing is allowed and nothing is a violation.
/// </summary>
/// <param name="Packs">Ids of the advisory packs that announce it.</param>
/// <param name="Days">The days on which it begins to bind, with the pack that says so.</param>
public sealed record AnnouncedLaw(ImmutableArray<string> Packs, ImmutableArray<(string Pack, DateOnly Day)> Days)
{
    /// <summary>Ids of the materials that the clause covers already, of which nothing is added; empty = none.</summary>
    public ImmutableArray<string> Covered { get; init; } = [];

    /// <summary>The periods that it adds to those of a report, in the order of time.</summary>
    internal ImmutableArray<AnnouncedPeriod> GetPeriods(ComplianceReport law)
    {
        RegimeSummary? last = law.Summary.Regimes.LastOrDefault();
        return last is null ? [] : [.. Days.Where(announced => law.Packs.Any(pack => pack.Id == announced.Pack)).Distinct().OrderBy(announced => announced.Day)
            .Select(announced => GetPeriod(law, last, announced.Pack, announced.Day))];
    }

    private static AnnouncedPeriod GetPeriod(ComplianceReport law, RegimeSummary last, string pack, DateOnly day)
    {
        var lines = law.Advisories.Where(advisory => advisory.Pack == pack && advisory.BindsFrom <= day).SelectMany(advisory => advisory.Lines)
            .DistinctBy(line => line.Row).ToDictionary(line => line.Row);
        Dictionary<CellRef, Verdict> known = law.Files.SelectMany(file => file.Lines).Where(line => lines.ContainsKey(line.Row)).DistinctBy(line => line.Row)
            .ToDictionary(line => line.Row, line => line.Verdicts.First(verdict => verdict.Regime == last.Regime.Id).Verdict);
        Verdict[] before = [.. lines.Keys.Select(row => known.GetValueOrDefault(row, Verdict.NotCovered)).Where(verdict => verdict > Verdict.Open)];
        RegimeSummary counts = last with
        {
            Regime = new RegimeReference($"{pack}-{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}", "Statute that no clause carries yet", day, null),
            Open = last.Open + before.Length,
            Exempt = last.Exempt - before.Count(verdict => verdict == Verdict.Exempt),
            Pass = last.Pass - before.Count(verdict => verdict == Verdict.Pass),
            NotCovered = last.NotCovered - before.Count(verdict => verdict == Verdict.NotCovered),
        };
        return new AnnouncedPeriod(new Scenario(pack, IsDraft: false, counts.Regime.Contains(law.Run.AsOf), counts) { IsAnnounced = true }, lines);
    }
}

/// <summary>A period from which announced law binds.</summary>
/// <param name="Scenario">The period with its counts.</param>
/// <param name="Lines">The lines of substances that it adds, by row.</param>
internal sealed record AnnouncedPeriod(Scenario Scenario, IReadOnlyDictionary<CellRef, AdvisedLine> Lines)
{
    /// <summary>The verdict of a line in the period.</summary>
    /// <param name="row">Address of the row.</param>
    /// <param name="before">Its verdict under the last period of the law.</param>
    public Verdict GetVerdict(CellRef row, Verdict before) => Lines.ContainsKey(row) && before > Verdict.Open ? Verdict.Open : before;
}
