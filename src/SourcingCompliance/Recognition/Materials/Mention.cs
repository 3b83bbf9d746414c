using System.Collections.Immutable;

namespace SourcingCompliance.Recognition.Materials;

/// <summary>What one text says of covered materials when it is read alone, as a description.</summary>
/// <param name="Materials">Ids of the covered materials that it names or may hold, the firmest first; never empty.</param>
/// <param name="Strongest">The firmest presence among them.</param>
/// <param name="Words">The words that say so, as they stand in the text.</param>
internal sealed record Mention(ImmutableArray<string> Materials, Presence Strongest, string Words)
{
    /// <summary>Whether the text names a component that may hold the material, not the material itself.</summary>
    public bool IsComponent { get; init; }

    /// <summary>Whether the text is a magnet grade and nothing else, which a part number can be too: "N35".</summary>
    public bool IsLoneGrade { get; init; }

    /// <summary>The mention in what was recognized; null = no covered material.</summary>
    public static Mention? From(Classification classification) => classification.Materials.IsEmpty
        ? null
        : new Mention(
            [.. classification.Materials.Select(occurrence => occurrence.Material)],
            classification.Materials[0].Presence,
            classification.Materials[0].Signals[0].Text)
        {
            IsComponent = classification.Materials.All(occurrence => occurrence.Component is not null),
        };
}
