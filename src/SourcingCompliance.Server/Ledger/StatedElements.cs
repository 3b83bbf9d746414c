using System.Text.Json;
using SourcingCompliance.Formats.Files;
using SourcingCompliance.Law;
using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Json;
using SourcingCompliance.Server.Settings;

namespace SourcingCompliance.Server.Ledger;

/// <summary>
/// The elements that can be stated of a material: those that the clause names of it and, of a magnet, the others that magnets contain. Read from the
/// shipped rules.
/// </summary>
internal static class StatedElements
{
    private static readonly Lazy<IReadOnlyDictionary<string, string[]>> Names = new(ReadNames);
    private static readonly Lazy<IReadOnlyDictionary<string, string[]>> ByMaterial = new(ReadMaterials);

    /// <summary>Symbols of the elements of a material, those that the clause names first; empty when the clause has no such material.</summary>
    /// <param name="material">Id of the material.</param>
    public static IReadOnlyList<string> Get(string material) => ByMaterial.Value.GetValueOrDefault(material) ?? [];

    /// <summary>The symbol of an element of a material.</summary>
    /// <param name="material">Id of the material.</param>
    /// <param name="name">Symbol or name, in any language of the vocabulary.</param>
    /// <returns>The symbol; null when the material has no element of this name.</returns>
    public static string? Find(string material, string name) => Get(material).FirstOrDefault(symbol =>
        string.Equals(symbol, name.Trim(), StringComparison.OrdinalIgnoreCase)
            || (Names.Value.GetValueOrDefault(symbol) ?? []).Contains(name.Trim(), StringComparer.OrdinalIgnoreCase));

    private static Dictionary<string, string[]> ReadMaterials()
    {
        RulePack pack = PackNames.All.First(one => one.Id == CheckLibrary.MainPack);
        CoveredMaterial[] materials = [.. (pack.Materials?.Periods ?? []).SelectMany(period => period.Values)];
        string[] GetNamed(string id) => [.. materials.Where(one => one.Id == id)
            .SelectMany(one => one.Elements.Concat(one.Kinds.SelectMany(GetNamed))).Distinct(StringComparer.Ordinal)];

        // A material of unstated kind stands for its kinds, which are the magnets; what only other materials consist of is in none of them.
        HashSet<string> magnets = [.. materials.Where(one => one.Kinds.Length > 0).SelectMany(one => one.Kinds.Add(one.Id))];
        HashSet<string> elsewhere = [.. materials.Where(one => !magnets.Contains(one.Id)).SelectMany(one => one.Elements)];
        string[] inMagnets = [.. Names.Value.Keys.Where(symbol => !elsewhere.Contains(symbol)).Order(StringComparer.Ordinal)];
        return materials.Select(one => one.Id).Distinct(StringComparer.Ordinal).ToDictionary(id => id,
            id => magnets.Contains(id) ? [.. GetNamed(id).Union(inMagnets, StringComparer.Ordinal)] : GetNamed(id), StringComparer.Ordinal);
    }

    private static Dictionary<string, string[]> ReadNames()
    {
        ReadOnlyMemory<byte> content = RuleFolders.Shipped().Find(ColumnVocabulary.Path)
            ?? throw new InvalidOperationException($"The program was built without rules/{ColumnVocabulary.Path}.");
        using JsonDocument vocabulary = JsonText.Parse(content);
        return vocabulary.RootElement.GetProperty("elements").EnumerateObject().ToDictionary(element => element.Name,
            element => element.Value.EnumerateArray().Select(name => name.GetString() ?? "").ToArray(), StringComparer.Ordinal);
    }
}
