using System.Collections.Immutable;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Findings;

/// <summary>Counts over all files of a run.</summary>
public sealed record ReportSummary
{
    /// <summary>Files that were asked for.</summary>
    public required int Files { get; init; }

    /// <summary>Files that could not be read or mapped.</summary>
    public required int UnreadableFiles { get; init; }

    /// <summary>Files in the folders that may be bills of materials and are of a format that is not read; each counts as open.</summary>
    public int NotRead { get; init; }

    /// <summary>Item lines read.</summary>
    public required int Lines { get; init; }

    /// <summary>Skipped rows and sheets that name a covered material or a part that may contain one, and tables in which no column says what the parts are;
    /// they count as open for the result.</summary>
    public int Unaccounted { get; init; }

    /// <summary>Counts by verdict, one entry for each regime in the order of time.</summary>
    public required ImmutableArray<RegimeSummary> Regimes { get; init; }

    /// <summary>How much of the answer rests on evidence.</summary>
    public required Coverage Coverage { get; init; }

    /// <summary>The exit code of the run (ci-conventions: 0 clean, 1 gate, 2 open, 3 input, 4 rules, 5 defect).</summary>
    public required int ExitCode { get; init; }
}

/// <summary>How many lines have each verdict under one regime.</summary>
/// <param name="Regime">The regime.</param>
/// <param name="Violation">Lines that violate.</param>
/// <param name="Suspect">Lines that are suspect.</param>
/// <param name="Open">Lines that cannot be decided yet.</param>
/// <param name="Exempt">Lines under an exception.</param>
/// <param name="Pass">Lines with every restricted stage on file outside the covered countries.</param>
/// <param name="NotCovered">Lines without covered material.</param>
public sealed record RegimeSummary(RegimeReference Regime, int Violation, int Suspect, int Open, int Exempt, int Pass, int NotCovered)
{
    /// <summary>The count of one verdict.</summary>
    public int this[Verdict verdict] => verdict switch
    {
        Verdict.Violation => Violation,
        Verdict.Suspect => Suspect,
        Verdict.Open => Open,
        Verdict.Exempt => Exempt,
        Verdict.Pass => Pass,
        Verdict.NotCovered => NotCovered,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>All lines of the regime.</summary>
    public int Total => Violation + Suspect + Open + Exempt + Pass + NotCovered;
}

/// <summary>How much of the answer rests on evidence.</summary>
/// <param name="CoveredLines">Lines that are, contain or may contain a covered material.</param>
/// <param name="WithOrigin">Of these, lines with at least one usable statement of origin.</param>
/// <param name="Decided">Of these, lines that the gate's regime decides (violation, exempt or pass).</param>
public sealed record Coverage(int CoveredLines, int WithOrigin, int Decided)
{
    /// <summary>Share of the covered lines that have an origin on file, 0..1; null when no line is covered.</summary>
    public decimal? Share => CoveredLines == 0 ? null : decimal.Round((decimal)WithOrigin / CoveredLines, 4);

    /// <summary>Steps of production that the gate's regime asks for, over all covered lines.</summary>
    public int StepsRequired { get; init; }

    /// <summary>Of these, steps with a definite statement on file, wherever it puts them.</summary>
    public int StepsOnFile { get; init; }

    /// <summary>How well the steps are supported: by documents, by statements, or no more.</summary>
    public EvidenceCoverage Evidence { get; init; } = EvidenceCoverage.None;

    /// <summary>Share of the required steps that are on file, 0..1: the coverage that reports speak of; null when none is required.</summary>
    public decimal? StepShare => StepsRequired == 0 ? null : decimal.Round((decimal)StepsOnFile / StepsRequired, 4);
}
