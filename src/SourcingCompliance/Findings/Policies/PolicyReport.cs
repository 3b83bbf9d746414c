using System.Collections.Immutable;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Findings.Policies;

/// <summary>The policies of the company that a run applied.</summary>
/// <param name="Workflows">The workflows in the order of their names; empty = the rules folders contain none.</param>
/// <param name="Engine">Name and version of the engine; null = this build contains none, and no policy was evaluated.</param>
public sealed record PolicyReport(ImmutableArray<PolicyWorkflowReference> Workflows, string? Engine)
{
    /// <summary>No policies.</summary>
    public static PolicyReport None { get; } = new([], null);

    /// <summary>Whether the rules folders contain a workflow.</summary>
    public bool HasPolicies => !Workflows.IsEmpty;

    /// <summary>What came of them in one sentence, without a period; null when there are none.</summary>
    /// <param name="run">What was asked.</param>
    /// <param name="findings">The findings of all files.</param>
    public string? GetSentence(RunParameters run, IReadOnlyCollection<PolicyFinding> findings)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(findings);
        if (!HasPolicies)
        {
            return null;
        }

        int rules = Workflows.Sum(workflow => workflow.Rules.Length);
        if (Engine is null)
        {
            return $"Company policies: {Wording.FormatCount(rules, "rule")} not evaluated (this build contains no engine for them)";
        }

        int gated = findings.Count(finding => ExitCodes.IsGated(run, finding));
        string what = findings.Count == 0 ? "no finding" : Wording.FormatCount(findings.Count, "finding");
        string gate = run.PolicyGate == PolicyGate.None ? "they do not change the result" : gated == 0 ? "none fails the run"
            : $"{gated} of them {(gated == 1 ? "fails" : "fail")} the run";
        return findings.Count == 0
            ? $"Company policies: {what} under {Wording.FormatCount(rules, "rule")}"
            : $"Company policies: {what} under {Wording.FormatCount(rules, "rule")}; {gate}";
    }
}

/// <summary>The policies that a run applies, and what evaluates them.</summary>
/// <param name="Report">What the report says of them.</param>
/// <param name="Engine">Evaluates them; null = there are none, or this build contains no engine for them.</param>
public sealed record AppliedPolicies(PolicyReport Report, IPolicyEngine? Engine)
{
    /// <summary>No policies.</summary>
    public static AppliedPolicies None { get; } = new(PolicyReport.None, null);
}

/// <summary>A workflow that was applied.</summary>
/// <param name="Name">Its name.</param>
/// <param name="File">Path in its rules folder.</param>
/// <param name="Sha256">Hash of the file, lower-case hexadecimal.</param>
/// <param name="Rules">Names of the rules that are enabled, in the order of the file.</param>
public sealed record PolicyWorkflowReference(string Name, string File, string Sha256, ImmutableArray<string> Rules);
