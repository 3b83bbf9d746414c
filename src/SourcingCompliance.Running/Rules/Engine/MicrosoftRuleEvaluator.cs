using System.Runtime.CompilerServices;
using RulesEngine.Models;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives;
using WorkflowEngine = RulesEngine.RulesEngine;

namespace SourcingCompliance.Running.Rules.Engine;

/// <summary>
/// Evaluates conditions with Microsoft's RulesEngine (MIT). That library knows two values and compiles at run time, so each condition is
/// asked twice, for what is established and for what is excluded, and an error in it is an exception here and never "did not match".
/// </summary>
public sealed class MicrosoftRuleEvaluator : IRuleEvaluator
{
    private const string WorkflowName = "condition";

    private readonly ConditionalWeakTable<Condition, WorkflowEngine> _engines = [];

    /// <summary>How the library has to be set up so that nothing that goes wrong looks like an answer.</summary>
    public static ReSettings Settings => new()
    {
        EnableExceptionAsErrorMessage = false,
        // The library has it the other way around: false makes an expression that does not parse a rule that does not match, true throws.
        EnableExceptionAsErrorMessageForRuleExpressionParsing = true,
        EnableFormattedErrorMessage = false,
        IgnoreException = false,
        AutoExecuteActions = false,
        IsExpressionCaseSensitive = true,
        AutoRegisterInputType = false,
        // The other compiler is made for expressions that run a million times; loading it takes longer than all of ours run.
        UseFastExpressionCompiler = false,
    };

    /// <inheritdoc/>
    public RuleOutcome Evaluate(Condition condition, FactFrame facts)
    {
        ArgumentNullException.ThrowIfNull(condition);
        ArgumentNullException.ThrowIfNull(facts);
        WorkflowEngine engine = _engines.GetValue(condition, Compile);
        Truth truth = GetTruth(Run(engine, WorkflowName, facts), "");
        return new RuleOutcome(truth, truth == Truth.Unknown ? condition.UnknownFacts(facts) : 0);
    }

    /// <summary>Runs every rule of a workflow over facts.</summary>
    /// <param name="engine">The engine with the workflow.</param>
    /// <param name="workflow">Its name.</param>
    /// <param name="facts">The facts.</param>
    public static IReadOnlyList<RuleResultTree> Run(WorkflowEngine engine, string workflow, FactFrame facts)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(facts);
        // Without actions nothing in the engine waits, so the task has ended.
        return engine.ExecuteAllRulesAsync(workflow, RulesEngineFacts.CreateParameters(facts)).AsTask().GetAwaiter().GetResult();
    }

    /// <summary>What the two results of a rule say together.</summary>
    /// <param name="results">The results of a workflow.</param>
    /// <param name="rule">Id of the rule; empty for a workflow of one condition.</param>
    public static Truth GetTruth(IReadOnlyList<RuleResultTree> results, string rule)
    {
        bool isEstablished = results.Single(result => result.Rule.RuleName == $"{rule} {RulesEngineWriter.Established}".Trim()).IsSuccess;
        bool isExcluded = results.Single(result => result.Rule.RuleName == $"{rule} {RulesEngineWriter.Excluded}".Trim()).IsSuccess;
        return (isEstablished, isExcluded) switch
        {
            (true, false) => Truth.True,
            (false, true) => Truth.False,
            (false, false) => Truth.Unknown,
            (true, true) => throw new InvalidOperationException($"The rule {rule} is both established and excluded."),
        };
    }

    private static WorkflowEngine Compile(Condition condition)
    {
        TwoValuedCondition spelt = condition.InTwoValues();
        var workflow = new Workflow
        {
            WorkflowName = WorkflowName,
            GlobalParams = [.. spelt.Definitions.Select(definition => new ScopedParam { Name = definition.Name, Expression = definition.Expression })],
            Rules =
            [
                new RulesEngine.Models.Rule { RuleName = RulesEngineWriter.Established, Expression = spelt.Established },
                new RulesEngine.Models.Rule { RuleName = RulesEngineWriter.Excluded, Expression = spelt.Excluded },
            ],
        };
        return new WorkflowEngine([workflow], Settings);
    }
}
