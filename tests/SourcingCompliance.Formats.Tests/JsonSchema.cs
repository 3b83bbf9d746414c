using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SourcingCompliance.Formats.Tests;

/// <summary>
/// Checks JSON against the part of JSON Schema 2020-12 that our schemas use. A keyword that it does not know is an error, so that
/// no schema can promise what nobody checks.
/// </summary>
internal sealed class JsonSchema(JsonElement root)
{
    private readonly List<string> _problems = [];

    /// <summary>What is wrong with the instance, each with its place; empty when it is valid.</summary>
    public static IReadOnlyList<string> Validate(string schema, string instance)
    {
        using JsonDocument schemaDocument = JsonDocument.Parse(schema);
        using JsonDocument instanceDocument = JsonDocument.Parse(instance);
        var check = new JsonSchema(schemaDocument.RootElement);
        check.Check(schemaDocument.RootElement, instanceDocument.RootElement, "");
        return check._problems;
    }

    private void Check(JsonElement schema, JsonElement value, string at)
    {
        if (schema.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            Require(schema.ValueKind == JsonValueKind.True, at, "is not allowed here");
            return;
        }

        foreach (JsonProperty keyword in schema.EnumerateObject())
        {
            Check(keyword, schema, value, at);
        }
    }

    private void Check(JsonProperty keyword, JsonElement schema, JsonElement value, string at)
    {
        JsonElement wanted = keyword.Value;
        switch (keyword.Name)
        {
            case "$schema" or "$id" or "$defs" or "$comment" or "title" or "description" or "default" or "examples":
                break;
            case "$ref":
                Check(Resolve(wanted.GetString() ?? ""), value, at);
                break;
            case "type":
                Require(TypesOf(wanted).Any(type => IsOf(type, value)), at, $"is no {wanted}: {Shorten(value)}");
                break;
            case "enum":
                Require(wanted.EnumerateArray().Any(allowed => JsonElement.DeepEquals(allowed, value)), at, $"is none of {wanted}: {Shorten(value)}");
                break;
            case "const":
                Require(JsonElement.DeepEquals(wanted, value), at, $"is not {wanted}: {Shorten(value)}");
                break;
            case "allOf":
                wanted.EnumerateArray().ToList().ForEach(part => Check(part, value, at));
                break;
            case "anyOf":
                Require(wanted.EnumerateArray().Any(part => Fits(part, value)), at, $"fits none of the alternatives: {Shorten(value)}");
                break;
            case "oneOf":
                Require(wanted.EnumerateArray().Count(part => Fits(part, value)) == 1, at, $"does not fit exactly one alternative: {Shorten(value)}");
                break;
            case "not":
                Require(!Fits(wanted, value), at, $"fits what it must not: {Shorten(value)}");
                break;
            default:
                CheckByKind(keyword.Name, wanted, schema, value, at);
                break;
        }
    }

    private void CheckByKind(string keyword, JsonElement wanted, JsonElement schema, JsonElement value, string at)
    {
        switch (keyword)
        {
            case "properties" or "patternProperties" or "additionalProperties" or "propertyNames" or "required" or "minProperties":
                if (value.ValueKind == JsonValueKind.Object)
                {
                    CheckObject(keyword, wanted, schema, value, at);
                }

                break;
            case "items" or "minItems" or "maxItems" or "uniqueItems":
                if (value.ValueKind == JsonValueKind.Array)
                {
                    CheckArray(keyword, wanted, value, at);
                }

                break;
            case "minLength" or "maxLength" or "pattern" or "format":
                if (value.ValueKind == JsonValueKind.String)
                {
                    CheckText(keyword, wanted, value.GetString() ?? "", at);
                }

                break;
            case "minimum" or "maximum" or "exclusiveMinimum":
                if (value.ValueKind == JsonValueKind.Number)
                {
                    int order = value.GetDecimal().CompareTo(wanted.GetDecimal());
                    Require(keyword switch { "minimum" => order >= 0, "maximum" => order <= 0, _ => order > 0 }, at, $"breaks {keyword} {wanted}: {Shorten(value)}");
                }

                break;
            default:
                throw new NotSupportedException($"The schema uses the keyword '{keyword}', which this check does not know. Add it here, with a test.");
        }
    }

