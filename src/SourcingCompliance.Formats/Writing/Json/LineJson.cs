using System.Collections.Immutable;
using System.Text.Json;
using SourcingCompliance.Materials;
using SourcingCompliance.Normalization;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Json;

/// <summary>Writes one item line with everything that was recognised and decided.</summary>
internal static class LineJson
{
    /// <summary>Writes the line as an element of an array.</summary>
    public static void Write(Utf8JsonWriter json, LineReport line)
    {
        json.WriteStartObject();
        json.WriteString("sheet", line.Row.Sheet);
        json.WriteNumber("row", line.Row.Row);
        json.WriteNumber("level", line.Level);
        if (line.AlternateOf is { } item)
        {
            json.WriteNumber("alternateOf", item);
        }

        if (line.IsImplied)
        {
            json.WriteBoolean("implied", true);
        }

        if (line.NotInstalled is { } mark)
        {
            json.WriteStartObject("notInstalledBy");
            json.WriteString("cell", mark.Cell.Address);
            json.WriteString("header", mark.Header);
            json.WriteString("text", mark.Text);
            json.WriteEndObject();
        }

        json.WriteString("partNumber", line.PartNumber);
        json.WriteString("description", line.Description);
        json.WriteNumber("quantity", line.Quantity);
        json.WriteString("manufacturer", line.Manufacturer);
        json.WriteString("supplier", line.Supplier);
        json.WriteStrings("path", line.Path);
        WriteOrigin(json, line.Origins);
        json.WriteStartArray("materials");
        foreach (MaterialOccurrence material in line.Materials)
        {
            WriteMaterial(json, material);
        }

        json.WriteEndArray();
        json.WriteStartArray("otherSubstances");
        foreach (OtherSubstance substance in line.OtherSubstances)
        {
            json.WriteStartObject();
            json.WriteString("id", substance.Id);
            json.WriteString("kind", ReportTokens.Of(substance.Kind));
            WriteSignals(json, substance.Signals);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteVerdicts(json, "verdicts", line.Verdicts);
        WriteVerdicts(json, "rolledUp", line.RolledUp);
        ExplanationJson.WriteAll(json, line.Determinations);
        json.WriteEndObject();
    }

    private static void WriteOrigin(Utf8JsonWriter json, ImmutableArray<OriginStatement> statements)
    {
        OriginSummary summary = OriginSummary.Of(statements);
        json.WriteStartObject("origin");
        json.WriteString("raw", summary.Raw);
        json.WriteStrings("countries", summary.Countries.Select(country => country.Code));
        json.WriteString("certainty", ReportTokens.Of(summary.Certainty));
        json.WriteString("relation", ReportTokens.Of(summary.Relation));
        json.WriteStartArray("statements");
        foreach (OriginStatement statement in statements)
        {
            json.WriteStartObject();
            json.WriteString("cell", statement.Cell.Address);
            json.WriteString("field", ReportTokens.Of(statement.Field));
            json.WriteString("stage", statement.Stage);
            json.WriteString("element", statement.Element);
            json.WriteString("raw", statement.Raw);
            json.WriteStrings("countries", statement.Origin.Countries.Select(country => country.Code));
            json.WriteStrings("excluded", statement.Origin.Excluded.Select(country => country.Code));
            json.WriteString("certainty", ReportTokens.Of(statement.Origin.Certainty));
            json.WriteString("relation", ReportTokens.Of(statement.Origin.Relation));
            json.WriteString("why", statement.Origin.Why);
            json.WriteString("suggestion", statement.Origin.Suggestion);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteMaterial(Utf8JsonWriter json, MaterialOccurrence material)
    {
        json.WriteStartObject();
        json.WriteString("id", material.Material);
        json.WriteString("presence", ReportTokens.Of(material.Presence));
        json.WriteNumber("likelihood", material.Likelihood);
        json.WriteString("component", material.Component);
        if (material.UsualMassKilograms is { } mass)
        {
            json.WriteStartObject("usualMassKilograms");
            json.WriteNumber("least", mass.Least);
            json.WriteNumber("most", mass.Most);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("usualMassKilograms");
        }

        WriteSignals(json, material.Signals);
        json.WriteEndObject();
    }

    private static void WriteSignals(Utf8JsonWriter json, ImmutableArray<MaterialSignal> signals)
    {
        json.WriteStartArray("signals");
        foreach (MaterialSignal signal in signals)
        {
            json.WriteStartObject();
            json.WriteString("column", ReportTokens.Of(signal.Field));
            json.WriteString("text", signal.Text);
            json.WriteString("why", signal.Why);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteVerdicts(Utf8JsonWriter json, string name, ImmutableArray<RegimeVerdict> verdicts)
    {
        json.WriteStartObject(name);
        foreach (RegimeVerdict verdict in verdicts)
        {
            json.WriteString(verdict.Regime, ReportTokens.Of(verdict.Verdict));
        }

        json.WriteEndObject();
    }
}
