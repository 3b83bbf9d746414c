using System.Collections.Immutable;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Findings.Policies;

/// <summary>A line that does not meet a policy of the company. It is no verdict: it makes none worse and none better.</summary>
public sealed record PolicyFinding
{
    /// <summary>Name of the workflow.</summary>
    public required string Workflow { get; init; }

    /// <summary>Name of the rule.</summary>
    public required string Rule { get; init; }

    /// <summary>How serious the company takes it.</summary>
    public required PolicySeverity Severity { get; init; }

    /// <summary>Whether the policy is not met, or could not be evaluated.</summary>
    public required PolicyState State { get; init; }

    /// <summary>What the workflow says of it, with the values of the line filled in; one or more sentences.</summary>
    public required string Message { get; init; }

    /// <summary>Page of the policy, an absolute http or https address; null = none is given.</summary>
    public string? Link { get; init; }

    /// <summary>Address of the row.</summary>
    public required CellRef Row { get; init; }

    /// <summary>Part number, or what stands in for one.</summary>
    public required string PartNumber { get; init; }

    /// <summary>Description as it stands.</summary>
    public required string Description { get; init; }

    /// <summary>Part numbers from the top of the tree down to the part.</summary>
    public required ImmutableArray<string> Path { get; init; }

    /// <summary>What formats with one id for a rule call it: <c>policy/single-source/two-makers</c>.</summary>
    public string Id => $"policy/{Workflow}/{Rule}";
}
