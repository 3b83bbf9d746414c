using System.Collections.Immutable;
using SourcingCompliance.Findings.Policies;

namespace SourcingCompliance.Running.Rules.Policies;

/// <summary>A workflow of company policies as its file writes it, in the schema of the library RulesEngine.</summary>
/// <param name="Name">Its name.</param>
/// <param name="File">Path in its rules folder.</param>
/// <param name="Sha256">Hash of the file, lower-case hexadecimal.</param>
/// <param name="Parameters">Expressions with a name that all rules may use, in the order in which they are evaluated.</param>
/// <param name="Rules">The rules in the order of the file, disabled ones too.</param>
public sealed record PolicyWorkflow(string Name, string File, string Sha256, ImmutableArray<PolicyParameter> Parameters, ImmutableArray<PolicyRule> Rules)
{
    /// <summary>The rules that are evaluated.</summary>
    public IEnumerable<PolicyRule> Enabled => Rules.Where(rule => rule.IsEnabled);

    /// <summary>The workflow as reports name it.</summary>
    public PolicyWorkflowReference Reference => new(Name, File, Sha256, [.. Enabled.Select(rule => rule.Name)]);
}

/// <summary>An expression with a name.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Expression">The expression.</param>
public sealed record PolicyParameter(string Name, string Expression);

/// <summary>A rule: what must be so.</summary>
public sealed record PolicyRule
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What must be so; null for a rule that joins others.</summary>
    public string? Expression { get; init; }

    /// <summary>How it joins others: <c>And</c>, <c>Or</c>, <c>AndAlso</c>, <c>OrElse</c>; null for a rule with an expression.</summary>
    public string? Operator { get; init; }

    /// <summary>The rules that it joins; empty for a rule with an expression.</summary>
    public ImmutableArray<PolicyRule> Rules { get; init; } = [];

    /// <summary>Expressions with a name for this rule alone.</summary>
    public ImmutableArray<PolicyParameter> Parameters { get; init; } = [];

    /// <summary>What a report says of a line that does not meet it.</summary>
    public string Message { get; init; } = "";

    /// <summary>How serious it is.</summary>
    public PolicySeverity Severity { get; init; } = PolicySeverity.Warning;

    /// <summary>Page of the policy; null = none is given.</summary>
    public string? Link { get; init; }

    /// <summary>For which lines it is evaluated.</summary>
    public PolicyScope Scope { get; init; } = PolicyScope.Covered;

    /// <summary>Whether it is evaluated at all.</summary>
    public bool IsEnabled { get; init; } = true;
}
