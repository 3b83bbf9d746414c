namespace SourcingCompliance.Primitives;

/// <summary>What a column of a bill of materials can mean. The JSON name of a field is its name in camel case.</summary>
public enum BomField
{
    /// <summary>Depth in the assembly tree: <c>2</c>, <c>..2</c> or dotted <c>1.2.3</c>.</summary>
    Level,

    /// <summary>Part number (or find number) of the assembly that the line belongs to.</summary>
    Parent,

    /// <summary>Find number, item number, line or position of the list; identifies the line, not the part.</summary>
    FindNumber,

    /// <summary>The part number that identifies the part in this list; the internal one if there is one.</summary>
    PartNumber,

    /// <summary>Revision of the part.</summary>
    Revision,

    /// <summary>Short name of the part (Part, Component, 品名).</summary>
    Name,

    /// <summary>Description of the part.</summary>
    Description,

    /// <summary>Electrical value or comment (10k, 100nF).</summary>
    Value,

    /// <summary>Kind or group that the part belongs to (category, type, family).</summary>
    Category,

    /// <summary>Quantity per assembly.</summary>
    Quantity,

    /// <summary>Unit of the quantity (EA, m, kg).</summary>
    Unit,

    /// <summary>Reference designators (R1, R2).</summary>
    ReferenceDesignator,

    /// <summary>Who makes the part.</summary>
    Manufacturer,

    /// <summary>The maker's part number.</summary>
    ManufacturerPartNumber,

    /// <summary>Who sells the part.</summary>
    Supplier,

    /// <summary>The seller's part number.</summary>
    SupplierPartNumber,

    /// <summary>CAGE code, five characters.</summary>
    Cage,

    /// <summary>National Stock Number.</summary>
    Nsn,

    /// <summary>Federal Supply Class, the four digits that a National Stock Number begins with: <c>6105</c>.</summary>
    SupplyClass,

    /// <summary>Country of origin of the part as bought.</summary>
    CountryOfOrigin,

    /// <summary>Material or specification.</summary>
    Material,

    /// <summary>Grade (N42SH, YXG-30).</summary>
    Grade,

    /// <summary>Harmonized Tariff Schedule code.</summary>
    HtsCode,

    /// <summary>Mass of one piece; the unit stands in the header or the cell.</summary>
    Mass,

    /// <summary>Price of one piece.</summary>
    UnitCost,

    /// <summary>Whether the part is commercially available off the shelf.</summary>
    Cots,

    /// <summary>Notes and remarks.</summary>
    Notes,

    /// <summary>Whether the part is left out of the build (DNP, do not fit).</summary>
    NotInstalled,

    /// <summary>Whether the part is put in (fitted, populated).</summary>
    Installed,

    /// <summary>Where the ore was mined.</summary>
    OriginMined,

    /// <summary>Where recycled feedstock was made.</summary>
    OriginRecycled,

    /// <summary>Where it was refined.</summary>
    OriginRefined,

    /// <summary>Where the rare earths were separated.</summary>
    OriginSeparated,

    /// <summary>Where the alloy was melted.</summary>
    OriginMelted,

    /// <summary>Where the powder was made.</summary>
    OriginPowder,

    /// <summary>Where the magnet was pressed.</summary>
    OriginPressed,

    /// <summary>Where the magnet was sintered.</summary>
    OriginSintered,

    /// <summary>Where the magnet was bonded.</summary>
    OriginBonded,

    /// <summary>Where the magnet was magnetized.</summary>
    OriginMagnetized,

    /// <summary>Where the oxide or salt was reduced to metal.</summary>
    OriginReduced,

    /// <summary>Where tungsten compounds were calcined.</summary>
    OriginCalcined,

    /// <summary>Where metal was atomized into powder.</summary>
    OriginAtomized,

    /// <summary>Where powder was consolidated into a solid.</summary>
    OriginConsolidated,

    /// <summary>Where the recycled material was milled.</summary>
    OriginMilled,

    /// <summary>Any later phase of production, finishing included.</summary>
    OriginFinished,

    /// <summary>Where the assembly or end item was assembled.</summary>
    OriginAssembled,
}
