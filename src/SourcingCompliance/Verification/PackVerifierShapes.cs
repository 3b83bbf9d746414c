using System.Text.Json;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Primitives.Json;

namespace SourcingCompliance.Verification;

/// <summary>
/// Holds the JSON files of a rules folder to their schemas, and finds files that nothing reads. What a reader would skip in silence, such as a
/// misspelled property or a misnamed file, is a fault here.
/// </summary>
public sealed class PackVerifierShapes
{
    private const string Reference = "reference";
    private const string SchemaFolder = "schema";
    private const string Policies = "policies";

    private static readonly string[] Vocabularies = ["columns", "components", "countries", "documents",
        "manufacturers", "materials", "origin-words", "part-numbers", "sources"];

    private readonly SchemaSet _schemas;
    private readonly DiagnosticBag _diagnostics;

    /// <summary>Takes the schemas.</summary>
    /// <param name="schemas">The schemas of the shipped rules; a schema that is not among them is not checked.</param>
    /// <param name="diagnostics">Receives the faults: SC9430 and SC9431.</param>
    public PackVerifierShapes(SchemaSet schemas, DiagnosticBag diagnostics)
    {
        _schemas = schemas;
        _diagnostics = diagnostics;
    }

    /// <summary>Checks the files of one pack.</summary>
    /// <param name="folder">The rules folder as it lies on disk, without the files of a pack that this one is based on.</param>
    /// <param name="packId">Id of the pack.</param>
    public void CheckPack(RuleFolder folder, string packId)
    {
        ArgumentNullException.ThrowIfNull(folder);
        RuleFolder whole = PackOverlay.Create(folder, packId);
        foreach (string path in folder.Below(packId))
        {
            string inside = path[(packId.Length + 1)..];
            if (GetSchema(inside) is { } schema)
            {
                CheckFile(folder, path, schema);
            }
            else if (!IsText(whole, packId, inside))
            {
                Unread(path, "no file of a pack has this name",
                    "Known are pack.json, missing-evidence.json, remediation.json, matrix.cases.json, contracts.cases.json, README.md, interpretations.md, "
                    + "and in restrictions/ or exceptions/ a rule's .json, .cases.json and .md.");
            }
        }
    }

    /// <summary>Checks the vocabulary files, and finds folders that are no pack.</summary>
    /// <param name="folder">The rules folder.</param>
    public void CheckReference(RuleFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        foreach (string path in folder.Below(Reference))
        {
            string name = path[(Reference.Length + 1)..];
            if (Vocabularies.FirstOrDefault(vocabulary => name == vocabulary + ".json") is { } known)
            {
                CheckFile(folder, path, $"{known}.schema.json");
            }
            else if (name.EndsWith(".json", StringComparison.Ordinal))
            {
                Unread(path, "no file of the vocabulary has this name", $"Known are {string.Join(", ", Vocabularies)}, each with .json.");
            }
        }

        foreach (string path in folder.Paths.Where(path => !path.Contains('/', StringComparison.Ordinal)
            || path.StartsWith(Policies + "/", StringComparison.Ordinal)))
        {
            if (path.EndsWith(".workflow.json", StringComparison.Ordinal))
            {
                CheckFile(folder, path, "workflow.schema.json");
            }
            else if (path.EndsWith(".cases.json", StringComparison.Ordinal))
            {
                CheckFile(folder, path, "workflow-cases.schema.json");
            }
        }

        var packs = RulePack.IdsIn(folder).ToHashSet(StringComparer.Ordinal);
        foreach (string stray in folder.Paths.Where(path => path.Contains('/', StringComparison.Ordinal)).Select(path => path.Split('/')[0])
            .Distinct(StringComparer.Ordinal).Where(name => name is not (Reference or SchemaFolder or Policies) && !packs.Contains(name)))
        {
            Unread(stray, "the folder has no pack.json", "Name the file of the pack pack.json, or the folder of a vocabulary reference.");
        }
    }

    /// <summary>File name of the schema of a file of a pack; null when it has none.</summary>
    /// <param name="path">Path below the pack's folder.</param>
    public static string? GetSchema(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        string[] parts = path.Split('/');
        return (parts.Length, parts[0], parts[^1]) switch
        {
            (1, _, "pack.json") => "pack.schema.json",
            (1, _, "missing-evidence.json") => "missing-evidence.schema.json",
            (1, _, "remediation.json") => "remediation.schema.json",
            (1, _, "matrix.cases.json" or "contracts.cases.json") => "matrix.schema.json",
            ( > 1, "definitions", var file) when file.EndsWith(".json", StringComparison.Ordinal) => "definition.schema.json",
            ( > 1, "restrictions" or "exceptions", var file) when file.EndsWith(".cases.json", StringComparison.Ordinal) => "cases.schema.json",
            ( > 1, "restrictions" or "exceptions", var file) when file.EndsWith(".json", StringComparison.Ordinal) => "rule.schema.json",
            _ => null,
        };
    }

    // A guidance page belongs to the rule of its name; one without a rule is the page of a rule that was renamed.
    private static bool IsText(RuleFolder whole, string packId, string path) =>
        path is "README.md" or "interpretations.md"
        || (path.EndsWith(".md", StringComparison.Ordinal) && whole.Find($"{packId}/{path[..^3]}.json") is not null);

    private void CheckFile(RuleFolder folder, string path, string schema)
    {
        if (!_schemas.Contains(schema) || folder.Find(path) is not { } content)
        {
            return;
        }

        try
        {
            using JsonDocument document = JsonText.Parse(content);
            foreach (SchemaProblem problem in _schemas.Check(schema, document.RootElement))
            {
                _diagnostics.Error(DiagnosticIds.RuleFileMisfit, CellRef.ForFile(path), $"{problem.Path} {problem.Message}.",
                    problem.Hint.Length > 0 ? problem.Hint : $"Correct it; its shape is schema/{schema}.");
            }

            CheckNamedSchema(document.RootElement, path, schema);
        }
        catch (JsonException exception)
        {
            _diagnostics.Error(DiagnosticIds.RuleFileMisfit, CellRef.ForFile(path), $"The file cannot be used: {exception.Message}.", "Repair it there.");
        }
    }

    // Editors complete and check by it, so a wrong one misleads whoever writes the file.
    private void CheckNamedSchema(JsonElement root, string path, string schema)
    {
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("$schema", out JsonElement named)
            && (named.ValueKind != JsonValueKind.String || named.GetString() is not { } text || !IsSchema(text, schema)))
        {
            _diagnostics.Error(DiagnosticIds.RuleFileMisfit, CellRef.ForFile(path), $"$schema is {named.GetRawText()}; a path to {schema} was expected.",
                "Correct it, so that editors check the file.");
        }
    }

    private static bool IsSchema(string text, string schema) => text == schema || text.EndsWith("/" + schema, StringComparison.Ordinal);

    private void Unread(string path, string reason, string hint) =>
        _diagnostics.Error(DiagnosticIds.RuleFileUnread, CellRef.ForFile(path), $"Nothing reads it: {reason}.", hint);
}
