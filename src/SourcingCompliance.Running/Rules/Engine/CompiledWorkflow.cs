using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using RulesEngine.Models;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives;
using Rule = RulesEngine.Models.Rule;
using WorkflowEngine = RulesEngine.RulesEngine;

namespace SourcingCompliance.Running.Rules.Engine;

/// <summary>
/// An exported workflow, of whose rules only those that are evaluated are compiled. A process compiles a rule once, however many checks and editions
/// of the law have it: the same expressions over the same definitions are the same rule. Several threads may use it.
/// </summary>
internal sealed class CompiledWorkflow
{
    // A process checks under a handful of editions; one that is fed ever new rules must not keep them all.
    private const int MostKept = 32;

    private static readonly ConcurrentDictionary<string, CompiledWorkflow> Kept = new(StringComparer.Ordinal);
    private static readonly Lock Gate = new();
    private static readonly Lazy<Task> Warm = new(() => Task.Run(WarmUp));
    private static WorkflowRules _shared = new();

    private readonly Dictionary<string, string> _expressions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _definitions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WorkflowRule> _rules = new(StringComparer.Ordinal);

    // Read by hand: a serializer for the library's types takes longer to load than the rules to compile.
    private CompiledWorkflow(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        foreach (JsonElement workflow in document.RootElement.EnumerateArray().Take(1))
        {
            foreach (JsonElement definition in workflow.GetProperty("GlobalParams").EnumerateArray())
            {
                _definitions.Add(definition.GetProperty("Name").GetString() ?? "", definition.GetProperty("Expression").GetString() ?? "");
            }

            foreach (JsonElement rule in workflow.GetProperty("Rules").EnumerateArray())
            {
                _expressions.Add(rule.GetProperty("RuleName").GetString() ?? "", rule.GetProperty("Expression").GetString() ?? "");
            }
        }
    }

    /// <summary>Loads the library on another thread: most of the first rule's time goes into that, whatever the rule.</summary>
    public static void Prepare() => _ = Warm.Value;

    /// <summary>The compiled rules of a workflow.</summary>
    /// <param name="json">The workflow of one edition: a JSON array of at most one, UTF-8.</param>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static CompiledWorkflow From(byte[] json)
    {
        string key = Convert.ToHexString(SHA256.HashData(json));
        if (Kept.Count >= MostKept)
        {
            Kept.Clear();
            lock (Gate)
            {
                _shared = new WorkflowRules();
            }
        }

        return Kept.GetOrAdd(key, _ => new CompiledWorkflow(json));
    }

    /// <summary>Evaluates a rule, which is compiled when it is first evaluated.</summary>
    /// <param name="rule">Name of the rule's condition.</param>
    /// <param name="facts">The facts.</param>
    /// <exception cref="Exception">Whatever the library throws: the rule is missing, an expression does not compile or fails.</exception>
    public Truth Evaluate(string rule, FactFrame facts)
    {
        lock (Gate)
        {
            if (!_rules.TryGetValue(rule, out WorkflowRule? compiled))
            {
                compiled = _shared.Compile(GetExpression($"{rule} {RulesEngineWriter.Established}"),
                    GetExpression($"{rule} {RulesEngineWriter.Excluded}"), _definitions);
                _rules.Add(rule, compiled);
            }

            return compiled.Evaluate(facts);
        }
    }

    private string GetExpression(string name) =>
        _expressions.GetValueOrDefault(name) ?? throw new InvalidOperationException($"The workflow does not contain the rule '{name}'.");

    // A rule of the usual shape, so that the library is loaded when the first real one comes.
    private static void WarmUp()
    {
        const string shape = "((material.id != null && material.id == \"x\") && (stage.country.isDefinite && stage.country.possible.Length > 0 && "
            + "stage.country.possible.All(country => set.Contains(country))))";
        lock (Gate)
        {
            _shared.Compile(shape, "false", new Dictionary<string, string> { ["set"] = "new [] { \"CN\" }" }).Evaluate(new FactFrame());
        }
    }
}
