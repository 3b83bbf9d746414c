using System.Text.Json.Nodes;
using static SourcingCompliance.Formats.Writing.Json.Expanding.JsonTables;

namespace SourcingCompliance.Formats.Writing.Json.Expanding;

/// <summary>
/// Puts back what a JSON report says once for many lines, findings and actions: each then stands whole, with its explanation, as reports of
/// schema version 1.0 write it. A report of that version, and what is written whole, comes back as it is.
/// </summary>
/// <remarks>Malformed references end in the exceptions of <see cref="JsonNode"/>: <see cref="InvalidOperationException"/>,
/// <see cref="ArgumentOutOfRangeException"/>.</remarks>
public sealed class ReportExpander
{
    private readonly JsonTables _tables;

    /// <summary>Prepares the tables of a report.</summary>
    /// <param name="report">The report, as parsed; not changed.</param>
    public ReportExpander(JsonObject report)
    {
        ArgumentNullException.ThrowIfNull(report);
        _tables = new JsonTables(report["tables"] as JsonObject ?? []);
    }

    /// <summary>The whole report.</summary>
    /// <param name="report">The report given to the constructor.</param>
    public JsonObject Expand(JsonObject report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var whole = (JsonObject)report.DeepClone();
        whole.Remove("tables");
        var settled = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (JsonObject file in GetObjects(whole["files"]))
        {
            LineExpander expander = GetLines(GetText(file, "path"));
            JsonObject[] lines = [.. GetObjects(file["lines"]).Select(expander.Expand)];
            file["lines"] = new JsonArray(lines);
            if (file["notInstalled"] is JsonArray left)
            {
                file["notInstalled"] = new JsonArray([.. GetObjects(left).Select(expander.Expand)]);
            }

            JsonObject[] findings = [.. GetObjects(file["findings"]).Select(finding => Finding(finding, lines, expander))];
            file["findings"] = new JsonArray(findings);
            foreach (JsonObject finding in findings)
            {
                foreach (string action in GetTexts(finding["actions"]))
                {
                    settled.TryAdd(action, []);
                    settled[action].Add(GetText(finding, "id"));
                }
            }
        }

        whole["actions"] =
            new JsonArray([.. GetObjects(whole["actions"]).Select(action => Action(action, settled.GetValueOrDefault(GetText(action, "id"), [])))]);
        if (whole["plan"] is JsonObject plan)
        {
            PutLateParts(plan);
        }

        foreach (JsonObject advisory in GetObjects(whole["advisories"]))
        {
            AddListedLines(advisory, GetObjects(whole["files"]));
        }

        return whole;
    }

    /// <summary>Expands the lines of a file.</summary>
    /// <param name="file">Its path as the report has it.</param>
    public LineExpander GetLines(string file) => new(_tables, file);

    private JsonObject Finding(JsonObject finding, JsonObject[] lines, LineExpander expander)
    {
        var whole = (JsonObject)finding.DeepClone();
        if (whole.ContainsKey("missing"))
        {
            return whole;
        }

        JsonObject? line = whole["line"] is { } place ? lines[place.GetValue<int>()] : null;
        int missing = PutShared(whole);
        whole.Remove("line");
        whole.Remove("refs");
        string maker = line is null ? "" : GetText(line, "manufacturer");
        whole.TryAdd("sheet", "");
        whole.TryAdd("cell", "");
        whole.TryAdd("cellText", "");
        whole.TryAdd("partNumber", "");
        whole.TryAdd("description", line is null ? "" : GetText(line, "description"));
        whole.TryAdd("manufacturer", maker);
        whole.TryAdd("supplier", line is null || GetText(line, "supplier").Length == 0 ? maker : GetText(line, "supplier"));
        whole.TryAdd("path", line?["path"]?.DeepClone() ?? new JsonArray());
        whole.TryAdd("countries", new JsonArray());
        foreach (string name in (string[])["material", "stage", "element", "country", "waiver", "baselineState"])
        {
            whole.TryAdd(name, null);
        }

        whole["missing"] = missing < 0 ? new JsonArray() : expander.Missing(missing, line is null ? 0 : GetNumber(line, "row"));
        return whole;
    }

