using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using RulesEngine.Models;
using SourcingCompliance.Determinations;
using SourcingCompliance.Rules;
using Rule = RulesEngine.Models.Rule;
using WorkflowEngine = RulesEngine.RulesEngine;

namespace SourcingCompliance.Formats.Rules.Engine;

/// <summary>
/// An exported workflow with the rules of it that were compiled. A process compiles a rule once, however many checks ask for it: the same text of a
/// workflow has the same compiled rules. Several threads may use it.
/// </summary>
internal sealed class CompiledWorkflow
{
    // A process checks under a handful of editions; one that is fed ever new rules must not keep them all.
    private const int MostKept = 32;

    private static readonly ConcurrentDictionary<string, CompiledWorkflow> Kept = new(StringComparer.Ordinal);
    private static readonly Lazy<Task> Warm = new(() => Task.Run(() => WorkflowRule.WarmUp(new WorkflowEngine(Array.Empty<Workflow>(), MicrosoftRuleEvaluator.Settings))));

    private readonly WorkflowEngine _engine = new(Array.Empty<Workflow>(), MicrosoftRuleEvaluator.Settings);
    private readonly Dictionary<string, WorkflowRule> _rules = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private readonly Workflow? _workflow;

    private CompiledWorkflow(byte[] json)
    {
        // Read by hand: a serializer for the library's types takes longer to load than the rules to compile.
        using var document = JsonDocument.Parse(json);
        _workflow = document.RootElement.EnumerateArray().Select(Read).FirstOrDefault();
    }

    /// <summary>Loads the library on another thread: most of the first rule's time goes into that, whatever the rule.</summary>
    public static void Prepare() => _ = Warm.Value;

    /// <summary>The compiled rules of a workflow.</summary>
    /// <param name="json">The workflow of one edition: a JSON array of at most one, UTF-8.</param>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static CompiledWorkflow Of(byte[] json)
    {
        string key = Convert.ToHexString(SHA256.HashData(json));
        if (Kept.Count >= MostKept)
        {
            Kept.Clear();
        }

        return Kept.GetOrAdd(key, _ => new CompiledWorkflow(json));
    }

    /// <summary>Evaluates a rule, which is compiled when it is first evaluated.</summary>
    /// <param name="rule">Id of the rule.</param>
    /// <param name="facts">The facts.</param>
    /// <exception cref="Exception">Whatever the library throws: the rule is missing, an expression does not compile or fails.</exception>
    public Truth Evaluate(string rule, FactFrame facts)
    {
        lock (_gate)
        {
            if (!_rules.TryGetValue(rule, out WorkflowRule? compiled))
            {
                compiled = new WorkflowRule(_engine, _workflow ?? throw new InvalidOperationException("The workflow contains no rules."), rule);
                _rules.Add(rule, compiled);
            }

            return compiled.Evaluate(facts);
        }
    }

    private static Workflow Read(JsonElement workflow) => new()
    {
        WorkflowName = workflow.GetProperty(nameof(Workflow.WorkflowName)).GetString(),
        GlobalParams =
        [
            .. workflow.GetProperty(nameof(Workflow.GlobalParams)).EnumerateArray().Select(definition => new ScopedParam
            {
                Name = definition.GetProperty(nameof(ScopedParam.Name)).GetString(),
                Expression = definition.GetProperty(nameof(ScopedParam.Expression)).GetString(),
            }),
        ],
        Rules =
        [
            .. workflow.GetProperty(nameof(Workflow.Rules)).EnumerateArray().Select(rule => new Rule
            {
                RuleName = rule.GetProperty(nameof(Rule.RuleName)).GetString(),
                Expression = rule.GetProperty(nameof(Rule.Expression)).GetString(),
            }),
        ],
    };
}
