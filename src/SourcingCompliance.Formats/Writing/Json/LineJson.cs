using System.Collections.Immutable;
using System.Text.Json;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Materials;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Formats.Writing.Json;

/// <summary>Writes one item line with everything that was recognised and decided.</summary>
internal static class LineJson
{
    /// <summary>Writes the whole line as one value.</summary>
    /// <param name="json">Receives the value.</param>
    /// <param name="line">The line.</param>
    /// <param name="explain">Writes what stands behind the verdicts, as the last properties of the line.</param>
    public static void Write(Utf8JsonWriter json, LineReport line, Action<Utf8JsonWriter, LineReport> explain)
    {
        json.WriteStartObject();
        json.WriteString("sheet", line.Row.Sheet);
        json.WriteNumber("row", line.Row.Row);
        json.WriteNumber("level", line.Level);
        WriteMarks(json, line);
        json.WriteString("partNumber", line.PartNumber);
        json.WriteString("description", line.Description);
        json.WriteNumber("quantity", line.Quantity);
        json.WriteString("manufacturer", line.Manufacturer);
        json.WriteString("supplier", line.Supplier);
        json.WriteStrings("path", line.Path);
        json.WritePropertyName("origin");
        WriteOriginValue(json, line.Origins, cell => cell.Address);
        json.WriteStartArray("materials");
        foreach (MaterialOccurrence material in line.Materials)
        {
            WriteMaterial(json, material);
        }

        json.WriteEndArray();
        WriteSubstances(json, line, isAlways: true);
        EvidenceJson.WriteStated(json, line.Stated);
        WriteVerdicts(json, "verdicts", line.Verdicts);
        WriteVerdicts(json, "rolledUp", line.RolledUp);
        explain(json, line);
        json.WriteEndObject();
    }

    /// <summary>Writes what is said of few lines: another source, an assembly without a row, a part that is not installed.</summary>
    public static void WriteMarks(Utf8JsonWriter json, LineReport line)
    {
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
    }

    /// <summary>Writes the property <c>otherSubstances</c>.</summary>
    /// <param name="json">The writer, inside the object of a line.</param>
    /// <param name="line">The line.</param>
    /// <param name="isAlways">Whether an empty list is written too.</param>
    public static void WriteSubstances(Utf8JsonWriter json, LineReport line, bool isAlways)
    {
        if (line.OtherSubstances.IsEmpty && !isAlways)
        {
            return;
        }

        json.WriteStartArray("otherSubstances");
        foreach (OtherSubstance substance in line.OtherSubstances)
        {
            json.WriteStartObject();
            json.WriteString("id", substance.Id);
            json.WriteString("kind", ReportTokens.Format(substance.Kind));
            WriteSignals(json, substance.Signals);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes what cells say of an origin, as one value.</summary>
    /// <param name="json">Receives the value.</param>
    /// <param name="statements">The statements of a line.</param>
    /// <param name="addressOf">How a cell is written.</param>
    public static void WriteOriginValue(Utf8JsonWriter json, ImmutableArray<OriginStatement> statements, Func<CellRef, string> addressOf)
    {
        OriginSummary summary = OriginSummary.From(statements);
        json.WriteStartObject();
        json.WriteString("raw", summary.Raw);
        json.WriteStrings("countries", summary.Countries.Select(country => country.Code));
        json.WriteString("certainty", ReportTokens.Format(summary.Certainty));
        json.WriteString("relation", ReportTokens.Format(summary.Relation));
        json.WriteStartArray("statements");
        foreach (OriginStatement statement in statements)
        {
            json.WriteStartObject();
            json.WriteString("cell", addressOf(statement.Cell));
            json.WriteString("field", ReportTokens.Format(statement.Field));
            json.WriteString("stage", statement.Stage);
            json.WriteString("element", statement.Element);
            json.WriteString("raw", statement.Raw);
            json.WriteStrings("countries", statement.Origin.Countries.Select(country => country.Code));
            json.WriteStrings("excluded", statement.Origin.Excluded.Select(country => country.Code));
            json.WriteString("certainty", ReportTokens.Format(statement.Origin.Certainty));
            json.WriteString("relation", ReportTokens.Format(statement.Origin.Relation));
            json.WriteString("why", statement.Origin.Why);
            json.WriteString("suggestion", statement.Origin.Suggestion);
            EvidenceJson.WriteOf(json, statement);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Writes a covered material as one value.</summary>
    public static void WriteMaterial(Utf8JsonWriter json, MaterialOccurrence material)
    {
        json.WriteStartObject();
        json.WriteString("id", material.Material);
        json.WriteString("presence", ReportTokens.Format(material.Presence));
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
            json.WriteString("column", ReportTokens.Format(signal.Field));
            json.WriteString("text", signal.Text);
            json.WriteString("why", signal.Why);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes the verdict of each regime as an object.</summary>
    public static void WriteVerdicts(Utf8JsonWriter json, string name, ImmutableArray<RegimeVerdict> verdicts)
    {
        json.WriteStartObject(name);
        foreach (RegimeVerdict verdict in verdicts)
        {
            json.WriteString(verdict.Regime, ReportTokens.Format(verdict.Verdict));
        }

        json.WriteEndObject();
    }
}
