using System.Collections.Immutable;
using SourcingCompliance.Findings;
using SourcingCompliance.Findings.Baselines;
using SourcingCompliance.Findings.Policies;
using SourcingCompliance.Findings.Waivers;
using SourcingCompliance.Law.Opinions;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Remediation;

namespace SourcingCompliance.Reports;

/// <summary>
/// The one result that every writer receives. Writers are pure functions of it: no writer decides, filters or counts on its own.
/// Everything in it is in a stable order: files by path, findings worst first and then in document order.
/// </summary>
public sealed record ComplianceReport
{
    /// <summary>Version of the JSON report's schema, <c>major.minor</c>.</summary>
    public const string SchemaVersion = "1.2";

    /// <summary>Name and version of the program.</summary>
    public required ToolIdentity Tool { get; init; }

    /// <summary>What was asked.</summary>
    public required RunParameters Run { get; init; }

    /// <summary>What the user says about the reports: company, marking, paper, letterhead.</summary>
    public ReportSettings Settings { get; init; } = ReportSettings.None;

    /// <summary>The numbers of the report, counted by one rule.</summary>
    public ReportCounts Counts => ReportCounts.From(this);

    /// <summary>The packs of rules that were applied, in id order.</summary>
    public required ImmutableArray<PackReference> Packs { get; init; }

    /// <summary>Counts over all files.</summary>
    public required ReportSummary Summary { get; init; }

    /// <summary>One entry for each input, in path order.</summary>
    public required ImmutableArray<FileReport> Files { get; init; }

    /// <summary>The plan over all files: the first ways out, then what to fall back on, each in order of the latest start.</summary>
    public required ImmutableArray<RemediationAction> Actions { get; init; }

    /// <summary>The whole plan: requests to suppliers, what cannot be met, the fewest fixes; null = none was made.</summary>
    public RemediationPlan? Plan { get; init; }

    /// <summary>Diagnostics that belong to no single file (paths, rules, contract).</summary>
    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }

    /// <summary>What the advisory packs tell of lines, by pack, rule and substance. No verdict; it gates nothing.</summary>
    public ImmutableArray<AdvisoryReport> Advisories { get; init; } = [];

    /// <summary>The policies of the company that were applied.</summary>
    public PolicyReport Policies { get; init; } = PolicyReport.None;

    /// <summary>Lines that do not meet a policy of the company, by file and document order. They are no verdicts.</summary>
    public IEnumerable<PolicyFinding> PolicyFindings => Files.SelectMany(file => file.PolicyFindings);

    /// <summary>What a second engine made of the rule outcomes that the verdicts rest on; null = the report was not made by a run.</summary>
    public SecondOpinionReport? SecondOpinion { get; init; }

    /// <summary>The waivers of the check and what they come to; null = no waiver file was applied.</summary>
    public WaiverReport? Waivers { get; init; }

    /// <summary>The findings compared with the baseline; null = no baseline was given.</summary>
    public BaselineReport? Baseline { get; init; }

    /// <summary>Lines with a covered material that are marked as not installed and do not count, in file and document order.</summary>
    public IEnumerable<LineReport> NotInstalled => Files.SelectMany(file => file.NotInstalled);

    /// <summary>Every finding of every file, worst first, then by file and document order.</summary>
    public IEnumerable<Finding> Findings => Files.SelectMany(file => file.Findings)
        .OrderBy(finding => finding.Verdict).ThenBy(finding => finding.Cell.File, StringComparer.Ordinal);
}

/// <summary>The program that made the report.</summary>
/// <param name="Name">Name of the program.</param>
/// <param name="Version">Version of the program.</param>
public sealed record ToolIdentity(string Name, string Version);
