using RulesEngine.Models;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives;
using Rule = RulesEngine.Models.Rule;
using WorkflowEngine = RulesEngine.RulesEngine;

namespace SourcingCompliance.Running.Rules.Engine;

/// <summary>One condition of a pack in the library: what is established, and what is excluded. Not safe for several threads.</summary>
/// <param name="engine">The engine of all rules.</param>
/// <param name="workflow">Name of the workflow with the two rules.</param>
/// <param name="names">Every name in their expressions; facts of other roots need not be set.</param>
/// <param name="definitions">The definitions that they name, as values.</param>
internal sealed class WorkflowRule(WorkflowEngine engine, string workflow, HashSet<string> names, RuleParameter[] definitions)
{
    /// <summary>Evaluates the condition.</summary>
    /// <param name="facts">The facts.</param>
    /// <exception cref="Exception">Whatever the library throws: an expression does not compile or fails.</exception>
    public Truth Evaluate(FactFrame facts) => MicrosoftRuleEvaluator.GetTruth(
        engine.ExecuteAllRulesAsync(workflow, [.. RulesEngineFacts.CreateParameters(facts, names.Contains), .. definitions])
            .AsTask().GetAwaiter().GetResult(), "");
}
