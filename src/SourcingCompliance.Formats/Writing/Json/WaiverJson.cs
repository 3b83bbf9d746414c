using System.Text.Json;
using SourcingCompliance.Findings;
using SourcingCompliance.Findings.Baselines;
using SourcingCompliance.Findings.Waivers;

namespace SourcingCompliance.Formats.Writing.Json;

/// <summary>Writes waivers and the baseline.</summary>
internal static class WaiverJson
{
    /// <summary>Writes the property <c>waivers</c>.</summary>
    public static void Write(Utf8JsonWriter json, WaiverReport? report)
    {
        if (report is null)
        {
            json.WriteNull("waivers");
            return;
        }

        json.WriteStartObject("waivers");
        json.WriteString("path", report.Path);
        WriteCounts(json, "before", report.Before);
        WriteCounts(json, "after", report.After);
        json.WriteStartArray("entries");
        foreach (WaiverUse use in report.Uses)
        {
            json.WriteStartObject();
            json.WriteString("id", use.Waiver.Id);
            json.WriteString("state", ReportTokens.Format(use.State));
            json.WriteString("legalBasis", LegalBases.GetWord(use.Waiver.Basis));
            WriteMatch(json, use.Waiver.Match);
            json.WriteString("justification", use.Waiver.Justification);
            json.WriteString("approvedBy", use.Waiver.ApprovedBy);
            json.WriteDate("approvedOn", use.Waiver.ApprovedOn);
            json.WriteDate("expires", use.Waiver.Expires);
            json.WriteNumber("daysLeft", use.DaysLeft);
            json.WriteString("contract", use.Waiver.Contract);
            json.WriteString("document", use.Waiver.Document);
            json.WriteString("documentSha256", use.Waiver.DocumentSha256);
            json.WriteBoolean("broad", use.Waiver.IsBroad);
            json.WriteStrings("findings", use.Findings);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Writes the property <c>waiver</c> of a finding.</summary>
    public static void Write(Utf8JsonWriter json, FindingWaiver? mark)
    {
        if (mark is null)
        {
            json.WriteNull("waiver");
            return;
        }

        json.WriteStartObject("waiver");
        json.WriteString("id", mark.Waiver.Id);
        json.WriteString("legalBasis", LegalBases.GetWord(mark.Waiver.Basis));
        json.WriteDate("expires", mark.Waiver.Expires);
        json.WriteBoolean("stillGates", mark.StillGates);
        json.WriteEndObject();
    }

    /// <summary>Writes the property <c>baseline</c>.</summary>
    public static void Write(Utf8JsonWriter json, BaselineReport? report)
    {
        if (report is null)
        {
            json.WriteNull("baseline");
            return;
        }

        json.WriteStartObject("baseline");
        json.WriteString("path", report.Path);
        json.WriteDate("asOf", report.AsOf);
        json.WriteNumber("new", report.New);
        json.WriteNumber("unchanged", report.Unchanged);
        json.WriteNumber("updated", report.Updated);
        json.WriteStartArray("absent");
        foreach (BaselineEntry entry in report.Absent)
        {
            json.WriteStartObject();
            json.WriteString("file", entry.Key.File);
            json.WriteString("sheet", entry.Key.Sheet);
            json.WriteString("path", entry.Key.TreePath);
            json.WriteString("part", entry.Key.Part);
            json.WriteString("rule", entry.Key.Rule);
            json.WriteString("material", entry.Key.Material.Length > 0 ? entry.Key.Material : null);
            json.WriteNumber("ordinal", entry.Key.Ordinal);
            json.WriteString("verdict", ReportTokens.Format(entry.Verdict));
            json.WriteString("message", entry.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteMatch(Utf8JsonWriter json, WaiverMatch match)
    {
        json.WriteStartObject("match");
        json.WriteString("part", match.Part);
        json.WriteString("manufacturer", match.Manufacturer);
        json.WriteString("bomPath", match.BomPath);
        json.WriteString("file", match.File);
        json.WriteString("rule", match.Rule);
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
}
