using System.Collections.Immutable;
using System.Text.Json;
using SourcingCompliance.Decisions;
using SourcingCompliance.Law;

namespace SourcingCompliance.Formats.Writing.Json;

/// <summary>Writes the determinations behind a line's verdicts; the command that explains a part prints the same.</summary>
public static class ExplanationJson
{
    /// <summary>Writes the property <c>explanation</c>.</summary>
    /// <param name="json">The writer, inside the object of a line.</param>
    /// <param name="determinations">The determinations of the line.</param>
    public static void WriteAll(Utf8JsonWriter json, ImmutableArray<Determination> determinations)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartArray("explanation");
        foreach (Determination determination in determinations)
        {
            Write(json, determination);
        }

        json.WriteEndArray();
    }

    /// <summary>Writes what a determination says by itself, without its steps and facts.</summary>
    /// <param name="json">The writer, inside an object.</param>
    /// <param name="determination">The determination.</param>
    /// <param name="basis">Its basis, as it is written.</param>
    public static void WriteHead(Utf8JsonWriter json, Determination determination, string basis)
    {
        json.WriteString("pack", determination.Pack);
        json.WriteString("rule", determination.Rule);
        json.WriteString("regime", determination.Regime);
        json.WriteString("material", determination.Material);
        json.WriteString("presence", determination.Presence is { } presence ? ReportTokens.Format(presence) : null);
        json.WriteString("verdict", ReportTokens.Format(determination.Verdict));
        json.WriteString("citation", determination.Citation);
        json.WriteString("basis", basis);
        json.WriteString("decidingStep", determination.Deciding?.Requirement);
    }

    private static void Write(Utf8JsonWriter json, Determination determination)
    {
        json.WriteStartObject();
        WriteHead(json, determination, determination.Basis);
        json.WriteStartArray("steps");
        foreach (StepDetermination step in determination.Steps)
        {
            WriteStep(json, step);
        }

        json.WriteEndArray();
        json.WriteMissing(determination.Missing);
        json.WriteStartArray("exceptions");
        foreach (ExceptionDetermination exception in determination.Exceptions)
        {
            json.WriteStartObject();
            json.WriteString("rule", exception.Rule);
            json.WriteString("title", exception.Title);
            json.WriteString("established", ReportTokens.Format(exception.Established));
            json.WriteBoolean("claimed", exception.IsClaimed);
            json.WriteBoolean("basisOnFile", exception.HasBasis);
            json.WriteString("citation", exception.Citation);
            json.WriteMissing(exception.Missing);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("trace");
        foreach (ConditionTrace trace in determination.Trace)
        {
            WriteTrace(json, trace);
        }

        json.WriteEndArray();
        json.WriteStrings("notes", determination.Notes);
        DeterminationJson.WriteRest(json, determination);
        json.WriteEndObject();
    }

    /// <summary>Writes a condition and what came of it as one value.</summary>
    internal static void WriteTrace(Utf8JsonWriter json, ConditionTrace trace)
    {
        json.WriteStartObject();
        json.WriteString("rule", trace.Rule);
        json.WriteString("condition", trace.Condition);
        json.WriteString("truth", ReportTokens.Format(trace.Truth));
        json.WriteStrings("facts", trace.Facts);
        json.WriteEndObject();
    }

    private static void WriteStep(Utf8JsonWriter json, StepDetermination step)
    {
        json.WriteStartObject();
        json.WriteString("requirement", step.Requirement);
        json.WriteStrings("stages", step.Stages);
        json.WriteString("element", step.Element);
        json.WriteString("inCoveredCountry", ReportTokens.Format(step.InCoveredCountry));
        json.WriteStrings("countries", step.Countries.Select(country => country.Code));
        json.WriteString("cell", step.Statement?.Cell.ToString());
        json.WriteString("raw", step.Statement?.Raw);
        json.WriteString("citation", step.Citation);
        json.WriteBoolean("required", step.IsRequired);
        json.WriteStrings("otherCells", step.Others.Select(other => other.Cell.ToString()));
        json.WriteEndObject();
    }
}
