using System.Globalization;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Calendar;

/// <summary>One day of a calendar.</summary>
/// <param name="Id">Stays the same from run to run, so that importing again moves the entry instead of adding one.</param>
/// <param name="Day">The day.</param>
/// <param name="Summary">What stands in the calendar.</param>
/// <param name="Description">What stands behind it.</param>
/// <param name="AsOf">The day of the check that it comes from; a later one goes before an earlier one.</param>
public sealed record CalendarEntry(string Id, DateOnly Day, string Summary, string Description, DateOnly AsOf)
{
    /// <summary>What it may be gathered with when there are too many; null = it always stands alone.</summary>
    public CalendarGroup? Group { get; init; }
}

/// <summary>Writes days as a calendar (RFC 5545), the same bytes for the same days.</summary>
public static class IcsCalendar
{
    // Counts the days since then as the version of an entry: a later run has a higher one, and no clock is needed.
    private static readonly DateOnly FirstVersion = new(2026, 1, 1);

    /// <summary>Writes a calendar.</summary>
    /// <param name="name">What a reader calls it.</param>
    /// <param name="tool">The program.</param>
    /// <param name="entries">The days, in any order.</param>
    /// <param name="output">Receives UTF-8.</param>
    public static void Write(string name, ToolIdentity tool, IEnumerable<CalendarEntry> entries, Stream output)
    {
        ArgumentNullException.ThrowIfNull(tool);
        ArgumentNullException.ThrowIfNull(output);
        var text = new IcsText();
        text.Add("BEGIN", "VCALENDAR");
        text.Add("VERSION", "2.0");
        text.AddText("PRODID", $"-//SourcingCompliance//{tool.Name} {tool.Version}//EN");
        text.Add("CALSCALE", "GREGORIAN");
        text.Add("METHOD", "PUBLISH");
        text.AddText("X-WR-CALNAME", name);
        foreach (CalendarEntry entry in entries.OrderBy(entry => entry.Day).ThenBy(entry => entry.Id, StringComparer.Ordinal))
        {
            WriteEntry(text, entry);
        }

        text.Add("END", "VCALENDAR");
        output.Write(text.ToBytes());
    }

    /// <summary>A day as the format spells it.</summary>
    internal static string GetDay(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static void WriteEntry(IcsText text, CalendarEntry entry)
    {
        text.Add("BEGIN", "VEVENT");
        text.AddText("UID", $"{entry.Id}@sourcing-compliance");
        text.Add("DTSTAMP", $"{GetDay(entry.AsOf)}T000000Z");
        text.Add("SEQUENCE", Math.Max(0, entry.AsOf.DayNumber - FirstVersion.DayNumber).ToString(CultureInfo.InvariantCulture));
        text.Add("DTSTART;VALUE=DATE", GetDay(entry.Day));

        // RFC 5545 §3.6.1: the end is not part of the event, so a single day ends on the next one.
        text.Add("DTEND;VALUE=DATE", GetDay(entry.Day.AddDays(1)));
        text.AddText("SUMMARY", entry.Summary);
        text.AddText("DESCRIPTION", entry.Description);
        text.Add("CATEGORIES", "Sourcing");
        text.Add("CLASS", "CONFIDENTIAL");
        text.Add("STATUS", "CONFIRMED");
        text.Add("TRANSP", "TRANSPARENT");
        text.Add("BEGIN", "VALARM");
        text.Add("ACTION", "DISPLAY");
        text.AddText("DESCRIPTION", entry.Summary);
        text.Add("TRIGGER", "-P1D");
        text.Add("END", "VALARM");
        text.Add("END", "VEVENT");
    }
}
