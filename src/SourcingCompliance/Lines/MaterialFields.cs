using System.Collections.Immutable;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Lines;

/// <summary>The fields of a line that can say what a part is made of.</summary>
public static class MaterialFields
{
    // Value, category and notes come last: what they say counts for less, so that any other column that says it too speaks for the line.
    /// <summary>The fields in which materials are looked for, the most telling first.</summary>
    public static readonly ImmutableArray<BomField> All =
    [
        BomField.Description, BomField.Name, BomField.Material, BomField.Grade, BomField.ManufacturerPartNumber, BomField.PartNumber,
        BomField.SupplierPartNumber, BomField.Nsn, BomField.SupplyClass, BomField.Manufacturer,
        BomField.HtsCode, BomField.Value, BomField.Category, BomField.Notes,
    ];
}
