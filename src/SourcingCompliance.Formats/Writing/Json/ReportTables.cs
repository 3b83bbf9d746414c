using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using SourcingCompliance.Decisions;
using SourcingCompliance.Findings;
using SourcingCompliance.Law;
using SourcingCompliance.Recognition.Materials;
using SourcingCompliance.Remediation;

namespace SourcingCompliance.Formats.Writing.Json;

/// <summary>
/// What is the same for many lines, findings and actions of a report: it stands once in a table and is referred to by its place. Tables are
/// filled while the report is written and stand at its end. One for each report.
/// </summary>
internal sealed partial class ReportTables : IDisposable
{
    private readonly ValueTable _facts = new("facts");
    private readonly ValueTable _missing = new("missing");
    private readonly ValueTable _steps = new("steps");
    private readonly ValueTable _exceptions = new("exceptions");
    private readonly ValueTable _exceptionLists = new("exceptionLists");
    private readonly ValueTable _conditions = new("conditions");
    private readonly ValueTable _explanations = new("explanations");
    private readonly ValueTable _materials = new("materials");
    private readonly ValueTable _origins = new("origins");
    private readonly ValueTable _questions = new("questions");
    private readonly ValueTable _questionLists = new("questionLists");
    private readonly ValueTable _actions = new("actions");
    private readonly ValueTable _rows = new("rows");

    // Lines with the same facts share these objects, so that most need not be written to be found.
    private readonly Dictionary<object, int> _known = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<object, int> _originOf = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<object, int[]> _explanationOf = new(ReferenceEqualityComparer.Instance);

    /// <summary>Writes the property <c>tables</c>.</summary>
    public void Write(Utf8JsonWriter json, ElementWriter elements)
    {
        json.WriteStartObject("tables");
        foreach (ValueTable table in All)
        {
            table.Write(json, elements);
        }

        json.WriteEndObject();
    }

    /// <summary>The place of a covered material of a line.</summary>
    public int Add(MaterialOccurrence material)
    {
        if (_known.TryGetValue(material, out int place))
        {
            return place;
        }

        LineJson.WriteMaterial(_materials.Begin(), material);
        return _known[material] = _materials.End();
    }

    /// <summary>The place of what a line's cells say of its origin.</summary>
    public int GetOrigin(LineReport line)
    {
        if (line.SameStatements is { } facts)
        {
            return _originOf.TryGetValue(facts, out int known) ? known : _originOf[facts] = GetOrigin(line.ForSameFacts());
        }

        LineJson.WriteOriginValue(_origins.Begin(), line.Origins, cell => RowText.Format(cell, line));
        return _origins.End();
    }

    /// <summary>The place of a list of facts that are not on file.</summary>
    /// <param name="missing">The facts.</param>
    /// <param name="line">The line that they are missing of; null = the texts are written as they stand.</param>
    public int Add(ImmutableArray<MissingFact> missing, LineReport? line)
    {
        // A list that names no cell of the line is often the same object for many lines.
        if (line is not null && missing.Any(fact => RowText.NamesCell(fact.Question, line)))
        {
            return GetWritten(missing, line);
        }

        object key = ImmutableCollectionsMarshal.AsArray(missing) ?? [];
        return _known.TryGetValue(key, out int place) ? place : _known[key] = GetWritten(missing, null);
    }

    /// <summary>The places of the determinations of a line.</summary>
    public int[] GetExplanation(LineReport line)
    {
        if (line.SameFacts is not { } facts)
        {
            return [.. line.Determinations.Select(determination => Add(determination, line))];
        }

        if (!_explanationOf.TryGetValue(facts, out int[]? places))
        {
            LineReport any = line.ForSameFacts();
            _explanationOf.Add(facts, places = [.. any.Determinations.Select(determination => Add(determination, any))]);
        }

        return places;
    }

    private int GetWritten(ImmutableArray<MissingFact> missing, LineReport? line) => GetList(_missing, missing, fact =>
    {
        Utf8JsonWriter json = _facts.Begin();
        json.WriteStartObject();
        json.WriteString("fact", fact.Fact);
        json.WriteString("stage", fact.Stage);
        json.WriteString("element", fact.Element);
        json.WriteString("question", RowText.Format(fact.Question, line));
        json.WriteEndObject();
        return _facts.End();
    });

