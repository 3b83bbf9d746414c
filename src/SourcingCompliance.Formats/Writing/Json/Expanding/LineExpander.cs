using System.Text.Json.Nodes;
using static SourcingCompliance.Formats.Writing.Json.Expanding.JsonTables;

namespace SourcingCompliance.Formats.Writing.Json.Expanding;

/// <summary>Puts back what stands in the tables of a report for the lines of one file.</summary>
/// <param name="tables">The tables of the report.</param>
/// <param name="file">Path of the file.</param>
public sealed class LineExpander(JsonTables tables, string file)
{
    /// <summary>A whole line.</summary>
    /// <param name="line">The line as the report has it; not changed.</param>
    public JsonObject Expand(JsonObject line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var whole = (JsonObject)line.DeepClone();
        if (whole["refs"] is not JsonObject refs)
        {
            whole.TryAdd("explanation", new JsonArray());
            return whole;
        }

        whole.Remove("refs");
        int row = GetNumber(whole, "row");
        if (refs["origin"] is { } origin)
        {
            whole["origin"] = Origin(origin.GetValue<int>(), row);
            whole["materials"] = new JsonArray([.. GetNumbers(refs["materials"]).Select(at => tables.Entry("materials", at))]);
            FillLine(whole);
        }

        whole["explanation"] = new JsonArray([.. GetNumbers(refs["explanation"]).Select(at => Explanation(at, row, whole))]);
        return whole;
    }

    private static void FillLine(JsonObject line)
    {
        foreach (string name in (string[])["sheet", "partNumber", "description", "manufacturer", "supplier"])
        {
            line.TryAdd(name, "");
        }

        line.TryAdd("level", 0);
        line.TryAdd("quantity", null);
        line.TryAdd("path", new JsonArray(GetText(line, "partNumber")));
        line.TryAdd("otherSubstances", new JsonArray());
        line.TryAdd("rolledUp", line["verdicts"]?.DeepClone());
    }

    private JsonObject Explanation(int at, int row, JsonObject line)
    {
        var whole = tables.Object("explanations", at);
        whole["basis"] = RowText.For(GetText(whole, "basis"), row);
        whole["steps"] = new JsonArray([.. GetNumbers(whole["steps"]).Select(step => Step(step, line))]);
        whole["missing"] = Missing(GetNumber(whole, "missing"), row);
        whole["exceptions"] = new JsonArray([.. GetNumbers(tables.Entry("exceptionLists", GetNumber(whole, "exceptions"))).Select(exception =>
        {
            var one = tables.Object("exceptions", exception);
            one["missing"] = Missing(GetNumber(one, "missing"), row);
            return one;
        })]);
        whole["trace"] = new JsonArray([.. GetNumbers(whole["trace"]).Select(condition => tables.Entry("conditions", condition))]);
        whole["notes"] = new JsonArray([.. GetTexts(whole["notes"]).Select(note => (JsonNode)RowText.For(note, row))]);
        if (whole["exemption"] is JsonObject exemption)
        {
            exemption["excuses"] = RowText.For(GetText(exemption, "excuses"), row);
        }

        if (whole["newerText"] is JsonObject newer)
        {
            newer["reason"] = RowText.For(GetText(newer, "reason"), row);
        }

        foreach (JsonObject fact in GetObjects(whole["adverse"]))
        {
            PutStatement(fact, line);
        }

        return whole;
    }

    private JsonObject Step(int at, JsonObject line)
    {
        var step = tables.Object("steps", at);
        PutStatement(step, line);
        step.TryAdd("cell", null);
        step.TryAdd("raw", null);
        string[] others = [.. GetNumbers(step["others"]).Select(place => GetCell(GetStatement(line, place), line))];
        step.Remove("others");
        step.TryAdd("otherCells", new JsonArray([.. others.Select(cell => (JsonNode)cell)]));
        return step;
    }

    private void PutStatement(JsonObject owner, JsonObject line)
    {
        if (owner["statement"] is { } place)
        {
            JsonObject statement = GetStatement(line, place.GetValue<int>());
            owner.Remove("statement");
            owner["cell"] = GetCell(statement, line);
            owner["raw"] = GetText(statement, "raw");
        }
    }

    private static JsonObject GetStatement(JsonObject line, int place) =>
        (JsonObject)(line["origin"]?["statements"]?[place] ?? throw new InvalidOperationException("A statement of the line is missing."));

    private string GetCell(JsonObject statement, JsonObject line) =>
        string.Join('!', new[] { file, GetText(line, "sheet"), GetText(statement, "cell") }.Where(part => part.Length > 0));

    private JsonObject Origin(int at, int row)
    {
        var origin = tables.Object("origins", at);
        foreach (JsonObject statement in GetObjects(origin["statements"]))
        {
            statement["cell"] = RowText.For(GetText(statement, "cell"), row);
        }

        return origin;
    }

    /// <summary>Facts that are not on file.</summary>
    /// <param name="at">Place of the list.</param>
    /// <param name="row">Row of the line.</param>
    public JsonArray Missing(int at, int row) => new([.. GetNumbers(tables.Entry("missing", at)).Select(place =>
    {
        var fact = tables.Object("facts", place);
        fact["question"] = RowText.For(GetText(fact, "question"), row);
        return fact;
    })]);
}
