using System.Text.Json;

namespace SourcingCompliance.Server.Uploads;

/// <summary>Turns the contract fields of a form into a contract file, the same that the command takes. A blank field is not known.</summary>
public static class ContractForm
{
    /// <summary>Names of the fields, as form, interface, and contract file spell them.</summary>
    public static IReadOnlyList<string> FieldNames { get; } =
    [
        "contractNumber", "clauseDate", "clauseInContract", "awardDate", "value", "placeOfUse", "acquiredOutsideUnitedStates", "specialtyMetalsClause",
    ];

    private static readonly string[] Choices = ["clauseInContract", "acquiredOutsideUnitedStates", "specialtyMetalsClause"];

    /// <summary>The contract file; null when every field is blank.</summary>
    /// <param name="form">The form.</param>
    /// <param name="fields">Reads its fields, and collects what is wrong with them.</param>
    public static byte[]? Write(UploadForm form, FieldReader fields)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(fields);
        using var output = new MemoryStream();
        int written = 0;
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            written += WriteText(json, "contractNumber", form["contractNumber"] is { Length: > 0 } number ? number : null);
            written += WriteText(json, "clauseDate", fields.ReadClauseDate("clauseDate"));
            written += WriteText(json, "awardDate", fields.ReadDay("awardDate") is { } award ? Formats.Writing.ReportTokens.Format(award) : null);
            written += WriteText(json, "placeOfUse", fields.ReadCountry("placeOfUse"));
            if (fields.ReadDollars("value") is { } value)
            {
                json.WriteNumber("value", value);
                written++;
            }

            foreach (string name in Choices)
            {
                if (fields.ReadYesNo(name) is { } isSo)
                {
                    json.WriteBoolean(name, isSo);
                    written++;
                }
            }

            json.WriteEndObject();
        }

        return written == 0 ? null : output.ToArray();
    }

    private static int WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (value is null)
        {
            return 0;
        }

        json.WriteString(name, value);
        return 1;
    }
}
