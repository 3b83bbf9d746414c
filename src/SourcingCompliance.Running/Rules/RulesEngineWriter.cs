using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Running.Rules;

/// <summary>
/// Writes a pack as workflows of the library RulesEngine: one for each period in which nothing of the pack changes, the definitions as
/// global parameters. That library knows two values, so each rule stands there twice (<see cref="TwoValuedCondition"/>): once for what is
/// established and once for what is excluded. Where neither matches, the answer is unknown.
/// </summary>
public static class RulesEngineWriter
{
    /// <summary>Ends the name of a rule that matches when its condition is true.</summary>
    public const string Established = "established";

    /// <summary>Ends the name of a rule that matches when its condition is false.</summary>
    public const string Excluded = "excluded";

    private static readonly JsonWriterOptions Options =
        new() { Indented = true, IndentSize = 2, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the workflows as a JSON array, in the order of time.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="output">Left open.</param>
    public static void Write(RulePack pack, Stream output)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(output);
        ImmutableArray<DateOnly> days = pack.Steps();
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartArray();
            for (int at = 0; at < days.Length; at++)
            {
                DateOnly? last = at + 1 < days.Length ? days[at + 1].AddDays(-1) : null;
                WriteWorkflow(json, pack, new EffectivePeriod(days[at], last), PackSettings.Default);
            }

            json.WriteEndArray();
        }

        output.WriteByte((byte)'\n');
    }

    /// <summary>The workflow of one edition of a pack as <see cref="Write"/> writes it.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="day">First day of the edition.</param>
    /// <param name="settings">Choices where the text is silent.</param>
    /// <returns>A JSON array of at most one workflow, UTF-8.</returns>
    public static byte[] WriteEdition(RulePack pack, DateOnly day, PackSettings settings)
    {
        ArgumentNullException.ThrowIfNull(pack);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartArray();
            WriteWorkflow(json, pack, new EffectivePeriod(day, null), settings);
            json.WriteEndArray();
        }

        return buffer.ToArray();
    }

    private static void WriteWorkflow(Utf8JsonWriter json, RulePack pack, EffectivePeriod period, PackSettings settings)
    {
        LawEdition edition = pack.On(period.From, settings, new DiagnosticBag());
        CompiledRule[] rules = [.. edition.StepRules.Concat(edition.PartRules).Concat(edition.EndItemRules)
            .Concat(edition.Exceptions).Concat(edition.SubstanceRules)
            .OrderBy(rule => rule.Rule.Id, StringComparer.Ordinal)];
        if (rules.Length == 0)
        {
            return;
        }

        json.WriteStartObject();
        json.WriteString("WorkflowName", $"{pack.Id} {period}");
        json.WriteStartArray("GlobalParams");
        foreach (NamedExpression definition in edition.Scope.Expressions)
        {
            json.WriteStartObject();
            json.WriteString("Name", definition.Name);
            json.WriteString("Expression", definition.Expression);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("Rules");
        foreach (CompiledRule rule in rules)
        {
            foreach ((string name, Condition condition) in rule.Conditions)
            {
                TwoValuedCondition spelled = condition.InTwoValues();
                WriteRule(json, rule, name, condition, Established, spelled.Established);
                WriteRule(json, rule, name, condition, Excluded, spelled.Excluded);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter json, CompiledRule rule, string name, Condition condition, string claim, string expression)
    {
        json.WriteStartObject();
        json.WriteString("RuleName", $"{name} {claim}");
        json.WriteString("SuccessEvent", $"{name} is {claim}: {rule.Rule.Title} ({rule.Version.Citation})");
        json.WriteString("ErrorMessage", $"{name} is not {claim}");
        json.WriteString("Expression", expression);
        json.WriteString("RuleExpressionType", "LambdaExpression");
        json.WriteStartObject("Properties");
        json.WriteString("condition", condition.Text);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
