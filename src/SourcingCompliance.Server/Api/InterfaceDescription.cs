using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using SourcingCompliance.Server.Settings;
using SourcingCompliance.Server.Storage;
using SourcingCompliance.Server.Uploads;

namespace SourcingCompliance.Server.Api;

/// <summary>What the description of the interface (OpenAPI 3.1) says beyond what follows from the types: the form of an upload, the token, and problems with
/// ids.</summary>
internal static partial class InterfaceDescription
{
    private const string TokenScheme = "token";

    private static readonly (string Name, string Description, string Example, string[]? Words)[] Fields =
    [
        ("delivery", "Delivery date. Without it, both periods are reported and the later one is used.", "2027-03-15", null),
        ("program", "Name or id of the program that the BOMs belong to. Its contract details, its marking, and its delivery date, if it has one, "
            + "are used where the form has none.", "", null),
        ("asOf", "Check date; today when it is not given.", "2026-11-30", null),
        ("failOn", "What makes the exit code 1 or 2.", "suspect", ["suspect", "violation", "open", "none"]),
        ("lines", "Which line items the reports list.", "findings", ["findings", "all"]),
        ("packs", "Ids of the packs to apply, with commas between; all when it is not given.", "dfars-252.225-7052,us-tariffs-section-301", null),
        ("profiles", "'none' applies no saved column settings.", "none", ["none"]),
        ("contractNumber", "Contract number, shown in the report.", "N00024-26-C-0001", null),
        ("clauseDate", "Month of clause 252.225-7052.", "MAY 2024", null),
        ("clauseInContract", "Whether the contract contains clause 252.225-7052.", "yes", ["yes", "no"]),
        ("awardDate", "Award date.", "2026-05-01", null),
        ("value", "Contract value in US dollars.", "250000", null),
        ("placeOfUse", "Country of use, by name. A code that is the abbreviation of a U.S. state too is refused.", "United States", null),
        ("acquiredOutsideUnitedStates", "Whether it is acquired outside the United States for use there.", "no", ["yes", "no"]),
        ("company", "The company that delivers, named on page 1 and in the letterhead of supplier requests.", "Example Aerospace, Inc.", null),
        ("contact", "Whom to ask: name, telephone, e-mail, in one line.", "Jo Doe, 555-0100", null),
        ("address", "Lines of the postal address, with semicolons between.", "1 Main Street; Dayton, OH 45402", null),
        ("cage", "CAGE code of the company.", "1ABC2", null),
        ("preparedBy", "Who prepared the report.", "Supply Chain Compliance", null),
        ("marking", "Marking on every page; that of the BOM when it is not given.", "CUI", null),
        ("paper", "Paper of the PDF.", "letter", ["letter", "a4"]),
        ("replyBy", "Day by which suppliers are asked to answer. If the plan needs an earlier date, that date is used.", "2027-01-15", null),
        ("purchaseOrder", "Purchase order under which suppliers are asked.", "PO-100", null),
        ("purchaseOrders", "Purchase orders of single suppliers, with semicolons between.", "Acme Magnets: PO-17; Beta: PO-18", null),
        ("callback", "Address that is called when the check has ended; see the webhook checkFinished.", "https://plm.example.com/hooks/sourcing", null),
        ("specialtyMetalsClause", "Whether the contract contains clause 252.225-7009.", "no", ["yes", "no"]),
    ];

    private static readonly (string Name, string Description)[] Attachments =
    [
        (AttachmentKind.Contract, "A contract.json, instead of the fields of the contract."), (AttachmentKind.Waivers, "A waivers.json."),
        (AttachmentKind.Baseline, "A baseline of findings."), (AttachmentKind.Alternates, "Approved alternates as csv or workbook."),
        (AttachmentKind.Logo, "A PNG or JPEG of at most 2 MiB for the head of reports and supplier requests."),
    ];

    /// <summary>Describes the form of an upload.</summary>
    /// <param name="operation">The operation that receives it.</param>
    public static void DescribeUpload(OpenApiOperation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["files"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Array, MinItems = 1, Items = GetContent("A BOM: xlsx, xlsm, xls, ods, csv, tsv, or txt."),
                Description = "One part named 'files' for each BOM."
            },
        };
        foreach ((string name, string description) in Attachments)
        {
            properties[name] = GetContent(description);
        }

