using System.Collections.Immutable;
using System.Text.Json;
using SourcingCompliance.Reports;
using SourcingCompliance.Rules;

namespace SourcingCompliance.Formats.Writing.Json;

/// <summary>Writes what the advisory packs tell.</summary>
internal static class AdvisoryJson
{
    /// <summary>Writes the property <c>advisories</c>.</summary>
    public static void WriteAll(Utf8JsonWriter json, ImmutableArray<AdvisoryReport> advisories)
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
            json.WriteString("bindsFrom", advisory.BindsFrom is { } day ? ReportTokens.Of(day) : null);
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
            json.WriteStartArray("lines");
            foreach (AdvisedLine line in advisory.Lines)
            {
                json.WriteStartObject();
                json.WriteString("file", line.Row.File);
                json.WriteString("sheet", line.Row.Sheet);
                json.WriteNumber("row", line.Row.Row);
                json.WriteString("partNumber", line.PartNumber);
                json.WriteEndObject();
                json.FlushWhenFull();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
