using System.Collections.Immutable;
using System.Text.Json;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Json;

/// <summary>Writes the plan.</summary>
internal static class ActionJson
{
    /// <summary>Writes the property <c>actions</c>.</summary>
    public static void WriteAll(Utf8JsonWriter json, ImmutableArray<RemediationAction> actions)
    {
        json.WriteStartArray("actions");
        foreach (RemediationAction action in actions)
        {
            Write(json, action);
            json.FlushWhenFull();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, RemediationAction action)
    {
        json.WriteStartObject();
        json.WriteString("id", action.Id);
        json.WriteString("kind", action.Kind);
        json.WriteString("title", action.Title);
        json.WriteString("detail", action.Detail);
        json.WriteString("owner", action.Owner);
        json.WriteString("supplier", action.Supplier);
        json.WriteStrings("parts", action.Parts);
        json.WriteStrings("questions", action.Questions);
        json.WriteDate("startBy", action.StartBy);
        json.WriteDate("dueBy", action.DueBy);
        json.WriteDate("earliestFinish", action.EarliestFinish);
        json.WriteNumber("overdueDays", action.OverdueDays);
        json.WriteNumber("slackBusinessDays", action.SlackBusinessDays);
        json.WriteNumber("leadBusinessDays", action.LeadBusinessDays);
        json.WriteStartObject("leadRange");
        json.WriteNumber("least", action.LeadRange.Least);
        json.WriteNumber("most", action.LeadRange.Most);
        json.WriteEndObject();
        json.WriteString("leadSource", action.LeadSource);
        json.WriteBoolean("critical", action.IsCritical);
        json.WriteBoolean("fallback", action.IsFallback);
        json.WriteDate("switchBy", action.SwitchBy);
        json.WriteStrings("after", action.After);
        json.WriteStrings("findings", action.Findings);
        json.WriteEndObject();
    }
}
