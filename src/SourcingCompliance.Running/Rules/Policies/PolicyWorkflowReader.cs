using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using SourcingCompliance.Findings.Policies;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Primitives.Json;

namespace SourcingCompliance.Running.Rules.Policies;

/// <summary>
/// Reads workflow files of company policies. What RulesEngine would skip in silence is refused: an unknown property, a name that stands twice,
/// and what no policy may do: actions, other workflows.
/// </summary>
public static class PolicyWorkflowReader
{
    private const int LongestName = 80;

    /// <summary>Reads the workflows of rules folders, in the order of their names.</summary>
    /// <param name="folders">The folders.</param>
    /// <param name="diagnostics">Receives SC9440 and SC9441; an error means that nothing may be checked with them.</param>
    public static ImmutableArray<PolicyWorkflow> ReadAll(IEnumerable<RuleFolder> folders, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(folders);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var all = new SortedDictionary<string, PolicyWorkflow>(StringComparer.Ordinal);
        foreach (RuleFolder folder in folders)
        {
            foreach (string path in PolicyFiles.Workflows(folder))
            {
                foreach (PolicyWorkflow workflow in Read(folder, path, diagnostics))
                {
                    if (!all.TryAdd(workflow.Name, workflow))
                    {
                        diagnostics.Error(DiagnosticIds.PolicyInvalid, CellRef.ForFile(path),
                            $"The workflow name '{workflow.Name}' is also in {all[workflow.Name].File}.", "Give each workflow a name of its own.");
                    }
                }
            }
        }

        return [.. all.Values];
    }

    /// <summary>Reads the workflows of one file: an object, or an array of them.</summary>
    /// <param name="folder">The rules folder.</param>
    /// <param name="path">Path of the file in it.</param>
    /// <param name="diagnostics">Receives SC9440 and SC9441.</param>
    public static ImmutableArray<PolicyWorkflow> Read(RuleFolder folder, string path, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(diagnostics);
        ReadOnlyMemory<byte> content = folder.Find(path) ?? default;
        var context = new JsonReadingContext(CellRef.ForFile(path), diagnostics, DiagnosticIds.PolicyInvalid,
            DiagnosticIds.PolicyInvalid, DiagnosticIds.PolicyInvalid);
        try
        {
            using JsonDocument document = JsonText.Parse(content);
            JsonElement root = document.RootElement;
            string hash = Convert.ToHexStringLower(SHA256.HashData(content.Span));
            JsonElement[] workflows = root.ValueKind == JsonValueKind.Array ? [.. root.EnumerateArray()] : [root];
            if (workflows.Length == 0 || Array.Exists(workflows, workflow => workflow.ValueKind != JsonValueKind.Object))
            {
                diagnostics.Error(DiagnosticIds.PolicyInvalid, context.File, "The file contains no workflow.",
                    "A workflow is an object with WorkflowName and Rules, or an array of such objects.");
                return [];
            }

            var reading = new Reading(path, context);
            return [.. workflows.Select((workflow, at) => reading.Workflow(
                new JsonObjectReader(workflow, root.ValueKind == JsonValueKind.Array ? FormattableString.Invariant($"$[{at}]") : "$", context), hash))];
        }
        catch (JsonException problem)
        {
            diagnostics.Error(DiagnosticIds.PolicyInvalid, context.File, $"The file cannot be used: {problem.Message}.", "Correct it at that place.");
            return [];
        }
    }

    private sealed class Reading(string path, JsonReadingContext context)
    {
        private readonly PolicyNames _names = new(context);

