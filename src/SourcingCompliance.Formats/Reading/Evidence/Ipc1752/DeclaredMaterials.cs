using System.Collections.Immutable;
using System.Globalization;
using SourcingCompliance.Evidence;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Formats.Reading.Evidence.Ipc1752;

/// <summary>What the substances of a product say about covered materials: that it contains one, and, when everything is declared, that it contains
/// none.</summary>
/// <param name="declaration">The declaration.</param>
/// <param name="left">Receives why absence stays open.</param>
internal sealed class DeclaredMaterials(MaterialDeclaration declaration, ImmutableArray<UnreadAnswer>.Builder left)
{
    // Tungsten heavy alloy is 90 % tungsten by mass, 252.225-7052(a).
    private const decimal HeavyAlloyShare = 0.9m;

    // Rounded masses: a converter of the format warns beyond such sums.
    private const decimal Tolerance = 0.005m;

    /// <summary>The facts of a product.</summary>
    public ImmutableArray<StatementFact> GetFacts(DeclaredProduct product)
    {
        var facts = new List<PresenceFact>();
        foreach (HomogeneousMaterial material in product.Materials)
        {
            if (GetMaterial(material) is { } found)
            {
                facts.Add(new PresenceFact(found.Id, Contains: true)
                {
                    MassKilograms = found.Mass,
                    Place = material.Place, Note = $"{material.Name}: {found.Words}"
                });
            }
            else if (material.Find(CasNumber.Tungsten) is { } tungsten)
            {
                left.Add(new UnreadAnswer(tungsten.Place, Percent(tungsten.Share), "Tungsten of less than 90%, or of a share that is not known: it settles "
                    + "neither the heavy alloy nor the powder."));
            }
        }

        // Masses of one material in several places of a part add up.
        var joined = facts.GroupBy(fact => fact.Material, StringComparer.Ordinal).Select(group => group.Count() == 1 ? group.First() : group.First() with
        {
            MassKilograms = group.All(fact => fact.MassKilograms is not null) ? group.Sum(fact => fact.MassKilograms) : null,
            Note = string.Join("; ", group.Select(fact => fact.Note)),
        }).ToList();
        if (WhyOpen(product) is { } reason)
        {
            if (!product.Materials.IsEmpty)
            {
                left.Add(new UnreadAnswer(product.Place, "", $"That the product contains no other covered material stays open: {reason}"));
            }

            return [.. joined];
        }

        return joined.Count == 0 && !HasTungsten(product)
            ? [new PresenceFact(null, Contains: false) { Place = product.Place, Note = "All substances are declared and none is of a covered material." }]
            : [.. joined];
    }

    /// <summary>A substance that weighs more than its material, or materials that weigh more than the product: one sentence each.</summary>
    public static IEnumerable<string> GetContradictions(DeclaredProduct product)
    {
        foreach (HomogeneousMaterial material in product.Materials)
        {
            decimal sum = material.Substances.Sum(substance => substance.MassKilograms ?? 0);
            if (material.MassKilograms is { } mass && sum > mass * (1 + Tolerance))
            {
                yield return $"{material.Place}: the substances of '{material.Name}' weigh {Grams(sum)}, and the material {Grams(mass)}.";
            }
        }

        decimal all = product.Materials.Sum(material => material.MassKilograms ?? 0);
        if (GetMass(product) is { } whole && all > whole * (1 + Tolerance))
        {
            yield return $"{product.Place}: its materials weigh {Grams(all)}, and the product {Grams(whole)}.";
        }
    }

    /// <summary>Mass of one piece of a product in kilograms; null = not stated, or its numbers differ in it.</summary>
    public static decimal? GetMass(DeclaredProduct product) =>
        product.Numbers.Select(number => number.MassKilograms).Distinct().ToArray() is [{ } mass] ? mass : null;

    /// <summary>A mass in grams for a sentence.</summary>
    public static string Grams(decimal kilograms) => string.Create(CultureInfo.InvariantCulture, $"{kilograms * 1000m:0.#####} g");

    private static (string Id, decimal? Mass, string Words)? GetMaterial(HomogeneousMaterial material)
    {
        bool hasRareEarth(string cas) => material.Find(cas) is not null;
        if (hasRareEarth(CasNumber.Samarium) && hasRareEarth(CasNumber.Cobalt))
        {
            return (MaterialIds.SmCo, material.MassKilograms, "samarium and cobalt");
        }

        if (hasRareEarth(CasNumber.Neodymium) && hasRareEarth(CasNumber.Iron) && hasRareEarth(CasNumber.Boron))
        {
            return (MaterialIds.NdFeB, material.MassKilograms, "neodymium, iron and boron");
        }

        if (material.Find(CasNumber.Tantalum) is { } tantalum)
        {
            return (MaterialIds.Tantalum, tantalum.MassKilograms, $"tantalum {Percent(tantalum.Share)}".TrimEnd());
        }

        return material.Find(CasNumber.Tungsten) is { Share: >= HeavyAlloyShare } tungsten && material.Substances.Length > 1
            ? (MaterialIds.TungstenHeavyAlloy, material.MassKilograms, $"tungsten {Percent(tungsten.Share)} in an alloy")
            : null;
    }

    private static bool HasTungsten(DeclaredProduct product) => product.Materials.Any(material => material.Find(CasNumber.Tungsten) is not null);

    // Absence is a claim about everything: one substance that is not declared may be the one that counts.
    private string? WhyOpen(DeclaredProduct product)
    {
        if (declaration.Uncertainty.Length > 0)
        {
            return $"the declaration says '{FormText.Shorten(declaration.Uncertainty)}'";
        }

        if (product.Materials.FirstOrDefault(material => material.Substances.IsEmpty
            || material.Substances.Any(substance => substance.Cas is null)) is { } opaque)
        {
            return $"'{opaque.Name}' has substances that are not declared";
        }

        if (product.Materials.FirstOrDefault(material => !IsWhole(material)) is { } partial)
        {
            return $"the substances of '{partial.Name}' do not add up to its mass";
        }

        return GetMass(product) is not { } whole ? "the mass of the product is not stated"
            : Math.Abs(product.Materials.Sum(material => material.MassKilograms ?? 0) - whole) > whole * Tolerance
                ? "the materials do not add up to the mass of the product"
            : null;
    }

    private static bool IsWhole(HomogeneousMaterial material) => material.MassKilograms is { } mass
        ? Math.Abs(material.Substances.Sum(substance => substance.MassKilograms ?? 0) - mass) <= mass * Tolerance
        : Math.Abs(material.Substances.Sum(substance => substance.Share ?? 0) - 1) <= Tolerance;

    private static string Percent(decimal? share) => share is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known * 100:0.##}%") : "";
}
