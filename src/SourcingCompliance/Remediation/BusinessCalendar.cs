namespace SourcingCompliance.Remediation;

/// <summary>
/// Business days of the United States federal government: Monday to Friday without the eleven holidays of 5 U.S.C. 6103(a) on
/// the day on which they are observed. A holiday on a Saturday is observed on the Friday before, one on a Sunday on the Monday
/// after (5 U.S.C. 6103(b), Executive Order 11582). Computed, so it holds for any year; days off by special order are not in it.
/// </summary>
public static class BusinessCalendar
{
    /// <summary>Whether the government works on this day.</summary>
    public static bool IsBusinessDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && HolidayObservedOn(day) is null;

    /// <summary>The name of the federal holiday that is observed on this day; null = none.</summary>
    public static string? HolidayObservedOn(DateOnly day)
    {
        if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            return null;
        }

        return HolidayFixedOn(day)
            ?? HolidayByWeekdayOn(day)
            ?? (day.DayOfWeek == DayOfWeek.Friday ? HolidayFixedOn(day.AddDays(1)) : null)
            ?? (day.DayOfWeek == DayOfWeek.Monday ? HolidayFixedOn(day.AddDays(-1)) : null);
    }

    /// <summary>
    /// The business day that lies a number of business days away. Zero gives the day itself, business day or not; from a day
    /// that is none, one day on is the next business day and one day back the last one before it.
    /// </summary>
    /// <param name="day">The day to count from; not counted itself.</param>
    /// <param name="businessDays">How many business days; negative counts back.</param>
    public static DateOnly AddBusinessDays(DateOnly day, int businessDays)
    {
        int step = Math.Sign(businessDays);
        DateOnly at = day;
        for (int left = Math.Abs(businessDays); left > 0;)
        {
            at = at.AddDays(step);
            if (IsBusinessDay(at))
            {
                left--;
            }
        }

        return at;
    }

    /// <summary>
    /// How many business days lie between two days: the first is not counted, the second is. Negative when the second is
    /// earlier. The inverse of <see cref="AddBusinessDays"/>.
    /// </summary>
    public static int BusinessDaysBetween(DateOnly first, DateOnly second)
    {
        int step = second >= first ? 1 : -1;
        int count = 0;
        for (DateOnly at = first; at != second;)
        {
            at = at.AddDays(step);
            if (IsBusinessDay(at))
            {
                count += step;
            }
        }

        return count;
    }

    /// <summary>This day if it is a business day, else the next one.</summary>
    public static DateOnly OnOrAfter(DateOnly day) => IsBusinessDay(day) ? day : AddBusinessDays(day, 1);

    /// <summary>This day if it is a business day, else the last one before it.</summary>
    public static DateOnly OnOrBefore(DateOnly day) => IsBusinessDay(day) ? day : AddBusinessDays(day, -1);

    private static string? HolidayFixedOn(DateOnly day) => (day.Month, day.Day) switch
    {
        (1, 1) => "New Year's Day",
        // Pub. L. 117-17: a holiday from 2021 on.
        (6, 19) when day.Year >= 2021 => "Juneteenth National Independence Day",
        (7, 4) => "Independence Day",
        (11, 11) => "Veterans Day",
        (12, 25) => "Christmas Day",
        _ => null,
    };

    private static string? HolidayByWeekdayOn(DateOnly day)
    {
        int nth = ((day.Day - 1) / 7) + 1;
        bool isLast = day.Day + 7 > DateTime.DaysInMonth(day.Year, day.Month);
        return (day.Month, day.DayOfWeek, nth) switch
        {
            (1, DayOfWeek.Monday, 3) => "Birthday of Martin Luther King, Jr.",
            (2, DayOfWeek.Monday, 3) => "Washington's Birthday",
            (5, DayOfWeek.Monday, _) when isLast => "Memorial Day",
            (9, DayOfWeek.Monday, 1) => "Labor Day",
            (10, DayOfWeek.Monday, 2) => "Columbus Day",
            (11, DayOfWeek.Thursday, 4) => "Thanksgiving Day",
            _ => null,
        };
    }
}