    private void CheckObject(string keyword, JsonElement wanted, JsonElement schema, JsonElement value, string at)
    {
        switch (keyword)
        {
            case "required":
                foreach (string name in wanted.EnumerateArray().Select(name => name.GetString() ?? ""))
                {
                    Require(value.TryGetProperty(name, out _), at, $"lacks '{name}'");
                }

                break;
            case "minProperties":
                Require(value.EnumerateObject().Count() >= wanted.GetInt32(), at, $"has fewer than {wanted} properties");
                break;
            case "properties":
                foreach (JsonProperty property in value.EnumerateObject())
                {
                    if (wanted.TryGetProperty(property.Name, out JsonElement part))
                    {
                        Check(part, property.Value, $"{at}/{property.Name}");
                    }
                }

                break;
            case "patternProperties":
                foreach (JsonProperty pattern in wanted.EnumerateObject())
                {
                    foreach (JsonProperty property in value.EnumerateObject().Where(property => Regex.IsMatch(property.Name, pattern.Name)))
                    {
                        Check(pattern.Value, property.Value, $"{at}/{property.Name}");
                    }
                }

                break;
            case "propertyNames":
                foreach (JsonProperty property in value.EnumerateObject())
                {
                    using JsonDocument name = JsonDocument.Parse(JsonSerializer.Serialize(property.Name));
                    Check(wanted, name.RootElement, $"{at}/{property.Name}");
                }

                break;
            default:
                foreach (JsonProperty property in value.EnumerateObject().Where(property => !IsNamed(schema, property.Name)))
                {
                    Check(wanted, property.Value, $"{at}/{property.Name}");
                }

                break;
        }
    }

    private void CheckArray(string keyword, JsonElement wanted, JsonElement value, string at)
    {
        switch (keyword)
        {
            case "minItems":
                Require(value.GetArrayLength() >= wanted.GetInt32(), at, $"has fewer than {wanted} items");
                break;
            case "maxItems":
                Require(value.GetArrayLength() <= wanted.GetInt32(), at, $"has more than {wanted} items");
                break;
            case "uniqueItems":
                JsonElement[] items = [.. value.EnumerateArray()];
                Require(!wanted.GetBoolean() || !items.Where((item, i) => items.Take(i).Any(other => JsonElement.DeepEquals(item, other))).Any(), at, "holds an item twice");
                break;
            default:
                int index = 0;
                foreach (JsonElement item in value.EnumerateArray())
                {
                    Check(wanted, item, string.Create(CultureInfo.InvariantCulture, $"{at}/{index++}"));
                }

                break;
        }
    }

    private void CheckText(string keyword, JsonElement wanted, string text, string at)
    {
        bool fits = keyword switch
        {
            "minLength" => text.EnumerateRunes().Count() >= wanted.GetInt32(),
            "maxLength" => text.EnumerateRunes().Count() <= wanted.GetInt32(),
            "pattern" => Regex.IsMatch(text, wanted.GetString() ?? ""),
            _ => wanted.GetString() switch
            {
                "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
                "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
                "uri-reference" => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _),
                string format => throw new NotSupportedException($"The schema uses the format '{format}', which this check does not know. Add it here, with a test."),
                null => false,
            },
        };
        Require(fits, at, $"breaks {keyword} {wanted}: {text}");
    }

    private bool Fits(JsonElement schema, JsonElement value)
    {
        var check = new JsonSchema(root);
        check.Check(schema, value, "");
        return check._problems.Count == 0;
    }

    private void Require(bool holds, string at, string problem)
    {
        if (!holds)
        {
            _problems.Add($"{(at.Length == 0 ? "/" : at)} {problem}");
        }
    }

    private JsonElement Resolve(string reference)
    {
        JsonElement element = root;
        foreach (string name in reference.Split('/').Skip(1))
        {
            element = reference.StartsWith('#') && element.TryGetProperty(name, out JsonElement next)
                ? next
                : throw new NotSupportedException($"The reference '{reference}' leads nowhere; only references inside the schema are known.");
        }

        return element;
    }

    private static bool IsNamed(JsonElement schema, string name) =>
        (schema.TryGetProperty("properties", out JsonElement properties) && properties.TryGetProperty(name, out _))
        || (schema.TryGetProperty("patternProperties", out JsonElement patterns) && patterns.EnumerateObject().Any(pattern => Regex.IsMatch(name, pattern.Name)));

    private static IEnumerable<string> TypesOf(JsonElement type) =>
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
        _ => throw new NotSupportedException($"'{type}' is no type of JSON Schema."),
    };

    private static string Shorten(JsonElement value)
    {
        string text = value.GetRawText();
        return text.Length <= 60 ? text : text[..59] + "…";
    }
}
