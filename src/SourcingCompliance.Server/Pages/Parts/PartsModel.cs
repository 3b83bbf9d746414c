using SourcingCompliance.Server.Components;
using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Pages.Parts;

/// <summary>What a search for a part found.</summary>
/// <param name="Text">What was searched for; empty = nothing yet.</param>
/// <param name="Same">Line items of that part or maker, newest first.</param>
/// <param name="Similar">Line items that contain the text, newest first.</param>
public sealed record PartsModel(string Text, IReadOnlyList<FoundPart> Same, IReadOnlyList<FoundPart> Similar)
{
    /// <summary>As many of the same part are read; when there are as many, there can be more.</summary>
    public int Most { get; init; }

    /// <summary>The checks whose line items are not all searched, newest first.</summary>
    public IReadOnlyList<UnsearchedCheck> Unsearched { get; init; } = [];

    /// <summary>Whether a line item has a page of its own; one far down a long BOM is in the reports only.</summary>
    /// <param name="part">The line item.</param>
    public static bool HasPage(FoundPart part) => part.Position < Views.CheckViewBuilder.MostLines;

    /// <summary>Those of the newest check of each file.</summary>
    public IReadOnlyList<FoundPart> Newest { get; } = [.. Same.Where(part => part.IsNewest == 1)];

    /// <summary>What is known, each as a label and the distinct statements of the newest checks.</summary>
    public IReadOnlyList<(string Label, string Words)> Known
    {
        get
        {
            string files = Numbers.FormatCount(Newest.Select(part => (part.ProgramId, part.File)).Distinct().Count(), "BOM");
            int programs = Newest.Select(part => part.ProgramId).OfType<string>().Distinct(StringComparer.Ordinal).Count();
            return
            [
                ("Used in",
                    $"{Numbers.FormatCount(Newest.Count, "line item")} of {files}" + (programs > 0 ? $", {Numbers.FormatCount(programs, "program")}" : "")),
                ("Made by", GetDistinct(part => part.Maker)),
                ("Supplied by", GetDistinct(part => part.Supplier)),
                ("Covered material", GetDistinct(part => part.Materials)),
                ("Origin as stated", GetDistinct(part => part.Origin)),
            ];
        }
    }

    private string GetDistinct(Func<FoundPart, string> get)
    {
        const int most = 8;
        (string Words, int Count)[] all = [.. Newest.Select(get).Where(text => text.Length > 0).GroupBy(text => text, StringComparer.OrdinalIgnoreCase)
            .Select(group => (group.First(), group.Count()))];
        return all.Length == 0 ? "not stated"
            : string.Join("; ", all.Take(most).Select(entry => entry.Count == 1 ? entry.Words : $"{entry.Words} ({entry.Count})"))
            + (all.Length > most ? $"; {Numbers.Format(all.Length - most)} more" : "");
    }
}
