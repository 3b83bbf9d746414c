using System.Collections.Immutable;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Running.Jobs;

/// <summary>What a job gives: the report over all files, and a report of each file alone where they are asked for.</summary>
public sealed class CheckResult
{
    private readonly Func<FileResult, ComplianceReport> _compose;
    private readonly ImmutableArray<FileResult> _results;

    internal CheckResult(ComplianceReport report, ImmutableArray<FileResult> results, bool hasRun, int reused, Func<FileResult, ComplianceReport> compose)
    {
        HasRun = hasRun;
        Reused = reused;
        Report = report;
        _results = results;
        _compose = compose;
    }

    /// <summary>Whether anything was checked. False = arguments, paths, contract, profiles, waivers, baseline or rules stopped the run; the report says why and
    /// no more.</summary>
    public bool HasRun { get; }

    /// <summary>How many files kept their result of an earlier run.</summary>
    public int Reused { get; }

    /// <summary>The report over all files.</summary>
    public ComplianceReport Report { get; }

    /// <summary>The report of one file alone: its answer, counts and plan speak of that file only. It is made as it is asked for.</summary>
    /// <param name="at">0-based place of the file in <see cref="Report"/>.</param>
    public ComplianceReport GetSingle(int at) => _compose(_results[at]);
}
