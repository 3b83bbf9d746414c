using System.Globalization;

namespace SourcingCompliance.Findings.Policies;

/// <summary>Reads a day from a cell. What can be read in two ways (03/04/2026) is not a day.</summary>
public static class CellDay
{
    private static readonly string[] Plain =
    [
        "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "d.M.yyyy", "d MMM yyyy", "d MMMM yyyy", "d-MMM-yyyy",
        "d-MMM-yy", "MMM d, yyyy", "MMMM d, yyyy", "MMM d yyyy", "MMMM d yyyy",
    ];

    private static readonly string[] DayFirst = ["d/M/yyyy", "d-M-yyyy"];
    private static readonly string[] MonthFirst = ["M/d/yyyy", "M-d-yyyy"];

    /// <summary>The day; null when the text is none, or is one in two ways.</summary>
    /// <param name="text">The text of the cell: <c>2026-03-01</c>, <c>1 Mar 2026</c>, <c>3/25/2026</c>, perhaps with a time after it.</param>
    public static DateOnly? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string day = WithoutTime(text.Trim());
        if (DateOnly.TryParseExact(day, Plain, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
        {
            return date;
        }

        bool isDayFirst = DateOnly.TryParseExact(day, DayFirst, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly one);
        bool isMonthFirst = DateOnly.TryParseExact(day, MonthFirst, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly other);
        return (isDayFirst, isMonthFirst) switch
        {
            (true, true) => one == other ? one : null,
            (true, false) => one,
            (false, true) => other,
            (false, false) => null,
        };
    }

    private static string WithoutTime(string text)
    {
        int at = text.IndexOf(':', StringComparison.Ordinal);
        int end = at < 0 ? -1 : text.LastIndexOfAny([' ', 'T'], at);
        return end > 0 ? text[..end].TrimEnd() : text;
    }
}
