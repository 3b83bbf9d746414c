using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace SourcingCompliance.Formats.Reading.Evidence.CycloneDx;

/// <summary>Reads CycloneDX JSON: 1.4 to 1.7, and the hardware draft of 2.0.</summary>
/// <param name="root">The root object.</param>
internal sealed class CycloneDxJson(JsonElement root)
{
    private readonly Dictionary<string, string> _companies = new(StringComparer.Ordinal);
    private Dictionary<string, string> _aggregates = [];

    /// <summary>The document.</summary>
    public CycloneDxDocument Read()
    {
        CollectCompanies(root);
        _aggregates = GetAggregates(root);
        JsonElement metadata = root.Member("metadata");
        JsonElement product = metadata.Member("component");
        string author = new[] { metadata.Member("manufacturer").Text("name"), metadata.Member("manufacture").Text("name"),
            metadata.Member("supplier").Text("name") }.FirstOrDefault(name => name.Length > 0) ?? "";
        return new CycloneDxDocument(root.Text("specVersion"), GetComponents(root, "$"))
        {
            Product = product.ValueKind == JsonValueKind.Object ? ReadComponent(product, "$.metadata.component") : null,
            Author = author,
            Date = FormText.ReadDate(metadata.Text("timestamp"), out _),
        };
    }

    /// <summary>What compositions say of assemblies, by reference; "" stands for the whole document.</summary>
    private static Dictionary<string, string> GetAggregates(JsonElement root)
    {
        var aggregates = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (JsonElement composition in root.Items("compositions"))
        {
            JsonElement[] assemblies = [.. composition.Items("assemblies")];
            bool isOfAll = assemblies.Length == 0 && !composition.Items("dependencies").Any() && !composition.Items("vulnerabilities").Any();
            foreach (string reference in isOfAll ? [""]
                : assemblies.Select(assembly => assembly.ValueKind == JsonValueKind.String ? assembly.GetString() ?? "" : assembly.Text("ref")))
            {
                // The worst that is said of an assembly counts.
                string aggregate = composition.Text("aggregate");
                if (!aggregates.TryGetValue(reference, out string? known) || known is "complete" or "not_specified")
                {
                    aggregates[reference] = aggregate;
                }
            }
        }

        return aggregates;
    }

    // Companies are named where they first appear and referred to elsewhere.
    private void CollectCompanies(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            string reference = element.Text("bom-ref");
            string name = element.Member("organization").Text("name") is { Length: > 0 } organization ? organization : element.Text("name");
            if (reference.Length > 0 && name.Length > 0)
            {
                _companies.TryAdd(reference, name);
            }

            foreach (JsonProperty property in element.EnumerateObject())
            {
                CollectCompanies(property.Value);
            }
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in element.EnumerateArray())
            {
                CollectCompanies(item);
            }
        }
    }

    private ImmutableArray<CycloneDxComponent> GetComponents(JsonElement parent, string path) =>
        [.. parent.Items("components").Where(item => item.ValueKind == JsonValueKind.Object)
            .Select((item, at) => ReadComponent(item, string.Create(CultureInfo.InvariantCulture, $"{path}.components[{at}]")))];

    private CycloneDxComponent ReadComponent(JsonElement component, string path)
    {
        string reference = component.Text("bom-ref");
        ImmutableArray<CycloneDxProperty> properties = [.. component.Items("properties")
            .Select(property => new CycloneDxProperty(property.Text("name"), property.Text("value")))];
        JsonElement quantity = component.Member("quantity");
        return new CycloneDxComponent(path, component.Text("type"), component.Text("name"))
        {
            Reference = reference,
            Group = component.Text("group"),
            Version = component.Text("version"),
            Description = component.Text("description"),
            Manufacturer = new[] { component.Member("manufacturer").Text("name"), GetParty(component, "manufacturer"), component.Text("publisher"),
                component.Text("author") }.FirstOrDefault(name => name.Length > 0) ?? "",
            ManufacturerPartNumber = GetIdentity(component, "mpn"),
            Supplier = component.Member("supplier").Text("name") is { Length: > 0 } supplier ? supplier : GetParty(component, "supplier"),
            Quantity = quantity.ValueKind == JsonValueKind.Object ? quantity.Text("value") : "",
            Unit = quantity.Text("unit"),
            HsCode = component.Member("classification").Items("codes").Where(code => code.Text("standard") is "HS" or "HTS")
                .Select(code => code.Text("value")).FirstOrDefault() ?? "",
            MaterialForm = GetName(component.Member("materialForm")),
            Properties = properties,
            Origins = [.. component.Items("origins")
                .Select((origin, at) => ReadOrigin(origin, string.Create(CultureInfo.InvariantCulture, $"{path}.origins[{at}]")))],
            Aggregate = _aggregates.GetValueOrDefault(reference.Length > 0 ? reference : "\0")
                ?? (path == "$.metadata.component" ? _aggregates.GetValueOrDefault("", "") : ""),
            Components = GetComponents(component, path),
        };
    }

    private CycloneDxOrigin ReadOrigin(JsonElement origin, string path) => new(path, GetName(origin.Member("stage")).ToLowerInvariant(), origin.Text("basis"),
    [
        .. origin.Items("distribution").Select(share => new CycloneDxShare(
            share.Text("isoCode"),
            decimal.TryParse(share.Text("percentage"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal percent) ? percent : null,
            _companies.GetValueOrDefault(share.Text("performedBy"), share.Text("performedBy")))),
    ]);

    // A word of the standard is a text, a word of the sender's own an object with a name.
    private static string GetName(JsonElement choice) => choice.ValueKind == JsonValueKind.String ? choice.GetString() ?? "" : choice.Text("name");

    private static string GetParty(JsonElement component, string role) => component.Items("parties")
        .Where(party => party.Items("roles").Any(one => one.Text("role") == role))
        .Select(party => party.Member("organization").Text("name")).FirstOrDefault() ?? "";

    private static string GetIdentity(JsonElement component, string scheme) => component.Items("identifiers")
        .SelectMany(identifier => identifier.Items("identities")).Where(identity => identity.Text("scheme") == scheme)
        .Select(identity => identity.Text("value")).FirstOrDefault() ?? "";
}
