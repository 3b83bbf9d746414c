using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SourcingCompliance.Formats.Files;
using SourcingCompliance.Formats.Tests;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Running.Rules;
using SourcingCompliance.Verification;

namespace SourcingCompliance.Running.Tests.Rules;

public sealed class RuleFileShapesTests
{
    private static readonly RuleFolder Shipped = RuleFolders.Shipped();
    private static readonly SchemaSet Schemas = SchemaSet.From(Shipped);

    // Objects whose property names are data. What stands in for a schema there is named beside each.
    private static readonly string[] Maps =
    [
        "workflow-cases.schema.json $.cases[].facts", // PolicyCases refuses a fact that the model does not have
        "cases.schema.json $.cases[].facts", // RuleCaseReader refuses a fact that is not declared
        "missing-evidence.schema.json $.rules[].questions",
        "remediation.schema.json $.materials",
        "matrix.schema.json $.situations[].origins",
        "columns.schema.json $.words", "columns.schema.json $.fields", "columns.schema.json $.stages", "columns.schema.json $.elements",
        "columns.schema.json $.massUnits", "columns.schema.json $.rows",
        "materials.schema.json $.sources", "components.schema.json $.sources", "manufacturers.schema.json $.sources",
        "part-numbers.schema.json $.sources",
    ];

    public static TheoryData<string> Files => [.. Shipped.Paths.Where(path => SchemaOf(path) is not null)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_shipped_file_fits_its_schema_for_the_library_and_for_us(string path)
    {
        string text = Repository.ReadText("rules/" + path);
        string schema = SchemaOf(path) ?? "";

        text.ShouldContain($"schema/{schema}\"", customMessage: "Name the schema in \"$schema\", so that editors complete and check the file.");
        SchemaLibrary.Problems(schema, text).ShouldBeEmpty();
        Ours(schema, text).ShouldBeEmpty();
    }

    [Fact]
    public void A_misspelled_property_of_any_object_of_any_file_is_refused()
    {
        var silent = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string path in Shipped.Paths.Where(path => SchemaOf(path) is not null))
        {
            string schema = SchemaOf(path) ?? "";
            JsonNode root = JsonNode.Parse(Repository.ReadText("rules/" + path)) ?? throw new InvalidOperationException(path);
            Thin(root, schema + " $");
            foreach ((JsonObject owner, string at) in ObjectsOf(root, "$"))
            {
                foreach (string name in owner.Select(property => property.Key).Where(name => seen.Add($"{schema} {at}.{name}")).ToArray())
                {
                    if (Maps.Contains($"{schema} {at}"))
                    {
                        continue;
                    }

                    JsonNode? value = owner[name];
                    owner.Remove(name);
                    owner[name + "z"] = value;
                    string text = root.ToJsonString();
                    if (Ours(schema, text).Count == 0 || SchemaLibrary.Problems(schema, text).Count == 0)
                    {
                        silent.Add($"{schema} {at}.{name}");
                    }

                    owner.Remove(name + "z");
                    owner[name] = value;
                }
            }
        }

        silent.ShouldBeEmpty("Say additionalProperties: false in the schema, or propertyNames where the names are data.");
        seen.Count.ShouldBeGreaterThan(100);
    }

    [Theory]
    [InlineData("dfars-252.225-7052/remediation.json", "\"titleWithoutSupplier\"", "\"titelWithoutSupplier\"", "Did you mean \"titleWithoutSupplier\"?")]
    [InlineData("dfars-252.225-7052/remediation.json", "\"mergeBy\": \"file\"", "\"mergeBy\": \"fiel\"", "Did you mean \"file\"?")]
    [InlineData("dfars-252.225-7052/matrix.cases.json", "\"through2026\"", "\"trough2026\"", "Did you mean \"through2026\"?")]
    [InlineData("dfars-252.225-7052/missing-evidence.json", "\"questions\"", "\"question\"", "Did you mean \"questions\"?")]
    [InlineData("china-export-controls/restrictions/SC1211-rare-earth-licences.json", "\"asOf\"", "\"asof\"", "Did you mean \"asOf\"?")]
    [InlineData("china-export-controls/pack.json", "\"verifyBy\": \"20", "\"verifyBy\": \"soon 20", "was expected")]
    [InlineData("reference/columns.json", "\"fillers\"", "\"filers\"", "Did you mean \"fillers\"?")]
    [InlineData("reference/materials.json", "\"examples\"", "\"exmples\"", "Did you mean \"examples\"?")]
    [InlineData("reference/sources.json", "\"maker\"", "\"makr\"", "Did you mean \"maker\"?")]
    [InlineData("reference/countries.json", "../schema/countries.schema.json", "../schema/country.schema.json", "countries.schema.json")]
    public void Rules_verify_refuses_a_typo_and_suggests_the_word(string path, string old, string replacement, string expected)
    {
        string text = Repository.ReadText("rules/" + path);
        text.ShouldContain(old);
        var diagnostics = new DiagnosticBag();
        string typo = text[..text.IndexOf(old, StringComparison.Ordinal)] + replacement + text[(text.IndexOf(old, StringComparison.Ordinal) + old.Length)..];

        bool isSound = RulesVerifier.Verify([With(path, typo)], new DateOnly(2026, 11, 29), diagnostics).All(result => result.IsSound);

        isSound.ShouldBeFalse();
        diagnostics.Items.ShouldContain(diagnostic => diagnostic.Cell.File.EndsWith(path) && diagnostic.ToString()
            .Contains(expected), diagnostics.Items[0].ToString());
    }

