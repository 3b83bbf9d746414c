using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;
using SourcingCompliance.Remediation;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Json;

/// <summary>Writes the whole report as JSON: the format that other programs read. Its shape is <c>rules/schema/report.schema.json</c>.</summary>
public sealed class JsonReportWriter : IReportWriter
{
    /// <summary>Where the shape of the report is told, from the project's root.</summary>
    public const string Schema = "rules/schema/report.schema.json";

    /// <summary>How every JSON file of ours looks: two spaces, LF, letters of all scripts as they are.</summary>
    public static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <inheritdoc/>
    public string Format => "json";

    /// <inheritdoc/>
    public string FileSuffix => ".json";

    /// <inheritdoc/>
    public void Write(ComplianceReport report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        bool isWhole = report.Run.AllLines || report.Run.IsExplained;
        using (var elements = new ElementWriter())
        using (var tables = new ReportTables())
        using (var json = new Utf8JsonWriter(new HarmlessJsonStream(output), Options))
        {
            var lines = new CompactLineJson(tables);
            json.WriteStartObject();
            json.WriteString("$schema", Schema);
            json.WriteString("schemaVersion", ComplianceReport.SchemaVersion);
            RunJson.Write(json, report);
            json.WriteStartArray("files");
            foreach (FileReport file in report.Files)
            {
                WriteFile(json, file, report.Run, elements, lines);
            }

            json.WriteEndArray();
            WriteActions(json, report, elements, isWhole ? null : new CompactActionJson(tables, report));
            PlanJson.Write(json, report.Plan, elements, isWhole ? null : tables);
            AdvisoryJson.WriteAll(json, report.Advisories, isWhole ? null : tables, ListedLines(report));
            PolicyJson.Write(json, report);
            WaiverJson.Write(json, report.Waivers);
            WaiverJson.Write(json, report.Baseline);
            FindingJson.WriteDiagnostics(json, report.Diagnostics);
            tables.Write(json, elements);
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static void WriteFile(Utf8JsonWriter json, FileReport file, RunParameters run, ElementWriter elements, CompactLineJson compact)
    {
        json.WriteStartObject();
        json.WriteString("path", file.Path);
        json.WriteString("sha256", file.Sha256);
        SettingsJson.Write(json, file.Identity);
        json.WriteNumber("exitCode", file.ExitCode);
        json.WriteNumber("lineCount", file.LineCount);
        json.WriteNumber("unaccounted", file.Unaccounted);
        RunJson.WriteRegimes(json, file.Regimes);
        SheetJson.WriteAll(json, file.Sheets);
        WriteLines(json, "lines", file.Lines, run, elements, compact);
        if (!file.NotInstalled.IsEmpty)
        {
            WriteLines(json, "notInstalled", file.NotInstalled, run, elements, compact);
        }

        var places = new FindingLines(file);
        json.WriteStartArray("findings");
        foreach (Finding finding in file.Findings)
        {
            if (run.AllLines || run.IsExplained)
            {
                FindingJson.Write(elements.Begin(json), finding);
            }
            else
            {
                int place = places.Get(finding);
                compact.Write(elements.Begin(json), finding, place < 0 ? null : file.Lines[place], place);
            }

            elements.End(json);
        }

        json.WriteEndArray();
        FindingJson.WriteDiagnostics(json, file.Diagnostics);
        json.WriteEndObject();
    }

    private static void WriteLines(Utf8JsonWriter json, string name, ImmutableArray<LineReport> lines,
        RunParameters run, ElementWriter elements, CompactLineJson compact)
    {
        json.WriteStartArray(name);
        foreach (LineReport line in lines)
        {
            Utf8JsonWriter element = elements.Begin(json);
            if (run.IsExplained)
            {
                LineJson.Write(element, line, (writer, explained) => ExplanationJson.WriteAll(writer, explained.Determinations));
            }
            else if (run.AllLines)
            {
                LineJson.Write(element, line, compact.WriteReferences);
            }
            else
            {
                compact.Write(element, line);
            }

            elements.End(json);
        }

        json.WriteEndArray();
    }

    private static void WriteActions(Utf8JsonWriter json, ComplianceReport report, ElementWriter elements, CompactActionJson? compact)
    {
        json.WriteStartArray("actions");
        foreach (RemediationAction action in report.Actions)
        {
            Utf8JsonWriter element = elements.Begin(json);
            if (compact is null)
            {
                ActionJson.Write(element, action);
            }
            else
            {
                compact.Write(element, action);
            }

            elements.End(json);
        }

        json.WriteEndArray();
    }

    private static Dictionary<CellRef, string?> ListedLines(ComplianceReport report)
    {
        var listed = new Dictionary<CellRef, string?>();
        foreach (LineReport line in report.Advisories.IsEmpty ? [] : report.Files.SelectMany(file => file.Lines))
        {
            listed[line.Row] = listed.ContainsKey(line.Row) ? null : line.PartNumber;
        }

        return listed;
    }
}
