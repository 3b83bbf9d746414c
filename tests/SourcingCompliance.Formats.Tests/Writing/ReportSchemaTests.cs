using System.Text.Json;
using System.Text.Json.Nodes;
using SourcingCompliance.Formats.Writing.Json;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Tests.Writing;

public sealed class ReportSchemaTests
{
    private const string SchemaName = "report.schema.json";
    private static readonly string Schema = Repository.ReadText(JsonReportWriter.Schema);

    [Fact]
    public void The_written_report_fits_the_schema() =>
        SchemaLibrary.Problems(SchemaName, new JsonReportWriter().Text()).ShouldBeEmpty();

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void A_report_with_whole_lines_fits_the_schema(bool isExplained, bool hasAllLines)
    {
        ComplianceReport report = SampleReport.Build();
        report = report with { Run = report.Run with { IsExplained = isExplained, AllLines = hasAllLines } };

        SchemaLibrary.Problems(SchemaName, new JsonReportWriter().Text(report)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""tables""")]
    [InlineData("""tables.explanations.0.steps""")]
    [InlineData("""files.2.lines.3.refs""")]
    public void A_report_without_its_tables_or_references_does_not_fit(string path) =>
        ShouldMiss(JsonNode.Parse(new JsonReportWriter().Text(SampleReport.BuildCompact())), path);

    [Theory]
    [InlineData("""files.0.path""")]
    [InlineData("""coverage.share""")]
    [InlineData("""files.2.lines.3.explanation.0.steps""")]
    public void A_report_without_a_promised_property_does_not_fit(string path) => ShouldMiss(Parse(), path);

    private static void ShouldMiss(JsonNode? report, string path)
    {
        report.ShouldNotBeNull();
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
        string text = new JsonReportWriter().Text().Replace("\"verdict\":\"suspect\"", "\"verdict\":\"fine\"", StringComparison.Ordinal);

        SchemaLibrary.Problems(SchemaName, text).ShouldNotBeEmpty();
    }

    [Fact]
    public void Every_property_of_the_schema_is_described()
    {
        using JsonDocument schema = JsonDocument.Parse(Schema);

        Undescribed(schema.RootElement, schema.RootElement, "")
            .ShouldBeEmpty("Tell readers of the report what the property is, with its unit and what null means.");
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

    private static ComplianceReport Explained => SampleReport.Build() is var report ? report with { Run = report.Run with { IsExplained = true } } : report;

    private static JsonNode Parse() => JsonNode.Parse(new JsonReportWriter().Text(Explained)) ?? throw new InvalidOperationException("The report is empty.");
}
