using SourcingCompliance.Boms;

namespace SourcingCompliance.Materials.Vocabulary;

/// <summary>The columns of part numbers, in which words are worth less: a few letters stand there by chance.</summary>
internal static class NumberFields
{
    /// <summary>Whether a field holds part numbers.</summary>
    public static bool IsNumber(this BomField field) =>
        field is BomField.PartNumber or BomField.ManufacturerPartNumber or BomField.SupplierPartNumber;
}
