namespace SourcingCompliance.Server.Views;

/// <summary>The question that the first page asks, answered in one sentence above the counts.</summary>
internal static class DeliveryWords
{
    /// <summary>The answer; null = nothing was checked.</summary>
    /// <param name="view">The check.</param>
    public static string? Get(CheckView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.Used is not { } counts || counts.Violation + counts.Suspect + counts.Open + counts.Exempt + counts.Pass + counts.NotCovered == 0
                ? null
            : counts.Violation > 0 ? "No, not as it is."
            : counts.Suspect + counts.Open > 0 ? "Not yet: the line items below are not settled."
            : view.Limits.Count > 0 ? "Not yet: not everything could be checked."
            : counts.Exempt > 0 ? "Nothing speaks against it if the exceptions hold."
            : "Nothing in this BOM speaks against it.";
    }

    /// <summary>What the words of the counts mean, for those that occur; empty = they explain themselves.</summary>
    /// <param name="counts">The counts.</param>
    public static string GetLegend(PeriodCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return string.Join(' ', new[]
        {
            counts.Suspect > 0 ? "Suspect: a covered country (China, Iran, North Korea, or Russia) is listed, but not for certain as the place of a step "
                + "that counts." : "",
            counts.Open > 0 ? "Open: where a step of production took place, or whether the part contains a covered material, is not on file." : "",
        }.Where(text => text.Length > 0));
    }
}
