using System.Text.Json;
using SourcingCompliance.Findings.Policies;
using SourcingCompliance.Formats.Writing.Json;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Ci;

/// <summary>Writes findings for GitLab's merge request widget (Code Quality, the Code Climate subset).</summary>
public sealed class GitLabCodeQualityWriter : IReportWriter
{
    /// <inheritdoc/>
    public string Format => "gitlab";

    /// <inheritdoc/>
    public string FileSuffix => ".codequality.json";

    /// <inheritdoc/>
    public void Write(ComplianceReport report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        using (var json = new Utf8JsonWriter(new HarmlessJsonStream(output), JsonReportWriter.Options))
        {
            json.WriteStartArray();
            foreach (Remark remark in Remark.From(report))
            {
                json.WriteStartObject();
                json.WriteString("description", VisibleText.Line(remark.Text));
                json.WriteString("check_name", remark.Rule);
                json.WriteString("fingerprint", remark.Fingerprint);
                json.WriteString("severity", GetSeverity(remark));
                json.WriteStartObject("location");
                json.WriteString("path", remark.Path);
                json.WriteStartObject("lines");
                json.WriteNumber("begin", remark.Line);
                json.WriteEndObject();
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        output.WriteByte((byte)'\n');
    }

    // GitLab knows info, minor, major, critical and blocker.
    private static string GetSeverity(Remark remark) => remark switch
    {
        { Level: RemarkLevel.Error, Finding: not null } => "blocker",
        { Policy: { } policy, Level: RemarkLevel.Warning } => policy.Severity == PolicySeverity.Note ? "info"
            : policy.Severity == PolicySeverity.Warning ? "minor" : "major",
        { Level: RemarkLevel.Error } or { Finding.Verdict: Verdict.Violation or Verdict.Suspect } => "critical",
        { Finding: not null } => "major",
        _ => "minor",
    };
}
