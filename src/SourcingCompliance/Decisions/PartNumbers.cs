using SourcingCompliance.Items;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Decisions;

/// <summary>How part numbers of the contract file meet those of the list.</summary>
internal static class PartNumbers
{
    /// <summary>Whether two part numbers are the same but for case and outer white space; an empty one is the same as none.</summary>
    public static bool AreSame(string? one, string? other) =>
        !string.IsNullOrWhiteSpace(one) && !string.IsNullOrWhiteSpace(other)
        && string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);

    /// <summary>The part numbers of an item (its own, its maker's), then those of the assemblies that it belongs to, upwards.</summary>
    public static IEnumerable<string> Upwards(BomItem item)
    {
        for (BomItem? at = item; at is not null; at = at.Parent)
        {
            foreach (string number in Get(at))
            {
                yield return number;
            }
        }
    }

    /// <summary>The part numbers of an item itself.</summary>
    public static IEnumerable<string> Get(BomItem item)
    {
        yield return item.Line.PartNumber;
        yield return item.Line[BomField.ManufacturerPartNumber];
    }

    /// <summary>Whether a part number of the contract file names the item itself.</summary>
    public static bool Names(string? partNumber, BomItem item) => Get(item).Any(number => AreSame(number, partNumber));

    /// <summary>Whether a claim speaks of an item: by the part number of the contract file, or because a supplier stated it of this very item.</summary>
    public static bool Names(string? partNumber, BomItem? own, BomItem item) => own is null ? Names(partNumber, item) : ReferenceEquals(own, item);

    /// <summary>Whether a part number of the contract file names the item or an assembly that it belongs to.</summary>
    public static bool NamesOrHolds(string? partNumber, BomItem item) => Upwards(item).Any(number => AreSame(number, partNumber));
}
