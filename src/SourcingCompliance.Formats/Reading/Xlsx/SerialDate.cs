using System.Globalization;

namespace SourcingCompliance.Formats.Reading.Xlsx;

/// <summary>Turns a workbook's day numbers into ISO dates.</summary>
internal static class SerialDate
{
    /// <summary>9999-12-31 in the 1900 system.</summary>
    private const double LastDay = 2_958_466;

    /// <summary>Days between the 1900 and the 1904 system.</summary>
    private const int DaysTo1904 = 1462;

    /// <summary>
    /// The date as <c>2026-02-05</c>, with <c>T10:30:00</c> when it has a time of day; a time alone as <c>10:30:00</c>;
    /// null = no date of the system.
    /// </summary>
    /// <param name="serial">Days since the system's day 0, the fraction is the time of day.</param>
    /// <param name="meaning">Whether the format shows a date or only a time.</param>
    /// <param name="is1904">Whether the workbook counts from 1904.</param>
    public static string? GetText(double serial, NumberMeaning meaning, bool is1904)
    {
        if (!(serial >= 0 && serial < LastDay))
        {
            return null;
        }

        if (meaning == NumberMeaning.Time && serial < 1)
        {
            return TimeOnly.FromTimeSpan(TimeSpan.FromSeconds(Math.Min(Math.Round(serial * 86_400), 86_399)))
                .ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        }

        double days = is1904 ? serial + DaysTo1904 : serial;

        // The 1900 system counts a 29 February 1900 that never was; before it the days are one behind.
        double shifted = !is1904 && days < 60 ? days + 1 : days;
        if (shifted >= LastDay)
        {
            return null;
        }

        DateTime date = new DateTime(1899, 12, 30).AddSeconds(Math.Round(shifted * 86_400));
        return date.TimeOfDay == TimeSpan.Zero
            ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : date.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
    }
}