    // What the finding has in common with others; gives the place of what is missing. Reports of version 1.1 refer to that place alone.
    private int PutShared(JsonObject finding)
    {
        if (finding["refs"] is not JsonObject refs)
        {
            return -1;
        }

        if (refs["finding"] is not { } place)
        {
            return refs["missing"]?.GetValue<int>() ?? -1;
        }

        var shared = _tables.Object("findings", place.GetValue<int>());
        finding["regimes"] = shared["regimes"]?.DeepClone();
        finding["citation"] = shared["citation"]?.DeepClone();
        if (shared["sentence"] is { } sentence)
        {
            finding["message"] = GetText(finding, "partNumber") + RowText.For(sentence.GetValue<string>(), GetNumber(finding, "row"));
        }

        return shared["missing"]?.GetValue<int>() ?? -1;
    }

    private void PutLateParts(JsonObject plan)
    {
        foreach (JsonObject part in GetObjects(plan["cannotBeFixed"]).Concat(GetObjects(plan["cannotBeFixedIfAnswerIsBad"])))
        {
            if (part["refs"] is not JsonObject refs)
            {
                continue;
            }

            part.Remove("refs");
            foreach ((string name, JsonNode? value) in _tables.Object("lateParts", GetNumber(refs, "latePart")))
            {
                part[name] = value?.DeepClone();
            }
        }
    }

    private JsonObject Action(JsonObject action, List<string> settled)
    {
        var whole = (JsonObject)action.DeepClone();
        if (whole["refs"] is not JsonObject refs)
        {
            return whole;
        }

        whole.Remove("refs");
        string[] parts = GetTexts(whole["parts"]);
        string? supplier = whole["supplier"]?.GetValue<string>();
        whole.TryAdd("supplier", null);
        foreach ((string name, JsonNode? value) in _tables.Object("actions", GetNumber(refs, "action")))
        {
            whole[name] = value?.DeepClone();
        }

        whole["detail"] = CompactActionJson.Fill(GetText(whole, "detail"), parts, supplier);
        whole["questions"] = new JsonArray([.. GetQuestions(refs, parts).Distinct(StringComparer.Ordinal).Select(question => (JsonNode)question)]);
        settled.Sort(StringComparer.Ordinal);
        whole.TryAdd("findings", new JsonArray([.. settled.Select(id => (JsonNode)id)]));
        return whole;
    }

    private IEnumerable<string> GetQuestions(JsonObject refs, string[] parts)
    {
        int[] lists = refs["questionsOfEach"] is { } each
            ? [.. parts.Index().SelectMany(part => (int[])[part.Index, each.GetValue<int>()])]
            : GetNumbers(refs["questions"]);
        for (int at = 0; at + 1 < lists.Length; at += 2)
        {
            foreach (int question in GetNumbers(_tables.Entry("questionLists", lists[at + 1])))
            {
                string text = _tables.Entry("questions", question).GetValue<string>();
                yield return lists[at] < 0 ? text : $"{parts[lists[at]]}: {text}";
            }
        }
    }

    private void AddListedLines(JsonObject advisory, JsonObject[] files)
    {
        if (advisory["listedLines"] is not JsonArray listed)
        {
            return;
        }

        advisory.Remove("listedLines");
        var lines = (JsonArray)(advisory["lines"] ?? new JsonArray());
        foreach (JsonObject group in GetObjects(listed))
        {
            Dictionary<int, string> parts = GetObjects(files.First(file => GetText(file, "path") == GetText(group, "file"))["lines"])
                .Where(line => GetText(line, "sheet") == GetText(group, "sheet")).DistinctBy(line => GetNumber(line, "row"))
                .ToDictionary(line => GetNumber(line, "row"), line => GetText(line, "partNumber"));
            int[] runs = GetNumbers(_tables.Entry("rows", GetNumber(group, "rows")));
            for (int at = 0; at + 2 < runs.Length; at += 3)
            {
                for (int row = runs[at]; row <= runs[at + 1]; row += runs[at + 2])
                {
                    lines.Add((JsonNode)new JsonObject
                    {
                        ["file"] = GetText(group, "file"), ["sheet"] = GetText(group, "sheet"),
                        ["row"] = row, ["partNumber"] = parts[row]
                    });
                }
            }
        }
    }
}
