using System.Collections.Immutable;
using System.Xml.Linq;

namespace SourcingCompliance.Formats.Reading.Evidence.CycloneDx;

/// <summary>Reads CycloneDX XML, 1.4 to 1.7. The draft of 2.0 has JSON only.</summary>
/// <param name="root">The element <c>bom</c>.</param>
internal sealed class CycloneDxXml(XElement root)
{
    private readonly Dictionary<string, string> _aggregates = new(StringComparer.Ordinal);

    /// <summary>The version that a namespace names: <c>1.5</c>; empty for another namespace.</summary>
    public static string GetVersion(string ns) =>
        ns.StartsWith("http://cyclonedx.org/schema/bom/", StringComparison.Ordinal) ? ns[(ns.LastIndexOf('/') + 1)..] : "";

    /// <summary>The document.</summary>
    public CycloneDxDocument Read()
    {
        foreach (XElement composition in root.Child("compositions").Children("composition"))
        {
            XElement[] assemblies = [.. composition.Child("assemblies").Children("assembly")];
            bool isOfAll = assemblies.Length == 0 && composition.Child("dependencies") is null && composition.Child("vulnerabilities") is null;
            foreach (string reference in isOfAll ? [""] : assemblies.Select(assembly => assembly.Value("ref")))
            {
                if (!_aggregates.TryGetValue(reference, out string? known) || known is "complete" or "not_specified")
                {
                    _aggregates[reference] = composition.GetText("aggregate");
                }
            }
        }

        XElement? metadata = root.Child("metadata");
        XElement? product = metadata.Child("component");
        XElement? author = metadata.Child("manufacturer") ?? metadata.Child("manufacture") ?? metadata.Child("supplier");
        return new CycloneDxDocument(GetVersion(root.Name.NamespaceName), GetComponents(root))
        {
            Product = product is null ? null : ReadComponent(product, isProduct: true),
            Author = author.GetText("name"),
            Date = FormText.ReadDate(metadata.GetText("timestamp"), out _),
        };
    }

    private ImmutableArray<CycloneDxComponent> GetComponents(XElement parent) =>
        [.. parent.Child("components").Children("component").Select(component => ReadComponent(component, isProduct: false))];

    private CycloneDxComponent ReadComponent(XElement component, bool isProduct)
    {
        string reference = component.Value("bom-ref");
        return new CycloneDxComponent(XmlTree.GetPath(component), component.Value("type"), component.GetText("name"))
        {
            Reference = reference,
            Group = component.GetText("group"),
            Version = component.GetText("version"),
            Description = component.GetText("description"),
            Manufacturer = new[] { component.Child("manufacturer").GetText("name"), component.GetText("publisher"),
                component.GetText("author") }.FirstOrDefault(name => name.Length > 0) ?? "",
            Supplier = component.Child("supplier").GetText("name"),
            Properties = [.. component.Child("properties").Children("property")
                .Select(property => new CycloneDxProperty(property.Value("name"), property.Value.Trim()))],
            Aggregate = (reference.Length > 0 ? _aggregates.GetValueOrDefault(reference) : null) ?? (isProduct ? _aggregates.GetValueOrDefault("", "") : ""),
            Components = GetComponents(component),
        };
    }
}
