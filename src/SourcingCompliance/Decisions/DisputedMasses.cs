using System.Globalization;
using SourcingCompliance.Items;

namespace SourcingCompliance.Decisions;

/// <summary>Masses of an off-the-shelf claim that the list, or another mass of the claim, contradicts.</summary>
/// <param name="Tungsten">Share of tungsten as claimed, 0..1; null = not known.</param>
/// <param name="Covered">Share of covered material as claimed, 0..1; null = not known.</param>
/// <param name="WorstTungsten">Share of tungsten with the largest part and the smallest whole on file.</param>
/// <param name="WorstCovered">Share of covered material with the largest part and the smallest whole on file.</param>
/// <param name="Words">What each side says, as a sentence.</param>
internal sealed record DisputedMasses(decimal? Tungsten, decimal? Covered, decimal? WorstTungsten, decimal? WorstCovered, string Words)
{
    // Weights are rounded in lists: a hundredth is no contradiction.
    private const decimal Tolerance = 0.01m;

    /// <summary>What speaks against the masses of a claim; null when nothing does.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="subject">The line that it names.</param>
    /// <param name="listed">The covered material that the list shows within that line; null = the list weighs none.</param>
    /// <param name="tungsten">Share of tungsten as claimed.</param>
    /// <param name="covered">Share of covered material as claimed.</param>
    public static DisputedMasses? From(CotsClaim claim, BomItem subject, ListedMass? listed, decimal? tungsten, decimal? covered)
    {
        var words = new List<string>();
        Compare(words, "for the item", claim.MassKilograms, subject.MassKilograms);
        CompareAtLeast(words, "covered material", claim.CoveredMaterialMassKilograms, listed?.CoveredKilograms);
        CompareAtLeast(words, "tungsten", claim.TungstenMassKilograms, listed?.TungstenKilograms);
        int against = words.Count;
        CompareWithin(words, "covered material", claim.CoveredMaterialMassKilograms, claim.MassKilograms ?? subject.MassKilograms);
        CompareWithin(words, "tungsten", claim.TungstenMassKilograms, claim.MassKilograms ?? subject.MassKilograms);
        bool isImpossible = words.Count > against;
        if (words.Count == 0)
        {
            return null;
        }

        // A part heavier than the whole: nothing that the claim weighs can be relied on.
        if (isImpossible)
        {
            return new DisputedMasses(tungsten, covered, 1m, 1m, string.Join("; ", words));
        }

        decimal? whole = Least(claim.MassKilograms, subject.MassKilograms);
        return new DisputedMasses(
            tungsten, covered, Share(Most(claim.TungstenMassKilograms, listed?.TungstenKilograms), whole) ?? tungsten,
            Share(Most(claim.CoveredMaterialMassKilograms, listed?.CoveredKilograms), whole) ?? covered, string.Join("; ", words));
    }

    private static void Compare(List<string> words, string what, decimal? claimed, decimal? listed)
    {
        if (claimed is { } one && listed is { } other && Math.Abs(one - other) > Tolerance * Math.Max(one, other))
        {
            words.Add($"the claim gives {Grams(one)} {what}, the list {Grams(other)}");
        }
    }

    // The list may weigh a part of the material only, so less of it on the list contradicts nothing.
    private static void CompareAtLeast(List<string> words, string material, decimal? claimed, decimal? listed)
    {
        if (claimed is { } one && listed is { } other && other - one > Tolerance * other)
        {
            words.Add($"the claim gives {Grams(one)} of {material} in it, the list {Grams(other)}");
        }
    }

    private static void CompareWithin(List<string> words, string material, decimal? part, decimal? whole)
    {
        if (part is { } some && whole is { } all && some - all > Tolerance * some)
        {
            words.Add($"the claim gives {Grams(some)} of {material} in an item of {Grams(all)}");
        }
    }

    private static string Grams(decimal kilograms) => string.Create(CultureInfo.InvariantCulture, $"{kilograms * 1000:0.###} g");

    private static decimal? Share(decimal? part, decimal? whole) => part is { } some && whole is > 0 and { } all ? some / all : null;

    private static decimal? Most(decimal? one, decimal? other) => one is { } first && other is { } second ? Math.Max(first, second) : one ?? other;

    private static decimal? Least(decimal? one, decimal? other) => one is { } first && other is { } second ? Math.Min(first, second) : one ?? other;
}
