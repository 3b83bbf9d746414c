using SourcingCompliance.Findings;

namespace SourcingCompliance.Cli.Display;

/// <summary>How the console writes the deliveries of a regime: <c>by 2026-12-31</c>, <c>from 2027-01-01</c>.</summary>
internal static class PeriodWords
{
    public static string Format(RegimeReference regime) => Format(regime.From, regime.To);

    public static string Format(DateOnly? from, DateOnly? to) => (from, to) switch
    {
        (null, { } last) => $"by {last:yyyy-MM-dd}",
        ({ } first, null) => $"from {first:yyyy-MM-dd}",
        ({ } first, { } last) => $"{first:yyyy-MM-dd} to {last:yyyy-MM-dd}",
        (null, null) => "any day",
    };
}
