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
        int row = NumberOf(whole, "row");
        if (refs["origin"] is { } origin)
        {
            whole["origin"] = Origin(origin.GetValue<int>(), row);
            whole["materials"] = new JsonArray([.. NumbersOf(refs["materials"]).Select(at => tables.Entry("materials", at))]);
            FillLine(whole);
        }

        whole["explanation"] = new JsonArray([.. NumbersOf(refs["explanation"]).Select(at => Explanation(at, row, whole))]);
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
        line.TryAdd("path", new JsonArray(TextOf(line, "partNumber")));
        line.TryAdd("otherSubstances", new JsonArray());
        line.TryAdd("rolledUp", line["verdicts"]?.DeepClone());
    }

    private JsonObject Explanation(int at, int row, JsonObject line)
    {
        var whole = tables.Object("explanations", at);
        whole["basis"] = RowText.For(TextOf(whole, "basis"), row);
        whole["steps"] = new JsonArray([.. NumbersOf(whole["steps"]).Select(step => Step(step, line))]);
        whole["missing"] = Missing(NumberOf(whole, "missing"), row);
        whole["exceptions"] = new JsonArray([.. NumbersOf(tables.Entry("exceptionLists", NumberOf(whole, "exceptions"))).Select(exception =>
        {
            var one = tables.Object("exceptions", exception);
            one["missing"] = Missing(NumberOf(one, "missing"), row);
            return one;
        })]);
        whole["trace"] = new JsonArray([.. NumbersOf(whole["trace"]).Select(condition => tables.Entry("conditions", condition))]);
        whole["notes"] = new JsonArray([.. TextsOf(whole["notes"]).Select(note => (JsonNode)RowText.For(note, row))]);
        if (whole["exemption"] is JsonObject exemption)
        {
            exemption["excuses"] = RowText.For(TextOf(exemption, "excuses"), row);
        }

        if (whole["newerText"] is JsonObject newer)
        {
            newer["reason"] = RowText.For(TextOf(newer, "reason"), row);
        }

        foreach (JsonObject fact in ObjectsOf(whole["adverse"]))
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
        string[] others = [.. NumbersOf(step["others"]).Select(place => CellOf(StatementOf(line, place), line))];
        step.Remove("others");
        step.TryAdd("otherCells", new JsonArray([.. others.Select(cell => (JsonNode)cell)]));
        return step;
    }

    private void PutStatement(JsonObject owner, JsonObject line)
    {
        if (owner["statement"] is { } place)
        {
            JsonObject statement = StatementOf(line, place.GetValue<int>());
            owner.Remove("statement");
            owner["cell"] = CellOf(statement, line);
            owner["raw"] = TextOf(statement, "raw");
        }
    }

    private static JsonObject StatementOf(JsonObject line, int place) =>
        (JsonObject)(line["origin"]?["statements"]?[place] ?? throw new InvalidOperationException("A statement of the line is missing."));

    private string CellOf(JsonObject statement, JsonObject line) =>
        string.Join('!', new[] { file, TextOf(line, "sheet"), TextOf(statement, "cell") }.Where(part => part.Length > 0));

    private JsonObject Origin(int at, int row)
    {
        var origin = tables.Object("origins", at);
        foreach (JsonObject statement in ObjectsOf(origin["statements"]))
        {
            statement["cell"] = RowText.For(TextOf(statement, "cell"), row);
        }

        return origin;
    }

    /// <summary>Facts that are not on file.</summary>
    /// <param name="at">Place of the list.</param>
    /// <param name="row">Row of the line.</param>
    public JsonArray Missing(int at, int row) => new([.. NumbersOf(tables.Entry("missing", at)).Select(place =>
    {
        var fact = tables.Object("facts", place);
        fact["question"] = RowText.For(TextOf(fact, "question"), row);
        return fact;
    })]);
}
