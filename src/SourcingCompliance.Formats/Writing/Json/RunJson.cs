using System.Collections.Immutable;
using System.Text.Json;
using SourcingCompliance.Decisions;
using SourcingCompliance.Findings;
using SourcingCompliance.Law.Opinions;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Json;

/// <summary>Writes what a report says of its run as a whole: the program, the parameters, the packs, the counts and the second opinion.</summary>
internal static class RunJson
{
    /// <summary>Writes them as properties of the report.</summary>
    public static void Write(Utf8JsonWriter json, ComplianceReport report)
    {
        WriteTool(json, report.Tool);
        WriteRun(json, report.Run);
        SettingsJson.Write(json, report);
        WritePacks(json, report.Packs);
        WriteSummary(json, report.Summary);
        PlanJson.WriteCounts(json, report.Counts);
        WriteOpinion(json, report.SecondOpinion);
    }

    private static void WriteTool(Utf8JsonWriter json, ToolIdentity tool)
    {
        json.WriteStartObject("tool");
        json.WriteString("name", tool.Name);
        json.WriteString("version", tool.Version);
        json.WriteEndObject();
    }

    private static void WriteRun(Utf8JsonWriter json, RunParameters run)
    {
        json.WriteStartObject("run");
        json.WriteDate("asOf", run.AsOf);
        json.WriteDate("delivery", run.Delivery);
        if (run.Deliveries.Length > 1)
        {
            json.WriteStartArray("deliveries");
            foreach (DateOnly day in run.Deliveries)
            {
                json.WriteStringValue(ReportTokens.Format(day));
            }

            json.WriteEndArray();
        }

        json.WriteString("gate", ReportTokens.Format(run.Gate));
        json.WriteString("gateRegime", run.GateRegime);
        json.WriteString("contract", run.Contract);
        if (run.ContractNumber is { } number)
        {
            json.WriteString("contractNumber", number);
        }

        json.WriteBoolean("allLines", run.AllLines);
        if (run.CountsNotInstalled)
        {
            json.WriteBoolean("countNotInstalled", true);
        }

        if (run.IsExplained)
        {
            json.WriteBoolean("explained", true);
        }

        WriteClause(json, run.Clause);
        json.WriteEndObject();
    }

    private static void WriteOpinion(Utf8JsonWriter json, SecondOpinionReport? opinion)
    {
        if (opinion is null)
        {
            return;
        }

        json.WriteStartObject("secondOpinion");
        json.WriteString("status", ReportTokens.Format(opinion.Status));
        json.WriteString("engine", opinion.Engine);
        json.WriteNumber("asked", opinion.Counts.Asked);
        json.WriteNumber("agreed", opinion.Counts.Agreed);
        json.WriteNumber("late", opinion.Counts.Late);
        json.WriteEndObject();
    }

    private static void WriteClause(Utf8JsonWriter json, AppliedClause? clause)
    {
        if (clause is null)
        {
            json.WriteNull("clause");
            return;
        }

        json.WriteStartObject("clause");
        json.WriteString("id", clause.Id);
        json.WriteString("name", clause.Name);
        json.WriteString("citation", clause.Citation);
        json.WriteString("stated", clause.Stated);
        json.WriteString("newest", clause.Newest);
        if (clause.IsInContract is { } isInContract)
        {
            json.WriteBoolean("inContract", isInContract);
        }
        else
        {
            json.WriteNull("inContract");
        }

        json.WriteEndObject();
    }

    private static void WritePacks(Utf8JsonWriter json, ImmutableArray<PackReference> packs)
    {
        json.WriteStartArray("packs");
        foreach (PackReference pack in packs)
        {
            json.WriteStartObject();
            json.WriteString("id", pack.Id);
            json.WriteString("title", pack.Title);
            json.WriteString("edition", pack.Edition);
            json.WriteString("status", pack.Status);
            json.WriteDate("verifyBy", pack.VerifyBy);
            json.WriteString("sha256", pack.Sha256);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSummary(Utf8JsonWriter json, ReportSummary summary)
    {
        json.WriteStartObject("summary");
        json.WriteNumber("files", summary.Files);
        json.WriteNumber("unreadableFiles", summary.UnreadableFiles);
        json.WriteNumber("notRead", summary.NotRead);
        json.WriteNumber("lines", summary.Lines);
        json.WriteNumber("unaccounted", summary.Unaccounted);
        json.WriteNumber("exitCode", summary.ExitCode);
        WriteRegimes(json, summary.Regimes);
        json.WriteEndObject();
        json.WriteStartObject("coverage");
        json.WriteNumber("coveredLines", summary.Coverage.CoveredLines);
        json.WriteNumber("withOrigin", summary.Coverage.WithOrigin);
        json.WriteNumber("decided", summary.Coverage.Decided);
        json.WriteNumber("share", summary.Coverage.Share);
        json.WriteNumber("requiredSteps", summary.Coverage.StepsRequired);
        json.WriteNumber("stepsOnFile", summary.Coverage.StepsOnFile);
        json.WriteNumber("stepShare", summary.Coverage.StepShare);
        WriteEvidence(json, summary.Coverage.Evidence);
        json.WriteEndObject();
    }

    private static void WriteEvidence(Utf8JsonWriter json, EvidenceCoverage evidence)
    {
        json.WriteStartObject("evidence");
        WriteSteps(json, evidence.Steps);
        json.WriteNumber("linesWithStatements", evidence.LinesWithStatements);
        json.WriteNumber("notCoveredByStatement", evidence.NotCoveredByStatement);
        WriteGroups(json, "bySupplier", evidence.BySupplier);
        WriteGroups(json, "byMaterial", evidence.ByMaterial);
        json.WriteEndObject();
    }

    private static void WriteGroups(Utf8JsonWriter json, string name, ImmutableArray<CoverageGroup> groups)
    {
        json.WriteStartArray(name);
        foreach (CoverageGroup group in groups)
        {
            json.WriteStartObject();
            json.WriteString("name", group.Name);
            json.WriteNumber("lines", group.Lines);
            WriteSteps(json, group.Steps);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSteps(Utf8JsonWriter json, StepCoverage steps)
    {
        json.WriteNumber("documented", steps.Documented);
        json.WriteNumber("stated", steps.Stated);
        json.WriteNumber("expired", steps.Expired);
        json.WriteNumber("unknown", steps.Unknown);
    }

    /// <summary>The counts of every regime.</summary>
    public static void WriteRegimes(Utf8JsonWriter json, ImmutableArray<RegimeSummary> regimes)
    {
        json.WriteStartArray("regimes");
        foreach (RegimeSummary regime in regimes)
        {
            json.WriteStartObject();
            json.WriteString("id", regime.Regime.Id);
            json.WriteString("title", regime.Regime.Title);
            json.WriteDate("from", regime.Regime.From);
            json.WriteDate("to", regime.Regime.To);
            json.WriteNumber("violation", regime.Violation);
            json.WriteNumber("suspect", regime.Suspect);
            json.WriteNumber("open", regime.Open);
            json.WriteNumber("exempt", regime.Exempt);
            json.WriteNumber("pass", regime.Pass);
            json.WriteNumber("notCovered", regime.NotCovered);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
