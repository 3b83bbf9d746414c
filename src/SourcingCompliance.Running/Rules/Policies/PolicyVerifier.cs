using System.Collections.Immutable;
using SourcingCompliance.Findings.Policies;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Running.Rules.Policies;

/// <summary>Verifies the company policies of rules folders: their form, every name, that every expression compiles, and the cases beside them.</summary>
public static class PolicyVerifier
{
    /// <summary>Verifies the policies of all folders; the result has one entry for each workflow file, in the order of folders and paths.</summary>
    /// <param name="folders">The folders.</param>
    /// <param name="diagnostics">Receives everything wrong: SC9431 and SC9440 to SC9444.</param>
    public static ImmutableArray<RulesVerification> Verify(IReadOnlyList<RuleFolder> folders, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(folders);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var results = ImmutableArray.CreateBuilder<RulesVerification>();
        foreach (RuleFolder folder in folders)
        {
            foreach (string path in PolicyFiles.Unread(folder))
            {
                diagnostics.Error(DiagnosticIds.RuleFileUnread, CellRef.ForFile(path), "Nothing reads it: no workflow has this name.",
                    "Policies are NAME.workflow.json with NAME.cases.json next to it.");
            }

            foreach (string path in PolicyFiles.Workflows(folder))
            {
                results.AddRange(VerifyFile(folder, path, diagnostics));
            }
        }

        // Names must be unique over all folders of a run.
        if (results.Select(result => result.Name).Distinct(StringComparer.Ordinal).Count() < results.Count)
        {
            PolicyWorkflowReader.ReadAll(folders, diagnostics);
        }

        return results.ToImmutable();
    }

    private static IEnumerable<RulesVerification> VerifyFile(RuleFolder folder, string path, DiagnosticBag diagnostics)
    {
        var own = new DiagnosticBag();
        ImmutableArray<PolicyWorkflow> workflows = PolicyWorkflowReader.Read(folder, path, own);
        int run = 0;
        int failed = 0;
        if (!own.HasErrors)
        {
            foreach (PolicyWorkflow workflow in workflows)
            {
                (int cases, int wrong) = RunCases(folder, workflow, own);
                run += cases;
                failed += wrong;
            }
        }

        foreach (Diagnostic problem in own.Items)
        {
            diagnostics.Add(problem);
        }

        string names = string.Join(", ", workflows.Select(workflow => workflow.Name).DefaultIfEmpty(path));
        yield return new RulesVerification($"policies {names}", run, failed, !own.HasErrors);
    }

    private static (int Run, int Failed) RunCases(RuleFolder folder, PolicyWorkflow workflow, DiagnosticBag diagnostics)
    {
#if RULES_ENGINE
        string path = PolicyFiles.GetCases(workflow.File);
        if (Engine.RulesEnginePolicies.Compile([workflow], diagnostics) is not { } engine)
        {
            return (0, 0);
        }

        ImmutableArray<PolicyCase> cases = folder.Find(path) is { } content ? PolicyCases.Read(content, path, workflow, diagnostics) : [];
        foreach (PolicyRule rule in workflow.Enabled)
        {
            foreach (bool isMet in new[] { true, false })
            {
                if (!cases.Any(one => one.Rule == rule.Name && one.IsMet == isMet))
                {
                    diagnostics.Error(DiagnosticIds.PolicyCaseFailed, CellRef.ForFile(path), $"Rule '{rule.Name}' has no case that is "
                        + $"{(isMet ? "met" : "not met")}.", "Add one; 'sourcing rules new --workflow NAME' writes a file with cases.");
                }
            }
        }

        return (cases.Length, cases.Count(one => !Passes(engine, workflow, one, path, diagnostics)));
#else
        PolicyEngines.TellNotEvaluated([workflow], PolicyGate.Error, diagnostics);
        return (0, 0);
#endif
    }

#if RULES_ENGINE
    private static bool Passes(Engine.RulesEnginePolicies engine, PolicyWorkflow workflow, PolicyCase one, string path, DiagnosticBag diagnostics)
    {
        PolicyRule rule = workflow.Enabled.First(known => known.Name == one.Rule);
        if (engine.FindFacts(workflow.Name, rule.Name, PolicyFactKind.Day).FirstOrDefault(fact => one.GetValue(fact) is null) is { } day)
        {
            Fail($"the rule reads {day.Name}, and the case does not state it", "Add it to the facts of the case.");
            return false;
        }

        bool isMet = engine.IsMet(workflow.Name, rule.Name, one.GetValue, out string? problem);
        string message = isMet ? "" : PolicyTemplate.Fill(rule.Message, one.GetValue);
        if (problem is not null)
        {
            Fail($"the expression failed: {problem}", "Correct the expression, so that it allows for values that are not stated.");
        }
        else if (isMet != one.IsMet)
        {
            Fail($"it is {(isMet ? "met" : "not met")}; {(one.IsMet ? "met" : "not met")} was expected", "Correct the rule or the case.");
        }
        else if (!isMet && one.Message is not null && one.Message != message)
        {
            Fail($"the message is \"{message}\"; \"{one.Message}\" was expected", "Correct the rule or the case.");
        }
        else
        {
            return true;
        }

        return false;

        void Fail(string what, string hint) =>
            diagnostics.Error(DiagnosticIds.PolicyCaseFailed, CellRef.ForFile(path), $"Case '{one.Name}' of rule '{rule.Name}': {what}.", hint);
    }
#endif
}
