using System.Globalization;
using System.Text.Json;
using SourcingCompliance.Server.Settings;

namespace SourcingCompliance.Server.Uploads;

/// <summary>Turns the contract fields of a form into a contract file, the same that the command takes. What is left empty is not known.</summary>
public static class ContractForm
{
    private static readonly string[] Texts = ["contractNumber", "clauseDate", "awardDate", "placeOfUse"];
    private static readonly string[] Choices = ["clauseInContract", "acquiredOutsideUnitedStates", "specialtyMetalsClause"];

    /// <summary>The contract file; null when every field is empty.</summary>
    /// <exception cref="UploadRefusedException">A field has a value that cannot be used.</exception>
    public static byte[]? Write(UploadForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        using var output = new MemoryStream();
        int written = 0;
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            foreach (string name in Texts.Where(name => form[name].Length > 0))
            {
                json.WriteString(name, name == "placeOfUse" ? form[name].ToUpperInvariant() : form[name]);
                written++;
            }

            if (form["value"].Length > 0)
            {
                json.WriteNumber("value", decimal.TryParse(form["value"], NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out decimal value)
                    ? value
                    : throw Unusable("value", form["value"], "a number of US dollars, for example 250000"));
                written++;
            }

            foreach (string name in Choices.Where(name => form[name].Length > 0))
            {
                json.WriteBoolean(name, form[name] switch
                {
                    "yes" or "true" => true,
                    "no" or "false" => false,
                    _ => throw Unusable(name, form[name], "yes, no, or nothing when it is not known"),
                });
                written++;
            }

            json.WriteEndObject();
        }

        return written == 0 ? null : output.ToArray();
    }

    /// <summary>A date of the form; null when it is empty.</summary>
    /// <exception cref="UploadRefusedException">It is no date.</exception>
    public static DateOnly? DateOf(UploadForm form, string name)
    {
        ArgumentNullException.ThrowIfNull(form);
        return form[name].Length == 0 ? null
            : DateOnly.TryParseExact(form[name], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) ? date
            : throw Unusable(name, form[name], "a date of the form YYYY-MM-DD");
    }

    /// <summary>The answer to a value that cannot be used.</summary>
    internal static UploadRefusedException Unusable(string name, string value, string expected) =>
        new(StatusCodes.Status400BadRequest, ServerDiagnosticIds.UploadMalformed, $"The field {name} holds '{value}'; expected is {expected}.");
}
