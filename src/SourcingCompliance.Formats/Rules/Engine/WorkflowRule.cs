using System.Text.RegularExpressions;
using RulesEngine.Models;
using SourcingCompliance.Determinations;
using SourcingCompliance.Rules;
using Rule = RulesEngine.Models.Rule;
using WorkflowEngine = RulesEngine.RulesEngine;

namespace SourcingCompliance.Formats.Rules.Engine;

/// <summary>
/// One rule of a pack, twice in an exported workflow: as established and as excluded. Compiled when first evaluated, with the parameters and
/// definitions that it names and no others. Not safe for several threads.
/// </summary>
internal sealed partial class WorkflowRule
{
    private readonly WorkflowEngine _engine;
    private readonly string _workflow;
    private readonly string _rule;
    private readonly HashSet<string> _names;

    /// <summary>Takes a rule out of a workflow.</summary>
    /// <param name="engine">The engine of all rules: a new one takes 22 ms for its first rule, each further rule 1 ms.</param>
    /// <param name="workflow">The workflow.</param>
    /// <param name="rule">Id of the rule.</param>
    /// <exception cref="InvalidOperationException">The workflow does not contain both forms of the rule.</exception>
    public WorkflowRule(WorkflowEngine engine, Workflow workflow, string rule)
    {
        Rule[] both = [.. workflow.Rules.Where(one => one.RuleName == $"{rule} {RulesEngineWriter.Established}" || one.RuleName == $"{rule} {RulesEngineWriter.Excluded}")];
        if (both.Length != 2)
        {
            throw new InvalidOperationException($"The workflow contains {both.Length} of the two forms of rule {rule}.");
        }

        _engine = engine;
        _rule = rule;
        _workflow = $"{workflow.WorkflowName} {rule}";
        _names = [.. both.SelectMany(one => Identifier().Matches(one.Expression).Select(match => match.Value))];
        engine.AddWorkflow(new Workflow { WorkflowName = _workflow, GlobalParams = [.. (workflow.GlobalParams ?? []).Where(definition => _names.Contains(definition.Name))], Rules = both });
    }

    /// <summary>Evaluates the rule.</summary>
    /// <param name="facts">The facts.</param>
    /// <exception cref="Exception">Whatever the library throws: an expression does not compile or fails.</exception>
    public Truth Evaluate(FactFrame facts) =>
        MicrosoftRuleEvaluator.TruthOf(_engine.ExecuteAllRulesAsync(_workflow, RulesEngineFacts.CreateParameters(facts, _names.Contains)).AsTask().GetAwaiter().GetResult(), _rule);

    /// <summary>Compiles and evaluates a rule of the usual shape, so that the library is loaded when the first real one comes.</summary>
    /// <param name="engine">The engine of all rules.</param>
    public static void WarmUp(WorkflowEngine engine)
    {
        const string shape = "((material.id != null && material.id == \"x\") && (stage.country.isDefinite && stage.country.possible.Length > 0 && stage.country.possible.All(country => set.Contains(country))))";
        var workflow = new Workflow
        {
            WorkflowName = "warm",
            GlobalParams = [new ScopedParam { Name = "set", Expression = "new [] { \"CN\" }" }],
            Rules = [new Rule { RuleName = $"x {RulesEngineWriter.Established}", Expression = shape }, new Rule { RuleName = $"x {RulesEngineWriter.Excluded}", Expression = "false" }],
        };
        new WorkflowRule(engine, workflow, "x").Evaluate(new FactFrame());
    }

    [GeneratedRegex("[A-Za-z_][A-Za-z0-9_]*")]
    private static partial Regex Identifier();
}
