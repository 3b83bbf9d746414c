using SourcingCompliance.Primitives;

namespace SourcingCompliance.Findings;

/// <summary>How many line items have findings, each counted once by its worst verdict.</summary>
/// <param name="Violation">Line items that violate.</param>
/// <param name="Suspect">Line items that are suspect.</param>
/// <param name="Open">Line items that are open.</param>
public sealed record FindingCounts(int Violation, int Suspect, int Open)
{
    /// <summary>No line item.</summary>
    public static FindingCounts None { get; } = new(0, 0, 0);

    /// <summary>All line items with a finding.</summary>
    public int Total => Violation + Suspect + Open;

    /// <summary>The counts in words: <c>2 violations, 5 suspects, 17 open</c>; <c>no finding</c> when there are none.</summary>
    public string Words
    {
        get
        {
            string[] parts =
            [
                .. Violation > 0 ? [Wording.FormatCount(Violation, "violation")] : Array.Empty<string>(),
                .. Suspect > 0 ? [Wording.FormatCount(Suspect, "suspect")] : Array.Empty<string>(),
                .. Open > 0 ? [$"{Wording.GetNumber(Open)} open"] : Array.Empty<string>(),
            ];
            return parts.Length == 0 ? "no finding" : string.Join(", ", parts);
        }
    }

    /// <summary>Counts line items by their worst verdict.</summary>
    /// <param name="findings">The line item of each finding, and its verdict.</param>
    public static FindingCounts From<TItem>(IEnumerable<(TItem Item, Verdict Verdict)> findings)
        where TItem : notnull
    {
        ArgumentNullException.ThrowIfNull(findings);
        var worst = new Dictionary<TItem, Verdict>();
        foreach ((TItem item, Verdict verdict) in findings)
        {
            if (!worst.TryGetValue(item, out Verdict known) || verdict < known)
            {
                worst[item] = verdict;
            }
        }

        int Count(Verdict verdict) => worst.Values.Count(value => value == verdict);
        return new FindingCounts(Count(Verdict.Violation), Count(Verdict.Suspect), Count(Verdict.Open));
    }
}
