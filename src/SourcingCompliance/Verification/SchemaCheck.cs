using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Verification;

/// <summary>One check of a value against a schema: walks both and collects the problems.</summary>
internal sealed partial class SchemaCheck(SchemaSet schemas)
{
    private const int ShownCharacters = 60;
    private readonly List<SchemaProblem> _problems = [];

    /// <summary>What does not fit, in the order in which it was met.</summary>
    public IReadOnlyList<SchemaProblem> Problems => _problems;

    /// <summary>Checks a value.</summary>
    public void Run(SchemaPlace place, JsonElement value, string at)
    {
        if (place.Schema.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            Require(place.Schema.ValueKind == JsonValueKind.True, at, "is not allowed here");
            return;
        }

        foreach (JsonProperty keyword in place.Schema.EnumerateObject())
        {
            Check(keyword, place, value, at);
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            CheckStatedOnce(value, at);
        }
    }

    private void Check(JsonProperty keyword, SchemaPlace place, JsonElement value, string at)
    {
        JsonElement wanted = keyword.Value;
        switch (keyword.Name)
        {
            case "$schema" or "$id" or "$defs" or "$comment" or "title" or "description" or "default" or "examples":
                break;
            case "$ref":
                Run(schemas.Resolve(place, wanted.GetString() ?? ""), value, at);
                break;
            case "type":
                Require(GetTypes(wanted).Any(type => IsOf(type, value)), at, $"is {Shorten(value)}; {string.Join(" or ", GetTypes(wanted))} was expected");
                break;
            case "enum":
                CheckChoice([.. wanted.EnumerateArray()], value, at);
                break;
            case "const":
                CheckChoice([wanted], value, at);
                break;
            case "allOf":
                wanted.EnumerateArray().ToList().ForEach(part => Run(place.At(part), value, at));
                break;
            case "anyOf":
                Require(wanted.EnumerateArray().Any(part => Fits(place.At(part), value)), at, $"is {Shorten(value)}, which fits none of the allowed forms");
                break;
            case "oneOf":
                Require(wanted.EnumerateArray().Count(part => Fits(place.At(part), value)) == 1, at,
                    $"is {Shorten(value)}, which does not fit exactly one form");
                break;
            case "not":
                Require(!Fits(place.At(wanted), value), at, $"is {Shorten(value)}, which is ruled out");
                break;
            case "properties" or "patternProperties" or "additionalProperties" or "propertyNames" or "required" or "minProperties":
                if (value.ValueKind == JsonValueKind.Object)
                {
                    CheckObject(keyword.Name, wanted, place, value, at);
                }

                break;
            case "items" or "minItems" or "maxItems" or "uniqueItems":
                if (value.ValueKind == JsonValueKind.Array)
                {
                    CheckArray(keyword.Name, place.At(wanted), value, at);
                }

                break;
            case "minLength" or "maxLength" or "pattern" or "format":
                if (value.ValueKind == JsonValueKind.String)
                {
                    string text = value.GetString() ?? "";
                    Require(SchemaText.Fits(keyword.Name, wanted, text), at, $"is {Shorten(value)}; {SchemaText.Expected(keyword.Name, wanted)} was expected");
                }

                break;
            case "minimum" or "maximum" or "exclusiveMinimum":
                if (value.ValueKind == JsonValueKind.Number)
                {
                    int order = value.GetDecimal().CompareTo(wanted.GetDecimal());
                    bool fits = keyword.Name switch { "minimum" => order >= 0, "maximum" => order <= 0, _ => order > 0 };
                    Require(fits, at, $"is {Shorten(value)}; {keyword.Name} is {wanted}");
                }

                break;
            default:
                throw new NotSupportedException($"{place.File} uses the keyword '{keyword.Name}', which is not known here. Add it to SchemaCheck, "
                    + $"with a test.");
        }
    }

