using System.Text.Json;
using SourcingCompliance.Findings;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Json;

/// <summary>Writes what the user says about the reports, and what files say about themselves. What is not stated is left out.</summary>
internal static class SettingsJson
{
    /// <summary>Writes the property <c>report</c>; nothing when nothing is stated and no file is marked.</summary>
    public static void Write(Utf8JsonWriter json, ComplianceReport report)
    {
        ReportSettings settings = report.Settings;
        (string Name, string Value)[] texts =
        [
            ("company", settings.Company), ("contact", settings.Contact), ("preparedBy", settings.PreparedBy),
            ("marking", ReportMarking.Format(report)), ("cage", settings.Cage),
            ("purchaseOrder", settings.PurchaseOrder),
        ];
        if (Array.TrueForAll(texts, text => text.Value.Length == 0) && settings.Address.IsEmpty && settings.ReplyBy is null)
        {
            return;
        }

        json.WriteStartObject("report");
        foreach ((string name, string value) in texts.Where(text => text.Value.Length > 0))
        {
            json.WriteString(name, value);
        }

        if (!settings.Address.IsEmpty)
        {
            json.WriteStrings("address", settings.Address);
        }

        if (settings.ReplyBy is { } day)
        {
            json.WriteDate("replyBy", day);
        }

        json.WriteEndObject();
    }

    /// <summary>Writes number, revision, title and marking of a file.</summary>
    public static void Write(Utf8JsonWriter json, BomIdentity identity)
    {
        foreach ((string name, string value) in ((string, string)[])[("number", identity.Number), ("revision", identity.Revision),
            ("title", identity.Title), ("marking", identity.Marking)])
        {
            if (value.Length > 0)
            {
                json.WriteString(name, value);
            }
        }
    }
}
