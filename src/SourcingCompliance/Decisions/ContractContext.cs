using System.Collections.Immutable;
using SourcingCompliance.Items;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Decisions;

/// <summary>What the contract file says. Everything may be missing; null = not stated, which is never taken for no.</summary>
public sealed record ContractContext
{
    /// <summary>Path of the file as given.</summary>
    public required string Path { get; init; }

    /// <summary>Number of the contract.</summary>
    public string? ContractNumber { get; init; }

    /// <summary>First day of the month that stands behind the title of clause 252.225-7052 in the contract (MAY 2024 = 2024-05-01).</summary>
    public DateOnly? ClauseMonth { get; init; }

    /// <summary>The clause date as the contract file writes it: <c>MAY 2024 (DEVIATION 2026-O0041)</c>; null = not stated.</summary>
    public string? ClauseDateText { get; init; }

    /// <summary>Number of the class deviation that the clause date names: <c>2026-O0041</c>; null = none.</summary>
    public string? ClauseDeviation { get; init; }

    /// <summary>Whether clause 252.225-7052 is in the contract; true when a clause date is stated, null = not stated.</summary>
    public bool? IsClauseInContract { get; init; }

    /// <summary>Day of award.</summary>
    public DateOnly? AwardDate { get; init; }

    /// <summary>Value of the prime contract in US dollars.</summary>
    public decimal? Value { get; init; }

    /// <summary>Whether the acquisition is made outside the United States, 225.7018-3(b).</summary>
    public bool? IsAcquiredOutsideUnitedStates { get; init; }

    /// <summary>Country in which the item will be used, 225.7018-3(b).</summary>
    public Country? PlaceOfUse { get; init; }

    /// <summary>Whether clause 252.225-7009 (specialty metals) is in the contract.</summary>
    public bool? HasSpecialtyMetalsClause { get; init; }

    /// <summary>Line items with their delivery dates.</summary>
    public ImmutableArray<ContractLineItem> LineItems { get; init; } = [];

    /// <summary>End items with their place of manufacture.</summary>
    public ImmutableArray<ContractEndItem> EndItems { get; init; } = [];

    /// <summary>Claims that an item is commercially available off the shelf.</summary>
    public ImmutableArray<CotsClaim> CotsClaims { get; init; } = [];

    /// <summary>Claims that an item is an electronic device.</summary>
    public ImmutableArray<ElectronicDeviceClaim> ElectronicDeviceClaims { get; init; } = [];

    /// <summary>Claims that a magnet is of recycled material.</summary>
    public ImmutableArray<RecycledMagnetClaim> RecycledMagnetClaims { get; init; } = [];

    /// <summary>Nonavailability determinations on file.</summary>
    public ImmutableArray<NonavailabilityDetermination> Determinations { get; init; } = [];

    /// <summary>What the list that is being decided weighs of covered material in the items of <see cref="CotsClaims"/>; null = only the line itself
    /// counts.</summary>
    internal ListedMasses? Listed { get; init; }

    /// <summary>
    /// The days on which an item is delivered, in the order of time: those of every line item that names it or the nearest assembly that it
    /// belongs to, else the only delivery date of the contract. A null among them is a delivery whose day is not stated; empty = nothing
    /// is known.
    /// </summary>
    public ImmutableArray<DateOnly?> GetDeliveryDates(BomItem item)
    {
        foreach (string partNumber in PartNumbers.Upwards(item))
        {
            ContractLineItem[] named = [.. LineItems.Where(line => PartNumbers.AreSame(line.PartNumber, partNumber))];
            if (named.Any(line => line.DeliveryDate is not null))
            {
                return [.. named.Select(line => line.DeliveryDate).Distinct().Order()];
            }
        }

        DateOnly[] dates = [.. LineItems.Select(line => line.DeliveryDate).OfType<DateOnly>().Distinct()];
        return dates is [var only] ? [only] : [];
    }

