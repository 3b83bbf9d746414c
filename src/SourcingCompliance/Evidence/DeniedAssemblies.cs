using SourcingCompliance.Items;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Materials;

namespace SourcingCompliance.Evidence;

/// <summary>Assemblies of which a statement denies a material that the list names below them: the list counts.</summary>
internal static class DeniedAssemblies
{
    /// <summary>The assemblies, each with the first line below it that carries what is denied.</summary>
    /// <param name="items">The items of a sheet.</param>
    public static Dictionary<BomItem, BomItem> Contradicted(IReadOnlyList<BomItem> items)
    {
        var contradicted = new Dictionary<BomItem, BomItem>(ReferenceEqualityComparer.Instance);
        if (items.All(item => item.Stated.Denied.IsEmpty))
        {
            return contradicted;
        }

        foreach (BomItem item in items.Where(item => item.NotInstalled is null && item.Materials.Any(carried => carried.Presence != Presence.Possible)))
        {
            var seen = new HashSet<BomItem>(ReferenceEqualityComparer.Instance) { item };
            var waiting = new Stack<BomItem>(item.HeldBy);
            while (waiting.TryPop(out BomItem? above))
            {
                if (!seen.Add(above))
                {
                    continue;
                }

                if (above.Stated.Denied.Any(denied =>
                    item.Materials.Any(carried => carried.Presence != Presence.Possible && AreSame(carried.Material, denied.Occurrence.Material))))
                {
                    contradicted.TryAdd(above, item);
                }

                foreach (BomItem next in above.HeldBy)
                {
                    waiting.Push(next);
                }
            }
        }

        return contradicted;
    }

    private static bool AreSame(string one, string other) => one == other || (IsMagnet(one) && IsMagnet(other));

    private static bool IsMagnet(string material) => material is MaterialIds.RareEarthMagnet or MaterialIds.NdFeB or MaterialIds.SmCo;
}
