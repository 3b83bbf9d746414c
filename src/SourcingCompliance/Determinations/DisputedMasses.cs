using System.Globalization;
using SourcingCompliance.Boms;

namespace SourcingCompliance.Determinations;

/// <summary>Masses of an off-the-shelf claim that the list contradicts.</summary>
/// <param name="Tungsten">Share of tungsten as claimed, 0..1; null = not known.</param>
/// <param name="Covered">Share of covered material as claimed, 0..1; null = not known.</param>
/// <param name="WorstTungsten">Share of tungsten with the largest part and the smallest whole on file.</param>
/// <param name="WorstCovered">Share of covered material with the largest part and the smallest whole on file.</param>
/// <param name="Words">What each side says, as a sentence.</param>
internal sealed record DisputedMasses(decimal? Tungsten, decimal? Covered, decimal? WorstTungsten, decimal? WorstCovered, string Words)
{
    // Weights are rounded in lists: a hundredth is no contradiction.
    private const decimal Tolerance = 0.01m;

    /// <summary>What the list says against the masses of a claim; null when it says nothing against them.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="subject">The line that it names.</param>
    /// <param name="item">The line of the material.</param>
    /// <param name="isMaterial">Whether that line is the material itself, so that its mass is that of the material.</param>
    /// <param name="isTungsten">Whether the material is tungsten.</param>
    /// <param name="tungsten">Share of tungsten as claimed.</param>
    /// <param name="covered">Share of covered material as claimed.</param>
    public static DisputedMasses? Of(CotsClaim claim, BomItem subject, BomItem item, bool isMaterial, bool isTungsten, decimal? tungsten, decimal? covered)
    {
        decimal? part = isMaterial ? MassWithin(item, subject) : null;
        var words = new List<string>();
        Compare(words, "the item", claim.MassKilograms, subject.MassKilograms);
        Compare(words, "covered material in it", claim.CoveredMaterialMassKilograms, part, isAtLeast: true);
        if (isTungsten)
        {
            Compare(words, "tungsten in it", claim.TungstenMassKilograms, part, isAtLeast: true);
        }

        if (words.Count == 0)
        {
            return null;
        }

        decimal? whole = Least(claim.MassKilograms, subject.MassKilograms);
        return new DisputedMasses(
            tungsten, covered, Share(Most(claim.TungstenMassKilograms, isTungsten ? part : null), whole) ?? tungsten, Share(Most(claim.CoveredMaterialMassKilograms, part), whole) ?? covered,
            string.Join("; ", words));
    }

    // The mass of the line's pieces in one piece of the subject. A quantity that is not on file counts as one, the least that there can be.
    private static decimal? MassWithin(BomItem item, BomItem subject)
    {
        decimal? mass = item.MassKilograms;
        for (BomItem at = item; !ReferenceEquals(at, subject); at = at.Parent)
        {
            mass *= at.Quantity is > 0 and { } quantity ? quantity : 1;
            if (at.Parent is null)
            {
                return null;
            }
        }

        return mass;
    }

    // One line of the list may be a part of the material only, so less of it on the list contradicts nothing.
    private static void Compare(List<string> words, string what, decimal? claimed, decimal? listed, bool isAtLeast = false)
    {
        if (claimed is { } one && listed is { } other
            && (isAtLeast ? other - one > Tolerance * other : Math.Abs(one - other) > Tolerance * Math.Max(one, other)))
        {
            words.Add($"the claim gives {Grams(one)} of {what}, the list {Grams(other)}".Replace("of the item", "for the item", StringComparison.Ordinal));
        }
    }

    private static string Grams(decimal kilograms) => string.Create(CultureInfo.InvariantCulture, $"{kilograms * 1000:0.###} g");

    private static decimal? Share(decimal? part, decimal? whole) => part is { } some && whole is > 0 and { } all ? some / all : null;

    private static decimal? Most(decimal? one, decimal? other) => one is { } first && other is { } second ? Math.Max(first, second) : one ?? other;

    private static decimal? Least(decimal? one, decimal? other) => one is { } first && other is { } second ? Math.Min(first, second) : one ?? other;
}
