using System.Collections.Immutable;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Reports.Scenarios;

/// <summary>Until when a line may be delivered, on the evidence on file. What is not decided is never told as allowed.</summary>
public static class DeliveryWindow
{
    /// <summary>The answer in a few words: <c>through December 31, 2026</c>, <c>no end known</c>, <c>not decided</c>.</summary>
    /// <param name="periods">The regimes with the line's verdict, in the order of time.</param>
    public static string Describe(ImmutableArray<(RegimeReference Regime, Verdict Verdict)> periods)
    {
        var parts = new List<string>();
        for (int at = 0; at < periods.Length; at++)
        {
            Standing standing = GetStanding(periods[at].Verdict);
            int last = at;
            while (last + 1 < periods.Length && GetStanding(periods[last + 1].Verdict) == standing)
            {
                last++;
            }

            parts.Add(Phrase(standing, periods[at].Regime.From, periods[last].Regime.To));
            at = last;
        }

        return parts.Count == 0 ? "not decided" : string.Join("; ", parts);
    }

    private static string Phrase(Standing standing, DateOnly? from, DateOnly? to)
    {
        string days = (from, to) switch
        {
            (null, null) => "",
            (null, { } last) => $"through {Wording.FormatDate(last)}",
            ({ } first, null) => $"from {Wording.FormatDate(first)}",
            ({ } first, { } last) => $"from {Wording.FormatDate(first)} through {Wording.FormatDate(last)}",
        };
        return standing switch
        {
            Standing.Allowed => days.Length == 0 ? "no end known" : to is null ? $"may be delivered {days}, no end known" : $"may be delivered {days}",
            Standing.Undecided => $"not decided {days}".TrimEnd(),
            Standing.Barred => days.Length == 0 ? "may not be delivered" : $"not {days}",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static Standing GetStanding(Verdict verdict) => verdict switch
    {
        Verdict.Violation => Standing.Barred,
        Verdict.Suspect or Verdict.Open => Standing.Undecided,
        Verdict.Exempt or Verdict.Pass or Verdict.NotCovered => Standing.Allowed,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private enum Standing
    {
        Barred,
        Undecided,
        Allowed,
    }
}
