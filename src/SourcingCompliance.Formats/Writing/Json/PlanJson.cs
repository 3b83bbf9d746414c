using System.Collections.Immutable;
using System.Text.Json;
using SourcingCompliance.Findings;
using SourcingCompliance.Remediation;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Json;

/// <summary>Writes what the plan comes to, and the numbers of the report.</summary>
internal static class PlanJson
{
    /// <summary>Writes the property <c>plan</c>; nothing when no plan was made.</summary>
    /// <param name="json">The writer, inside the report.</param>
    /// <param name="plan">The plan; null = none was made.</param>
    /// <param name="elements">Writes the elements of long arrays.</param>
    /// <param name="tables">Takes what late parts have in common; null = each is written whole.</param>
    public static void Write(Utf8JsonWriter json, RemediationPlan? plan, ElementWriter elements, ReportTables? tables)
    {
        if (plan is null)
        {
            return;
        }

        json.WriteStartObject("plan");
        json.WriteString("headline", plan.Headline);
        json.WriteDate("lastDay", plan.LastDay);
        json.WriteString("bestCase", plan.Outlook.BestCase);
        json.WriteString("worstCase", plan.Outlook.WorstCase);
        WriteAll(json, "doToday", plan.DoToday, elements, WriteTask);
        WriteAll(json, "cannotBeFixed", plan.CannotBeFixed, elements, WritePart(tables));
        WriteAll(json, "cannotBeFixedIfAnswerIsBad", plan.CannotBeFixedIfAnswerIsBad, elements, WritePart(tables));
        WriteAll(json, "backupPlans", plan.BackupPlans, elements, WriteBackup);
        json.WriteEndObject();
    }

    /// <summary>Writes the property <c>counts</c>.</summary>
    public static void WriteCounts(Utf8JsonWriter json, ReportCounts counts)
    {
        json.WriteStartObject("counts");
        json.WriteString("rule", ReportCounts.Rule);
        json.WriteNumber("lineItems", counts.LineItems);
        WriteCounts(json, "lineItemsWithFindings", counts.Lines);
        WriteCounts(json, "findings", counts.Findings);
        json.WriteNumber("findingsOfOtherPeriods", counts.FindingsOfOtherPeriods);
        json.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter json, string name, FindingCounts counts)
    {
        json.WriteStartObject(name);
        json.WriteNumber("violation", counts.Violation);
        json.WriteNumber("suspect", counts.Suspect);
        json.WriteNumber("open", counts.Open);
        json.WriteEndObject();
    }

    private static void WriteAll<T>(Utf8JsonWriter json, string name, ImmutableArray<T> values, ElementWriter elements, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (T value in values)
        {
            Utf8JsonWriter element = elements.Begin(json);
            element.WriteStartObject();
            write(element, value);
            element.WriteEndObject();
            elements.End(json);
        }

        json.WriteEndArray();
    }

    private static void WriteTask(Utf8JsonWriter json, TodayTask task)
    {
        json.WriteString("kind", task.Kind);
        json.WriteString("title", task.Title);
        json.WriteString("owner", task.Owner);
        json.WriteText("supplier", task.Supplier);
        json.WriteStrings("parts", task.Parts);
        json.WriteDate("neededBy", task.NeededBy);
        json.WriteBoolean("late", task.IsLate);
        WriteCounts(json, "settles", task.Settles);
        json.WriteStrings("actions", task.Actions);
    }

    private static Action<Utf8JsonWriter, LatePart> WritePart(ReportTables? tables) => (json, part) =>
    {
        json.WriteString("partNumber", part.PartNumber);
        json.WriteText("supplier", part.Supplier);
        if (tables is null)
        {
            WriteShared(json, part);
            return;
        }

        json.WriteStartObject("refs");
        json.WriteNumber("latePart", tables.Add(part));
        json.WriteEndObject();
    };

    /// <summary>Writes what late parts of one material and fix have in common.</summary>
    public static void WriteShared(Utf8JsonWriter json, LatePart part)
    {
        json.WriteText("material", part.Material);
        json.WriteString("verdict", ReportTokens.Format(part.Verdict));
        json.WriteDate("earliestCompletion", part.EarliestCompletion);
        json.WriteNumber("businessDaysLate", part.BusinessDaysLate);
        json.WriteString("fix", part.Fix);
    }

    private static void WriteBackup(Utf8JsonWriter json, BackupPlan plan)
    {
        json.WriteString("route", plan.Route);
        json.WriteString("kind", plan.Kind);
        json.WriteText("supplier", plan.Supplier);
        json.WriteStrings("parts", plan.Parts);
        json.WriteString("owner", plan.Owner);
        json.WriteDate("latestStart", plan.LatestStart);
        json.WriteDate("earliestCompletion", plan.EarliestCompletion);
        json.WriteBoolean("tooLate", plan.IsTooLate);
        json.WriteNumber("leadBusinessDays", plan.LeadBusinessDays);
        json.WriteString("leadSource", plan.LeadSource);
        json.WriteStrings("actions", plan.Actions);
    }
}
