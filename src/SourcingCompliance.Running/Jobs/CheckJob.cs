using System.Collections.Immutable;
using SourcingCompliance.Findings;
using SourcingCompliance.Findings.Policies;
using SourcingCompliance.Formats.Reading;
using SourcingCompliance.Mapping.Profiles;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Remediation;
using SourcingCompliance.Reports;
using SourcingCompliance.Running.Files;

namespace SourcingCompliance.Running.Jobs;

/// <summary>What a face asks of the program: every face turns its input into one of these.</summary>
public sealed record CheckJob
{
    /// <summary>Files, folders or globs.</summary>
    public required ImmutableArray<string> Paths { get; init; }

    /// <summary>Files under other names than their paths, beside <see cref="Paths"/>; empty = none.</summary>
    public ImmutableArray<CheckInput> Inputs { get; init; } = [];

    /// <summary>The day on which the check is made.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Delivery date; null = the contract's, or none.</summary>
    public DateOnly? Delivery { get; init; }

    /// <summary>Path of the contract file; null = none.</summary>
    public string? ContractPath { get; init; }

    /// <summary>What reports call the contract file; null = its path.</summary>
    public string? ContractName { get; init; }

    /// <summary>Paths of mapping profiles; the first that fits a sheet is applied.</summary>
    public ImmutableArray<string> ProfilePaths { get; init; } = [];

    /// <summary>Mapping profiles that are in memory already; they go before those of <see cref="ProfilePaths"/>.</summary>
    public ImmutableArray<MappingProfile> Profiles { get; init; } = [];

    /// <summary>Fail the BOM on: violation, suspect (violations and suspects), open (these and open lines), or none. The default is
    /// <see cref="Gate.Suspect"/>.</summary>
    public Gate Gate { get; init; } = Gate.Suspect;

    /// <summary>Which findings of company policies turn the exit code red. The default is none.</summary>
    public PolicyGate PolicyGate { get; init; }

    /// <summary>Whether parts that are marked as not installed count for the result. The default is no.</summary>
    public bool CountsNotInstalled { get; init; }

    /// <summary>Whether the report lists every line. The default is the lines that matter.</summary>
    public bool AllLines { get; init; }

    /// <summary>Whether the JSON report contains the explanation of every line, with every condition. The default is no.</summary>
    public bool IsExplained { get; init; }

    /// <summary>Folders of the user's own rules and vocabulary, beside the shipped ones.</summary>
    public ImmutableArray<string> RuleFolders { get; init; } = [];

    /// <summary>The user's own rules and vocabulary that are in memory already, after those of <see cref="RuleFolders"/>.</summary>
    public ImmutableArray<RuleFolder> OwnRules { get; init; } = [];

    /// <summary>Which packs of rules are applied.</summary>
    public PackChoice Packs { get; init; } = PackChoice.Default;

    /// <summary>Whether every condition asked is traced; for the explanation of single lines.</summary>
    public bool TracesAll { get; init; }

    /// <summary>Folder in which reports of an earlier run lie, not to be read as lists; null = none.</summary>
    public string? OutputFolder { get; init; }

    /// <summary>What to leave out of folders and globs. The default is nothing.</summary>
    public Exclusion Excluded { get; init; } = Exclusion.None;

    /// <summary>Files that the run was set up from, such as its configuration; in a folder they are no lists.</summary>
    public ImmutableArray<string> UsedPaths { get; init; } = [];

    /// <summary>The waiver file; null = none.</summary>
    public CheckInput? Waivers { get; init; }

    /// <summary>The baseline; null = none.</summary>
    public CheckInput? Baseline { get; init; }

    /// <summary>The list of approved alternates; null = none.</summary>
    public CheckInput? Alternates { get; init; }

    /// <summary>What the user says about the reports: company, marking, paper, letterhead.</summary>
    public ReportSettings Report { get; init; } = ReportSettings.None;

    /// <summary>Path of the logo for <see cref="Report"/>; null = none, or it is in memory already.</summary>
    public string? LogoPath { get; init; }

    /// <summary>Folder of the evidence ledger; null = none.</summary>
    public string? EvidenceFolder { get; init; }

    /// <summary>What reports call the folder of the evidence ledger; null = its path.</summary>
    public string? EvidenceName { get; init; }

    /// <summary>
    /// Whether the user chose the evidence: named a folder, or asked for none. Other evidence folders among the lists are then left out on purpose, and
    /// otherwise an error. The default is no.
    /// </summary>
    public bool IsEvidenceChosen { get; init; }

    /// <summary>Only statements received by this day count, for a look back; null = all.</summary>
    public DateOnly? EvidenceUntil { get; init; }

    /// <summary>Whether only documented facts count for a pass. The default is that stated ones do.</summary>
    public bool RequiresDocuments { get; init; }

    /// <summary>Whether answers count for a pass only when somebody signed them. The default is yes.</summary>
    public bool RequiresSignature { get; init; } = true;

    /// <summary>The user's own lead times.</summary>
    public ImmutableArray<LeadTimeOverride> LeadTimes { get; init; } = [];

    /// <summary>Whether Hong Kong and Macao count as China; null = as the pack has it, which is yes.</summary>
    public bool? HongKongAndMacaoAreChina { get; init; }

    /// <summary>Whether a second engine evaluates again what the verdicts rest on. The default is yes.</summary>
    public bool SecondOpinion { get; init; } = true;

    /// <summary>Whether a waiver that accepts a risk internally lifts a violation. The default is no.</summary>
    public bool AllowInternalRiskAcceptance { get; init; }

    /// <summary>What was found wrong while the job was put together; an error stops the check.</summary>
    public ImmutableArray<Diagnostic> Problems { get; init; } = [];

    /// <summary>Which part of the work this run does. The default is all of it.</summary>
    public RunScope Scope { get; init; } = RunScope.Everything;
}
