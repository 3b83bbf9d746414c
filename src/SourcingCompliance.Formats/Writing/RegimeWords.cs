using SourcingCompliance.Findings;

namespace SourcingCompliance.Formats.Writing;

/// <summary>How reports call a regime where there is room for a line, and where there is not.</summary>
public static class RegimeWords
{
    /// <summary>The deliveries and the title: <c>Deliveries from January 1, 2027: mined, refined, separated, melted or produced</c>.</summary>
    public static string GetTitle(RegimeReference regime)
    {
        string deliveries = ReportWords.GetDeliveries([regime]);
        return $"{char.ToUpperInvariant(deliveries[0])}{deliveries[1..]}: {regime.Title}";
    }

    /// <summary>The days in two or three words: <c>from 2027-01-01</c>.</summary>
    public static string GetPeriod(RegimeReference regime) =>
        GetPeriod(regime.From is { } first ? ReportTokens.Format(first) : "", regime.To is { } last ? ReportTokens.Format(last) : "");

    /// <summary>The same of days as reports spell them.</summary>
    /// <param name="from">The first day; empty = from the beginning.</param>
    /// <param name="to">The last day; empty = no end.</param>
    public static string GetPeriod(string from, string to) => (from.Length > 0, to.Length > 0) switch
    {
        (false, true) => $"through {to}",
        (true, false) => $"from {from}",
        (true, true) => $"{from} to {to}",
        _ => "any day",
    };
}
