using System.Text.Json;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Json;

namespace SourcingCompliance.Verification;

/// <summary>
/// JSON Schemas (2020-12) by file name, which may refer to each other. It knows the keywords that the schemas of a rules folder use; a schema
/// that uses another one is a defect of the program and throws, so that no schema can promise what is not checked.
/// </summary>
public sealed class SchemaSet
{
    private const string Folder = "schema";
    private const string Extension = ".schema.json";
    private readonly Dictionary<string, JsonElement> _roots;

    /// <summary>Holds schemas.</summary>
    /// <param name="schemas">The root of each schema by file name: <c>pack.schema.json</c>.</param>
    public SchemaSet(IEnumerable<KeyValuePair<string, JsonElement>> schemas) =>
        _roots = new Dictionary<string, JsonElement>(schemas, StringComparer.Ordinal);

    /// <summary>The schemas in <c>schema/</c> of a rules folder; none when the folder has none.</summary>
    /// <exception cref="JsonException">A schema is not valid JSON.</exception>
    public static SchemaSet From(RuleFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return new SchemaSet(folder.Below(Folder).Where(path => path.EndsWith(Extension, StringComparison.Ordinal)).Select(path =>
        {
            using JsonDocument document = JsonText.Parse(folder.Find(path) ?? default);
            return KeyValuePair.Create(path[(Folder.Length + 1)..], document.RootElement.Clone());
        }));
    }

    /// <summary>Whether there is a schema of that file name.</summary>
    public bool Contains(string name) => _roots.ContainsKey(name);

    /// <summary>Where a JSON value does not fit a schema, in document order; empty when it fits.</summary>
    /// <param name="name">File name of the schema.</param>
    /// <param name="instance">The value.</param>
    /// <exception cref="KeyNotFoundException">There is no schema of that name.</exception>
    /// <exception cref="NotSupportedException">The schema uses a keyword, a format or a reference that is not known here.</exception>
    public IReadOnlyList<SchemaProblem> Check(string name, JsonElement instance)
    {
        var check = new SchemaCheck(this);
        check.Run(new SchemaPlace(name, _roots[name]), instance, "$");
        return check.Problems;
    }

    /// <summary>The schema that a <c>$ref</c> leads to.</summary>
    internal SchemaPlace Resolve(SchemaPlace from, string reference)
    {
        string[] parts = reference.Split('#');
        string file = parts[0].Length == 0 ? from.File : parts[0];
        bool isKnown = _roots.TryGetValue(file, out JsonElement element);
        foreach (string step in parts.Length > 1 ? parts[1].Split('/', StringSplitOptions.RemoveEmptyEntries) : [])
        {
            isKnown = isKnown && element.ValueKind == JsonValueKind.Object && element.TryGetProperty(step, out element);
        }

        if (isKnown)
        {
            return new SchemaPlace(file, element);
        }

        throw new NotSupportedException($"{from.File} refers to '{reference}', which is not among the schemas.");
    }
}

/// <summary>A schema, or a part of one.</summary>
/// <param name="File">Name of the file that it stands in, which a reference without a file means.</param>
/// <param name="Schema">The schema.</param>
internal readonly record struct SchemaPlace(string File, JsonElement Schema)
{
    /// <summary>A part of the same file.</summary>
    public SchemaPlace At(JsonElement part) => this with { Schema = part };
}
