using System.Globalization;
using System.Text.Json;
using SourcingCompliance.Decisions;
using SourcingCompliance.Findings;
using SourcingCompliance.Findings.Baselines;
using SourcingCompliance.Findings.Waivers;
using SourcingCompliance.Formats.Writing.Json;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Ci;

/// <summary>Writes results in one profile.</summary>
internal sealed class SarifResults
{
    private readonly SarifProfile _profile;
    private readonly SarifRules _rules;
    private readonly SarifArtifacts _artifacts;
    private readonly HashSet<string> _workbooks;
    private readonly Dictionary<string, FileReport> _files;
    private readonly bool _hasWaivers;
    private readonly bool _hasBaseline;

    public SarifResults(SarifProfile profile, SarifRules rules, SarifArtifacts artifacts, ComplianceReport report)
    {
        _profile = profile;
        _rules = rules;
        _artifacts = artifacts;
        _hasWaivers = report.Waivers is not null;
        _hasBaseline = report.Baseline is not null;
        _files = report.Files.DistinctBy(file => file.Path).ToDictionary(file => file.Path, StringComparer.Ordinal);
        _workbooks = report.Files.Where(file => file.Sheets.Any(sheet => sheet.Name.Length > 0)).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Writes a finding or a diagnostic.</summary>
    public void Write(Utf8JsonWriter json, Remark remark)
    {
        (string kind, string level) = GetKind(remark);
        WriteStart(json, remark.Rule, kind, level, remark.Text);
        WriteLocation(json, remark.Cell, remark.Finding?.Path ?? remark.Policy?.Path ?? []);
        json.WriteStartObject("partialFingerprints");
        json.WriteString("primaryLocationLineHash", remark.Fingerprint + ":1");
        json.WriteEndObject();
        if (_profile == SarifProfile.Strict)
        {
            WriteStanding(json, remark.Finding);
        }

        if (remark.Finding is { } finding)
        {
            json.WriteStartObject("properties");
            json.WriteString("findingId", finding.Id);
            json.WriteString("verdict", ReportTokens.Format(finding.Verdict));
            json.WriteString("waiver", finding.Waiver?.Waiver.Id);
            json.WriteStrings("regimes", finding.Regimes);
            json.WriteString("partNumber", finding.PartNumber);
            json.WriteString("material", finding.Material);
            json.WriteString("cell", finding.Cell.ToString());
            json.WriteString("cellText", finding.CellText);
            json.WriteString("citation", finding.Citation);
            json.WriteEndObject();
        }

        if (remark.Policy is { } policy)
        {
            json.WriteStartObject("properties");
            json.WriteString("policy", $"{policy.Workflow}/{policy.Rule}");
            json.WriteString("severity", ReportTokens.Format(policy.Severity));
            json.WriteString("state", ReportTokens.Format(policy.State));
            json.WriteString("partNumber", policy.PartNumber);
            json.WriteString("cell", policy.Row.ToString());
            json.WriteString("link", policy.Link);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>Writes an exempt or passed determination.</summary>
    public void Write(Utf8JsonWriter json, LineReport line, Determination determination)
    {
        WriteStart(json, determination.Rule, determination.Verdict == Verdict.Pass ? "pass" : "notApplicable",
            "none", $"{line.PartNumber}: {determination.Basis}");
        WriteLocation(json, line.Row, line.Path);
        WriteStanding(json, null);
        json.WriteStartObject("properties");
        json.WriteString("verdict", ReportTokens.Format(determination.Verdict));
        json.WriteString("regime", determination.Regime);
        json.WriteString("material", determination.Material);
        json.WriteString("citation", determination.Citation);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Writes the one result that stands for those that GitHub would drop.</summary>
    public void WriteRest(Utf8JsonWriter json, Remark first, int count)
    {
        string text = string.Create(CultureInfo.InvariantCulture, $"{count:N0} more findings are not shown here; the JSON report contains all of them.");
        WriteStart(json, first.Rule, "fail", "warning", text);
        WriteLocation(json, CellRef.ForFile(first.Cell.File), []);
        json.WriteEndObject();
    }

    // SARIF 2.1.0 §3.27.23: suppressions stand on every result or on none; §3.27.24: so does the baseline state.
    private void WriteStanding(Utf8JsonWriter json, Finding? finding)
    {
        if (_hasBaseline)
        {
            json.WriteString("baselineState", ReportTokens.Format(finding?.Baseline ?? BaselineState.New));
        }

        if (!_hasWaivers)
        {
            return;
        }

        json.WriteStartArray("suppressions");
        if (finding?.Waiver is { } mark)
        {
            json.WriteStartObject();
            json.WriteString("kind", "external");
            json.WriteString("status", mark.StillGates ? "underReview" : "accepted");
            json.WriteString("justification", $"{WaiverWords.Format(mark)} {mark.Waiver.Justification}");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // SARIF 2.1.0 §3.27.9: any kind but "fail" goes with level "none". GitHub ignores the kind and shows no level "none".
    private (string Kind, string Level) GetKind(Remark remark) => (_profile, remark) switch
    {
        (_, { Policy: { } policy }) => ("fail", ReportTokens.Format(policy.Severity)),
        (_, { Level: RemarkLevel.Error }) => ("fail", "error"),
        (SarifProfile.GitHub, _) => ("fail", "warning"),
        (SarifProfile.Strict, { Finding.Verdict: Verdict.Violation or Verdict.Suspect }) => ("fail", "warning"),
        (SarifProfile.Strict, { Finding: not null }) => ("open", "none"),
        (SarifProfile.Strict, _) => ("review", "none"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private void WriteStart(Utf8JsonWriter json, string rule, string kind, string level, string text)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", rule);
        json.WriteNumber("ruleIndex", _rules.IndexOf(rule));
        json.WriteString("kind", kind);
        json.WriteString("level", level);
        json.WriteStartObject("message");
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private void WriteLocation(Utf8JsonWriter json, CellRef cell, IReadOnlyList<string> path)
    {
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        _artifacts.WriteLocation(json, cell.File);

        // SARIF 2.1.0 §3.30: a text region is none of a binary file; GitHub rejects a result without one.
        bool isText = cell.Sheet.Length == 0 && !_workbooks.Contains(cell.File);
        if (_profile == SarifProfile.GitHub || (isText && cell.Row > 0))
        {
            int line = _files.TryGetValue(cell.File, out FileReport? file) ? file.GetLine(cell) : Math.Max(1, cell.Row);
            json.WriteStartObject("region");
            json.WriteNumber("startLine", line);
            if (_profile == SarifProfile.GitHub)
            {
                json.WriteNumber("startColumn", 1);
                json.WriteNumber("endLine", line);
                json.WriteNumber("endColumn", 2);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.WriteString("fullyQualifiedName", GetLogicalName(cell, path));
        json.WriteString("kind", path.Count == 0 ? "resource" : "element");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    // Stable across row moves: file, sheet and the way through the assembly.
    private static string GetLogicalName(CellRef cell, IReadOnlyList<string> path)
    {
        string file = cell.File[(cell.File.LastIndexOf('/') + 1)..];
        return string.Join('!', new[] { file, cell.Sheet, string.Join('/', path) }.Where(part => part.Length > 0));
    }
}
