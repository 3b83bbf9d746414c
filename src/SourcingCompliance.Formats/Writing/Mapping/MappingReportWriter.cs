using System.Text.Json;
using SourcingCompliance.Lines;
using SourcingCompliance.Mapping;
using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Formats.Writing.Mapping;

/// <summary>Writes a <see cref="MappingReport"/> as JSON.</summary>
public static class MappingReportWriter
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the report: <c>{"files": [{"path", "format", "sheets": [...], "diagnostics": [...]}]}</c>.</summary>
    public static void Write(MappingReport report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteStartArray("files");
        foreach (MappedFile file in report.Files)
        {
            Write(json, file);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, MappedFile file)
    {
        json.WriteStartObject();
        json.WriteString("path", file.Path);
        json.WriteString("format", file.Format);
        json.WriteStartArray("sheets");
        foreach (SheetMapping sheet in file.Sheets)
        {
            Write(json, sheet);
        }

        json.WriteEndArray();
        json.WriteStartArray("diagnostics");
        foreach (Diagnostic diagnostic in file.Diagnostics)
        {
            Write(json, diagnostic);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SheetMapping sheet)
    {
        json.WriteStartObject();
        json.WriteString("name", sheet.Map.Sheet.Sheet);
        if (sheet.Map.HeaderRow is { } row)
        {
            json.WriteNumber("headerRow", row);
        }
        else
        {
            json.WriteNull("headerRow");
            json.WriteString("refusal", sheet.Refusal);
        }

        json.WriteStartObject("columns");
        foreach (MappedColumn column in sheet.Map.Columns.Where(column => column.IsKnown))
        {
            json.WriteString(FieldNames.Format(column), CellRef.GetLetters(column.Column));
        }

        json.WriteEndObject();
        WriteReasons(json, sheet);
        json.WriteEndObject();
    }

    private static void WriteReasons(Utf8JsonWriter json, SheetMapping sheet)
    {
        json.WriteStartArray("why");
        foreach (MappedColumn column in sheet.Map.Columns)
        {
            json.WriteStartObject();
            json.WriteString("field", FieldNames.Format(column));
            json.WriteString("column", CellRef.GetLetters(column.Column));
            json.WriteString("header", column.Header);
            json.WriteString("basis", JsonNamingPolicy.CamelCase.ConvertName(column.Basis.ToString()));
            json.WriteString("why", column.Why);
            if (column.Unit is { } unit)
            {
                json.WriteString("unit", unit);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("unmapped");
        foreach (UnmappedColumn column in sheet.Unmapped)
        {
            json.WriteStartObject();
            json.WriteString("column", CellRef.GetLetters(column.Column));
            json.WriteString("header", column.Header);
            json.WriteString("reason", column.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("skipped");
        foreach (SkippedRow skipped in sheet.RowsAbove)
        {
            json.WriteStartObject();
            json.WriteNumber("row", skipped.Row);
            json.WriteString("reason", skipped.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("fingerprint", sheet.Fingerprint);
    }

    private static void Write(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        json.WriteStartObject();
        json.WriteString("id", diagnostic.Id);
        json.WriteString("severity", JsonNamingPolicy.CamelCase.ConvertName(diagnostic.Severity.ToString()));
        json.WriteString("at", diagnostic.Cell.ToString());
        json.WriteString("message", diagnostic.Message);
        json.WriteString("hint", diagnostic.Hint);
        json.WriteEndObject();
    }
}
