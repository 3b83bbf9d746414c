using System.Text.Json;
using Json.Schema;

namespace SourcingCompliance.Formats.Tests;

/// <summary>The schemas of <c>rules/schema</c> as JsonSchema.Net, a library that knows nothing of this project, understands them.</summary>
internal static class SchemaLibrary
{
    private const string Base = "https://schemas.invalid/";
    private static readonly EvaluationOptions Options = new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true };
    private static readonly Dictionary<string, JsonSchema> Schemas = Load();

    /// <summary>File names of the schemas, in order.</summary>
    public static IEnumerable<string> Names => Schemas.Keys.Order(StringComparer.Ordinal);

    /// <summary>What is wrong with a JSON text, each with its place; empty when it fits.</summary>
    /// <param name="schema">File name of the schema.</param>
    /// <param name="json">The text.</param>
    public static IReadOnlyList<string> Problems(string schema, string json)
    {
        using JsonDocument instance = JsonDocument.Parse(json);
        return Problems(Schemas[schema], instance.RootElement);
    }

    /// <summary>What is wrong with a JSON text under a schema that is written out.</summary>
    public static IReadOnlyList<string> ProblemsUnder(string schemaText, string json)
    {
        using JsonDocument instance = JsonDocument.Parse(json);
        return Problems(JsonSchema.FromText(schemaText, new BuildOptions { SchemaRegistry = new SchemaRegistry() }), instance.RootElement);
    }

    private static IReadOnlyList<string> Problems(JsonSchema schema, JsonElement instance)
    {
        EvaluationResults results = schema.Evaluate(instance, Options);
        return results.IsValid ? [] :
        [
            .. (results.Details ?? []).Where(detail => detail.Errors is not null)
                .SelectMany(detail => detail.Errors?.Select(error => $"{detail.InstanceLocation} {error.Key}: {error.Value}") ?? [])
                .DefaultIfEmpty("It does not fit."),
        ];
    }

    private static Dictionary<string, JsonSchema> Load()
    {
        var loaded = new Dictionary<string, JsonSchema>(StringComparer.Ordinal);
        var options = new BuildOptions { SchemaRegistry = new SchemaRegistry() };
        // The schema of the matrix refers to that of the contract, which must be there first; the rest stands alone.
        foreach (string path in Directory.GetFiles(Path.Combine(Repository.Root, "rules/schema"), "*.schema.json")
            .OrderBy(path => !path.EndsWith("contract.schema.json", StringComparison.Ordinal)))
        {
            string name = Path.GetFileName(path);
            loaded[name] = JsonSchema.FromText(File.ReadAllText(path), options, new Uri(Base + name));
        }

        return loaded;
    }
}
