using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Server.Pages.Columns;

/// <summary>The fields that a column can be read as, in the words of the page.</summary>
internal static class ColumnFields
{
    private static readonly BomField[] First =
    [
        BomField.PartNumber, BomField.Description, BomField.Quantity, BomField.Level, BomField.Manufacturer, BomField.ManufacturerPartNumber,
        BomField.Supplier, BomField.Material, BomField.CountryOfOrigin,
    ];

    /// <summary>The fields, the usual ones first: JSON name and words.</summary>
    public static IReadOnlyList<(string Name, string Words)> All { get; } =
        [.. First.Concat(Enum.GetValues<BomField>().Except(First)).Select(field => FieldNames.Format(field)).Select(name => (name, GetWords(name)))];

    /// <summary>The words of a JSON name: <c>country of origin</c>.</summary>
    /// <param name="name">The name.</param>
    public static string GetWords(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return string.Concat(name.Select(letter => char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : letter == '_' ? " " : letter.ToString()));
    }
}
