using System.Collections.Immutable;
using SourcingCompliance.Decisions;
using SourcingCompliance.Findings.Policies;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Findings;

/// <summary>Fail the BOM on: violation, suspect (violations and suspects), open (these and open lines), or none.</summary>
public enum Gate
{
    /// <summary>Nothing does.</summary>
    None,

    /// <summary>Violations do.</summary>
    Violation,

    /// <summary>Violations and suspects do. The default.</summary>
    Suspect,

    /// <summary>Violations, suspects and open lines do.</summary>
    Open,
}

/// <summary>What a run was asked.</summary>
public sealed record RunParameters
{
    /// <summary>The day on which the check is made; plans count forward from it and waivers are judged at it.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The delivery date that was given; null = none was, and both regimes are told with the gate on the second.</summary>
    public required DateOnly? Delivery { get; init; }

    /// <summary>Fail the BOM on: violation, suspect (violations and suspects), open (these and open lines), or none.</summary>
    public required Gate Gate { get; init; }

    /// <summary>Which policy findings turn the exit code red. The default is none.</summary>
    public PolicyGate PolicyGate { get; init; }

    /// <summary>Id of the regime that the gate looks at.</summary>
    public required string GateRegime { get; init; }

    /// <summary>Every day of delivery on file, in the order of time; empty = none is known. <see cref="Delivery"/> is the last of them.</summary>
    public ImmutableArray<DateOnly> Deliveries { get; init; } = [];

    /// <summary>
    /// Ids of the regimes that govern an earlier delivery and not the last one: an exception that came too late for the first delivery does not
    /// carry it, so the gate looks at them as well. Empty = none.
    /// </summary>
    public ImmutableArray<string> EarlierRegimes { get; init; } = [];

    /// <summary>Path of the contract file as given; null = none.</summary>
    public string? Contract { get; init; }

    /// <summary>Number of the contract; null = not stated.</summary>
    public string? ContractNumber { get; init; }

    /// <summary>The version of the clause that is applied; null = the pack has none.</summary>
    public AppliedClause? Clause { get; init; }

    /// <summary>Whether parts that are marked as not installed (DNP, do not fit, quantity 0) count for the result all the same. The default is no.</summary>
    public bool CountsNotInstalled { get; init; }

    /// <summary>Whether every line is listed or only those with findings.</summary>
    public bool AllLines { get; init; }

    /// <summary>
    /// Whether the report contains the explanation of every line with each of its conditions, and everything else where it belongs. The default
    /// is no: what is the same for many lines, findings and actions then stands once in tables.
    /// </summary>
    public bool IsExplained { get; init; }

    /// <summary>Whether a finding holds for a delivery on file; true where no day is known.</summary>
    /// <param name="finding">The finding.</param>
    public bool Concerns(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return Deliveries.IsEmpty || finding.Regimes.IsEmpty || finding.Regimes.Any(Gates);
    }

    /// <summary>Whether the gate looks at a regime: that of the last delivery, and those of earlier ones.</summary>
    /// <param name="regime">Id of the regime.</param>
    public bool Gates(string regime) => regime == GateRegime || EarlierRegimes.Contains(regime, StringComparer.Ordinal);
}

/// <summary>A pack of rules that was applied.</summary>
/// <param name="Id">Id of the pack.</param>
/// <param name="Title">What it is, in ten words.</param>
/// <param name="Edition">Edition of the law that it encodes.</param>
/// <param name="Status">active, draft or advisory; drafts and advisories never gate.</param>
/// <param name="VerifyBy">Day by which someone must check whether the law has changed; null = no such day.</param>
/// <param name="Sha256">Hash over the pack's files, lower-case hexadecimal.</param>
public sealed record PackReference(string Id, string Title, string Edition, string Status, DateOnly? VerifyBy, string Sha256);

/// <summary>A period of law under which every line gets a verdict of its own.</summary>
/// <param name="Id"><c>melted-or-produced</c> or <c>mined-to-produced</c>.</param>
/// <param name="Title">How the reports call it.</param>
/// <param name="From">First day of delivery that it governs; null = from the beginning.</param>
/// <param name="To">Last day of delivery that it governs, inclusive; null = no end.</param>
public sealed record RegimeReference(string Id, string Title, DateOnly? From, DateOnly? To)
{
    /// <summary>Whether a delivery on a day falls under it.</summary>
    public bool Contains(DateOnly day) => (From is not { } first || day >= first) && (To is not { } last || day <= last);
}

/// <summary>The verdict of one regime.</summary>
/// <param name="Regime">Id of the regime.</param>
/// <param name="Verdict">The verdict.</param>
public sealed record RegimeVerdict(string Regime, Verdict Verdict);
