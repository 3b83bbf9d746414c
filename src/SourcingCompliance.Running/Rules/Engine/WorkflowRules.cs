using System.Globalization;
using System.Text.RegularExpressions;
using RulesEngine.ExpressionBuilders;
using RulesEngine.Models;
using Rule = RulesEngine.Models.Rule;
using WorkflowEngine = RulesEngine.RulesEngine;

namespace SourcingCompliance.Running.Rules.Engine;

/// <summary>
/// Compiles rules of exported workflows, each once by what it says. One engine holds them all, for a new one takes 22 ms for its first rule and each
/// further rule 1 ms. Not safe for several threads.
/// </summary>
internal sealed partial class WorkflowRules
{
    // Definitions are evaluated here once and given to the rules as values; as parameters of a workflow each rule would compile them anew.
    private static readonly ReSettings Settings = WithoutScopedParams();

    private readonly WorkflowEngine _engine = new(Array.Empty<Workflow>(), Settings);
    private readonly RuleExpressionParser _parser = new(Settings);
    private readonly Dictionary<string, WorkflowRule> _rules = new(StringComparer.Ordinal);
    private readonly Dictionary<string, object> _values = new(StringComparer.Ordinal);

    /// <summary>A compiled rule.</summary>
    /// <param name="established">The expression that is true when the rule's condition is true.</param>
    /// <param name="excluded">The expression that is true when it is false.</param>
    /// <param name="definitions">Expression by name of the definitions of the workflow.</param>
    /// <exception cref="Exception">Whatever the library throws: a definition does not compile.</exception>
    public WorkflowRule Compile(string established, string excluded, IReadOnlyDictionary<string, string> definitions)
    {
        HashSet<string> names = [.. Identifier().Matches(established).Concat(Identifier().Matches(excluded)).Select(match => match.Value)];
        string[] used = [.. names.Where(definitions.ContainsKey).Order(StringComparer.Ordinal)];
        string key = string.Join('\n', used.Select(name => $"{name} = {definitions[name]}").Append(established).Append(excluded));
        if (!_rules.TryGetValue(key, out WorkflowRule? rule))
        {
            string name = _rules.Count.ToString(CultureInfo.InvariantCulture);
            _engine.AddWorkflow(new Workflow
            {
                WorkflowName = name,
                Rules = [new Rule { RuleName = RulesEngineWriter.Established, Expression = established },
                    new Rule { RuleName = RulesEngineWriter.Excluded, Expression = excluded }],
            });
            rule = new WorkflowRule(_engine, name, names, [.. used.Select(definition => new RuleParameter(definition, GetValue(definitions[definition])))]);
            _rules.Add(key, rule);
        }

        return rule;
    }

    private object GetValue(string expression)
    {
        if (!_values.TryGetValue(expression, out object? value))
        {
            value = _parser.Evaluate<object>(expression, []);
            _values.Add(expression, value);
        }

        return value;
    }

    private static ReSettings WithoutScopedParams()
    {
        ReSettings settings = MicrosoftRuleEvaluator.Settings;
        settings.EnableScopedParams = false;
        return settings;
    }

    [GeneratedRegex("[A-Za-z_][A-Za-z0-9_]*")]
    private static partial Regex Identifier();
}
