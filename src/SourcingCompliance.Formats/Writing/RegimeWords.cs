using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing;

/// <summary>How reports call a regime where there is room for a line, and where there is not.</summary>
internal static class RegimeWords
{
    /// <summary>The deliveries and the title: <c>Deliveries from 1 January 2027: mined, refined, separated, melted or produced</c>.</summary>
    public static string TitleOf(RegimeReference regime)
    {
        string deliveries = ReportWords.DeliveriesOf([regime]);
        return $"{char.ToUpperInvariant(deliveries[0])}{deliveries[1..]}: {regime.Title}";
    }

    /// <summary>The days in two or three words: <c>from 2027-01-01</c>.</summary>
    public static string PeriodOf(RegimeReference regime) => regime switch
    {
        { From: null, To: { } last } => $"through {ReportTokens.Of(last)}",
        { From: { } first, To: null } => $"from {ReportTokens.Of(first)}",
        { From: { } first, To: { } last } => $"{ReportTokens.Of(first)} to {ReportTokens.Of(last)}",
        _ => "any day",
    };
}
