using System.Text.Json;
using System.Text.Json.Nodes;
using SourcingCompliance.Formats.Writing.Json;

namespace SourcingCompliance.Formats.Tests.Writing;

public sealed class ReportSchemaTests
{
    private const string SchemaName = "report.schema.json";
    private static readonly string Schema = Repository.ReadText(JsonReportWriter.Schema);

    [Fact]
    public void The_written_report_fits_the_schema() =>
        SchemaLibrary.Problems(SchemaName, new JsonReportWriter().Text()).ShouldBeEmpty();

    [Theory]
    [InlineData("""files.0.path""")]
    [InlineData("""coverage.share""")]
    [InlineData("""files.2.lines.3.explanation.0.steps""")]
    public void A_report_without_a_promised_property_does_not_fit(string path)
    {
        JsonNode report = Parse();
        string[] names = path.Split('.');
        JsonNode? at = report;
        foreach (string name in names[..^1])
        {
            at = at is JsonArray array ? array[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)] : at?[name];
        }

        string last = names[^1];
        at.ShouldBeOfType<JsonObject>().Remove(last).ShouldBeTrue();

        SchemaLibrary.Problems(SchemaName, report.ToJsonString()).ShouldContain(problem => problem.Contains($"[\"{last}\"]", StringComparison.Ordinal));
    }

    [Fact]
    public void A_report_with_an_unknown_verdict_does_not_fit()
    {
        string text = new JsonReportWriter().Text().Replace("\"verdict\": \"suspect\"", "\"verdict\": \"fine\"", StringComparison.Ordinal);

        SchemaLibrary.Problems(SchemaName, text).ShouldNotBeEmpty();
    }

    [Fact]
    public void Every_property_of_the_schema_is_described()
    {
        using JsonDocument schema = JsonDocument.Parse(Schema);

        Undescribed(schema.RootElement, schema.RootElement, "").ShouldBeEmpty("Tell readers of the report what the property is, with its unit and what null means.");
    }

    private static IEnumerable<string> Undescribed(JsonElement root, JsonElement schema, string at)
    {
        if (schema.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        foreach (JsonProperty property in schema.EnumerateObject())
        {
            bool isMap = property.Name is "properties" or "$defs";
            foreach (JsonProperty part in isMap ? property.Value.EnumerateObject().ToArray() : [])
            {
                bool isDescribed = part.Value.TryGetProperty("description", out _)
                    || (part.Value.TryGetProperty("$ref", out JsonElement reference)
                        && root.GetProperty("$defs").GetProperty((reference.GetString() ?? "").Split('/')[^1]).TryGetProperty("description", out _));
                if (!isDescribed)
                {
                    yield return $"{at}/{part.Name}";
                }

                foreach (string deeper in Undescribed(root, part.Value, $"{at}/{part.Name}"))
                {
                    yield return deeper;
                }
            }
        }
    }

    private static JsonNode Parse() => JsonNode.Parse(new JsonReportWriter().Text()) ?? throw new InvalidOperationException("The report is empty.");
}
