using System.Collections.Frozen;
using SourcingCompliance.Findings.Policies;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Primitives.Json;

namespace SourcingCompliance.Running.Rules.Policies;

/// <summary>
/// Checks every name of an expression against the model before an engine sees it. What is not listed here cannot be named: no type, no clock, no
/// file, no reflection. Values, arrays, and lambdas over them are all that is left, so an expression always ends.
/// </summary>
/// <param name="context">The file, and where its problems go.</param>
internal sealed class PolicyNames(JsonReadingContext context)
{
    private static readonly FrozenSet<string> Words = new[]
    {
        "true", "false", "null", "and", "or", "not", "in", "eq", "ne", "lt", "le", "gt", "ge", "new", "iif",
        "np", "DateTime", "Math", "String", "string", "StringComparison",
    }.ToFrozenSet(StringComparer.Ordinal);

    // Nothing here depends on culture, clock or machine, and nothing gives out a type.
    private static readonly FrozenSet<string> Members = new[]
    {
        "Length", "Contains", "StartsWith", "EndsWith", "Equals", "Trim", "Substring", "IndexOf", "ToUpperInvariant",
        "ToLowerInvariant", "IsNullOrEmpty", "IsNullOrWhiteSpace",
        "Any", "All", "Count", "Where", "Select", "First", "FirstOrDefault", "Distinct", "Intersect", "Except", "Union", "Concat", "Min", "Max", "Sum",
        "AddDays", "AddMonths", "AddYears", "Year", "Month", "Day", "TotalDays", "Days", "HasValue", "Value", "Abs", "Round", "Floor", "Ceiling",
        "Ordinal", "OrdinalIgnoreCase",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a text can be the name of a parameter.</summary>
    public static bool IsIdentifier(string text) => text.Length > 0 && char.IsAsciiLetter(text[0])
        && text.All(char.IsAsciiLetterOrDigit) && !Words.Contains(text);

    /// <summary>The facts that an expression reads, in no order.</summary>
    public static IEnumerable<PolicyFact> FactsIn(string expression)
    {
        PolicyToken[] tokens = [.. PolicyToken.Split(expression)];
        for (int at = 2; at < tokens.Length; at++)
        {
            if (tokens[at].IsName && tokens[at - 1].Text == "." && PolicyModel.Find($"{tokens[at - 2].Text}.{tokens[at].Text}") is { } fact)
            {
                yield return fact;
            }
        }
    }

    /// <summary>Reports every name of an expression that does not exist, with its position.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="place">Where it stands: <c>two-makers, Expression</c>.</param>
    /// <param name="parameters">Names of the parameters that it may use.</param>
    public void CheckExpression(string expression, string place, IReadOnlyCollection<string> parameters)
    {
        PolicyToken[] tokens = [.. PolicyToken.Split(expression)];
        var lambdas = new HashSet<string>(StringComparer.Ordinal);
        for (int at = 0; at < tokens.Length; at++)
        {
            PolicyToken token = tokens[at];
            string before = at > 0 ? tokens[at - 1].Text : "";
            string after = at + 1 < tokens.Length ? tokens[at + 1].Text : "";
            if (!token.IsName)
            {
                continue;
            }

            if (before == ".")
            {
                CheckMember(tokens, at, expression, place, lambdas);
            }
            else if (after == "=>")
            {
                lambdas.Add(token.Text);
            }
            else if (PolicyModel.Roots.Contains(token.Text))
            {
                if (after != ".")
                {
                    Report(expression, token, place, $"'{token.Text}' alone is no value", $"Write {token.Text}. and a name: {GetNames(token.Text)}.");
                }
            }
            else if (!Words.Contains(token.Text) && !lambdas.Contains(token.Text) && !parameters.Contains(token.Text))
            {
                Unknown(expression, token, place, token.Text, [.. PolicyModel.Roots, .. parameters, .. Words.Order(StringComparer.Ordinal)],
                    $"Known are {string.Join(", ", PolicyModel.Roots.Concat(parameters))}.");
            }
        }
    }

    /// <summary>Reports every <c>$(…)</c> of a message that names no fact.</summary>
    public void CheckTemplate(string message, string place)
    {
        foreach (PolicyTemplate.Slot slot in PolicyTemplate.GetSlots(message).Where(slot => !slot.IsSound))
        {
            Unknown(message, new PolicyToken(slot.Text, slot.At, IsName: true), place, slot.Name ?? slot.Text, [.. PolicyModel.Facts.Select(fact => fact.Name)],
                "Between the parentheses stands one fact, such as $(part.number) or $(line.cell[\"AVL status\"]).");
        }
    }

    private void CheckMember(PolicyToken[] tokens, int at, string expression, string place, HashSet<string> lambdas)
    {
        PolicyToken token = tokens[at];
        bool isOfRoot = at >= 2 && tokens[at - 2].IsName && PolicyModel.Roots.Contains(tokens[at - 2].Text)
            && !lambdas.Contains(tokens[at - 2].Text) && (at < 3 || tokens[at - 3].Text != ".");
        if (!isOfRoot)
        {
            if (!Members.Contains(token.Text))
            {
                Unknown(expression, token, place, token.Text, [.. Members.Order(StringComparer.Ordinal)], "rules/README.md lists what an expression may use.");
            }

            return;
        }

        string root = tokens[at - 2].Text;
        if (PolicyModel.Find($"{root}.{token.Text}") is not { } fact)
        {
            Unknown(expression, token, place, $"{root}.{token.Text}", [.. PolicyModel.Facts.Where(other => other.Root == root).Select(other => other.Name)],
                $"{root} has {GetNames(root)}.");
        }
        else if (fact.Kind is PolicyFactKind.Cell or PolicyFactKind.CellDate && (at + 1 >= tokens.Length || tokens[at + 1].Text != "["))
        {
            Report(expression, token, place, $"'{fact.Name}' needs the header of a column", $"Write {fact.Name}[\"AVL status\"].");
        }
    }

    private void Unknown(string expression, PolicyToken token, string place, string name, string[] known, string hint) =>
        Report(expression, token, place, $"'{name}' is not known", EditDistance.GetNearest(name, known) is { } nearest
            ? $"Did you mean '{nearest}'? {hint}" : hint);

    private void Report(string expression, PolicyToken token, string place, string problem, string hint)
    {
        int line = expression.AsSpan(0, token.At).Count('\n') + 1;
        int column = token.At - (expression.LastIndexOf('\n', Math.Max(0, token.At - 1)) is var end && line > 1 ? end : -1);
        string where = line > 1 ? FormattableString.Invariant($"line {line}, character {column}") : FormattableString.Invariant($"character {token.At + 1}");
        context.Diagnostics.Error(DiagnosticIds.PolicyNameUnknown, context.File, $"{place}, {where}: {problem}.", hint);
    }

    private static string GetNames(string root) => string.Join(", ", PolicyModel.Facts.Where(fact => fact.Root == root).Select(fact => fact.Member));
}