    /// <summary>
    /// The quantities of the line items that name an item or the nearest assembly that it belongs to; a null among them is a quantity that is
    /// not stated; empty = no line item names it.
    /// </summary>
    public ImmutableArray<decimal?> GetQuantities(BomItem item)
    {
        foreach (string partNumber in PartNumbers.Upwards(item))
        {
            ContractLineItem[] named = [.. LineItems.Where(line => PartNumbers.AreSame(line.PartNumber, partNumber))];
            if (named.Length > 0)
            {
                return [.. named.Select(line => line.Quantity)];
            }
        }

        return [];
    }
}

/// <summary>A line item of the contract.</summary>
/// <param name="Id">Its number: <c>0001</c>.</param>
/// <param name="PartNumber">Part number delivered under it; null = not stated.</param>
/// <param name="DeliveryDate">Day of delivery; null = not stated.</param>
public sealed record ContractLineItem(string Id, string? PartNumber, DateOnly? DeliveryDate)
{
    /// <summary>Quantity delivered under it; null = not stated.</summary>
    public decimal? Quantity { get; init; }
}

/// <summary>An end item: "the final production product" of a line item.</summary>
/// <param name="PartNumber">Part number.</param>
/// <param name="PlaceOfManufacture">Country in which it is manufactured; null = not stated.</param>
public sealed record ContractEndItem(string PartNumber, Country? PlaceOfManufacture);

/// <summary>A claim that an item is commercially available off the shelf, 252.225-7052(a) and (c)(1)(i).</summary>
public sealed record CotsClaim
{
    /// <summary>Part number of the item.</summary>
    public required string PartNumber { get; init; }

    /// <summary>Why it counts as such; null or empty = the claim is not established.</summary>
    public string? Basis { get; init; }

    /// <summary>Mass of the item in kilograms.</summary>
    public decimal? MassKilograms { get; init; }

    /// <summary>Mass of tungsten in it in kilograms.</summary>
    public decimal? TungstenMassKilograms { get; init; }

    /// <summary>Mass of covered material in it in kilograms.</summary>
    public decimal? CoveredMaterialMassKilograms { get; init; }

    /// <summary>Whether it is a mill product.</summary>
    public bool? IsMillProduct { get; init; }

    /// <summary>Whether the mill product has been incorporated into an end item, subsystem, assembly or component.</summary>
    public bool? IsIncorporated { get; init; }

    /// <summary>Who makes the claim; null = not stated.</summary>
    public string? ClaimedBy { get; init; }

    /// <summary>The item of which a supplier stated it; null = the contract file claims it by part number.</summary>
    internal BomItem? Item { get; init; }
}

/// <summary>A claim that an item is an electronic device, 252.225-7052(a) and (c)(1)(iii).</summary>
/// <param name="PartNumber">Part number of the item.</param>
/// <param name="Basis">Why it counts as such; null or empty = the claim is not established.</param>
/// <param name="ContractSpecifiesOtherwise">Whether the contract takes it back into the restriction; null = not stated.</param>
public sealed record ElectronicDeviceClaim(string PartNumber, string? Basis, bool? ContractSpecifiesOtherwise)
{
    /// <summary>Who makes the claim; null = not stated.</summary>
    public string? ClaimedBy { get; init; }

    /// <summary>The item of which a supplier stated it; null = the contract file claims it by part number.</summary>
    internal BomItem? Item { get; init; }
}

/// <summary>A claim that a magnet is of recycled material, 252.225-7052(c)(1)(iv).</summary>
/// <param name="PartNumber">Part number of the magnet or of the item that holds it.</param>
/// <param name="Basis">Evidence of it; null or empty = the claim is not established.</param>
/// <param name="MilledIn">Country in which the recycled material was milled; null = not stated here.</param>
/// <param name="SinteredIn">Country in which the final magnet was sintered; null = not stated here.</param>
public sealed record RecycledMagnetClaim(string PartNumber, string? Basis, Country? MilledIn, Country? SinteredIn)
{
    /// <summary>Who makes the claim; null = not stated.</summary>
    public string? ClaimedBy { get; init; }

    /// <summary>The item of which a supplier stated it; null = the contract file claims it by part number.</summary>
    internal BomItem? Item { get; init; }
}
