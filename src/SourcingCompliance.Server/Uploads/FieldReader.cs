using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using SourcingCompliance.Formats.Files;
using SourcingCompliance.Formats.Writing;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Origins;
using SourcingCompliance.Server.Settings;

namespace SourcingCompliance.Server.Uploads;

/// <summary>
/// Reads what people type into the fields of a form: <c>$250,000</c>, <c>United States</c>, <c>5/2024</c>, <c>3/15/2027</c>. It collects what is wrong with
/// every field, so that a form is corrected once.
/// </summary>
/// <param name="form">The form.</param>
public sealed partial class FieldReader(UploadForm form)
{
    private static readonly string[] Days =
    [
        "yyyy-MM-dd", "M/d/yyyy", "MMM d, yyyy", "MMMM d, yyyy", "MMM d yyyy", "MMMM d yyyy", "d MMM yyyy",
        "d MMMM yyyy", "d-MMM-yyyy", "yyyy/MM/dd", "yyyyMMdd",
    ];

    private static readonly string[] Months = ["yyyy-MM", "M/yyyy", "MMM yyyy", "MMMM yyyy", "yyyy/MM", "M-yyyy", "MMM-yyyy", "yyyy-MM-dd"];

    private const string WholeDollars = @"^([0-9]+|[0-9]{1,3}(,[0-9]{3})+)(\.[0-9]{2})?\z";
    private const string UnitDollars = @"^([0-9]+|[0-9]{1,3}(,[0-9]{3})+)(\.[0-9]+)?\z";
    private const int MaximumLineCharacters = 200;
    private const int MaximumEntries = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    // Names and postal abbreviations of states that are countries or codes of ISO 3166 as well.
    private static readonly FrozenSet<string> States =
        "AL AR AZ CA CO DE GA ID IL IN KY LA MA MD ME MN MO MS MT NC NE PA SC SD TN VA GEORGIA".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly Lazy<Dictionary<string, (string Code, string Name)>> Countries = new(ReadCountries);

    private readonly Dictionary<string, string> _errors = new(StringComparer.Ordinal);

