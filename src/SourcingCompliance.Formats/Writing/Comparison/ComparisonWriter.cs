using System.Globalization;
using System.Text;
using System.Text.Json;
using SourcingCompliance.Formats.Writing.Json;
using SourcingCompliance.Formats.Writing.Markdown;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports.Comparison;

namespace SourcingCompliance.Formats.Writing.Comparison;

/// <summary>Writes what differs between two lists: as text, as Markdown for a review, as JSON for programs.</summary>
public static class ComparisonWriter
{
    /// <summary>As text: one line for each change, <c>+</c> added, <c>-</c> removed, <c>~</c> changed.</summary>
    public static string Text(ListComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var text = new StringBuilder();
        foreach (LineChange change in comparison.Changes)
        {
            text.Append(CultureInfo.InvariantCulture, $"{GetSign(change.Kind)} {VisibleText.Line($"{change.Line.PartNumber} ({change.Line.Place})")}\n");
            foreach (FieldChange field in change.Fields)
            {
                text.Append(CultureInfo.InvariantCulture, $"    {VisibleText.Line($"{field.Name}: {Quoted(field.Old)} -> {Quoted(field.New)}")}\n");
            }

            foreach (VerdictChange verdict in change.Verdicts)
            {
                text.Append(CultureInfo.InvariantCulture,
                    $"    delivered {GetPeriod(comparison, verdict)}: {GetWord(verdict.Old)} -> {GetWord(verdict.New)}: {VisibleText.Line(verdict.Reason)}\n");
            }
        }

        return text.Append(GetSummary(comparison)).Append('\n').ToString();
    }

    /// <summary>As Markdown: the summary, the verdicts that changed, then all lines that differ.</summary>
    public static string Markdown(ListComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture,
            $"# {MarkdownText.Escape(comparison.Old)} → {MarkdownText.Escape(comparison.New)}\n\n**{MarkdownText.Escape(GetSummary(comparison))}**\n");
        (LineChange Change, VerdictChange Verdict)[] verdicts = [
            .. comparison.Changes.SelectMany(change => change.Verdicts.Select(verdict => (change, verdict)))];
        if (verdicts.Length > 0)
        {
            page.Append("\n## Verdicts\n\n| Part | Deliveries | Before | Now | Why |\n|---|---|---|---|---|\n");
            foreach ((LineChange change, VerdictChange verdict) in verdicts)
            {
                page.Append(CultureInfo.InvariantCulture,
                    $"| {MarkdownText.Escape(change.Line.PartNumber)} | {MarkdownText.Escape(GetPeriod(comparison, verdict))} | {GetLook(verdict.Old)} | "
                        + $"{GetLook(verdict.New)} | {MarkdownText.Escape(verdict.Reason)} |\n");
            }
        }

        if (!comparison.Changes.IsEmpty)
        {
            page.Append("\n## Lines\n\n| | Part | Where | What changed |\n|---|---|---|---|\n");
            foreach (LineChange change in comparison.Changes)
            {
                string what = string.Join("; ", change.Fields.Select(field => $"{field.Name}: {Quoted(field.Old)} → {Quoted(field.New)}"));
                page.Append(CultureInfo.InvariantCulture, $"| {GetKind(change.Kind)} | {MarkdownText.Escape(change.Line.PartNumber)} | "
                    + $"{MarkdownText.Escape(change.Line.Place)} | {MarkdownText.Escape(what)} |\n");
            }
        }

        return page.ToString();
    }

    /// <summary>As JSON.</summary>
    public static string Json(ListComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        using var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(output, JsonReportWriter.Options))
        {
            json.WriteStartObject();
            json.WriteString("old", comparison.Old);
            json.WriteString("new", comparison.New);
            json.WriteBoolean("partial", comparison.IsPartial);
            json.WriteNumber("added", comparison[LineChangeKind.Added]);
            json.WriteNumber("removed", comparison[LineChangeKind.Removed]);
            json.WriteNumber("changed", comparison[LineChangeKind.Changed]);
            json.WriteNumber("unchanged", comparison.Unchanged);
            json.WriteStartArray("changes");
            foreach (LineChange change in comparison.Changes)
            {
                Write(json, change);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(output.ToArray()) + "\n";
    }

    // Ids are for programs; a person thinks of days.
    private static string GetPeriod(ListComparison comparison, VerdictChange verdict) => comparison.Periods.GetValueOrDefault(verdict.Regime, verdict.Regime);

    private static void Write(Utf8JsonWriter json, LineChange change)
    {
        json.WriteStartObject();
        json.WriteString("kind", GetKind(change.Kind));
        json.WriteString("partNumber", change.Line.PartNumber);
        json.WriteString("path", change.Line.TreePath);
        json.WriteString("oldPlace", change.Old?.Place);
        json.WriteString("newPlace", change.New?.Place);
        json.WriteStartArray("fields");
        foreach (FieldChange field in change.Fields)
        {
            json.WriteStartObject();
            json.WriteString("name", field.Name);
            json.WriteString("old", field.Old);
            json.WriteString("new", field.New);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("verdicts");
        foreach (VerdictChange verdict in change.Verdicts)
        {
            json.WriteStartObject();
            json.WriteString("regime", verdict.Regime);
            json.WriteString("old", verdict.Old is { } old ? ReportTokens.Format(old) : null);
            json.WriteString("new", verdict.New is { } now ? ReportTokens.Format(now) : null);
            json.WriteBoolean("worse", verdict.IsWorse);
            json.WriteString("reason", verdict.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string GetSummary(ListComparison comparison)
    {
        int worse = comparison.Changes.Count(change => change.Verdicts.Any(verdict => verdict.IsWorse));
        int other = comparison.Changes.Count(change => !change.Verdicts.IsEmpty) - worse;
        return $"{Wording.FormatCount(comparison[LineChangeKind.Added], "line")} added, {comparison[LineChangeKind.Removed]} removed, "
            + $"{comparison[LineChangeKind.Changed]} changed, {comparison.Unchanged} alike; "
            + $"verdicts are worse on {Wording.FormatCount(worse, "line")} and better or gone on {other}."
            + (comparison.IsPartial ? " Only lines that carry covered material were compared." : "");
    }

    private static string GetSign(LineChangeKind kind) => kind switch
    {
        LineChangeKind.Added => "+",
        LineChangeKind.Removed => "-",
        LineChangeKind.Changed => "~",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string GetKind(LineChangeKind kind) => kind switch
    {
        LineChangeKind.Added => "added",
        LineChangeKind.Removed => "removed",
        LineChangeKind.Changed => "changed",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string GetWord(Verdict? verdict) => verdict is { } known ? ReportTokens.Format(known) : "no line";

    private static string GetLook(Verdict? verdict) => verdict is { } known ? $"{VerdictLook.From(known).Shape} {VerdictLook.From(known).Name}" : "no line";

    private static string Quoted(string text) => text.Length == 0 ? "empty" : $"\"{text}\"";
}
