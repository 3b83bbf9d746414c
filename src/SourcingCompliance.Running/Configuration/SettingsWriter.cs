using System.Globalization;
using System.Text;
using System.Text.Json;
using SourcingCompliance.Formats.Writing;
using SourcingCompliance.Formats.Writing.Json;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Running.Configuration;

/// <summary>Writes settings with where they come from.</summary>
public static class SettingsWriter
{
    /// <summary>As a table for people: setting, value, source.</summary>
    public static string Table(EffectiveSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        int name = settings.Settings.Max(setting => setting.Name.Length);
        int value = Math.Min(48, settings.Settings.Max(setting => Shown(setting).Length));
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{"setting".PadRight(name)}  {"value".PadRight(value)}  from\n");
        foreach (Setting setting in settings.Settings)
        {
            text.Append(CultureInfo.InvariantCulture, $"{setting.Name.PadRight(name)}  {Shown(setting).PadRight(value)}  {VisibleText.Line(setting.Source)}\n");
        }

        return text.ToString();
    }

    /// <summary>As JSON for programs.</summary>
    public static string Json(EffectiveSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        using var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(output, JsonReportWriter.Options))
        {
            json.WriteStartObject();
            json.WriteStartArray("settings");
            foreach (Setting setting in settings.Settings)
            {
                json.WriteStartObject();
                json.WriteString("name", setting.Name);
                json.WriteString("value", setting.Value);
                json.WriteString("source", setting.Source);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("problems");
            foreach (Diagnostic problem in settings.Job.Problems)
            {
                json.WriteStartObject();
                json.WriteString("id", problem.Id);
                json.WriteString("severity", ReportTokens.Format(problem.Severity));
                json.WriteString("message", problem.ToString());
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(output.ToArray()) + "\n";
    }

    private static string Shown(Setting setting) => setting.Value.Length == 0 ? "-" : VisibleText.Line(setting.Value);
}
