using System.Text.Json;
using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Primitives.Json;
using static SourcingCompliance.Mapping.Vocabulary.VocabularyJson;

namespace SourcingCompliance.Mapping.Columns;

/// <summary>
/// The names of countries, provinces and towns of <c>reference/countries.json</c>, in the form of <see cref="HeaderKey"/>. A column of towns below
/// "Country" or "Melt source" is a column of origins, as one of countries is; what the towns are towns of, the reader of origins says.
/// </summary>
internal static class PlaceNames
{
    /// <summary>Where the data stands in a rules folder.</summary>
    public const string Path = "reference/countries.json";

    // Codes and short forms are texts of other columns too.
    private const int ShortestLatin = 4;

    /// <summary>Reads the names.</summary>
    /// <param name="content">The file; null = there is none.</param>
    /// <returns>The names; empty where the file is missing or malformed, which the reader of origins reports.</returns>
    public static HashSet<string> Read(ReadOnlyMemory<byte>? content)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (content is null)
        {
            return names;
        }

        try
        {
            using JsonDocument document = JsonText.Parse(content.Value);
            foreach (JsonElement country in Child(document.RootElement, "countries") is { ValueKind: JsonValueKind.Array } countries
                ? countries.EnumerateArray() : default)
            {
                names.UnionWith(Texts(Child(country, "names")));
                names.UnionWith(Texts(Child(country, "places")));
            }
        }
        catch (JsonException)
        {
            names.Clear();
        }

        names.RemoveWhere(name => name.Length < ShortestLatin && name.Length > 0 && name[0] < '\u0250');
        return names;
    }
}
