using SourcingCompliance.Primitives;

namespace SourcingCompliance.Formats.Pdf.Report;

/// <summary>Short names of materials for tables; the sentences next to them have the long ones.</summary>
internal static class MaterialPrint
{
    /// <summary>The name of a material id: <c>NdFeB magnet</c>.</summary>
    /// <param name="id">The id; null for a row that could not be read.</param>
    public static string Format(string? id) => id switch
    {
        null => "Row not read",
        MaterialIds.SmCo => "SmCo magnet",
        MaterialIds.NdFeB => "NdFeB magnet",
        MaterialIds.RareEarthMagnet => "Rare-earth magnet",
        _ => Sentences.Capitalized(id.Replace('-', ' ')),
    };
}
