using System.Text.Json;
using SourcingCompliance.Decisions;
using SourcingCompliance.Findings;

namespace SourcingCompliance.Formats.Writing.Json;

/// <summary>Writes what stands beside the verdict of a determination: the exemption, adverse facts, and what a newer clause would say.</summary>
internal static class DeterminationJson
{
    /// <summary>Writes the properties <c>through</c>, <c>exemption</c>, <c>adverse</c> and <c>newerText</c>.</summary>
    /// <param name="json">The writer, inside the object of a determination.</param>
    /// <param name="determination">The determination.</param>
    /// <param name="line">The line whose cells are referred to; null = cells are written whole.</param>
    public static void WriteRest(Utf8JsonWriter json, Determination determination, LineReport? line = null)
    {
        json.WriteString("through", determination.Through);
        if (determination.Exemption is { } exemption)
        {
            json.WriteStartObject("exemption");
            json.WriteString("basis", exemption.Basis);
            json.WriteString("claimant", exemption.Claimant);
            json.WriteString("excuses", GetText(exemption.Excuses));
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("exemption");
        }

        json.WriteStartArray("adverse");
        foreach (AdverseFact fact in determination.Adverse)
        {
            json.WriteStartObject();
            json.WriteString("stage", fact.Stage);
            json.WriteString("element", fact.Element);
            json.WriteStrings("countries", fact.Countries.Select(country => country.Code));
            if (line is null)
            {
                json.WriteString("cell", fact.Statement.Cell.ToString());
                json.WriteString("raw", fact.Statement.Raw);
            }
            else
            {
                StatementJson.Write(json, fact.Statement, line);
            }

            json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(fact.Kind.ToString()));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (determination.NewerText is { } newer)
        {
            json.WriteStartObject("newerText");
            json.WriteString("clause", newer.Clause);
            json.WriteString("verdict", ReportTokens.Format(newer.Verdict));
            json.WriteString("reason", GetText(newer.Reason));
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("newerText");
        }

        string GetText(string text) => line is null ? text : RowText.Format(text, line);
    }
}
