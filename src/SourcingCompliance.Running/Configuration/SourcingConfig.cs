using System.Collections.Immutable;
using SourcingCompliance.Findings;
using SourcingCompliance.Findings.Policies;
using SourcingCompliance.Remediation;

namespace SourcingCompliance.Running.Configuration;

/// <summary>What a configuration file says (<c>sourcing.json</c>, schema <c>rules/schema/config.schema.json</c>). Null = it does not say. Paths start from
/// where the program runs.</summary>
public sealed record SourcingConfig
{
    /// <summary>What the file is called.</summary>
    public const string FileName = "sourcing.json";

    /// <summary>Path of the file, with forward slashes.</summary>
    public required string Path { get; init; }

    /// <summary>Path of the contract file.</summary>
    public string? Contract { get; init; }

    /// <summary>Packs to apply.</summary>
    public ImmutableArray<string>? Packs { get; init; }

    /// <summary>Folders of own rules.</summary>
    public ImmutableArray<string>? Rules { get; init; }

    /// <summary>Fail the BOM on: violation, suspect (violations and suspects), open (these and open lines), or none.</summary>
    public Gate? FailOn { get; init; }

    /// <summary><c>failOnPolicies</c>: which findings of company policies turn the exit code red.</summary>
    public PolicyGate? FailOnPolicies { get; init; }

    /// <summary>Names of report formats.</summary>
    public ImmutableArray<string>? Formats { get; init; }

    /// <summary>Folder for the reports.</summary>
    public string? Out { get; init; }

    /// <summary>Whether reports list every line.</summary>
    public bool? AllLines { get; init; }

    /// <summary><c>explain</c>: whether the JSON report contains the explanation of every line.</summary>
    public bool? Explain { get; init; }

    /// <summary><c>countNotInstalled</c>: whether parts that are marked as not installed count for the result.</summary>
    public bool? CountNotInstalled { get; init; }

    /// <summary>Paths of mapping profiles.</summary>
    public ImmutableArray<string>? Map { get; init; }

    /// <summary>Patterns of files to leave out, from the folder of the configuration.</summary>
    public ImmutableArray<string>? Exclude { get; init; }

    /// <summary>Path of the waiver file.</summary>
    public string? Waivers { get; init; }

    /// <summary>Path of the baseline.</summary>
    public string? Baseline { get; init; }

    /// <summary>Path of the list of approved alternates.</summary>
    public string? Alternates { get; init; }

    /// <summary><c>report</c>: company, marking, paper, letterhead.</summary>
    public ReportConfig Report { get; init; } = ReportConfig.None;

    /// <summary><c>evidence.folder</c>: folder of the evidence ledger.</summary>
    public string? Evidence { get; init; }

    /// <summary><c>evidence.require</c>: whether only documented facts count for a pass.</summary>
    public bool? RequiresDocuments { get; init; }

    /// <summary><c>evidence.requireSignature</c>: whether answers count for a pass only when somebody signed them.</summary>
    public bool? RequiresSignature { get; init; }

    /// <summary>Own lead times.</summary>
    public ImmutableArray<LeadTimeOverride>? LeadTimes { get; init; }

    /// <summary>Whether Hong Kong and Macao count as China.</summary>
    public bool? HongKongAndMacaoAreChina { get; init; }

    /// <summary>Whether a second engine evaluates again what the verdicts rest on.</summary>
    public bool? SecondOpinion { get; init; }

    /// <summary>Whether a waiver that accepts a risk internally lifts a violation.</summary>
    public bool? AllowInternalRiskAcceptance { get; init; }

    /// <summary>The folder of the file.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path) is { Length: > 0 } folder ? folder.Replace('\\', '/') : ".";
}
