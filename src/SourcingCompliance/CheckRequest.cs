using SourcingCompliance.Findings;
using SourcingCompliance.Findings.Policies;

namespace SourcingCompliance;

/// <summary>What the user asks of a run, before it is held against the law: <see cref="CheckLibrary.CreatePlan"/> makes a plan of it.</summary>
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
}
