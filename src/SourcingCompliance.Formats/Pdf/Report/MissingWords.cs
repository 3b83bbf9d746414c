using SourcingCompliance.Decisions;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Formats.Pdf.Report;

/// <summary>Says in few words what is not on file: fourteen questions about one magnet are one line.</summary>
internal static class MissingWords
{
    private static readonly string[] Order =
    [
        StageIds.Mined, StageIds.Recycled, StageIds.Refined, StageIds.Separated, StageIds.Calcined,
        StageIds.Reduced, StageIds.Melted, StageIds.Atomized, StageIds.Powder,
        StageIds.Milled, StageIds.Pressed, StageIds.Sintered, StageIds.Bonded, StageIds.Consolidated, StageIds.Magnetized, StageIds.Finished, StageIds.Produced,
    ];

    /// <summary>The place of a stage among those of production; stages that are not known come last.</summary>
    public static int GetPlace(string? stage) => Array.IndexOf(Order, stage) is >= 0 and int at ? at : Order.Length;

    /// <summary>The facts in the order of production: <c>mined (Nd, Fe, B), separated (Nd), melted</c>.</summary>
    public static string Format(IEnumerable<MissingFact> facts) => string.Join(", ", facts
        .OrderBy(fact => GetPlace(fact.Stage))
        .GroupBy(fact => fact.Fact == MissingFactIds.StageOrigin && fact.Stage is not null ? GetShort(fact.Stage) : GetWords(fact), StringComparer.Ordinal)
        .Select(group => group.Key + GetElements(group)));

    /// <summary>A step of production in a word or two: <c>mined</c>, <c>made into powder</c>.</summary>
    public static string GetShort(string stage) => stage switch
    {
        StageIds.Powder => "made into powder",
        StageIds.Recycled => "recycled",
        _ => Wording.DoneAt(stage),
    };

    /// <summary>The symbols of the elements that facts speak of, with a blank and parentheses; empty when they name none.</summary>
    public static string GetElements(IEnumerable<MissingFact> facts)
    {
        string[] symbols = [.. facts.Select(fact => fact.Element).OfType<string>().Where(symbol => symbol.Length <= 2).Distinct(StringComparer.Ordinal)];
        return symbols.Length == 0 ? "" : $" ({string.Join(", ", symbols)})";
    }

    private static string GetWords(MissingFact fact) => fact.Fact switch
    {
        MissingFactIds.StageOrigin => "where it was made",
        MissingFactIds.CountryOfOrigin => "country of origin",
        MissingFactIds.MaterialIdentity => "whether it contains a covered material, and which",
        _ => char.ToLowerInvariant(fact.Question[0]) + fact.Question[1..].TrimEnd('?'),
    };
}
