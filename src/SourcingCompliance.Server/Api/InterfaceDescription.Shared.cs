using Microsoft.OpenApi;

namespace SourcingCompliance.Server.Api;

/// <content>What many operations share: groups, the refusal without a token, and parameters by name.</content>
internal static partial class InterfaceDescription
{
    private const string HealthTag = "Health";

    private static readonly (string Name, string Description)[] Tags =
    [
        ("Checks", "Upload bills of materials, wait for the result, download the reports."),
        ("Evidence", "Ask suppliers, send in what they answer, list what is on file, and check again what is older than that."),
        ("Programs", "The programs that BOMs belong to, with their contract details and delivery dates."),
        ("Parts", "Search the line items of all checks."),
        ("Notes", "What people wrote on the parts of a program, and who looks after them."),
        (HealthTag, "Whether the server runs and takes uploads. No token is needed."),
    ];

    // Every parameter of a name means the same wherever it stands, or is described by name and place.
    private static readonly (string Path, string Name, string Description)[] Parameters =
    [
        ("/api/v1/checks", "wait", "Seconds to wait for the end of the check, at most 120; 0 answers at once."),
        ("/api/v1/checks", "format", "The format of the report."),
        ("/api/v1/checks", "file", "Which workbook, counted from 1 in the order of the upload; read for xlsx only."),
        ("/api/v1/checks", "id", "Id of the check."),
        ("/api/v1/programs", "id", "Id of the program; to read it, its name does too."),
        ("/api/v1/requests", "id", "Id of the request."),
        ("/api/v1/requests", "format", "xlsx, eml, pdf, or txt."),
        ("/api/v1/statements", "id", "Id of the statement."),
        ("/api/v1/statements", "q", "A text in supplier, part, document, form, or signer; empty = every statement."),
        ("/api/v1/notes", "id", "Id of the note."),
        ("/api/v1/notes", "program", "Name or id of the program; not given = checks without one."),
        ("/api/v1/assignees", "program", "Name or id of the program; not given = checks without one."),
        ("/api/v1/parts", "q", "A part number, a maker's part number, or a maker."),
    ];

    /// <summary>Describes groups, parameters, and the refusal of a request without a token.</summary>
    private static void DescribeShared(OpenApiDocument document)
    {
        document.Info.License = new OpenApiLicense { Name = "Apache License 2.0", Identifier = "Apache-2.0" };
        document.Tags = new HashSet<OpenApiTag>(Tags.Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Description }));
        foreach ((string path, IOpenApiPathItem place) in document.Paths)
        {
            foreach (OpenApiOperation operation in place.Operations?.Values.AsEnumerable() ?? [])
            {
                DescribeParameters(path, operation);
                if (operation.Tags?.Any(tag => tag.Name == HealthTag) == true)
                {
                    operation.Security = [];
                }
                else
                {
                    DescribeRefusal(operation, document);
                }
            }
        }
    }

    private static void DescribeParameters(string path, OpenApiOperation operation)
    {
        foreach (OpenApiParameter parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            parameter.Description ??= Parameters.FirstOrDefault(known => known.Name == parameter.Name
                && path.StartsWith(known.Path, StringComparison.Ordinal)).Description;
        }
    }

    private static void DescribeRefusal(OpenApiOperation operation, OpenApiDocument document)
    {
        operation.Responses ??= [];
        operation.Responses["401"] = new OpenApiResponse
        {
            Description = "The token is missing or wrong.",
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference("ProblemDetails", document) },
            },
        };
    }
}
