using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using SourcingCompliance.Rules;

namespace SourcingCompliance.Formats.Rules;

/// <summary>
/// Writes a pack as workflows of the library RulesEngine: one for each period in which nothing of the pack changes, the definitions as
/// global parameters, the conditions as they stand, which are C# expressions. What is lost is the third value: that library takes a missing
/// fact for an error or for "did not match", so it may be asked about complete facts only.
/// </summary>
public static class RulesEngineWriter
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, IndentSize = 2, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

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
                WriteWorkflow(json, pack, new EffectivePeriod(days[at], last));
            }

            json.WriteEndArray();
        }

        output.WriteByte((byte)'\n');
    }

    private static void WriteWorkflow(Utf8JsonWriter json, RulePack pack, EffectivePeriod period)
    {
        (Rule Rule, RuleVersion Version)[] rules = [.. pack.Rules.Where(rule => rule.Status != RuleStatus.Retired)
            .Select(rule => (rule, rule.On(period.From))).Where(pair => pair.Item2 is not null).Select(pair => (pair.rule, pair.Item2 ?? pair.rule.Versions[0]))];
        if (rules.Length == 0)
        {
            return;
        }

        json.WriteStartObject();
        json.WriteString("WorkflowName", $"{pack.Id} {period}");
        json.WriteStartArray("GlobalParams");
        foreach ((string name, string expression) in ParametersOf(pack, period.From))
        {
            json.WriteStartObject();
            json.WriteString("Name", name);
            json.WriteString("Expression", expression);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("Rules");
        foreach ((Rule rule, RuleVersion version) in rules)
        {
            json.WriteStartObject();
            json.WriteString("RuleName", rule.Id);
            json.WriteString("SuccessEvent", $"{rule.Id}: {rule.Title} ({version.Citation})");
            json.WriteString("ErrorMessage", $"{rule.Id} does not hold: {rule.Title}");
            json.WriteString("Expression", version.When);
            json.WriteString("RuleExpressionType", "LambdaExpression");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static IEnumerable<(string Name, string Expression)> ParametersOf(RulePack pack, DateOnly day)
    {
        foreach (Definition<CountryEntry> set in pack.CountrySets)
        {
            yield return (set.ConditionName, ListOf(set.On(day).Where(entry => IsIn(pack, entry)).Select(entry => entry.Country.Code)));
        }

        if (pack.Materials is { } materials)
        {
            yield return (materials.ConditionName, ListOf(materials.On(day).Select(material => material.Id)));
        }

        if (pack.Thresholds is { } thresholds && !thresholds.On(day).IsEmpty)
        {
            yield return (thresholds.ConditionName, $"new ({string.Join(", ", thresholds.On(day).Select(threshold => string.Create(CultureInfo.InvariantCulture, $"{threshold.Value}m as {threshold.Id}")))})");
        }
    }

    private static bool IsIn(RulePack pack, CountryEntry entry) =>
        entry.Setting is null || (pack.Settings.FirstOrDefault(setting => setting.Name == entry.Setting)?.Default ?? entry.IsDefault);

    // Ids and codes hold letters, digits and hyphens only; nothing in them needs escaping.
    private static string ListOf(IEnumerable<string> texts) => $"new [] {{ {string.Join(", ", texts.Select(text => $"\"{text}\""))} }}";
}
