using System.Globalization;
using SourcingCompliance.Primitives.Json;

namespace SourcingCompliance.Decisions;

/// <summary>The date after the title of clause 252.225-7052, as contracts write it.</summary>
/// <param name="Text">As the contract file writes it.</param>
/// <param name="Month">First day of the month; null = only a deviation is named.</param>
/// <param name="Deviation">Number of the class deviation, in capital letters: <c>2026-O0041</c>; null = none is named.</param>
internal sealed record ClauseDate(string Text, DateOnly? Month, string? Deviation)
{
    private const string Mark = "DEVIATION";

    /// <summary>The <c>clauseDate</c> of a contract file; null when it is not stated or cannot be used (SC9513).</summary>
    public static ClauseDate? From(JsonObjectReader root)
    {
        if (root.Text("clauseDate") is not { } text)
        {
            return null;
        }

        if (Parse(text) is { } date)
        {
            return date;
        }

        root.Refuse("clauseDate", $"\"{text}\"",
            "the month after the clause's title, such as \"MAY 2024\", \"2024-05\" or \"MAY 2024 (DEVIATION 2026-O0041)\",");
        return null;
    }

    /// <summary>Reads a text such as <c>MAY 2024</c>, <c>(May 2024)</c>, <c>2024-05</c> or <c>MAY 2024 (DEVIATION 2026-O0041)</c>; null when it is
    /// none.</summary>
    public static ClauseDate? Parse(string text)
    {
        string rest = text;
        string? deviation = null;
        if (text.IndexOf(Mark, StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
        {
            string behind = text[(at + Mark.Length)..].TrimStart(' ', ':', '#').Replace("No.", "", StringComparison.OrdinalIgnoreCase).TrimStart();
            int end = behind.IndexOfAny([' ', ')', ',', ';']);
            deviation = (end < 0 ? behind : behind[..end]).ToUpperInvariant();
            rest = text[..at] + " " + (end < 0 ? "" : behind[end..]);
            if (!IsDeviation(deviation))
            {
                return null;
            }

            // A zero typed for the letter is read as the letter.
            deviation = $"{deviation[..5]}O{deviation[6..]}";
        }

        string month = rest.Trim(' ', '(', ')', ',', ';', '.');
        string[] forms = ["yyyy-MM", "MMM yyyy", "MMMM yyyy", "yyyy-MM-dd"];
        return DateOnly.TryParseExact(month, forms, CultureInfo.InvariantCulture, DateTimeStyles.AllowInnerWhite, out DateOnly date)
            ? new ClauseDate(text.Trim(), new DateOnly(date.Year, date.Month, 1), deviation)
            : month.Length == 0 && deviation is not null ? new ClauseDate(text.Trim(), null, deviation) : null;
    }

    // 2026-O0041: year, hyphen, letter O (or a zero typed for it), four digits.
    private static bool IsDeviation(string number) =>
        number.Length == 10 && number[4] == '-' && number[5] is 'O' or '0' && number.Where((_, at) => at is not (4 or 5)).All(char.IsAsciiDigit);
}
