using System.Text.Json;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports.Scenarios;

namespace SourcingCompliance.Formats.Writing.Json;

/// <summary>Writes a <see cref="ScenarioReport"/> as JSON.</summary>
public static class ScenarioJsonWriter
{
    /// <summary>Writes the report.</summary>
    public static void Write(ScenarioReport report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        using (var json = new Utf8JsonWriter(output, JsonReportWriter.Options))
        {
            json.WriteStartObject();
            json.WriteDate("asOf", report.AsOf);
            json.WriteNumber("exitCode", report.ExitCode);
            json.WriteNumber("unreadableFiles", report.UnreadableFiles);
            json.WriteStartArray("scenarios");
            foreach (Scenario scenario in report.Scenarios)
            {
                WriteScenario(json, scenario);
            }

            json.WriteEndArray();
            json.WriteStartArray("lines");
            foreach (ScenarioLine line in report.Lines)
            {
                WriteLine(json, line);
            }

            json.WriteEndArray();
            json.WritePropertyName("announced");
            json.WriteStartArray();
            foreach (AdvisoryReport advisory in report.Announced)
            {
                json.WriteStartObject();
                json.WriteString("pack", advisory.Pack);
                json.WriteString("rule", advisory.Rule);
                json.WriteString("title", advisory.Title);
                json.WriteString("substance", advisory.Substance);
                json.WriteNumber("lines", advisory.Lines.Length);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            FindingJson.WriteDiagnostics(json, report.Diagnostics);
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static void WriteScenario(Utf8JsonWriter json, Scenario scenario)
    {
        json.WriteStartObject();
        json.WriteString("pack", scenario.Pack);
        json.WriteString("regime", scenario.Counts.Regime.Id);
        json.WriteString("title", scenario.Counts.Regime.Title);
        json.WriteDate("from", scenario.Counts.Regime.From);
        json.WriteDate("to", scenario.Counts.Regime.To);
        json.WriteBoolean("draft", scenario.IsDraft);
        json.WriteBoolean("announced", scenario.IsAnnounced);
        json.WriteBoolean("today", scenario.IsToday);
        foreach (Verdict verdict in Enum.GetValues<Verdict>())
        {
            json.WriteNumber(ReportTokens.Format(verdict), scenario.Counts[verdict]);
        }

        json.WriteEndObject();
    }

    private static void WriteLine(Utf8JsonWriter json, ScenarioLine line)
    {
        json.WriteStartObject();
        json.WriteString("file", line.Row.File);
        json.WriteString("sheet", line.Row.Sheet);
        json.WriteNumber("row", line.Row.Row);
        json.WriteString("partNumber", line.PartNumber);
        json.WriteString("description", line.Description);
        json.WriteBoolean("changed", line.IsChanged);
        json.WriteStrings("verdicts", line.Verdicts.Select(ReportTokens.Format));
        json.WriteStrings("deliverable", line.Deliverable);
        json.WriteEndObject();
    }
}
