using System.Globalization;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Formats.Reading.Evidence;

/// <summary>How texts of forms are compared and dated.</summary>
internal static class FormText
{
    private static readonly string[] DayFirst = ["d.M.yyyy", "d MMM yyyy", "d MMMM yyyy", "d-MMM-yyyy", "MMM d, yyyy", "MMMM d, yyyy"];
    private static readonly string[] YearFirst = ["yyyy-MM-dd", "yyyy/MM/dd", "yyyy.MM.dd", "yyyy-MM-ddTHH:mm:ss", "yyyyMMdd"];

    /// <summary>A text on one line, no longer than the ledger keeps of it.</summary>
    public static string Shorten(string text) => QuotedText.Quote(text.Trim(), 200);

    /// <summary>Whether two texts are the same but for case and the white space around them.</summary>
    public static bool AreSame(string one, string other) => string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);

    /// <summary>The date that a text states; null, with the reason, when it states none or can be read in two ways.</summary>
    /// <param name="text">The text.</param>
    /// <param name="reason">Why it is no date; empty for a date and for a blank text.</param>
    public static DateOnly? ReadDate(string text, out string reason)
    {
        reason = "";
        string trimmed = text.Trim();
        if (trimmed.Length == 0)
        {
            return null;
        }

        string day = trimmed.Length > 10 && trimmed[10] == 'T' ? trimmed[..10] : trimmed;
        if (DateOnly.TryParseExact(day, [.. YearFirst, .. DayFirst], CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
        {
            return date;
        }

        // A day that was typed into a cell without a date format: days since December 30, 1899.
        if (decimal.TryParse(trimmed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal serial) && serial is >= 36526 and < 73051)
        {
            return new DateOnly(1899, 12, 30).AddDays((int)serial);
        }

        return ReadSlashed(trimmed, out reason);
    }

    // 03/08/2026 is March 8 in one country and August 3 in another.
    private static DateOnly? ReadSlashed(string text, out string reason)
    {
        bool isMonthFirst = DateOnly.TryParseExact(text, "M/d/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly monthFirst);
        bool isDayFirst = DateOnly.TryParseExact(text, "d/M/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly dayFirst);
        reason = (isMonthFirst, isDayFirst) switch
        {
            (true, true) when monthFirst != dayFirst => "The day and the month of this date can be read in two ways.",
            (false, false) => "This text is not a date.",
            _ => "",
        };
        return reason.Length > 0 ? null : isMonthFirst ? monthFirst : dayFirst;
    }
}
