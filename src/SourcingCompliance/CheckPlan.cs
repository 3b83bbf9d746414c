using System.Collections.Immutable;
using SourcingCompliance.Decisions;
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

/// <summary>What a run is asked, worked out against the law.</summary>
/// <param name="Run">The parameters with the gate's regime filled in.</param>
/// <param name="Contract">The contract; null = none.</param>
/// <param name="Regimes">The regimes of the contract's clause, in the order of time.</param>
/// <param name="FirstDelivery">The first delivery that is still to come, which the plan must meet; the last one when all are past; null = none is
/// known.</param>
public sealed record CheckPlan(RunParameters Run, ContractContext? Contract, ImmutableArray<Regime> Regimes, DateOnly? FirstDelivery)
{
    /// <summary>What the user said about the columns of some forms; empty = nothing.</summary>
    public ImmutableArray<MappingProfile> Profiles { get; init; } = [];

    /// <summary>Whether every condition asked is traced, for the explanation of single lines.</summary>
    public bool TracesAll { get; init; }

    /// <summary>The waivers to apply; null = none.</summary>
    public WaiverList? Waivers { get; init; }

    /// <summary>The findings that are known already; null = no baseline.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>The path of a list as a waiver file or a baseline in a folder knows it. The default is the path as given.</summary>
    public Func<string, string, string> RelativePath { get; init; } = (_, file) => file;

    /// <summary>The user's own lead times; empty = the pack's assumptions.</summary>
    public ImmutableArray<LeadTimeOverride> LeadTimes { get; init; } = [];

    /// <summary>What the user says about the reports: company, marking, paper, letterhead.</summary>
    public ReportSettings Report { get; init; } = ReportSettings.None;

    /// <summary>The user's approved alternates.</summary>
    public ApprovedAlternates Alternates { get; init; } = ApprovedAlternates.None;

    /// <summary>Choices where the text of the law is silent.</summary>
    public PackSettings Settings { get; init; } = PackSettings.Default;

    /// <summary>Evaluates again what the verdicts rest on; null = nothing does, and <see cref="Opinion"/> says why.</summary>
    public ISecondEngine? SecondEngine { get; init; }

    /// <summary>Whether the run has a second opinion, without its counts.</summary>
    public SecondOpinionReport Opinion { get; init; } = new(SecondOpinionStatus.Off, null, SecondOpinion.None);

    /// <summary>Evaluates the policies of the company; null = there are none, or the build contains no engine for them.</summary>
    public IPolicyEngine? PolicyEngine { get; init; }

    /// <summary>The policies of the company that the run applies.</summary>
    public PolicyReport Policies { get; init; } = PolicyReport.None;

    /// <summary>What suppliers stated; null = there is no ledger.</summary>
    public EvidenceLedger? Evidence { get; init; }

    /// <summary>Whether only documented facts count for a pass. The default is that stated ones do.</summary>
    public bool RequiresDocuments { get; init; }

    /// <summary>Whether answers count for a pass only when somebody signed them. The default is yes.</summary>
    public bool RequiresSignature { get; init; } = true;

    /// <summary>What the run asks of evidence.</summary>
    public EvidenceTerms EvidenceTerms =>
        new()
        {
            AsOf = Run.AsOf, Delivery = Run.Delivery, PeriodFrom = Regimes.FirstOrDefault(regime => regime.Id == Run.GateRegime)?.From,
            RequiresDocuments = RequiresDocuments, RequiresSignature = RequiresSignature
        };

    /// <summary>The regimes as reports name them.</summary>
    public ImmutableArray<RegimeReference> References => [.. Regimes.Select(regime => new RegimeReference(regime.Id, regime.Title, regime.From, regime.To))];
}
