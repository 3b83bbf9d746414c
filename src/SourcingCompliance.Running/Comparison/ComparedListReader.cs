using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Writing;
using SourcingCompliance.Formats.Writing.Json;
using SourcingCompliance.Formats.Writing.Json.Expanding;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Primitives.Json;
using SourcingCompliance.Reports;
using SourcingCompliance.Reports.Comparison;

namespace SourcingCompliance.Running.Comparison;

/// <summary>Makes lists that can be compared of JSON reports. A list that was just checked goes the same way, so that both say the same.</summary>
public static class ComparedListReader
{
    /// <summary>The list of a check.</summary>
    public static ComparedList Get(ComplianceReport report, string name)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var json = new MemoryStream();
        new JsonReportWriter().Write(report, json);
        return Parse(json.ToArray(), name, new DiagnosticBag()) ?? throw new InvalidOperationException("The report that was written cannot be read.");
    }

    /// <summary>The list of a JSON report; null and SC9830 when it is none.</summary>
    /// <param name="content">The bytes, UTF-8.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="diagnostics">Receives SC9830 and SC9831.</param>
    public static ComparedList? Parse(ReadOnlyMemory<byte> content, string name, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        try
        {
            using JsonDocument document = JsonText.Parse(content);
            JsonElement root = document.RootElement;
            JsonElement[] files = [.. root.GetProperty("files").EnumerateArray()];
            var expander = new ReportExpander(root.TryGetProperty("tables", out JsonElement tables)
                ? new JsonObject { ["tables"] = JsonObject.Create(tables) } : []);
            bool hasAllLines = root.GetProperty("run").GetProperty("allLines").GetBoolean();
            if (!hasAllLines)
            {
                diagnostics.Warn(DiagnosticIds.ComparedReportPartial, CellRef.ForFile(name),
                    "The report lists only lines that carry covered material; only those are compared.", "Make it with --lines all to compare every line.");
            }

            if (root.GetProperty("summary").GetProperty("exitCode").GetInt32() >= ExitCodes.Input)
            {
                diagnostics.Warn(DiagnosticIds.ComparedReportPartial, CellRef.ForFile(name),
                    "The report is of a check that could not read or apply everything; what it could not read is not compared.", "Repair the check first.");
            }

            return new ComparedList(name, [.. files.SelectMany(file => GetLines(file, expander, files.Length > 1))],
                hasAllLines)
            { Periods = GetPeriods(root.GetProperty("summary").GetProperty("regimes")) };
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException
            or FormatException or ArgumentOutOfRangeException)
        {
            // A stranger's file is bad input; the parser knows only these ways to say so.
            diagnostics.Error(DiagnosticIds.ComparedReportInvalid, CellRef.ForFile(name), $"The file is not a JSON report of this program: {problem.Message}",
                "Name a list, or a report written with --format json.");
            return null;
        }
    }

    private static ImmutableSortedDictionary<string, string> GetPeriods(JsonElement regimes) => regimes.EnumerateArray()
        .ToImmutableSortedDictionary(regime => GetText(regime, "id"),
            regime => RegimeWords.GetPeriod(GetText(regime, "from"), GetText(regime, "to")), StringComparer.Ordinal);

    private static ComparedLine[] GetLines(JsonElement file, ReportExpander expander, bool isOneOfSeveral)
    {
        string path = GetText(file, "path");
        LineExpander lines = expander.GetLines(path);
        return [.. file.GetProperty("lines").EnumerateArray()
            .Select(line => GetLine(GetWhole(line, lines), isOneOfSeveral ? path[(path.LastIndexOf('/') + 1)..] : ""))];
    }

    // What stands once for many lines is put back line by line; a line of schema version 1.0 is whole.
    private static JsonElement GetWhole(JsonElement line, LineExpander lines) => line.TryGetProperty("refs", out _)
        ? GetJsonElement(lines.Expand(JsonObject.Create(line) ?? []))
        : line;

    private static JsonElement GetJsonElement(JsonObject line)
    {
        using JsonDocument document = JsonDocument.Parse(line.ToJsonString());
        return document.RootElement.Clone();
    }

    private static ComparedLine GetLine(JsonElement line, string file)
    {
        string sheet = GetText(line, "sheet");
        string row = string.Create(CultureInfo.InvariantCulture, $"row {line.GetProperty("row").GetInt32()}");
        return new ComparedLine
        {
            File = file,
            Place = string.Join(' ', new[] { file, sheet, row }.Where(part => part.Length > 0)),
            PartNumber = GetText(line, "partNumber"),
            TreePath = string.Join('/', line.GetProperty("path").EnumerateArray().Select(part => part.GetString())),
            Fields = [.. GetFields(line)],
            Verdicts = [.. line.GetProperty("verdicts").EnumerateObject()
                .Select(pair => new RegimeVerdict(pair.Name, GetVerdict(pair.Value.GetString() ?? "")))],
            Reasons = GetReasons(line),
            Matters = line.GetProperty("rolledUp").EnumerateObject().Any(pair => GetVerdict(pair.Value.GetString() ?? "") != Verdict.NotCovered),
        };
    }

    private static IEnumerable<LineField> GetFields(JsonElement line)
    {
        foreach (string name in (string[])["description", "quantity", "manufacturer", "supplier"])
        {
            yield return new LineField(name, GetText(line, name));
        }

        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (JsonElement statement in line.GetProperty("origin").GetProperty("statements").EnumerateArray())
        {
            string name = GetText(statement, "field") + GetText(statement, "element");
            int ordinal = seen[name] = seen.GetValueOrDefault(name) + 1;
            yield return new LineField(ordinal == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}_{ordinal}"), GetText(statement, "raw"));
        }
    }

    // Of several materials the worst speaks for the line.
    private static ImmutableSortedDictionary<string, string> GetReasons(JsonElement line) =>
        (line.TryGetProperty("explanation", out JsonElement explanation) ? explanation.EnumerateArray() : default)
        .Select(determination => (Regime: GetText(determination, "regime"), Verdict: GetVerdict(GetText(determination, "verdict")),
            Basis: GetText(determination, "basis"), Citation: GetText(determination, "citation")))
        .GroupBy(determination => determination.Regime, StringComparer.Ordinal)
        .Select(group => group.OrderBy(determination => determination.Verdict).First())
        .ToImmutableSortedDictionary(worst => worst.Regime, worst => worst.Basis.Contains(worst.Citation, StringComparison.Ordinal)
            ? worst.Basis : $"{worst.Basis} ({worst.Citation})", StringComparer.Ordinal);

    private static string GetText(JsonElement element, string name) => element.GetProperty(name) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString() ?? "",
        { ValueKind: JsonValueKind.Null } => "",
        var other => other.GetRawText(),
    };

    private static Verdict GetVerdict(string word)
    {
        foreach (Verdict verdict in Enum.GetValues<Verdict>())
        {
            if (ReportTokens.Format(verdict) == word)
            {
                return verdict;
            }
        }

        throw new FormatException($"'{word}' is not a verdict.");
    }
}
