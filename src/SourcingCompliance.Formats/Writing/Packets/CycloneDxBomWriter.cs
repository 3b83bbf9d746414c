using System.Globalization;
using System.Text.Json;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Writing.Json;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Materials;
using SourcingCompliance.Recognition.Origins;
using SourcingCompliance.Reports.Packets;

namespace SourcingCompliance.Formats.Writing.Packets;

/// <summary>
/// Writes a list as a CycloneDX 1.6 document of hardware. Version 1.6 knows no origins, so they are properties of the namespace <c>sourcing</c>; their stages have
/// the names of the hardware draft of 2.0 where it has them.
/// </summary>
public static class CycloneDxBomWriter
{
    /// <summary>Writes the document of one list.</summary>
    /// <param name="file">The list, with every line.</param>
    /// <param name="facts">What the run knows.</param>
    /// <param name="output">Receives the JSON.</param>
    public static void Write(FileReport file, PacketFacts facts, Stream output)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(output);
        using (var json = new Utf8JsonWriter(output, JsonReportWriter.Options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json");
            json.WriteString("bomFormat", "CycloneDX");
            json.WriteString("specVersion", "1.6");
            json.WriteNumber("version", 1);
            WriteMetadata(json, file, facts);
            json.WriteStartArray("components");
            int at = 0;
            while (at < file.Lines.Length)
            {
                at = WriteComponent(json, file, at, facts);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static void WriteMetadata(Utf8JsonWriter json, FileReport file, PacketFacts facts)
    {
        json.WriteStartObject("metadata");
        json.WriteString("timestamp", facts.Report.Run.AsOf.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture));
        json.WriteStartObject("tools");
        json.WriteStartArray("components");
        json.WriteStartObject();
        json.WriteString("type", "application");
        json.WriteString("name", facts.Report.Tool.Name);
        json.WriteString("version", facts.Report.Tool.Version);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartArray("properties");
        WriteProperty(json, "sourcing:source:file", file.Name);
        WriteProperty(json, "sourcing:source:sha256", file.Sha256 ?? "");
        WriteProperty(json, "sourcing:regime", facts.Regime);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    // The lines below a line are its components; returns the line after them.
    private static int WriteComponent(Utf8JsonWriter json, FileReport file, int at, PacketFacts facts)
    {
        LineReport line = file.Lines[at];
        json.WriteStartObject();
        json.WriteString("type", "device");
        json.WriteString("bom-ref", string.Create(CultureInfo.InvariantCulture, $"line-{at + 1}"));
        WriteCompany(json, "manufacturer", line.Manufacturer);
        WriteCompany(json, "supplier", line.Supplier);
        json.WriteString("name", line.PartNumber.Length > 0 ? line.PartNumber : line.Description);
        if (line.Description.Length > 0)
        {
            json.WriteString("description", line.Description);
        }

        json.WriteStartArray("properties");
        WriteProperties(json, line, facts);
        json.WriteEndArray();
        int next = at + 1;
        if (next < file.Lines.Length && IsBelow(file.Lines[next], line))
        {
            json.WriteStartArray("components");
            while (next < file.Lines.Length && IsBelow(file.Lines[next], line))
            {
                next = WriteComponent(json, file, next, facts);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        return next;
    }

    private static bool IsBelow(LineReport line, LineReport other) => line.Level > other.Level && line.Row.Sheet == other.Row.Sheet;

    private static void WriteProperties(Utf8JsonWriter json, LineReport line, PacketFacts facts)
    {
        WriteProperty(json, "cdx:device:quantity", line.Quantity?.ToString("0.######", CultureInfo.InvariantCulture) ?? "");
        WriteProperty(json, "sourcing:row", (line.Row with { File = "" }).ToString());
        WriteProperty(json, "sourcing:coveredMaterial", string.Join("; ", line.Materials.Where(material => material.Presence == Presence.Is).Select(material => material.Material)));

        foreach (OriginStatement statement in line.Origins.Where(statement => !statement.Origin.Countries.IsEmpty))
        {
            string countries = string.Join(", ", statement.Origin.Countries);
            string name = statement.Stage is { } stage ? $"sourcing:origin:{stage}{(statement.Element is { } element ? $":{element}" : "")}" : "sourcing:countryOfOrigin";
            WriteProperty(json, name, countries);
            WriteProperty(json, "sourcing:originSource", $"{(statement.Stage ?? StageIds.Produced)}: {PacketFacts.SourceOf(statement)}{(statement.Origin.Certainty == OriginCertainty.Definite ? "" : " (not certain)")}");
        }

        foreach (RegimeVerdict verdict in line.Verdicts.Where(verdict => verdict.Regime == facts.Regime))
        {
            WriteProperty(json, "sourcing:verdict", ReportTokens.Of(verdict.Verdict));
        }
    }

    private static void WriteCompany(Utf8JsonWriter json, string role, string name)
    {
        if (name.Length > 0)
        {
            json.WriteStartObject(role);
            json.WriteString("name", name);
            json.WriteEndObject();
        }
    }

    private static void WriteProperty(Utf8JsonWriter json, string name, string value)
    {
        if (value.Length > 0)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("value", value);
            json.WriteEndObject();
        }
    }
}
