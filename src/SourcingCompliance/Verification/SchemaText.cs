using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SourcingCompliance.Verification;

/// <summary>The keywords of a schema that speak of texts: length, pattern, format.</summary>
internal static class SchemaText
{
    /// <summary>Whether a text fits a keyword.</summary>
    /// <exception cref="NotSupportedException">The format is not known here.</exception>
    public static bool Fits(string keyword, JsonElement wanted, string text) => keyword switch
    {
        "minLength" => text.EnumerateRunes().Count() >= wanted.GetInt32(),
        "maxLength" => text.EnumerateRunes().Count() <= wanted.GetInt32(),
        "pattern" => Regex.IsMatch(text, wanted.GetString() ?? ""),
        _ => wanted.GetString() switch
        {
            "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
            "uri-reference" => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _),
            var format => throw new NotSupportedException($"The format '{format}' is not known here. Add it to SchemaText, with a test."),
        },
    };

    /// <summary>What the keyword asks for, in words.</summary>
    public static string Expected(string keyword, JsonElement wanted) => keyword switch
    {
        "minLength" when wanted.GetInt32() == 1 => "a text that is not empty",
        "minLength" => $"a text of {wanted} characters or more",
        "maxLength" => $"a text of {wanted} characters or fewer",
        "pattern" => $"a text of the form {wanted}",
        _ => wanted.GetString() == "date" ? "a date such as 2027-01-01" : $"a text of the format {wanted}",
    };
}