        public PolicyWorkflow Workflow(JsonObjectReader reader, string hash)
        {
            string name = Name(reader, "WorkflowName");
            CheckKind(reader);
            Refuse(reader, "WorkflowsToInject", "other workflows are not loaded", "Write the rules into this workflow.");
            ImmutableArray<PolicyParameter> parameters = Parameters(reader, "GlobalParams", $"GlobalParams of {name}", []);
            ImmutableArray<string> known = [.. parameters.Select(parameter => parameter.Name)];
            ImmutableArray<PolicyRule> rules = [.. reader.Objects("Rules", isRequired: true).Select(rule => Rule(rule, known, isInner: false))];
            reader.Finish();
            foreach (IGrouping<string, PolicyRule> same in rules.GroupBy(rule => rule.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
            {
                reader.Refuse("Rules", $"a list with two rules named '{same.Key}'", "a name of its own for each rule");
            }

            return new PolicyWorkflow(name, path, hash, parameters, rules);
        }

        private PolicyRule Rule(JsonObjectReader reader, ImmutableArray<string> known, bool isInner)
        {
            string name = Name(reader, "RuleName");
            CheckKind(reader);
            Refuse(reader, "Actions", "a policy does nothing but report", "Remove it.");
            Refuse(reader, "WorkflowsToInject", "other workflows are not loaded", "Write the rules into this workflow.");
            string? expression = reader.Text("Expression");
            string? join = reader.Text("Operator");
            if (join is not (null or "And" or "Or" or "AndAlso" or "OrElse"))
            {
                reader.Refuse("Operator", $"\"{join}\"", "And, Or, AndAlso, or OrElse");
            }

            ImmutableArray<PolicyParameter> parameters = Parameters(reader, "LocalParams", $"LocalParams of {name}", known);
            ImmutableArray<string> names = [.. known, .. parameters.Select(parameter => parameter.Name)];
            ImmutableArray<PolicyRule> rules = [.. reader.Objects("Rules").Select(rule => Rule(rule, names, isInner: true))];
            if (expression is null == rules.IsEmpty || (join is null) != rules.IsEmpty)
            {
                reader.Refuse("Expression", expression is null ? "missing" : "stated next to Rules or Operator", "an Expression, or an Operator with Rules");
            }

            if (expression is not null)
            {
                _names.CheckExpression(expression, $"{name}, Expression", names);
            }

            string message = reader.Text("ErrorMessage", isRequired: !isInner) ?? "";
            _names.CheckTemplate(message, $"{name}, ErrorMessage");
            reader.Text("SuccessEvent");
            var rule = new PolicyRule
            {
                Name = name, Expression = expression, Operator = join, Rules = rules, Parameters = parameters,
                Message = message, IsEnabled = reader.Flag("Enabled") ?? true,
            };
            rule = reader.Object("Properties") is { } properties ? Properties(rule, properties) : rule;
            reader.Finish();
            return rule;
        }

        private static PolicyRule Properties(PolicyRule rule, JsonObjectReader reader)
        {
            string? link = reader.Text("link");
            if (link is not null && !(Uri.TryCreate(link, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https"))
            {
                reader.Refuse("link", $"\"{link}\"", "an address that begins with https://");
                link = null;
            }

            PolicySeverity severity = Choice(reader, "severity", rule.Severity, ("note", PolicySeverity.Note),
                ("warning", PolicySeverity.Warning), ("error", PolicySeverity.Error));
            PolicyScope scope = Choice(reader, "lines", rule.Scope, ("covered", PolicyScope.Covered), ("all", PolicyScope.All));
            reader.Finish();
            return rule with { Link = link, Severity = severity, Scope = scope };
        }

        private static T Choice<T>(JsonObjectReader reader, string name, T fallback, params (string Word, T Value)[] choices)
        {
            if (reader.Text(name) is not { } word)
            {
                return fallback;
            }

            foreach ((string known, T value) in choices)
            {
                if (known == word)
                {
                    return value;
                }
            }

            reader.Refuse(name, $"\"{word}\"", string.Join(" or ", choices.Select(choice => choice.Word)));
            return fallback;
        }

        private ImmutableArray<PolicyParameter> Parameters(JsonObjectReader reader, string property, string place, ImmutableArray<string> known)
        {
            var parameters = ImmutableArray.CreateBuilder<PolicyParameter>();
            foreach (JsonObjectReader entry in reader.Objects(property))
            {
                string name = entry.RequiredText("Name");
                string expression = entry.RequiredText("Expression");
                entry.Finish();
                if (!PolicyNames.IsIdentifier(name) || PolicyModel.Roots.Contains(name) || known.Contains(name) || parameters.Any(other => other.Name == name))
                {
                    entry.Refuse("Name", $"\"{name}\"", $"a name of letters and digits that nothing else has (taken: {string.Join(", ", PolicyModel.Roots)})");
                    continue;
                }

                _names.CheckExpression(expression, $"{place}, {name}", [.. known, .. parameters.Select(other => other.Name)]);
                parameters.Add(new PolicyParameter(name, expression));
            }

            return parameters.ToImmutable();
        }

        private static string Name(JsonObjectReader reader, string property)
        {
            string name = reader.RequiredText(property);
            if (name.Length > LongestName || name.Any(letter => char.IsControl(letter) || letter == '/'))
            {
                reader.Refuse(property, "not a name", $"at most {LongestName} characters on one line, without a slash");
            }

            return name;
        }

        private static void CheckKind(JsonObjectReader reader)
        {
            if (reader.Text("RuleExpressionType") is { } kind and not "LambdaExpression")
            {
                reader.Refuse("RuleExpressionType", $"\"{kind}\"", "LambdaExpression, or nothing");
            }
        }

        private void Refuse(JsonObjectReader reader, string property, string reason, string hint)
        {
            if (reader.Has(property))
            {
                context.Diagnostics.Error(DiagnosticIds.PolicyInvalid, context.File, $"{reader.Path} has the property \"{property}\": {reason}.", hint);
            }
        }
    }
}