    /// <summary>The place of a determination of a line.</summary>
    private int Add(Determination determination, LineReport line)
    {
        int missing = Add(determination.Missing, line);
        int exceptions = GetList(_exceptionLists, determination.Exceptions, exception => Add(exception, line));
        int[] steps = [.. determination.Steps.Select(step => Add(step, line))];
        int[] trace = [.. determination.Trace.Select(Add)];
        Utf8JsonWriter json = _explanations.Begin();
        json.WriteStartObject();
        ExplanationJson.WriteHead(json, determination, RowText.Format(determination.Basis, line));
        json.WriteNumbers("steps", steps);
        json.WriteNumber("missing", missing);
        json.WriteNumber("exceptions", exceptions);
        json.WriteNumbers("trace", trace);
        json.WriteStrings("notes", determination.Notes.Select(note => RowText.Format(note, line)));
        DeterminationJson.WriteRest(json, determination, line);
        json.WriteEndObject();
        return _explanations.End();
    }

    /// <summary>The place of what an action has in common with others.</summary>
    public int Add(RemediationAction action, Func<string, string> template)
    {
        Utf8JsonWriter json = _actions.Begin();
        json.WriteStartObject();
        ActionJson.WriteShared(json, action, template(action.Detail));
        json.WriteEndObject();
        return _actions.End();
    }

    /// <summary>The place of a list of questions.</summary>
    public int Add(ImmutableArray<string> questions)
    {
        object key = ImmutableCollectionsMarshal.AsArray(questions) ?? [];
        return _known.TryGetValue(key, out int place) ? place : _known[key] = GetList(_questionLists, questions, question =>
        {
            _questions.Begin().WriteStringValue(question);
            return _questions.End();
        });
    }

    /// <summary>The place of rows of one sheet, as first row, last row and distance between neighbors, three numbers for each run.</summary>
    public int Add(IReadOnlyList<int> rows)
    {
        Utf8JsonWriter json = _rows.Begin();
        json.WriteStartArray();
        for (int at = 0; at < rows.Count;)
        {
            int step = at + 1 < rows.Count ? Math.Max(1, rows[at + 1] - rows[at]) : 1;
            int last = at;
            while (last + 1 < rows.Count && rows[last + 1] - rows[last] == step)
            {
                last++;
            }

            json.WriteNumberValue(rows[at]);
            json.WriteNumberValue(rows[last]);
            json.WriteNumberValue(step);
            at = last + 1;
        }

        json.WriteEndArray();
        return _rows.End();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (ValueTable table in All)
        {
            table.Dispose();
        }
    }

    private IEnumerable<ValueTable> All =>
    [
        _origins, _materials, _facts, _missing, _steps, _exceptions, _exceptionLists, _conditions, _explanations, _findings, _questions, _questionLists,
        _actions, _lateParts, _rows,
    ];

    private int Add(StepDetermination step, LineReport line)
    {
        Utf8JsonWriter json = _steps.Begin();
        json.WriteStartObject();
        json.WriteString("requirement", step.Requirement);
        json.WriteStrings("stages", step.Stages);
        json.WriteString("element", step.Element);
        json.WriteString("inCoveredCountry", ReportTokens.Format(step.InCoveredCountry));
        json.WriteStrings("countries", step.Countries.Select(country => country.Code));
        StatementJson.Write(json, step.Statement, line);
        json.WriteString("citation", step.Citation);
        json.WriteBoolean("required", step.IsRequired);
        StatementJson.WriteOthers(json, step.Others, line);
        json.WriteEndObject();
        return _steps.End();
    }

    private int Add(ExceptionDetermination exception, LineReport line)
    {
        int missing = Add(exception.Missing, line);
        Utf8JsonWriter json = _exceptions.Begin();
        json.WriteStartObject();
        json.WriteString("rule", exception.Rule);
        json.WriteString("title", exception.Title);
        json.WriteString("established", ReportTokens.Format(exception.Established));
        json.WriteBoolean("claimed", exception.IsClaimed);
        json.WriteBoolean("basisOnFile", exception.HasBasis);
        json.WriteString("citation", exception.Citation);
        json.WriteNumber("missing", missing);
        json.WriteEndObject();
        return _exceptions.End();
    }

    private int Add(ConditionTrace trace)
    {
        Utf8JsonWriter json = _conditions.Begin();
        ExplanationJson.WriteTrace(json, trace);
        return _conditions.End();
    }

    private static int GetList<T>(ValueTable lists, IReadOnlyList<T> values, Func<T, int> placeOf)
    {
        int[] places = [.. values.Select(placeOf)];
        Utf8JsonWriter json = lists.Begin();
        json.WriteStartArray();
        foreach (int place in places)
        {
            json.WriteNumberValue(place);
        }

        json.WriteEndArray();
        return lists.End();
    }
}