        foreach ((string name, string description, string example, string[]? words) in Fields)
        {
            properties[name] = new OpenApiSchema
            {
                Type = JsonSchemaType.String, Description = description, Examples = example.Length > 0 ? [JsonValue.Create(example)] : null,
                Enum = words is null ? null : [.. words.Select(word => JsonValue.Create(word))]
            };
        }

        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = IdempotencyHeader.Name,
            In = ParameterLocation.Header,
            Description = "A key of your own, e.g. a UUID. The same key with the same form from the same address is the same check, until the check is "
                + "deleted; with another form it is refused with 422. An answer that repeats an earlier one carries 'Idempotency-Replayed: true'.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = 255 },
            Example = JsonValue.Create("7b0f6f0e-1f5c-4f0a-9a51-0c8b1f9d2f11"),
        });
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Description = "A form with at least one BOM.",
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                ["multipart/form-data"] = new()
                {
                    Schema = new OpenApiSchema
                    {
                        Type = JsonSchemaType.Object, Properties = properties,
                        Required = new HashSet<string>(StringComparer.Ordinal) { "files" }
                    }
                },
            },
        };
    }

    /// <summary>Describes what all operations share.</summary>
    /// <param name="document">The description.</param>
    public static void DescribeAll(OpenApiDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        document.Info.Title = "SourcingCompliance";
        document.Info.Description = "May this product be delivered under the 2027 sourcing prohibition? Not legal advice. Send the token that the server "
            + "printed at its start as 'Authorization: Bearer'.";
        foreach (OpenApiServer server in document.Servers ?? [])
        {
            server.Url = server.Url?.TrimEnd('/');
        }

        DescribeShared(document);

        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [TokenScheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http, Scheme = "bearer",
                Description = "The token that the server printed at its start."
            },
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(TokenScheme, document)] = [] }];
        if (document.Components.Schemas?.TryGetValue("ProblemDetails", out IOpenApiSchema? problem) == true
            && problem is OpenApiSchema { Properties: { } known })
        {
            known["id"] = new OpenApiSchema
            {
                Type = JsonSchemaType.String, Description = "Id of the diagnostic, explained under /rules/diagnostics.",
                Examples = [JsonValue.Create(ServerDiagnosticIds.UploadMalformed)]
            };
            known["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object, Description = "What is wrong, by field of the form.",
                AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.String }
            };
        }
    }

    /// <summary>Describes the calls that the server makes.</summary>
    /// <param name="document">The description.</param>
    /// <param name="body">Schema of the body.</param>
    public static void DescribeCalls(OpenApiDocument document, OpenApiSchema body)
    {
        ArgumentNullException.ThrowIfNull(document);
        (string Name, string Description)[] headers =
        [
            ("webhook-id", "The same for every attempt at one call, so that a receiver can tell repeated calls."),
            ("webhook-timestamp", "When the call was made, in seconds since January 1, 1970, UTC. Refuse what is older than five minutes."),
            ("webhook-signature", "'v1,' and the Base64 of the HMAC-SHA256 of '{webhook-id}.{webhook-timestamp}.{body}', under the bytes that the secret "
                + "contains in Base64 after 'whsec_'."),
        ];
        document.AddComponent("CheckEvent", body);
        var call = new OpenApiOperation
        {
            OperationId = "checkFinished",
            Summary = "A check has ended",
            Description = "Sent to the field 'callback' of the upload and to the address of --callback, signed after the Standard Webhooks specification. "
                + "Any status from 200 to 299 within 10 seconds is success, 410 ends the attempts; otherwise it is repeated up to six times within nine "
                    + "hours. Redirections are not followed.",
            Tags = new HashSet<OpenApiTagReference> { new("Checks", document) },
            Parameters = [.. headers.Select(header => new OpenApiParameter { Name = header.Name, In = ParameterLocation.Header, Required = true,
                Description = header.Description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } })],
            RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string,
                    OpenApiMediaType>(StringComparer.Ordinal)
                { ["application/json"] = new() { Schema = new OpenApiSchemaReference("CheckEvent", document) } },
            },
            Responses = new OpenApiResponses
            {
                ["2XX"] = new OpenApiResponse { Description = "Received." },
                ["410"] = new OpenApiResponse { Description = "Do not call again." }
            },
            Security = [],
        };
        document.Webhooks = new Dictionary<string, IOpenApiPathItem>(StringComparer.Ordinal)
        {
            ["checkFinished"] = new OpenApiPathItem { Operations = new Dictionary<HttpMethod, OpenApiOperation> { [HttpMethod.Post] = call } },
        };
    }

    private static OpenApiSchema GetContent(string description) => new() { Type = JsonSchemaType.String, Format = "binary", Description = description };
}
