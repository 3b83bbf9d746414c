using System.Collections.Immutable;
using System.Text.Json;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Formats.Writing.Json;

/// <summary>Writes findings and diagnostics.</summary>
internal static class FindingJson
{
    /// <summary>Writes one finding as an element of an array.</summary>
    public static void Write(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("id", finding.Id);
        json.WriteString("rule", finding.Rule);
        json.WriteString("verdict", ReportTokens.Format(finding.Verdict));
        json.WriteStrings("regimes", finding.Regimes);
        json.WriteString("sheet", finding.Cell.Sheet);
        json.WriteNumber("row", finding.Cell.Row);
        json.WriteString("cell", finding.Cell.Address);
        json.WriteString("cellText", finding.CellText);
        json.WriteString("partNumber", finding.PartNumber);
        json.WriteString("description", finding.Description);
        json.WriteString("manufacturer", finding.Manufacturer);
        json.WriteString("supplier", finding.Supplier);
        json.WriteStrings("path", finding.Path);
        json.WriteString("material", finding.Material);
        json.WriteString("stage", finding.Stage);
        json.WriteString("element", finding.Element);
        json.WriteString("country", finding.Countries.IsEmpty ? null : string.Join('/', finding.Countries));
        json.WriteStrings("countries", finding.Countries);
        json.WriteString("message", finding.Message);
        json.WriteString("citation", finding.Citation);
        json.WriteMissing(finding.Missing);
        json.WriteStrings("actions", finding.Actions);
        WaiverJson.Write(json, finding.Waiver);
        json.WriteString("baselineState", finding.Baseline is { } state ? ReportTokens.Format(state) : null);
        json.WriteEndObject();
    }

    /// <summary>Writes the property <c>diagnostics</c>.</summary>
    public static void WriteDiagnostics(Utf8JsonWriter json, ImmutableArray<Diagnostic> diagnostics)
    {
        json.WriteStartArray("diagnostics");
        foreach (Diagnostic diagnostic in diagnostics)
        {
            json.WriteStartObject();
            json.WriteString("id", diagnostic.Id);
            json.WriteString("severity", ReportTokens.Format(diagnostic.Severity));
            json.WriteString("file", diagnostic.Cell.File);
            json.WriteString("sheet", diagnostic.Cell.Sheet);
            json.WriteString("cell", diagnostic.Cell.Address);
            json.WriteString("message", diagnostic.Message);
            json.WriteString("hint", diagnostic.Hint);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes what a finding speaks of: <c>material</c>, <c>stage</c>, <c>element</c> and the countries; what is unknown is left out.</summary>
    public static void WriteKind(Utf8JsonWriter json, Finding finding)
    {
        json.WriteText("material", finding.Material ?? "");
        json.WriteText("stage", finding.Stage ?? "");
        json.WriteText("element", finding.Element ?? "");
        if (!finding.Countries.IsEmpty)
        {
            json.WriteString("country", string.Join('/', finding.Countries));
            json.WriteStrings("countries", finding.Countries);
        }
    }

    /// <summary>Writes the waiver and the state beside the baseline, where there are any.</summary>
    public static void WriteMarks(Utf8JsonWriter json, Finding finding)
    {
        if (finding.Waiver is not null)
        {
            WaiverJson.Write(json, finding.Waiver);
        }

        if (finding.Baseline is { } state)
        {
            json.WriteString("baselineState", ReportTokens.Format(state));
        }
    }
}
