using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Primitives.Json;

namespace SourcingCompliance.Findings.Baselines;

/// <summary>Reads and writes baseline files (schema <c>rules/schema/baseline.schema.json</c>).</summary>
public static class BaselineFile
{
    private const int Version = 1;

    private static readonly JsonWriterOptions Options =
        new() { Indented = true, IndentSize = 2, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Writes the findings of a check as a baseline. Findings that are waived are left out: the baseline would outlive the waiver.
    /// </summary>
    /// <param name="files">The lists of the check.</param>
    /// <param name="asOf">The day of the check.</param>
    /// <param name="relativePath">The path of a list from the folder of the baseline, with forward slashes.</param>
    /// <param name="output">Receives the bytes; left open.</param>
    /// <param name="root">Path of the folder that was checked, from the folder of the baseline; null = not recorded.</param>
    /// <returns>How many findings were written.</returns>
    public static int Write(IReadOnlyList<FileReport> files, DateOnly asOf, Func<string, string> relativePath, Stream output, string? root = null)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(output);
        BaselineEntry[] entries = [.. BaselineEntries.Sorted(files.SelectMany(file => BaselineEntries.Get(file, relativePath(file.Path)))
            .Where(pair => !pair.Finding.IsWaived).Select(pair => pair.Entry))];
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "rules/schema/baseline.schema.json");
            json.WriteNumber("version", Version);
            json.WriteString("asOf", asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            if (root is not null)
            {
                json.WriteString("root", root);
            }

            json.WriteStartArray("findings");
            foreach (BaselineEntry entry in entries)
            {
                json.WriteStartObject();
                json.WriteString("file", entry.Key.File);
                json.WriteString("sheet", entry.Key.Sheet);
                json.WriteString("path", entry.Key.TreePath);
                json.WriteString("part", entry.Key.Part);
                json.WriteString("rule", entry.Key.Rule);
                json.WriteString("material", entry.Key.Material);
                json.WriteNumber("ordinal", entry.Key.Ordinal);
                json.WriteString("verdict", VerdictTokens.Format(entry.Verdict));
                json.WriteString("state", entry.State);
                json.WriteString("message", entry.Message);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
        return entries.Length;
    }

    /// <summary>Reads a baseline; null, with SC9802 and SC9820 saying why, when anything in it is wrong.</summary>
    /// <param name="content">The bytes of the file, UTF-8.</param>
    /// <param name="path">Path as given, with forward slashes.</param>
    /// <param name="diagnostics">Receives the faults.</param>
    public static Baseline? Parse(ReadOnlyMemory<byte> content, string path, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var faults = new DiagnosticBag();
        Baseline? baseline = JsonObjectReader.Open(content, JsonReadingContext.ForSettings(path, DiagnosticIds.BaselineInvalid, faults)) is { } root
            ? Read(root, path, faults)
            : null;
        foreach (Diagnostic fault in faults.Items)
        {
            diagnostics.Add(fault);
        }

        return faults.HasErrors ? null : baseline;
    }

    private static Baseline Read(JsonObjectReader root, string path, DiagnosticBag faults)
    {
        if (root.Number("version", isRequired: true) is { } version && version != Version)
        {
            root.Refuse("version", version.ToString(CultureInfo.InvariantCulture), "1");
        }

        DateOnly asOf = root.Date("asOf", isRequired: true) ?? default;
        string? folder = root.Text("root");
        var entries = new Dictionary<BaselineKey, BaselineEntry>();
        foreach (JsonObjectReader entry in root.Objects("findings", isRequired: true))
        {
            var key = new BaselineKey(
                entry.RequiredText("file"), entry.RequiredText("sheet"), entry.RequiredText("path"), entry.RequiredText("part"),
                entry.RequiredText("rule"), entry.RequiredText("material"), GetOrdinal(entry));
            Verdict verdict = GetVerdict(entry);
            if (!entries.TryAdd(key, new BaselineEntry(key, verdict, entry.RequiredText("state"), entry.Text("message") ?? "")))
            {
                faults.Error(DiagnosticIds.BaselineInvalid, CellRef.ForFile(path), $"{entry.Path} stands twice.", "Write the baseline anew.");
            }

            entry.Finish();
        }

        root.Finish();
        return new Baseline(path, asOf, BaselineEntries.Sorted(entries.Values)) { Root = folder };
    }

    private static int GetOrdinal(JsonObjectReader entry)
    {
        decimal number = entry.Number("ordinal", isRequired: true) ?? 0;
        if (number is >= 0 and <= int.MaxValue && decimal.IsInteger(number))
        {
            return (int)number;
        }

        entry.Refuse("ordinal", number.ToString(CultureInfo.InvariantCulture), "a whole number of 0 or more");
        return 0;
    }

    private static Verdict GetVerdict(JsonObjectReader entry)
    {
        string word = entry.RequiredText("verdict");
        if (VerdictTokens.ParseOfFinding(word) is { } verdict)
        {
            return verdict;
        }

        entry.Refuse("verdict", $"\"{word}\"", "violation, suspect or open");
        return Verdict.Violation;
    }
}
