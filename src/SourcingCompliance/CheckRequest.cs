using System.Collections.Immutable;
using SourcingCompliance.Evidence;
using SourcingCompliance.Findings;
using SourcingCompliance.Findings.Baselines;
using SourcingCompliance.Findings.Policies;
using SourcingCompliance.Findings.Waivers;
using SourcingCompliance.Law;
using SourcingCompliance.Law.Opinions;
using SourcingCompliance.Mapping.Profiles;
using SourcingCompliance.Remediation;
using SourcingCompliance.Reports;

namespace SourcingCompliance;

/// <summary>
/// What the user asks of a run, with the content of every file that it names, before it is held against the law:
/// <see cref="CheckLibrary.CreatePlan"/> makes a plan of it.
/// </summary>
public sealed record CheckRequest
{
    /// <summary>The day on which the check is made; plans count forward from it and waivers are judged at it.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The delivery date that was given; null = the contract's, or none.</summary>
    public DateOnly? Delivery { get; init; }

    /// <summary>Fail the BOM on: violation, suspect (violations and suspects), open (these and open lines), or none.</summary>
    public required Gate Gate { get; init; }

    /// <summary>Which policy findings turn the exit code red. The default is none.</summary>
    public PolicyGate PolicyGate { get; init; }

    /// <summary>Path of the contract file as given; null = none.</summary>
    public string? Contract { get; init; }

    /// <summary>Whether parts that are marked as not installed count for the result. The default is no.</summary>
    public bool CountsNotInstalled { get; init; }

    /// <summary>Whether every line is listed. The default is those that matter.</summary>
    public bool AllLines { get; init; }

    /// <summary>Whether the report contains the explanation of every line. The default is no.</summary>
    public bool IsExplained { get; init; }

    /// <summary>Whether every condition that is evaluated is traced, for the explanation of single lines. The default is no.</summary>
    public bool TracesAll { get; init; }

    /// <summary>What the user said about the columns of some forms; empty = nothing.</summary>
    public ImmutableArray<MappingProfile> Profiles { get; init; } = [];

    /// <summary>The waivers to apply; null = none.</summary>
    public WaiverList? Waivers { get; init; }

    /// <summary>The findings that are known already; null = no baseline.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>The path of a BOM as a waiver file or a baseline in a folder knows it. The default is the path as given.</summary>
    public Func<string, string, string> RelativePath { get; init; } = (_, file) => file;

    /// <summary>The user's own lead times; empty = the pack's assumptions.</summary>
    public ImmutableArray<LeadTimeOverride> LeadTimes { get; init; } = [];

    /// <summary>What the user says about the reports: company, marking, paper, letterhead.</summary>
    public ReportSettings Report { get; init; } = ReportSettings.None;

    /// <summary>The user's approved alternates.</summary>
    public ApprovedAlternates Alternates { get; init; } = ApprovedAlternates.None;

    /// <summary>Choices where the text of the law is silent.</summary>
    public PackSettings Settings { get; init; } = PackSettings.Default;

    /// <summary>What evaluates again what the verdicts rest on. The default is nothing.</summary>
    public SecondOpinionSource SecondOpinion { get; init; } = SecondOpinionSource.Off;

    /// <summary>The policies of the company. The default is none.</summary>
    public AppliedPolicies Policies { get; init; } = AppliedPolicies.None;

    /// <summary>What suppliers stated; null = there is no ledger.</summary>
    public EvidenceLedger? Evidence { get; init; }

    /// <summary>Whether only documented facts count for a pass. The default is that stated ones do.</summary>
    public bool RequiresDocuments { get; init; }

    /// <summary>Whether answers count for a pass only when somebody signed them. The default is yes.</summary>
    public bool RequiresSignature { get; init; } = true;
}
