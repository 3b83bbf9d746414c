using SourcingCompliance.Primitives;

namespace SourcingCompliance.Formats.Writing.Html;

/// <summary>Words for ids on the page.</summary>
public static class HtmlWords
{
    /// <summary>The name of a covered material; the words of the id for one that a user's own pack brings.</summary>
    public static string OfMaterial(string id) => id switch
    {
        MaterialIds.SmCo => "SmCo magnet",
        MaterialIds.NdFeB => "NdFeB magnet",
        MaterialIds.Tantalum => "tantalum",
        MaterialIds.TungstenPowder => "tungsten powder",
        MaterialIds.TungstenHeavyAlloy => "tungsten heavy alloy",
        MaterialIds.RareEarthMagnet => "rare-earth magnet",
        _ => id.Replace('-', ' '),
    };
}
