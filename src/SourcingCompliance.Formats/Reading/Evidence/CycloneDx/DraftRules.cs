using System.Globalization;
using System.Text.Json;
using SourcingCompliance.Evidence;

namespace SourcingCompliance.Formats.Reading.Evidence.CycloneDx;

/// <summary>Rules of the hardware draft of CycloneDX 2.0 that a document can break. What breaks one is not taken.</summary>
internal static class DraftRules
{
    private static readonly (string Member, string Types)[] Members =
        [("boardLocation", "device"), ("deviceType", "device"), ("materialForm", "material"), ("quantity", "device or material")];

    /// <summary>What a document breaks, in document order.</summary>
    public static IEnumerable<UnreadAnswer> Verify(JsonElement root) => root.Items("components")
        .SelectMany((component, at) => Get(component, $"$.components[{at.ToString(CultureInfo.InvariantCulture)}]"));

    private static IEnumerable<UnreadAnswer> Get(JsonElement component, string path)
    {
        string type = component.Text("type");
        foreach ((string member, string allowed) in Members)
        {
            if (component.Member(member).ValueKind != JsonValueKind.Undefined && !allowed.Contains(type, StringComparison.Ordinal))
            {
                yield return new UnreadAnswer($"{path}.{member}", type, $"The draft allows this only for components of type {allowed}.");
            }
        }

        foreach (UnreadAnswer broken in OfNames(component, path).Concat(OfParts(component, path)))
        {
            yield return broken;
        }

        foreach (UnreadAnswer broken in component.Items("components")
            .SelectMany((part, at) => Get(part, $"{path}.components[{at.ToString(CultureInfo.InvariantCulture)}]")))
        {
            yield return broken;
        }
    }

    private static IEnumerable<UnreadAnswer> OfNames(JsonElement component, string path)
    {
        foreach (string member in (string[])["deviceType", "materialForm"])
        {
            if (component.Member(member) is { ValueKind: JsonValueKind.Object } own && own.Text("name").Length == 0)
            {
                yield return new UnreadAnswer($"{path}.{member}", FormText.Shorten(own.Text("description")), "A choice of the sender's own needs a name.");
            }
        }

        foreach ((JsonElement origin, int at) in component.Items("origins").Select((origin, at) => (origin, at)))
        {
            if (origin.Member("stage") is { ValueKind: JsonValueKind.Object } stage && stage.Text("name").Length == 0)
            {
                yield return new UnreadAnswer(string.Create(CultureInfo.InvariantCulture, $"{path}.origins[{at}].stage"),
                    FormText.Shorten(stage.Text("description")), "A stage of the sender's own needs a name.");
            }
        }
    }

    private static IEnumerable<UnreadAnswer> OfParts(JsonElement component, string path)
    {
        if (component.Member("quantity") is { ValueKind: JsonValueKind.Object } quantity && quantity.Text("value").Length == 0)
        {
            yield return new UnreadAnswer($"{path}.quantity", quantity.Text("unit"), "A quantity needs a value.");
        }

        if (component.Items("certifications").Any(certification => certification.Member("standard").ValueKind == JsonValueKind.Undefined))
        {
            yield return new UnreadAnswer($"{path}.certifications", "", "A certification needs its standard.");
        }

        if (component.Member("classification").Items("codes").Any(code => code.Text("standard").Length == 0))
        {
            yield return new UnreadAnswer($"{path}.classification", "", "A code needs the standard that it comes from.");
        }
    }
}
