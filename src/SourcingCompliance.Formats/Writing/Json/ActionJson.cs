using System.Text.Json;
using SourcingCompliance.Remediation;

namespace SourcingCompliance.Formats.Writing.Json;

/// <summary>Writes actions of the plan.</summary>
internal static class ActionJson
{
    /// <summary>Writes the whole action as one value.</summary>
    public static void Write(Utf8JsonWriter json, RemediationAction action)
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
        WriteTimes(json, action);
        json.WriteStrings("findings", action.Findings);
        json.WriteEndObject();
    }

    /// <summary>Writes the properties that many actions have in common.</summary>
    /// <param name="json">The writer, inside an object.</param>
    /// <param name="action">The action.</param>
    /// <param name="detail">Its detail, as it is shared.</param>
    public static void WriteShared(Utf8JsonWriter json, RemediationAction action, string detail)
    {
        json.WriteString("detail", detail);
        json.WriteString("owner", action.Owner);
        WriteTimes(json, action);
    }

    // How long it takes, by when it can be done, and what must be done before.
    private static void WriteTimes(Utf8JsonWriter json, RemediationAction action)
    {
        json.WriteDate("earliestFinish", action.EarliestFinish);
        json.WriteBoolean("late", action.IsLate);
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
    }
}