    [Theory]
    [InlineData("china-export-controls/restrictions/SC1212-gallium-germanium-antimony.json", "\\\"germanium\\\"",
        "\\\"germanum\\\"", "substance.id is compared with \"germanum\"")]
    [InlineData("us-tariffs-section-301/restrictions/SC1222-tungsten-from-china.json", "\\\"is\\\"", "\\\"iz\\\"", "material.presence")]
    [InlineData("dfars-252.225-7052/remediation.json", "\"stage-origin\"", "\"stage-orgin\"", "missing fact \"stage-orgin\"")]
    [InlineData("dfars-252.225-7052/remediation.json", "\"contract*\"", "\"contarct*\"", "missing fact \"contarct*\"")]
    [InlineData("dfars-252.225-7052/remediation.json", "\"materials\": [\"tantalum\"]", "\"materials\": [\"tantalium\"]", "material \"tantalium\"")]
    [InlineData("dfars-252.225-7052/remediation.json", "\"rules\": [\"SC3005\"]", "\"rules\": [\"SC3055\"]", "SC3055")]
    [InlineData("dfars-252.225-7052/pack.json", "\"usc-10-4872\"", "\"usc-10-4782\"", "the pack \"usc-10-4782\"")]
    public void Rules_verify_refuses_a_name_that_nothing_answers_to(string path, string old, string replacement, string expected)
    {
        string text = Repository.ReadText("rules/" + path);
        text.ShouldContain(old);
        var diagnostics = new DiagnosticBag();

        RulesVerifier.Verify([With(path, text.Replace(old, replacement, StringComparison.Ordinal))], new DateOnly(2026, 11, 29), diagnostics);

        diagnostics.Items.ShouldContain(diagnostic => diagnostic.Id == DiagnosticIds.RuleNameUnknown
            && diagnostic.Message.Contains(expected), string.Join('\n', diagnostics.Items));
    }

    [Fact]
    public void A_property_that_stands_twice_is_refused()
    {
        const string path = "china-export-controls/pack.json";
        string text = Repository.ReadText("rules/" + path).Replace("\"status\"", "\"status\": \"draft\", \"status\"", StringComparison.Ordinal);

        Ours("pack.schema.json", text).ShouldHaveSingleItem().Message.ShouldContain("\"status\" twice");
    }

    [Theory]
    [InlineData("dfars-252.225-7052/remediaton.json", "SC9431")]
    [InlineData("dfars-252.225-7052/restriction/SC1999-x.json", "SC9431")]
    [InlineData("dfars-252.225-7052/restrictions/SC1999-x.md", "SC9431")]
    [InlineData("dfars-252.225-7052/notes/x.md", "SC9431")]
    [InlineData("reference/colums.json", "SC9431")]
    [InlineData("my-policy/pak.json", "SC9431")]
    public void A_file_that_nothing_reads_is_refused(string path, string id)
    {
        var diagnostics = new DiagnosticBag();

        RulesVerifier.Verify([With(path, "{}")], new DateOnly(2026, 11, 29), diagnostics);

        diagnostics.Items.ShouldContain(diagnostic => diagnostic.Id == id && path.StartsWith(diagnostic.Cell.File));
    }

    private static RuleFolder With(string path, string text) => new("changed rules", Shipped.Paths.Where(other => other != path)
        .Select(other => KeyValuePair.Create(other, Shipped.Find(other) ?? default))
        .Append(KeyValuePair.Create(path, (ReadOnlyMemory<byte>)System.Text.Encoding.UTF8.GetBytes(text))));

    private static IReadOnlyList<SchemaProblem> Ours(string schema, string text)
    {
        using JsonDocument document = JsonDocument.Parse(text);
        return Schemas.Check(schema, document.RootElement);
    }

    private static string? SchemaOf(string path)
    {
        string[] parts = path.Split('/', 2);
        return parts switch
        {
            ["schema", _] => null,
            ["reference", var file] => file.EndsWith(".json", StringComparison.Ordinal)
                ? file.Replace(".json", ".schema.json", StringComparison.Ordinal) : null,
            [_, var inside] => PackVerifierShapes.GetSchema(inside),
            _ => null,
        };
    }

    // Of a long list, or of an object whose names are data, the first two with properties that none before them has: the rest has the same shape.
    private static void Thin(JsonNode? node, string at)
    {
        var shapes = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonNode? child in node switch
        {
            JsonArray items => items.ToArray(),
            JsonObject owner =>
            owner.Select(property => property.Value).ToArray(),
            _ => []
        })
        {
            string[] places = [.. ObjectsOf(child, "$").SelectMany(found => found.Owner.Select(property => $"{found.At}.{property.Key}"))];
            if ((node is JsonArray || Maps.Contains(at)) && shapes.Count > 1 && !places.Except(shapes).Any())
            {
                (node as JsonArray)?.Remove(child);
                (node as JsonObject)?.Remove(child?.GetPropertyName() ?? "");
                continue;
            }

            shapes.UnionWith([.. places, shapes.Count.ToString(CultureInfo.InvariantCulture)]);
            Thin(child, node is JsonArray ? at + "[]" : $"{at}.{child?.GetPropertyName()}");
        }
    }

    private static IEnumerable<(JsonObject Owner, string At)> ObjectsOf(JsonNode? node, string at)
    {
        switch (node)
        {
            case JsonObject owner:
                yield return (owner, at);
                foreach ((string name, JsonNode? child) in owner.ToArray())
                {
                    foreach ((JsonObject, string) deeper in ObjectsOf(child, $"{at}.{name}"))
                    {
                        yield return deeper;
                    }
                }

                break;
            case JsonArray array:
                foreach ((JsonObject, string) deeper in array.SelectMany(item => ObjectsOf(item, at + "[]")).ToArray())
                {
                    yield return deeper;
                }

                break;
        }
    }
}
