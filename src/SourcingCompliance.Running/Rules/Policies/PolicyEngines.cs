using System.Collections.Immutable;
using SourcingCompliance.Findings.Policies;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Running.Rules.Policies;

/// <summary>The engine for company policies of the build.</summary>
public static class PolicyEngines
{
    /// <summary>The policies of the rules folders. In a build without an engine they are reported as not evaluated.</summary>
    /// <param name="folders">The rules folders.</param>
    /// <param name="gate">Which policy findings turn the exit code red.</param>
    /// <param name="diagnostics">Receives SC9440 to SC9442 and SC9444; an error means that nothing may be checked.</param>
    public static AppliedPolicies Read(IReadOnlyList<RuleFolder> folders, PolicyGate gate, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        var own = new DiagnosticBag();
        ImmutableArray<PolicyWorkflow> workflows = PolicyWorkflowReader.ReadAll(folders, own);
        foreach (Diagnostic problem in own.Items)
        {
            diagnostics.Add(problem);
        }

        if (workflows.IsEmpty || own.HasErrors)
        {
            return AppliedPolicies.None;
        }

        ImmutableArray<PolicyWorkflowReference> references = [.. workflows.Select(workflow => workflow.Reference)];
#if RULES_ENGINE
        return Engine.RulesEnginePolicies.Compile(workflows, diagnostics) is { } engine
            ? new AppliedPolicies(new PolicyReport(references, engine.Name), engine)
            : AppliedPolicies.None;
#else
        TellNotEvaluated(workflows, gate, diagnostics);
        return new AppliedPolicies(new PolicyReport(references, null), null);
#endif
    }

    /// <summary>Reports policies that this build cannot evaluate: an error where they may fail the run.</summary>
    internal static void TellNotEvaluated(ImmutableArray<PolicyWorkflow> workflows, PolicyGate gate, DiagnosticBag diagnostics)
    {
        foreach (PolicyWorkflow workflow in workflows)
        {
            string message = $"The company policies of workflow '{workflow.Name}' were not evaluated: this build contains no engine for them.";
            const string hint = "Use the ordinary build (dotnet, or a single file for a system other than 'native').";
            if (gate == PolicyGate.None)
            {
                diagnostics.Warn(DiagnosticIds.PoliciesNotEvaluated, CellRef.ForFile(workflow.File), message, hint);
            }
            else
            {
                diagnostics.Error(DiagnosticIds.PoliciesNotEvaluated, CellRef.ForFile(workflow.File), message, hint);
            }
        }
    }
}
