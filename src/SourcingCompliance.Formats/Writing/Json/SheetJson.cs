using System.Collections.Immutable;
using System.Text.Json;
using SourcingCompliance.Findings;
using SourcingCompliance.Lines;
using SourcingCompliance.Mapping.Accounting;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Formats.Writing.Json;

/// <summary>Writes how sheets were read; the command that only maps columns prints the same.</summary>
public static class SheetJson
{
    /// <summary>Writes the property <c>sheets</c>.</summary>
    /// <param name="json">The writer, inside the object of a file.</param>
    /// <param name="sheets">The sheets in the order of the file.</param>
    public static void WriteAll(Utf8JsonWriter json, ImmutableArray<SheetReport> sheets)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartArray("sheets");
        foreach (SheetReport sheet in sheets)
        {
            Write(json, sheet);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, SheetReport sheet)
    {
        json.WriteStartObject();
        json.WriteString("name", sheet.Name);
        json.WriteNumber("headerRow", sheet.HeaderRow);
        ImmutableArray<(string Key, MappedColumn Column)> columns = [.. ReportTokens.GetKeys(sheet.Columns)];
        json.WriteStartObject("columns");
        foreach ((string key, MappedColumn column) in columns.Where(pair => pair.Column.IsKnown))
        {
            json.WriteString(key, CellRef.GetLetters(column.Column));
        }

        json.WriteEndObject();
        json.WriteStartArray("mapping");
        foreach ((string key, MappedColumn column) in columns)
        {
            json.WriteStartObject();
            json.WriteString("field", key);
            json.WriteString("column", CellRef.GetLetters(column.Column));
            json.WriteString("header", column.Header);
            json.WriteString("basis", ReportTokens.Format(column.Basis));
            json.WriteString("why", column.Why);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("skippedRows");
        foreach (SkippedRow skipped in sheet.SkippedRows)
        {
            json.WriteStartObject();
            json.WriteNumber("row", skipped.Row);
            json.WriteString("reason", skipped.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteAccounts(json, sheet.Accounts);
        json.WriteEndObject();
    }

    private static void WriteAccounts(Utf8JsonWriter json, SheetAccounts? accounts)
    {
        if (accounts is null)
        {
            json.WriteNull("accounts");
            return;
        }

        json.WriteStartObject("accounts");
        json.WriteNumber("rowsRead", accounts.RowsRead);
        json.WriteNumber("lines", accounts.Lines);
        json.WriteStartArray("skipped");
        foreach (SkippedRows skipped in accounts.Skipped)
        {
            json.WriteStartObject();
            json.WriteString("reason", skipped.Reason);
            json.WriteNumber("rows", skipped.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("cellsWithMentions", accounts.CellsWithMentions);
        json.WriteNumber("mentionsAccountedFor", accounts.MentionsAccountedFor);
        json.WriteNumber("mentionsReported", accounts.MentionsReported);
        json.WriteEndObject();
    }
}
