using System.Collections.Immutable;
using System.Diagnostics;
using System.Linq.Dynamic.Core.Exceptions;
using System.Linq.Expressions;
using RulesEngine.ExpressionBuilders;
using RulesEngine.Models;
using SourcingCompliance.Findings.Policies;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Running.Rules.Policies;
using Rule = RulesEngine.Models.Rule;
using WorkflowEngine = RulesEngine.RulesEngine;

namespace SourcingCompliance.Running.Rules.Engine;

/// <content>How expressions are compiled and checked.</content>
public sealed partial class RulesEnginePolicies
{
    private static IEnumerable<string> GetExpressions(PolicyWorkflow workflow, PolicyRule rule) =>
        workflow.Parameters.Select(parameter => parameter.Expression).Concat(GetExpressions(rule));

    private static IEnumerable<string> GetExpressions(PolicyRule rule) =>
        rule.Parameters.Select(parameter => parameter.Expression).Append(rule.Expression ?? "").Concat(rule.Rules.SelectMany(GetExpressions));

    private static ScopedParam ToScoped(PolicyParameter parameter) => new() { Name = parameter.Name, Expression = parameter.Expression };

    private static Rule ToRule(PolicyRule rule) => new()
    {
        RuleName = rule.Name,
        Expression = rule.Expression,
        Operator = rule.Operator,
        LocalParams = rule.Parameters.IsEmpty ? null : [.. rule.Parameters.Select(ToScoped)],
        Rules = rule.Rules.IsEmpty ? null : [.. rule.Rules.Select(ToRule)],
        ErrorMessage = rule.Message,
        Enabled = rule.IsEnabled,
    };

    /// <summary>Parses the expressions of a workflow as the engine does, to give the place of what is wrong.</summary>
    private sealed class ExpressionCheck(PolicyWorkflow workflow, DiagnosticBag diagnostics)
    {
        private readonly RuleExpressionParser _parser = new(MicrosoftRuleEvaluator.Settings);
        private bool _isSound = true;

        public bool Run()
        {
            ParameterExpression[] objects = [.. PolicyObjects.Roots.Select(root => Expression.Parameter(root.Type, root.Root))];
            ParameterExpression[] known = Parse(workflow.Parameters, objects, $"GlobalParams of {workflow.Name}");
            foreach (PolicyRule rule in workflow.Rules)
            {
                Parse(rule, known);
            }

            return _isSound;
        }

        private void Parse(PolicyRule rule, ParameterExpression[] known)
        {
            known = Parse(rule.Parameters, known, $"LocalParams of {rule.Name}");
            if (rule.Expression is { } expression)
            {
                Parse(expression, known, typeof(bool), $"{rule.Name}, Expression");
            }

            foreach (PolicyRule inner in rule.Rules)
            {
                Parse(inner, known);
            }
        }

        private ParameterExpression[] Parse(ImmutableArray<PolicyParameter> parameters, ParameterExpression[] known, string place)
        {
            foreach (PolicyParameter parameter in parameters)
            {
                if (Parse(parameter.Expression, known, null, $"{place}, {parameter.Name}") is { } type)
                {
                    known = [.. known, Expression.Parameter(type, parameter.Name)];
                }
            }

            return known;
        }

        [System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1031", Justification = "The parser throws its own exceptions and those of the "
            + "expression trees; each says that the expression does not compile.")]
        private Type? Parse(string expression, ParameterExpression[] known, Type? type, string place)
        {
            try
            {
                return _parser.Parse(expression, known, type).Type;
            }
            catch (Exception problem)
            {
                _isSound = false;
                string where = problem is ParseException parse ? FormattableString.Invariant($", character {parse.Position + 1}") : "";
                diagnostics.Error(DiagnosticIds.PolicyNotCompiled, CellRef.ForFile(workflow.File),
                    $"{place}{where}: {problem.Message.Split('\n')[0].Trim().TrimEnd('.')}.",
                    "Correct the expression; rules/README.md describes what it may use.");
                return null;
            }
        }
    }
}
