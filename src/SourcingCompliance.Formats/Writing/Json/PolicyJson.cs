using System.Text.Json;
using SourcingCompliance.Findings;
using SourcingCompliance.Findings.Policies;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Json;

/// <summary>Writes the policies of the company and the lines that do not meet them.</summary>
internal static class PolicyJson
{
    /// <summary>Writes the property <c>policies</c>; nothing when the run applied none.</summary>
    public static void Write(Utf8JsonWriter json, ComplianceReport report)
    {
        if (!report.Policies.HasPolicies)
        {
            return;
        }

        json.WriteStartObject("policies");
        json.WriteString("engine", report.Policies.Engine);
        json.WriteString("failOn", ReportTokens.Format(report.Run.PolicyGate));
        json.WriteStartArray("workflows");
        foreach (PolicyWorkflowReference workflow in report.Policies.Workflows)
        {
            json.WriteStartObject();
            json.WriteString("name", workflow.Name);
            json.WriteString("file", workflow.File);
            json.WriteString("sha256", workflow.Sha256);
            json.WriteStrings("rules", workflow.Rules);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("findings");
        foreach (PolicyFinding finding in report.PolicyFindings)
        {
            Write(json, finding, report.Run);
            json.FlushWhenFull();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Writes one line that does not meet a policy.</summary>
    /// <param name="json">The writer, inside an array.</param>
    /// <param name="finding">The finding.</param>
    /// <param name="run">The run, which says whether it fails for it.</param>
    public static void Write(Utf8JsonWriter json, PolicyFinding finding, RunParameters run)
    {
        json.WriteStartObject();
        json.WriteString("workflow", finding.Workflow);
        json.WriteString("rule", finding.Rule);
        json.WriteString("severity", ReportTokens.Format(finding.Severity));
        json.WriteString("state", ReportTokens.Format(finding.State));
        json.WriteBoolean("failsRun", ExitCodes.IsGated(run, finding));
        json.WriteString("message", finding.Message);
        json.WriteString("link", finding.Link);
        json.WriteString("file", finding.Row.File);
        json.WriteString("sheet", finding.Row.Sheet);
        json.WriteNumber("row", finding.Row.Row);
        json.WriteString("partNumber", finding.PartNumber);
        json.WriteString("description", finding.Description);
        json.WriteStrings("path", finding.Path);
        json.WriteEndObject();
    }
}