    private void CheckObject(string keyword, JsonElement wanted, SchemaPlace place, JsonElement value, string at)
    {
        switch (keyword)
        {
            case "required":
                foreach (string name in wanted.EnumerateArray().Select(name => name.GetString() ?? "").Where(name => !value.TryGetProperty(name, out _)))
                {
                    Fail(at, $"has no \"{name}\"", "Add it.");
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
                        Run(place.At(part), property.Value, $"{at}.{property.Name}");
                    }
                }

                break;
            case "patternProperties":
                foreach (JsonProperty pattern in wanted.EnumerateObject())
                {
                    foreach (JsonProperty property in value.EnumerateObject().Where(property => Regex.IsMatch(property.Name, pattern.Name)))
                    {
                        Run(place.At(pattern.Value), property.Value, $"{at}.{property.Name}");
                    }
                }

                break;
            case "propertyNames":
                foreach (JsonProperty property in value.EnumerateObject())
                {
                    using JsonDocument name = JsonDocument.Parse($"\"{JsonEncodedText.Encode(property.Name)}\"");
                    Run(place.At(wanted), name.RootElement, $"{at}.{property.Name}");
                }

                break;
            default:
                foreach (JsonProperty property in value.EnumerateObject().Where(property => !IsNamed(place.Schema, property.Name)))
                {
                    if (wanted.ValueKind == JsonValueKind.False)
                    {
                        Fail(at, $"has the property \"{property.Name}\", which is not known", Suggest(property.Name, NamesIn(place.Schema)));
                    }
                    else
                    {
                        Run(place.At(wanted), property.Value, $"{at}.{property.Name}");
                    }
                }

                break;
        }
    }

    private void CheckArray(string keyword, SchemaPlace wanted, JsonElement value, string at)
    {
        switch (keyword)
        {
            case "minItems":
                Require(value.GetArrayLength() >= wanted.Schema.GetInt32(), at, $"has fewer than {wanted.Schema} items");
                break;
            case "maxItems":
                Require(value.GetArrayLength() <= wanted.Schema.GetInt32(), at, $"has more than {wanted.Schema} items");
                break;
            case "uniqueItems":
                JsonElement[] items = [.. value.EnumerateArray()];
                Require(!wanted.Schema.GetBoolean() || !items.Where((item, i) => items.Take(i).Any(other => JsonElement.DeepEquals(item, other)))
                    .Any(), at, "contains an item twice");
                break;
            default:
                int index = 0;
                foreach (JsonElement item in value.EnumerateArray())
                {
                    Run(wanted, item, string.Create(CultureInfo.InvariantCulture, $"{at}[{index++}]"));
                }

                break;
        }
    }

    private void CheckChoice(JsonElement[] allowed, JsonElement value, string at)
    {
        if (!allowed.Any(choice => JsonElement.DeepEquals(choice, value)))
        {
            string[] words = [.. allowed.Where(choice => choice.ValueKind == JsonValueKind.String).Select(choice => choice.GetString() ?? "")];
            Fail(at, $"is {Shorten(value)}, which is not known", Suggest(value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : "", words));
        }
    }

    // Of two properties of one name a JSON reader takes the last and says nothing, so the first would be lost.
    private void CheckStatedOnce(JsonElement value, string at)
    {
        foreach (string twice in value.EnumerateObject().GroupBy(property => property.Name, StringComparer.Ordinal)
            .Where(group => group.Count() > 1).Select(group => group.Key))
        {
            var problem = new SchemaProblem(at, $"has the property \"{twice}\" twice", "Keep one of them.");
            if (!_problems.Contains(problem))
            {
                _problems.Add(problem);
            }
        }
    }

    private bool Fits(SchemaPlace place, JsonElement value)
    {
        var check = new SchemaCheck(schemas);
        check.Run(place, value, "");
        return check._problems.Count == 0;
    }

    private void Require(bool holds, string at, string message)
    {
        if (!holds)
        {
            Fail(at, message, "");
        }
    }

    private void Fail(string at, string message, string hint) => _problems.Add(new SchemaProblem(at, message, hint));
}
