using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace SourcingCompliance.Server.Api;

/// <content>The form of an answer.</content>
internal static partial class InterfaceDescription
{
    private static readonly (string Name, string Description, string Example, string[]? Words)[] AnswerFields =
    [
        ("supplier", "Who sent it, for forms that do not name the sender.", "Acme Magnets", null),
        ("check", "Id of a check whose delivery date the answer must hold for; only what is said about the answer depends on it.", "", null),
        ("replace", "Whether an answer on file that says something else is replaced.", "no", ["yes", "no"]),
        ("store", "'no' stores nothing and says what would be stored.", "no", ["yes", "no"]),
    ];

    /// <summary>Describes the form of an answer.</summary>
    /// <param name="operation">The operation that receives it.</param>
    public static void DescribeAnswer(OpenApiOperation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["files"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Array, MinItems = 1,
                Items = GetContent("A filled questionnaire, CMRT, EMRT, AMRT, IPC-1752A, CycloneDX, certificate (EN 10168 JSON), or a list of known parts."),
                Description = "One part named 'files' for each answer.",
            },
            ["documents"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Array, Items = GetContent("A certificate or letter that an answer names by its file name."),
                Description = "One part named 'documents' for each document.",
            },
        };
        foreach ((string name, string description, string example, string[]? words) in AnswerFields)
        {
            properties[name] = new OpenApiSchema
            {
                Type = JsonSchemaType.String, Description = description, Examples = example.Length > 0 ? [JsonValue.Create(example)] : null,
                Enum = words is null ? null : [.. words.Select(word => JsonValue.Create(word))],
            };
        }

        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Description = "A form with at least one answer.",
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                ["multipart/form-data"] = new()
                {
                    Schema = new OpenApiSchema
                    {
                        Type = JsonSchemaType.Object, Properties = properties, Required = new HashSet<string>(StringComparer.Ordinal) { "files" },
                    },
                },
            },
        };
    }
}
