using System.Collections.Immutable;
using SourcingCompliance.Decisions;
using SourcingCompliance.Items;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Findings;

/// <summary>Counts lines by verdict under each regime while they stream by. One for each file; sums join them.</summary>
public sealed class VerdictCounts
{
    private readonly ImmutableArray<RegimeReference> _regimes;
    private readonly int[,] _counts;
    private readonly int _gateIndex;
    private readonly EvidenceCounts _evidence = new();
    private EvidenceCoverage _others = EvidenceCoverage.None;

    /// <summary>Counts under the regimes of a run.</summary>
    /// <param name="regimes">The regimes in the order of time.</param>
    /// <param name="gateRegime">Id of the regime that the gate looks at.</param>
    public VerdictCounts(ImmutableArray<RegimeReference> regimes, string gateRegime)
    {
        _regimes = regimes;
        _counts = new int[regimes.Length, Enum.GetValues<Verdict>().Length];
        GateRegime = gateRegime;
        _gateIndex = Math.Max(0, regimes.Select(regime => regime.Id).ToList().IndexOf(gateRegime));
    }

    /// <summary>Counts that were taken before.</summary>
    /// <param name="summaries">The counts of each regime, in the order of time.</param>
    /// <param name="gateRegime">Id of the regime that the gate looks at.</param>
    /// <param name="coverage">How much rests on evidence.</param>
    public static VerdictCounts Restore(ImmutableArray<RegimeSummary> summaries, string gateRegime, Coverage coverage)
    {
        ArgumentNullException.ThrowIfNull(coverage);
        var counts = new VerdictCounts([.. summaries.Select(summary => summary.Regime)], gateRegime)
        {
            Lines = summaries.IsEmpty ? 0 : summaries[0].Total,
            CoveredLines = coverage.CoveredLines,
            WithOrigin = coverage.WithOrigin,
            Decided = coverage.Decided,
            StepsRequired = coverage.StepsRequired,
            StepsOnFile = coverage.StepsOnFile,
            _others = coverage.Evidence,
        };
        for (int regime = 0; regime < summaries.Length; regime++)
        {
            foreach (Verdict verdict in Enum.GetValues<Verdict>())
            {
                counts._counts[regime, (int)verdict] = summaries[regime][verdict];
            }
        }

        return counts;
    }

    /// <summary>Id of the regime that the gate looks at.</summary>
    public string GateRegime { get; }

    /// <summary>Lines counted.</summary>
    public int Lines { get; private set; }

    /// <summary>Lines that are, contain or may contain a covered material.</summary>
    public int CoveredLines { get; private set; }

    /// <summary>Of these, lines with a usable statement of origin.</summary>
    public int WithOrigin { get; private set; }

    /// <summary>Of these, lines that the gate's regime decides.</summary>
    public int Decided { get; private set; }

    /// <summary>Steps that the gate's regime asks for.</summary>
    public int StepsRequired { get; private set; }

    /// <summary>Of these, steps on file.</summary>
    public int StepsOnFile { get; private set; }

    /// <summary>Counts what supports a line.</summary>
    /// <param name="item">The line.</param>
    /// <param name="supplier">Whom it is bought from; empty when not stated.</param>
    /// <param name="determinations">Its determinations under all regimes.</param>
    internal void AddEvidence(BomItem item, string supplier, ImmutableArray<Determination> determinations) =>
        _evidence.Add(item, supplier, determinations.Where(determination => determination.Regime == GateRegime));

    /// <summary>Counts the steps that the gate's regime asks for of a line.</summary>
    public void AddSteps(ImmutableArray<Determination> determinations)
    {
        foreach (Determination determination in determinations)
        {
            if (determination.Regime != GateRegime)
            {
                continue;
            }

            StepsRequired += determination.Steps.Count(step => step.IsRequired);
            StepsOnFile += determination.Steps.Count(step => step.IsRequired && step.InCoveredCountry != Truth.Unknown);
        }
    }

    /// <summary>Counts lines without covered material: almost all lines of a list.</summary>
    public void AddNotCovered(int lines)
    {
        Lines += lines;
        for (int regime = 0; regime < _regimes.Length; regime++)
        {
            _counts[regime, (int)Verdict.NotCovered] += lines;
        }
    }

    /// <summary>Counts a line with verdicts, one for each regime in the order of time.</summary>
    public void Add(ImmutableArray<RegimeVerdict> verdicts, bool isCovered, bool hasOrigin)
    {
        Lines++;
        for (int regime = 0; regime < _regimes.Length; regime++)
        {
            _counts[regime, (int)verdicts[regime].Verdict]++;
        }

        if (isCovered)
        {
            CoveredLines++;
            WithOrigin += hasOrigin ? 1 : 0;
            Decided += verdicts[_gateIndex].Verdict is Verdict.Violation or Verdict.Exempt or Verdict.Pass ? 1 : 0;
        }
    }

    /// <summary>Adds the counts of another file.</summary>
    public void Add(VerdictCounts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Lines += other.Lines;
        CoveredLines += other.CoveredLines;
        WithOrigin += other.WithOrigin;
        Decided += other.Decided;
        StepsRequired += other.StepsRequired;
        StepsOnFile += other.StepsOnFile;
        _others = _others.Plus(other.Evidence);
        for (int regime = 0; regime < _regimes.Length; regime++)
        {
            for (int verdict = 0; verdict < _counts.GetLength(1); verdict++)
            {
                _counts[regime, verdict] += other._counts[regime, verdict];
            }
        }
    }

    /// <summary>The counts of each regime, in the order of time.</summary>
    public ImmutableArray<RegimeSummary> Summaries =>
        [.. _regimes.Select((regime, at) => new RegimeSummary(regime, Get(at, Verdict.Violation), Get(at, Verdict.Suspect), Get(at, Verdict.Open),
            Get(at, Verdict.Exempt), Get(at, Verdict.Pass), Get(at, Verdict.NotCovered)))];

    /// <summary>The counts of the regime that the gate looks at.</summary>
    public RegimeSummary Gate => Summaries[_gateIndex];

    /// <summary>How much of the answer rests on evidence.</summary>
    public Coverage Coverage => new(CoveredLines, WithOrigin, Decided) { StepsRequired = StepsRequired, StepsOnFile = StepsOnFile, Evidence = Evidence };

    private EvidenceCoverage Evidence => _others.Plus(_evidence.ToCoverage());

    private int Get(int regime, Verdict verdict) => _counts[regime, (int)verdict];
}
