using System.Collections.Immutable;
using System.Text.Json;
using SourcingCompliance.Findings;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Formats.Writing.Json;

/// <summary>Writes what the advisory packs tell.</summary>
internal static class AdvisoryJson
{
    /// <summary>Writes the property <c>advisories</c>.</summary>
    /// <param name="json">The writer, inside the report's object.</param>
    /// <param name="advisories">The advisories.</param>
    /// <param name="tables">Receives the rows; null = every line is written whole.</param>
    /// <param name="listed">The part numbers of the lines that the report lists, by row; null for a row with several.</param>
    public static void WriteAll(Utf8JsonWriter json, ImmutableArray<AdvisoryReport> advisories,
        ReportTables? tables, IReadOnlyDictionary<CellRef, string?> listed)
    {
        json.WriteStartArray("advisories");
        foreach (AdvisoryReport advisory in advisories)
        {
            json.WriteStartObject();
            json.WriteString("pack", advisory.Pack);
            json.WriteString("rule", advisory.Rule);
            json.WriteString("title", advisory.Title);
            json.WriteString("substance", advisory.Substance);
            json.WriteString("citation", advisory.Citation);
            json.WriteString("bindsFrom", advisory.BindsFrom is { } day ? ReportTokens.Format(day) : null);
            json.WriteStartArray("figures");
            foreach (RuleFigure figure in advisory.Figures)
            {
                json.WriteStartObject();
                json.WriteString("text", figure.Text);
                json.WriteString("asOf", figure.AsOf);
                json.WriteString("source", figure.Source);
                json.WriteString("certainty", figure.Certainty);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            WriteLines(json, advisory, tables, listed);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteLines(
        Utf8JsonWriter json, AdvisoryReport advisory, ReportTables? tables, IReadOnlyDictionary<CellRef, string?> listed)
    {
        var rows = new List<(string File, string Sheet, List<int> Rows)>();
        json.WriteStartArray("lines");
        foreach (AdvisedLine line in advisory.Lines)
        {
            if (tables is not null && listed.TryGetValue(line.Row, out string? part) && part == line.PartNumber)
            {
                if (rows is not [.., var last] || last.File != line.Row.File || last.Sheet != line.Row.Sheet)
                {
                    rows.Add((line.Row.File, line.Row.Sheet, []));
                }

                rows[^1].Rows.Add(line.Row.Row);
                continue;
            }

            json.WriteStartObject();
            json.WriteString("file", line.Row.File);
            json.WriteString("sheet", line.Row.Sheet);
            json.WriteNumber("row", line.Row.Row);
            json.WriteString("partNumber", line.PartNumber);
            json.WriteEndObject();
            json.FlushWhenFull();
        }

        json.WriteEndArray();
        if (tables is null || rows.Count == 0)
        {
            return;
        }

        json.WriteStartArray("listedLines");
        foreach ((string file, string sheet, List<int> of) in rows)
        {
            json.WriteStartObject();
            json.WriteString("file", file);
            json.WriteString("sheet", sheet);
            json.WriteNumber("rows", tables.Add(of));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
