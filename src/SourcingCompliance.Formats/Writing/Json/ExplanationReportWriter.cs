using System.Text.Json;
using SourcingCompliance.Findings;
using SourcingCompliance.Findings.Policies;
using SourcingCompliance.Lines;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;
using SourcingCompliance.Reports.Explanations;

namespace SourcingCompliance.Formats.Writing.Json;

/// <summary>Writes explanations of single lines as JSON: each line as it stands in the report, with what would change the answer.</summary>
public static class ExplanationReportWriter
{
    /// <summary>Writes the explanations.</summary>
    /// <param name="report">The report that they are from.</param>
    /// <param name="explanations">The lines to explain.</param>
    /// <param name="output">Left open.</param>
    public static void Write(ComplianceReport report, IReadOnlyList<LineExplanation> explanations, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(explanations);
        ArgumentNullException.ThrowIfNull(output);
        using (var json = new Utf8JsonWriter(output, JsonReportWriter.Options))
        {
            json.WriteStartObject();
            json.WriteDate("asOf", report.Run.AsOf);
            json.WriteStartArray("lines");
            foreach (LineExplanation explanation in explanations)
            {
                Write(json, explanation, report.Run);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static void Write(Utf8JsonWriter json, LineExplanation explanation, RunParameters run)
    {
        json.WriteStartObject();
        json.WriteString("file", explanation.Line.Row.File);
        json.WritePropertyName("line");
        LineJson.Write(json, explanation.Line, (writer, line) => ExplanationJson.WriteAll(writer, line.Determinations));
        json.WriteStartArray("lookedAt");
        foreach (MappedColumn column in explanation.Looked)
        {
            json.WriteStartObject();
            json.WriteString("field", ReportTokens.Format(column.Field));
            json.WriteString("column", CellRef.GetLetters(column.Column));
            json.WriteString("header", column.Header);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("wouldChange");
        foreach (EvidenceOutlook outlook in explanation.Outlooks)
        {
            json.WriteStartObject();
            json.WriteString("regime", outlook.Material is null ? null : outlook.Regime);
            json.WriteString("material", outlook.Material);
            json.WriteStrings("sentences", outlook.Sentences);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (!explanation.Policies.IsEmpty)
        {
            json.WriteStartArray("policies");
            foreach (PolicyFinding finding in explanation.Policies)
            {
                PolicyJson.Write(json, finding, run);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
