using System.Globalization;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Server.Components;

/// <summary>How pages write numbers and moments.</summary>
internal static class Numbers
{
    /// <summary>A number with commas.</summary>
    /// <param name="value">The number.</param>
    public static string Format(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A count with its noun.</summary>
    /// <param name="value">The count.</param>
    /// <param name="noun">The noun for one.</param>
    public static string FormatCount(int value, string noun) => Wording.FormatCount(value, noun);

    /// <summary>The minute of a moment of the store: <c>Nov 29, 2026, 14:05</c>.</summary>
    /// <param name="moment">The moment, as the store spells it.</param>
    public static string GetMinute(string moment) =>
        DateTime.TryParse(moment, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out DateTime time)
            ? time.ToString("MMM d, yyyy, HH:mm", CultureInfo.InvariantCulture) : moment;

    /// <summary>The day of a moment of the store: <c>Nov 29</c>.</summary>
    /// <param name="moment">The moment, as the store spells it.</param>
    public static string GetDay(string moment) =>
        DateTime.TryParse(moment, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out DateTime time)
            ? time.ToString("MMM d", CultureInfo.InvariantCulture) : moment;
}
