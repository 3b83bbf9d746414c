using System.Globalization;

namespace SourcingCompliance.Server.Storage;

/// <summary>How the store spells moments: UTC to the millisecond, as text that sorts by time.</summary>
public static class Timestamp
{
    /// <summary>A moment.</summary>
    public static string Format(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>The present moment of a clock.</summary>
    public static string Now(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return Format(time.GetUtcNow());
    }
}
