using System.Text.Json;
using SourcingCompliance.Findings;

namespace SourcingCompliance.Formats.Writing.Json;

/// <summary>Writes lines and findings without what is the same for many: that stands in <see cref="ReportTables"/>.</summary>
internal sealed class CompactLineJson(ReportTables tables)
{
    /// <summary>Writes the line as one value.</summary>
    public void Write(Utf8JsonWriter json, LineReport line)
    {
        json.WriteStartObject();
        json.WriteText("sheet", line.Row.Sheet);
        json.WriteNumber("row", line.Row.Row);
        if (line.Level != 0)
        {
            json.WriteNumber("level", line.Level);
        }

        LineJson.WriteMarks(json, line);
        json.WriteText("partNumber", line.PartNumber);
        json.WriteText("description", line.Description);
        if (line.Quantity is { } quantity)
        {
            json.WriteNumber("quantity", quantity);
        }

        json.WriteText("manufacturer", line.Manufacturer);
        json.WriteText("supplier", line.Supplier);
        if (line.Path is not [var only] || only != line.PartNumber)
        {
            json.WriteStrings("path", line.Path);
        }

        LineJson.WriteSubstances(json, line, isAlways: false);
        EvidenceJson.WriteStated(json, line.Stated);
        LineJson.WriteVerdicts(json, "verdicts", line.Verdicts);
        if (!line.RolledUp.AsSpan().SequenceEqual(line.Verdicts.AsSpan()))
        {
            LineJson.WriteVerdicts(json, "rolledUp", line.RolledUp);
        }

        json.WriteStartObject("refs");
        json.WriteNumber("origin", tables.GetOrigin(line));
        if (!line.Materials.IsEmpty)
        {
            json.WriteNumbers("materials", [.. line.Materials.Select(tables.Add)]);
        }

        WriteExplanation(json, line);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Writes the property <c>refs</c> of a line that is written whole but for its explanation; nothing for a line without one.</summary>
    public void WriteReferences(Utf8JsonWriter json, LineReport line)
    {
        if (tables.GetExplanation(line).Length > 0)
        {
            json.WriteStartObject("refs");
            WriteExplanation(json, line);
            json.WriteEndObject();
        }
    }

    /// <summary>Writes the finding as one value.</summary>
    /// <param name="json">Receives the value.</param>
    /// <param name="finding">The finding.</param>
    /// <param name="line">Its line; null = none is listed.</param>
    /// <param name="place">Place of the line among the file's.</param>
    public void Write(Utf8JsonWriter json, Finding finding, LineReport? line, int place)
    {
        json.WriteStartObject();
        json.WriteString("id", finding.Id);
        json.WriteString("rule", finding.Rule);
        json.WriteString("verdict", ReportTokens.Format(finding.Verdict));
        json.WriteText("sheet", finding.Cell.Sheet);
        json.WriteNumber("row", finding.Cell.Row);
        json.WriteText("cell", finding.Cell.Address);
        json.WriteText("cellText", finding.CellText);
        json.WriteText("partNumber", finding.PartNumber);
        if (line is null)
        {
            json.WriteText("description", finding.Description);
            json.WriteText("manufacturer", finding.Manufacturer);
            json.WriteText("supplier", finding.Supplier);
            json.WriteStrings("path", finding.Path);
        }
        else
        {
            json.WriteNumber("line", place);
            WriteUnlike(json, "description", finding.Description, line.Description);
            WriteUnlike(json, "manufacturer", finding.Manufacturer, line.Manufacturer);
            WriteUnlike(json, "supplier", finding.Supplier, line.Supplier.Length > 0 ? line.Supplier : line.Manufacturer);
            if (!finding.Path.AsSpan().SequenceEqual(line.Path.AsSpan()))
            {
                json.WriteStrings("path", finding.Path);
            }
        }

        FindingJson.WriteKind(json, finding);
        int shared = tables.Add(finding, line, out bool hasSentence);
        if (!hasSentence)
        {
            json.WriteString("message", finding.Message);
        }

        json.WriteStrings("actions", finding.Actions);
        FindingJson.WriteMarks(json, finding);
        json.WriteStartObject("refs");
        json.WriteNumber("finding", shared);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteUnlike(Utf8JsonWriter json, string name, string text, string usual)
    {
        if (text != usual)
        {
            json.WriteString(name, text);
        }
    }

    private void WriteExplanation(Utf8JsonWriter json, LineReport line)
    {
        int[] places = tables.GetExplanation(line);
        if (places.Length > 0)
        {
            json.WriteNumbers("explanation", places);
        }
    }
}
