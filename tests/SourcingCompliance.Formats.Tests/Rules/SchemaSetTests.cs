using System.Text.Json;
using SourcingCompliance.Verification;

namespace SourcingCompliance.Formats.Tests.Rules;

public sealed class SchemaSetTests
{
    [Theory]
    [InlineData("""{ "type": "string" }""", "\"a\"", "1")]
    [InlineData("""{ "type": ["integer", "null"] }""", "2.0", "2.5")]
    [InlineData("""{ "enum": ["a", 1] }""", "1", "2")]
    [InlineData("""{ "const": "1.0" }""", "\"1.0\"", "\"1.1\"")]
    [InlineData("""{ "required": ["a"] }""", """{ "a": null }""", "{}")]
    [InlineData("""{ "properties": { "a": { "type": "string" } } }""", """{ "a": "x" }""", """{ "a": 1 }""")]
    [InlineData("""{ "properties": { "a": true }, "additionalProperties": false }""", """{ "a": 1 }""", """{ "b": 1 }""")]
    [InlineData("""{ "patternProperties": { "^x": { "type": "string" } }, "additionalProperties": false }""", """{ "x1": "a" }""", """{ "x1": 1 }""")]
    [InlineData("""{ "additionalProperties": { "type": "string" } }""", """{ "a": "x" }""", """{ "a": 1 }""")]
    [InlineData("""{ "propertyNames": { "pattern": "^[a-z]+$" } }""", """{ "a": 1 }""", """{ "A": 1 }""")]
    [InlineData("""{ "minProperties": 1 }""", """{ "a": 1 }""", "{}")]
    [InlineData("""{ "items": { "type": "string" } }""", """["a"]""", """["a", 1]""")]
    [InlineData("""{ "minItems": 1 }""", "[1]", "[]")]
    [InlineData("""{ "maxItems": 1 }""", "[1]", "[1, 2]")]
    [InlineData("""{ "uniqueItems": true }""", "[1, 2]", "[1, 1]")]
    [InlineData("""{ "minLength": 1 }""", "\"a\"", "\"\"")]
    [InlineData("""{ "maxLength": 1 }""", "\"😀\"", "\"ab\"")]
    [InlineData("""{ "pattern": "^[A-Z]{2}$" }""", "\"CN\"", "\"cn\"")]
    [InlineData("""{ "format": "date" }""", "\"2027-01-01\"", "\"2027-02-30\"")]
    [InlineData("""{ "minimum": 0 }""", "0", "-1")]
    [InlineData("""{ "maximum": 1 }""", "1", "1.1")]
    [InlineData("""{ "exclusiveMinimum": 0 }""", "0.1", "0")]
    [InlineData("""{ "allOf": [{ "type": "string" }, { "minLength": 2 }] }""", "\"ab\"", "\"a\"")]
    [InlineData("""{ "anyOf": [{ "type": "string" }, { "type": "null" }] }""", "null", "1")]
    [InlineData("""{ "oneOf": [{ "type": "integer" }, { "minimum": 5 }] }""", "1", "7")]
    [InlineData("""{ "not": { "type": "string" } }""", "1", "\"a\"")]
    [InlineData("""{ "$ref": "#/$defs/code", "$defs": { "code": { "type": "string" } } }""", "\"a\"", "1")]
    public void A_keyword_lets_the_right_value_pass_and_not_the_wrong_one(string schema, string right, string wrong)
    {
        Ours(schema, right).ShouldBeEmpty();
        Ours(schema, wrong).ShouldNotBeEmpty();
        SchemaLibrary.ProblemsUnder(schema, right).ShouldBeEmpty();
        SchemaLibrary.ProblemsUnder(schema, wrong).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("""{ "dependentRequired": {} }""")]
    [InlineData("""{ "format": "hostname" }""")]
    [InlineData("""{ "$ref": "other.json#/x" }""")]
    public void A_keyword_that_nobody_checks_is_an_error(string schema) =>
        Should.Throw<NotSupportedException>(() => Ours(schema, "\"x\""));

    private static IReadOnlyList<SchemaProblem> Ours(string schema, string instance)
    {
        using JsonDocument root = JsonDocument.Parse(schema);
        using JsonDocument value = JsonDocument.Parse(instance);
        return new SchemaSet([KeyValuePair.Create("test.schema.json", root.RootElement)]).Check("test.schema.json", value.RootElement);
    }
}
