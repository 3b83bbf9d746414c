using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Verification;

/// <content>The types and names of values.</content>
internal sealed partial class SchemaCheck
{
    private static string Suggest(string found, string[] known) => known.Length == 0 ? ""
        : $"{(EditDistance.GetNearest(found, known) is { } nearest ? $"Did you mean \"{nearest}\"? " : "")}Known are {string.Join(", ", known)}.";

    private static string[] NamesIn(JsonElement schema) => schema.TryGetProperty("properties", out JsonElement properties)
        ? [.. properties.EnumerateObject().Select(property => property.Name).Where(name => !name.StartsWith('$'))]
        : [];

    private static bool IsNamed(JsonElement schema, string name) =>
        (schema.TryGetProperty("properties", out JsonElement properties) && properties.TryGetProperty(name, out _))
        || (schema.TryGetProperty("patternProperties", out JsonElement patterns) && patterns.EnumerateObject()
            .Any(pattern => Regex.IsMatch(name, pattern.Name)));

    private static IEnumerable<string> GetTypes(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(item => item.GetString() ?? "") : [type.GetString() ?? ""];

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out decimal number) && number == decimal.Truncate(number),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => throw new NotSupportedException($"'{type}' is not a type of JSON Schema."),
    };

    private static string Shorten(JsonElement value) => QuotedText.Quote(value.GetRawText(), ShownCharacters);
}