    /// <summary>A day; null = blank, or an error.</summary>
    /// <param name="name">Name of the field.</param>
    public DateOnly? ReadDay(string name)
    {
        string text = form[name];
        if (text.Length == 0)
        {
            return null;
        }

        if (!DateOnly.TryParseExact(WithShortMonth(text), Days, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out DateOnly day))
        {
            Refuse(name, "Enter a date, e.g. 2027-03-15 or March 15, 2027.");
            return null;
        }

        // 5/6/2027 is May 6 here and June 5 elsewhere; a threshold or a period may begin between the two.
        if (text.Contains('/', StringComparison.Ordinal) && !text.StartsWith(day.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            && day.Day <= 12 && day.Day != day.Month)
        {
            var other = new DateOnly(day.Year, day.Day, day.Month);
            Refuse(name, $"This can be {Wording.FormatDate(day)} or {Wording.FormatDate(other)}. Enter {ReportTokens.Format(day)} or "
                + $"{ReportTokens.Format(other)}.");
            return null;
        }

        return day;
    }

    /// <summary>The month of a clause as contracts write it, <c>MAY 2024</c>, with a deviation if one is named; null = blank, or an error.</summary>
    /// <param name="name">Name of the field.</param>
    public string? ReadClauseDate(string name)
    {
        string text = form[name];
        if (text.Length == 0)
        {
            return null;
        }

        // A deviation has a grammar of its own, which the contract reader knows.
        if (text.Contains("DEVIATION", StringComparison.OrdinalIgnoreCase))
        {
            return text;
        }

        if (DateOnly.TryParseExact(WithShortMonth(text).Trim('(', ')', ' ', '.'), Months, CultureInfo.InvariantCulture,
            DateTimeStyles.AllowWhiteSpaces, out DateOnly month))
        {
            return month.ToString("MMM yyyy", CultureInfo.InvariantCulture).ToUpperInvariant();
        }

        Refuse(name, "Enter a month and a year, e.g. MAY 2024 or 5/2024.");
        return null;
    }

    /// <summary>US dollars; null = blank, or an error.</summary>
    /// <param name="name">Name of the field.</param>
    public decimal? ReadDollars(string name)
    {
        string text = form[name];
        if (text.Length == 0)
        {
            return null;
        }

        string rest = text.Replace("USD", "", StringComparison.OrdinalIgnoreCase).Replace("US$", "", StringComparison.OrdinalIgnoreCase)
            .Replace("$", "", StringComparison.Ordinal)
            .Replace("dollars", "", StringComparison.OrdinalIgnoreCase).Trim();
        (string unit, decimal factor)[] units = [("million", 1_000_000), ("thousand", 1000), ("m", 1_000_000), ("k", 1000)];
        decimal times = 1;
        foreach ((string unit, decimal factor) in units)
        {
            if (rest.EndsWith(unit, StringComparison.OrdinalIgnoreCase))
            {
                rest = rest[..^unit.Length].Trim();
                times = factor;
                break;
            }
        }

        // 250,00 and 1.250 are 250 and 1,250 to those who write so: a comma stands before three digits, and a point before cents or a unit.
        string pattern = times == 1 ? WholeDollars : UnitDollars;
        if (Regex.IsMatch(rest, pattern, RegexOptions.CultureInvariant, Patience)
            && decimal.TryParse(rest, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out decimal value)
            && value < 1_000_000_000_000)
        {
            return value * times;
        }

        Refuse(name, "Enter US dollars, e.g. 250000 or $250,000.");
        return null;
    }

    /// <summary>The two-letter code of a country that is named or coded; null = blank, or an error.</summary>
    /// <param name="name">Name of the field.</param>
    public string? ReadCountry(string name)
    {
        string text = form[name];
        if (text.Length == 0)
        {
            return null;
        }

        string key = GetKey(text);
        if (Countries.Value.TryGetValue(key, out (string Code, string Name) country))
        {
            // "CA" is Canada to the standard and California to most who type it; use inside the United States must not become use abroad.
            string? other = States.Contains(key) ? "a U.S. state" : key == "NO" ? "the word no" : null;
            if (other is null)
            {
                return country.Code;
            }

            // Of a country that is called as the state is, only the code tells them apart.
            bool isSameName = key == GetKey(country.Name);
            Refuse(name, $"'{text}' can be {(isSameName ? "the country" : country.Name)} or {other}. Enter {(isSameName ? country.Code : country.Name)}, or "
                + $"United States.");
            return null;
        }

        Refuse(name, "Enter a country, e.g. United States or US.");
        return null;
    }

    /// <summary>Notes that a field cannot be used; the first reason stays.</summary>
    /// <param name="name">Name of the field.</param>
    /// <param name="message">What to enter.</param>
    public void Refuse(string name, string message) => _errors.TryAdd(name, message);

    /// <summary>Ends the reading.</summary>
    /// <exception cref="UploadRefusedException">A field cannot be used; it names every one of them.</exception>
    public void EnsureUsable()
    {
        if (_errors.Count > 0)
        {
            string sentences = string.Join(' ', _errors.Select(error => $"{error.Key} ('{form[error.Key]}'): {error.Value}"));
            throw new UploadRefusedException(StatusCodes.Status400BadRequest, ServerDiagnosticIds.UploadMalformed, sentences) { Errors = _errors };
        }
    }

    private static string WithShortMonth(string text) =>
        text.Contains("September", StringComparison.OrdinalIgnoreCase) ? text : text.Replace("Sept", "Sep", StringComparison.OrdinalIgnoreCase);

    private static string GetKey(string text) => new([.. text.ToUpperInvariant().Where(char.IsLetter)]);

    private static Dictionary<string, (string Code, string Name)> ReadCountries()
    {
        var codes = new Dictionary<string, (string Code, string Name)>(StringComparer.Ordinal)
        {
            ["USA"] = ("US", "United States"), ["AMERICA"] = ("US", "United States"), ["UK"] = ("GB", "United Kingdom"),
            ["SOUTHKOREA"] = ("KR", "South Korea"), ["KOREA"] = ("KR", "South Korea"),
        };
        CountryVocabulary vocabulary = CountryVocabulary.Load(RuleFolders.Shipped(), new DiagnosticBag());
        foreach (Country country in vocabulary.All)
        {
            codes.TryAdd(GetKey(vocabulary.GetName(country)), (country.Code, vocabulary.GetName(country)));
            codes.TryAdd(country.Code, (country.Code, vocabulary.GetName(country)));
        }

        return codes;
    }
}
