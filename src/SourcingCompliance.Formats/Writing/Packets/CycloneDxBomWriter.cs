using System.Globalization;
using System.Text.Json;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Writing.Json;
using SourcingCompliance.Items;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Materials;
using SourcingCompliance.Recognition.Origins;
using SourcingCompliance.Reports;
using SourcingCompliance.Reports.Packets;

namespace SourcingCompliance.Formats.Writing.Packets;

/// <summary>
/// Writes a list as a CycloneDX 1.6 document of hardware. Version 1.6 knows no origins, so they are properties of the namespace <c>sourcing</c>; their stages
/// have
/// the names of the hardware draft of 2.0 where it has them.
/// </summary>
public static class CycloneDxBomWriter
{
    // Fields that have a place of their own in the document.
    private static readonly BomField[] Carried = [BomField.PartNumber, BomField.Name, BomField.Description,
        BomField.Manufacturer, BomField.ManufacturerPartNumber, BomField.Supplier];

    /// <summary>Writes the document of one list.</summary>
    /// <param name="file">The list, with every line.</param>
    /// <param name="facts">What the run knows.</param>
    /// <param name="doubted">0-based places of lines that the document alone does not show in full; they are marked as assemblies of which not all is known,
    /// which cannot pass.</param>
    /// <param name="output">Receives the JSON.</param>
    public static void Write(FileReport file, PacketFacts facts, IReadOnlySet<int> doubted, Stream output)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(doubted);
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

            foreach (LineReport absent in file.NotInstalled)
            {
                WriteComponent(json, absent, "absent-" + absent.Row.Row.ToString(CultureInfo.InvariantCulture), facts);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            WriteCompositions(json, file, doubted);
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    /// <summary>Whether texts outside the line items keep the whole list from being complete. The document then has a product above its lines, in a row of its
    /// own.</summary>
    /// <param name="file">The list.</param>
    public static bool HasProduct(FileReport file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Unaccounted > 0 || file.Diagnostics.Any(problem => problem.Severity == DiagnosticSeverity.Error);
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
        if (HasProduct(file))
        {
            json.WriteStartObject("component");
            json.WriteString("type", "device");
            json.WriteString("bom-ref", "product");
            json.WriteString("name", file.Identity.Name is { Length: > 0 } name ? name : file.Name);
            json.WriteEndObject();
        }

        json.WriteStartArray("properties");
        WriteProperty(json, "sourcing:source:file", file.Name);
        WriteProperty(json, "sourcing:source:sha256", file.Sha256 ?? "");
        WriteProperty(json, "sourcing:regime", facts.Regime);
        if (ReportMarking.Format(facts.Report) is { Length: > 0 } marking)
        {
            WriteProperty(json, "sourcing:marking", marking);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    // The lines below a line are its components; returns the line after them.
    private static int WriteComponent(Utf8JsonWriter json, FileReport file, int at, PacketFacts facts)
    {
        LineReport line = file.Lines[at];
        WriteComponent(json, line, GetReference(at), facts);
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

    private static string GetReference(int at) => string.Create(CultureInfo.InvariantCulture, $"line-{at + 1}");

    // Leaves the object open for what is below it.
    private static void WriteComponent(Utf8JsonWriter json, LineReport line, string reference, PacketFacts facts)
    {
        json.WriteStartObject();
        json.WriteString("type", "device");
        json.WriteString("bom-ref", reference);
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
    }

    // An assembly of which not all is known cannot pass, whoever reads the document.
    private static void WriteCompositions(Utf8JsonWriter json, FileReport file, IReadOnlySet<int> doubted)
    {
        string[] references = [.. HasProduct(file) ? ["product"] : Array.Empty<string>(), .. doubted.Order().Select(GetReference)];
        if (references.Length > 0)
        {
            json.WriteStartArray("compositions");
            json.WriteStartObject();
            json.WriteString("aggregate", "unknown");
            json.WriteStartArray("assemblies");
            foreach (string reference in references)
            {
                json.WriteStringValue(reference);
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
        }
    }

    private static bool IsBelow(LineReport line, LineReport other) => line.Level > other.Level && line.Row.Sheet == other.Row.Sheet;

    private static void WriteProperties(Utf8JsonWriter json, LineReport line, PacketFacts facts)
    {
        WriteProperty(json, "cdx:device:quantity", line.Quantity?.ToString("0.######", CultureInfo.InvariantCulture) ?? "");
        WriteProperty(json, "sourcing:row", (line.Row with { File = "" }).ToString());
        WriteProperty(json, "sourcing:manufacturerPartNumber", line.ManufacturerPartNumber);
        WriteProperty(json, "sourcing:coveredMaterial", string.Join("; ", line.Materials.Where(material => material.Presence == Presence.Is)
            .Select(material => material.Material).Distinct(StringComparer.Ordinal)));
        WriteProperty(json, "sourcing:materialWords", string.Join("; ", line.Materials.SelectMany(material => material.Signals)
            .Where(signal => !Carried.Contains(signal.Field)).Select(signal => signal.Text).Distinct(StringComparer.Ordinal)));
        WriteProperty(json, "sourcing:notInstalled", line.NotInstalled?.Words ?? "");
        foreach (OriginStatement statement in line.Origins)
        {
            string name = statement.Stage is { } stage ? $"sourcing:origin:{stage}{(statement.Element is { } element ? $":{element}" : "")}"
                : "sourcing:countryOfOrigin";
            WriteProperty(json, name, GetWords(statement));
            WriteProperty(json, "sourcing:originSource", $"{statement.Stage ?? StageIds.Produced}: "
                + $"{PacketFacts.GetSource(statement)}{(statement.Origin.Certainty == OriginCertainty.Definite ? "" : " (not certain)")}");
        }

        foreach (Contradiction found in line.Stated.Contradictions)
        {
            WriteProperty(json, "sourcing:contradiction", $"{found.About}: {found.One}; {found.Other}");
        }

        foreach (EvidenceLead lead in line.Stated.Leads)
        {
            WriteProperty(json, "sourcing:lead", $"{lead.Words} ({lead.Evidence.Words})");
        }

        foreach (RegimeVerdict verdict in line.Verdicts.Where(verdict => verdict.Regime == facts.Regime))
        {
            WriteProperty(json, "sourcing:verdict", ReportTokens.Format(verdict.Verdict));
        }
    }

    // The text of a column of origin says more than the countries in it: its doubts, and what was not understood.
    private static string GetWords(OriginStatement statement)
    {
        bool isOwnColumn = statement.Evidence is null
            && (statement.Stage is null ? statement.Field == BomField.CountryOfOrigin : StageIds.OfField(statement.Field) == statement.Stage);
        return isOwnColumn ? statement.Raw
            : string.Join(statement.Origin.Certainty == OriginCertainty.Definite ? ", " : " or ", statement.Origin.Countries)
                + (statement.Origin is { Certainty: not OriginCertainty.Definite, Countries.Length: 1 } ? "?" : "");
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
