using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SourcingCompliance.Findings.Policies;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Primitives.Json;

namespace SourcingCompliance.Running.Rules.Policies;

/// <summary>A line of a case, and what a rule must say of it.</summary>
/// <param name="Name">The case in one sentence.</param>
/// <param name="Rule">Name of the rule.</param>
/// <param name="Values">Value by name of fact, as <see cref="PolicyFact.Read"/> gives it.</param>
/// <param name="IsMet">Whether the line meets the rule.</param>
/// <param name="Message">What the report must say; null = anything.</param>
public sealed record PolicyCase(string Name, string Rule, ImmutableDictionary<string, object> Values, bool IsMet, string? Message)
{
    /// <summary>The value of a fact; null = it is not stated.</summary>
    public object? GetValue(PolicyFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        object? value = Values.GetValueOrDefault(fact.Name) ?? (fact.Kind == PolicyFactKind.CellDate ? Values.GetValueOrDefault("line.cell") : null);
        return value ?? fact.Kind switch
        {
            PolicyFactKind.Count => 0,
            PolicyFactKind.Flag => false,
            PolicyFactKind.Text => "",
            PolicyFactKind.Texts => Array.Empty<string>(),
            PolicyFactKind.Cell or PolicyFactKind.CellDate => (Func<string, string>)(_ => ""),
            _ => null,
        };
    }
}

/// <summary>Reads the cases beside a workflow.</summary>
internal static class PolicyCases
{
    /// <summary>The cases; empty, and SC9440, when the file cannot be used.</summary>
    /// <param name="content">Content of the file.</param>
    /// <param name="path">Its path.</param>
    /// <param name="workflow">The workflow.</param>
    /// <param name="diagnostics">Receives SC9440 and SC9441.</param>
    public static ImmutableArray<PolicyCase> Read(ReadOnlyMemory<byte> content, string path, PolicyWorkflow workflow, DiagnosticBag diagnostics)
    {
        var context = new JsonReadingContext(CellRef.ForFile(path), diagnostics, DiagnosticIds.PolicyInvalid,
            DiagnosticIds.PolicyInvalid, DiagnosticIds.PolicyInvalid);
        if (JsonObjectReader.Open(content, context) is not { } root)
        {
            return [];
        }

        string name = root.RequiredText("workflow");
        if (name != workflow.Name)
        {
            root.Refuse("workflow", $"\"{name}\"", $"\"{workflow.Name}\", the workflow of {workflow.File},");
        }

        var cases = ImmutableArray.CreateBuilder<PolicyCase>();
        foreach (JsonObjectReader reader in root.Objects("cases", isRequired: true))
        {
            string title = reader.RequiredText("name");
            string rule = reader.RequiredText("rule");
            string expected = reader.RequiredText("expect");
            string? message = reader.Text("message");
            if (!workflow.Enabled.Any(one => one.Name == rule))
            {
                reader.Refuse("rule", $"\"{rule}\"", $"the name of an enabled rule ({string.Join(", ", workflow.Enabled.Select(one => one.Name))})");
                continue;
            }

            if (expected is not ("met" or "not met"))
            {
                reader.Refuse("expect", $"\"{expected}\"", "\"met\" or \"not met\"");
            }

            cases.Add(new PolicyCase(title, rule, reader.Object("facts") is { } facts ? Values(facts, context)
                : ImmutableDictionary<string, object>.Empty, expected == "met", message));
            reader.Finish();
        }

        root.Finish();
        return cases.ToImmutable();
    }

    private static ImmutableDictionary<string, object> Values(JsonObjectReader facts, JsonReadingContext context)
    {
        var values = ImmutableDictionary.CreateBuilder<string, object>(StringComparer.Ordinal);
        foreach ((string name, JsonElement value) in facts.Members())
        {
            if (PolicyModel.Find(name) is not { } fact)
            {
                string[] known = [.. PolicyModel.Facts.Select(one => one.Name)];
                context.Diagnostics.Error(DiagnosticIds.PolicyNameUnknown, context.File, $"{facts.Path}: the fact '{name}' is not known.",
                    EditDistance.GetNearest(name, known) is { } nearest ? $"Did you mean '{nearest}'?" : "rules/README.md lists the facts.");
            }
            else if (GetValue(fact, value) is { } read)
            {
                values[name] = read;
            }
            else
            {
                facts.Refuse(name, value.GetRawText(), GetWords(fact.Kind));
            }
        }

        return values.ToImmutable();
    }

    private static object? GetValue(PolicyFact fact, JsonElement value) => (fact.Kind, value.ValueKind) switch
    {
        (PolicyFactKind.Text, JsonValueKind.String) => value.GetString(),
        (PolicyFactKind.Texts, JsonValueKind.Array) when value.EnumerateArray().All(one => one.ValueKind == JsonValueKind.String) =>
            value.EnumerateArray().Select(one => one.GetString() ?? "").ToArray(),
        (PolicyFactKind.Number, JsonValueKind.Number) => value.GetDecimal(),
        (PolicyFactKind.Count, JsonValueKind.Number) when value.TryGetInt32(out int count) => count,
        (PolicyFactKind.Flag, JsonValueKind.True) => true,
        (PolicyFactKind.Flag, JsonValueKind.False) => false,
        (PolicyFactKind.Date or PolicyFactKind.Day, JsonValueKind.String) when DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd",
            CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) => day,
        (PolicyFactKind.Cell or PolicyFactKind.CellDate, JsonValueKind.Object) => GetCells(value),
        _ => null,
    };

    private static Func<string, string> GetCells(JsonElement value)
    {
        var cells = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (JsonProperty cell in value.EnumerateObject())
        {
            cells[cell.Name] = cell.Value.ToString();
        }

        return header => cells.GetValueOrDefault(header, "");
    }

    private static string GetWords(PolicyFactKind kind) => kind switch
    {
        PolicyFactKind.Text => "a text",
        PolicyFactKind.Texts => "an array of texts",
        PolicyFactKind.Number => "a number",
        PolicyFactKind.Count => "a whole number",
        PolicyFactKind.Date or PolicyFactKind.Day => "a day such as 2027-01-01",
        PolicyFactKind.Flag => "true or false",
        PolicyFactKind.Cell or PolicyFactKind.CellDate => "an object of texts by header",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
