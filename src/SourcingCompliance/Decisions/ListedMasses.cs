using SourcingCompliance.Items;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Materials;

namespace SourcingCompliance.Decisions;

/// <summary>The covered material that a list shows within one line, per piece of that line.</summary>
/// <param name="CoveredKilograms">Mass of all covered material, in kilograms.</param>
/// <param name="TungstenKilograms">Mass of tungsten powder and tungsten heavy alloy among it, in kilograms; null = none is weighed.</param>
internal sealed record ListedMass(decimal CoveredKilograms, decimal? TungstenKilograms);

/// <summary>
/// What the lines of a list weigh of covered material within the items that off-the-shelf claims name: all lines together, because two magnets of
/// 30 g each refute a claim of 40 g that neither of them refutes alone.
/// </summary>
internal sealed class ListedMasses
{
    private readonly Dictionary<BomItem, ListedMass> _bySubject = new(ReferenceEqualityComparer.Instance);

    private ListedMasses()
    {
    }

    /// <summary>The mass within a line that a claim names; null = the list weighs no covered material in it.</summary>
    public ListedMass? Within(BomItem subject) => _bySubject.GetValueOrDefault(subject);

    /// <summary>Sums the lines of a sheet. Lines that are not installed do not count; a quantity that is not on file counts as one, the least there can
    /// be.</summary>
    /// <param name="items">All items of the sheet.</param>
    /// <param name="claims">The off-the-shelf claims of the contract file.</param>
    public static ListedMasses From(IReadOnlyList<BomItem> items, IReadOnlyList<CotsClaim> claims)
    {
        var masses = new ListedMasses();
        if (claims.Count == 0)
        {
            return masses;
        }

        foreach (BomItem item in items.Where(item => item.MassKilograms is not null && item.NotInstalled is null && IsMaterial(item)))
        {
            masses.Add(item, claims);
        }

        return masses;
    }

    private void Add(BomItem item, IReadOnlyList<CotsClaim> claims)
    {
        decimal mass = item.MassKilograms ?? 0;
        for (BomItem at = item; at.Parent is { } above; at = above)
        {
            mass *= at.Quantity is > 0 and { } quantity ? quantity : 1;
            if (claims.Any(claim => PartNumbers.Names(claim.PartNumber, above)))
            {
                ListedMass known = _bySubject.GetValueOrDefault(above) ?? new ListedMass(0, null);
                _bySubject[above] = new ListedMass(known.CoveredKilograms + mass, IsTungsten(item)
                    ? (known.TungstenKilograms ?? 0) + mass : known.TungstenKilograms);
            }

            // A bar of heavy alloy and the slugs cut from it are the same grams.
            if (above.MassKilograms is not null && IsMaterial(above))
            {
                return;
            }
        }
    }

    private static bool IsMaterial(BomItem item) => item.Materials.Any(occurrence => occurrence.Presence == Presence.Is);

    private static bool IsTungsten(BomItem item) =>
        item.Materials.Any(occurrence => occurrence is { Presence: Presence.Is, Material: MaterialIds.TungstenPowder or MaterialIds.TungstenHeavyAlloy });
}
