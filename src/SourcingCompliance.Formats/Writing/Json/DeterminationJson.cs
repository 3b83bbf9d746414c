using System.Text.Json;
using SourcingCompliance.Determinations;

namespace SourcingCompliance.Formats.Writing.Json;

/// <summary>Writes what stands beside the verdict of a determination: the exemption, adverse facts, and what a newer clause would say.</summary>
internal static class DeterminationJson
{
    /// <summary>Writes the properties <c>through</c>, <c>exemption</c>, <c>adverse</c> and <c>newerText</c>.</summary>
    public static void WriteRest(Utf8JsonWriter json, Determination determination)
    {
        json.WriteString("through", determination.Through);
        if (determination.Exemption is { } exemption)
        {
            json.WriteStartObject("exemption");
            json.WriteString("basis", exemption.Basis);
            json.WriteString("claimant", exemption.Claimant);
            json.WriteString("excuses", exemption.Excuses);
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
            json.WriteString("cell", fact.Statement.Cell.ToString());
            json.WriteString("raw", fact.Statement.Raw);
            json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(fact.Kind.ToString()));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (determination.NewerText is { } newer)
        {
            json.WriteStartObject("newerText");
            json.WriteString("clause", newer.Clause);
            json.WriteString("verdict", ReportTokens.Of(newer.Verdict));
            json.WriteString("reason", newer.Reason);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("newerText");
        }
    }
}
