using System.Globalization;
using System.Text.Json;
using SourcingCompliance.Decisions;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Writing.Json;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Ci;

/// <summary>Who reads the SARIF.</summary>
public enum SarifProfile
{
    /// <summary>
    /// GitHub code scanning: findings and inputs only, every result with a line (the row of a sheet stands for it), open facts as
    /// warnings, at most 5,000 results.
    /// </summary>
    GitHub,

    /// <summary>The standard: every finding, exempt and passed line with its kind; no text region in a workbook.</summary>
    Strict,
}

/// <summary>Writes SARIF 2.1.0, the format of code scanning.</summary>
public sealed class SarifReportWriter : IReportWriter
{
    // docs.github.com, "SARIF results exceed one or more limits": the top 5,000 results of a run are kept.
    private const int MostResults = 5000;
    private readonly SarifProfile _profile;

    /// <summary>A writer for one kind of reader.</summary>
    public SarifReportWriter(SarifProfile profile) => _profile = profile;

    /// <inheritdoc/>
    public string Format => _profile == SarifProfile.GitHub ? "sarif" : "sarif-strict";

    /// <inheritdoc/>
    public string FileSuffix => _profile == SarifProfile.GitHub ? ".sarif" : ".strict.sarif";

    /// <inheritdoc/>
    public void Write(ComplianceReport report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        int most = _profile == SarifProfile.GitHub ? MostResults : int.MaxValue;
        IReadOnlyList<Remark> remarks = Remark.From(report, withWaived: _profile == SarifProfile.Strict, most);
        IReadOnlyList<(LineReport Line, Determination Determination)> decided = _profile == SarifProfile.Strict ? Decided(report) : [];
        int shown = _profile == SarifProfile.GitHub && remarks.Count > MostResults ? MostResults - 1 : remarks.Count;
        int waived = _profile == SarifProfile.GitHub ? report.Findings.Count(finding => finding.IsWaived) : 0;
        var rules = new SarifRules(remarks, decided.Select(pair => pair.Determination));
        var artifacts = new SarifArtifacts(report);
        using (var json = new Utf8JsonWriter(new HarmlessJsonStream(output), JsonReportWriter.Options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            json.WriteStartObject("tool");
            json.WriteStartObject("driver");
            json.WriteString("name", report.Tool.Name);
            json.WriteString("version", report.Tool.Version);
            rules.Write(json);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteStartObject("automationDetails");
            json.WriteString("id", "sourcing-compliance/");
            json.WriteEndObject();
            WriteInvocation(json, report, [.. remarks.Skip(shown)], waived);
            artifacts.Write(json);
            var results = new SarifResults(_profile, rules, artifacts, report);
            json.WriteStartArray("results");
            foreach (Remark remark in remarks.Take(shown))
            {
                results.Write(json, remark);
                json.FlushWhenFull();
            }

            if (shown < remarks.Count)
            {
                results.WriteRest(json, remarks[shown], remarks.Count - shown);
            }

            foreach ((LineReport line, Determination determination) in decided)
            {
                results.Write(json, line, determination);
                json.FlushWhenFull();
            }

            json.WriteEndArray();
            WriteRunProperties(json, report);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static IReadOnlyList<(LineReport, Determination)> Decided(ComplianceReport report) =>
    [
        .. report.Files.SelectMany(file => file.Lines).Where(line => line.DeterminationsInAnyRow.Any(determination => IsDecided(determination, report)))
            .SelectMany(line => line.Determinations.Where(determination => IsDecided(determination, report)).Select(determination => (line, determination))),
    ];

    private static bool IsDecided(Determination determination, ComplianceReport report) =>
        determination.Regime == report.Run.GateRegime && determination.Verdict is Verdict.Exempt or Verdict.Pass;

    private static void WriteInvocation(Utf8JsonWriter json, ComplianceReport report, Remark[] beyond, int waived)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", report.Summary.ExitCode is ExitCodes.Clean or ExitCodes.Found or ExitCodes.OpenLines);
        json.WriteNumber("exitCode", report.Summary.ExitCode);
        json.WriteStartArray("toolExecutionNotifications");
        if (beyond.Length + waived > 0)
        {
            WriteNotification(json, DiagnosticIds.ResultsLeftOut, beyond.Length > 0 ? "warning" : "note", LeftOut(beyond, waived));
        }

        foreach (Diagnostic diagnostic in report.Diagnostics.Concat(report.Files.SelectMany(file => file.Diagnostics)))
        {
            WriteNotification(json, diagnostic.Id, ReportTokens.Format(diagnostic.Severity), diagnostic.ToString());
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteNotification(Utf8JsonWriter json, string id, string level, string text)
    {
        json.WriteStartObject();
        json.WriteStartObject("descriptor");
        json.WriteString("id", id);
        json.WriteEndObject();
        json.WriteString("level", level);
        json.WriteStartObject("message");
        json.WriteString("text", text);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string LeftOut(Remark[] beyond, int waived)
    {
        string[] parts =
        [
            .. beyond.Length > 0 ? [string.Create(CultureInfo.InvariantCulture, $"{Wording.FormatCount(beyond.Length, "result")} ({GetVerdicts(beyond)}) "
                + $"beyond the first {MostResults - 1:N0}, because GitHub keeps {MostResults:N0} of a run")] : Array.Empty<string>(),
            .. waived > 0 ? [$"{Wording.FormatCount(waived, "waived finding")}, because build systems show a waived finding as open"] : Array.Empty<string>(),
        ];
        return $"Left out of this file: {string.Join("; ", parts)}. The formats json and sarif-strict contain all of them.";
    }

    private static string GetVerdicts(Remark[] remarks) =>
        string.Join(", ", remarks.GroupBy(remark => remark.Finding?.Verdict).OrderBy(group => group.Key is null).ThenBy(group => group.Key)
        .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count():N0} "
            + $"{(group.Key is { } verdict ? ReportTokens.Format(verdict) : "other")}")));

    private static void WriteRunProperties(Utf8JsonWriter json, ComplianceReport report)
    {
        json.WriteStartObject("properties");
        json.WriteDate("asOf", report.Run.AsOf);
        json.WriteDate("delivery", report.Run.Delivery);
        json.WriteString("gate", ReportTokens.Format(report.Run.Gate));
        json.WriteString("gateRegime", report.Run.GateRegime);
        json.WriteString("answer", Answer.Compose(report));
        json.WriteNumber("waived", report.Findings.Count(finding => finding.IsWaived));
        if (report.SecondOpinion?.Sentence is { } opinion)
        {
            json.WriteString("secondOpinion", opinion);
        }

        if (report.Policies.GetSentence(report.Run, [.. report.PolicyFindings]) is { } policies)
        {
            json.WriteString("policies", policies);
        }

        json.WriteStrings("rulePacks", report.Packs.Select(pack => $"{pack.Id}@{pack.Edition}"));
        json.WriteEndObject();
    }
}
