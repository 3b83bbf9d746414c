using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SourcingCompliance.Sbom;

/// <summary>Writes a bill of materials as CycloneDX 1.6 JSON. The same packages give the same bytes: no clock, and a serial number made of the
/// content.</summary>
internal static class CycloneDxWriter
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, IndentSize = 2, NewLine = "\n" };

    /// <summary>Writes the document.</summary>
    /// <param name="name">Id of our package.</param>
    /// <param name="version">Its version.</param>
    /// <param name="restored">What each assets file resolved; of one id in several, one.</param>
    public static byte[] Write(string name, string version, ImmutableArray<ImmutableArray<RestoredPackage>> restored)
    {
        RestoredPackage[] parts = [.. restored.SelectMany(packages => packages).DistinctBy(part => part.Name, StringComparer.OrdinalIgnoreCase)
            .OrderBy(part => part.Name, StringComparer.Ordinal)];
        byte[] unnamed = Write(name, version, parts, Guid.Empty);
        // RFC 9562, version 8: a number of our own making.
        byte[] hash = SHA256.HashData(unnamed)[..16];
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return Write(name, version, parts, new Guid(hash, bigEndian: true));
    }

    private static byte[] Write(string name, string version, RestoredPackage[] parts, Guid serial)
    {
        using var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json");
            json.WriteString("bomFormat", "CycloneDX");
            json.WriteString("specVersion", "1.6");
            json.WriteString("serialNumber", $"urn:uuid:{serial:D}");
            json.WriteNumber("version", 1);
            json.WriteStartObject("metadata");
            json.WriteStartObject("component");
            WriteHead(json, "application", name, version, "Apache-2.0");
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteStartArray("components");
            foreach (RestoredPackage part in parts)
            {
                json.WriteStartObject();
                WriteHead(json, "library", part.Name, part.Version, part.IsPackage ? part.License : "Apache-2.0", isPackage: part.IsPackage);
                if (part.Sha512 is { } sha512)
                {
                    json.WriteStartArray("hashes");
                    json.WriteStartObject();
                    json.WriteString("alg", "SHA-512");
                    json.WriteString("content", Convert.ToHexStringLower(Convert.FromBase64String(sha512)));
                    json.WriteEndObject();
                    json.WriteEndArray();
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            WriteDependencies(json, name, version, parts);
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
        return output.ToArray();
    }

    private static void WriteHead(Utf8JsonWriter json, string type, string name, string version, string? license, bool isPackage = true)
    {
        json.WriteString("type", type);
        json.WriteString("bom-ref", RefOf(name, version));
        json.WriteString("name", name);
        json.WriteString("version", version);
        if (isPackage)
        {
            json.WriteString("purl", RefOf(name, version));
        }

        if (license is not null)
        {
            json.WriteStartArray("licenses");
            json.WriteStartObject();
            json.WriteString("expression", license);
            json.WriteEndObject();
            json.WriteEndArray();
        }
    }

    private static void WriteDependencies(Utf8JsonWriter json, string name, string version, RestoredPackage[] parts)
    {
        var known = parts.ToDictionary(part => part.Name, part => RefOf(part.Name, part.Version), StringComparer.OrdinalIgnoreCase);
        json.WriteStartArray("dependencies");
        WriteDependency(json, RefOf(name, version), known.Values.Order(StringComparer.Ordinal));
        foreach (RestoredPackage part in parts)
        {
            WriteDependency(json, known[part.Name], part.Needs.Where(known.ContainsKey).Select(need => known[need]).Order(StringComparer.Ordinal));
        }

        json.WriteEndArray();
    }

    private static void WriteDependency(Utf8JsonWriter json, string reference, IEnumerable<string> needs)
    {
        json.WriteStartObject();
        json.WriteString("ref", reference);
        json.WriteStartArray("dependsOn");
        foreach (string need in needs)
        {
            json.WriteStringValue(need);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    // github.com/package-url/purl-spec, type nuget.
    private static string RefOf(string name, string version) => new StringBuilder("pkg:nuget/").Append(Uri.EscapeDataString(name))
        .Append('@').Append(Uri.EscapeDataString(version)).ToString();
}
