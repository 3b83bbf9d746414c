using System.Text.Json;

namespace SourcingCompliance.Mapping.Vocabulary;

/// <summary>Reads the texts of the vocabulary of headers out of JSON.</summary>
internal static class VocabularyJson
{
    /// <summary>The texts of an array in the form of <see cref="HeaderKey"/>, each once; none where it is missing.</summary>
    public static HashSet<string> Keys(JsonElement parent, string name) => Texts(Child(parent, name)).ToHashSet(StringComparer.Ordinal);

    /// <summary>The texts of every language of an object, in its order, in the form of <see cref="HeaderKey"/>.</summary>
    public static List<string> Languages(JsonElement byLanguage)
    {
        var keys = new List<string>();
        if (byLanguage.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty language in byLanguage.EnumerateObject())
            {
                AddTexts(language.Value, keys);
            }
        }

        return keys;
    }

    /// <summary>The texts of an array in its order, in the form of <see cref="HeaderKey"/>.</summary>
    public static List<string> Texts(JsonElement array)
    {
        var keys = new List<string>();
        AddTexts(array, keys);
        return keys;
    }

    private static void AddTexts(JsonElement array, List<string> keys)
    {
        if (array.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        keys.EnsureCapacity(keys.Count + array.GetArrayLength());
        foreach (JsonElement item in array.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.String && HeaderKey.Compute(item.GetString(), splitCamelCase: false) is { Length: > 0 } key)
            {
                keys.Add(key);
            }
        }
    }

    /// <summary>The properties of a child; none where it is missing.</summary>
    public static JsonElement.ObjectEnumerator Properties(JsonElement parent, string name) =>
        Child(parent, name) is { ValueKind: JsonValueKind.Object } child ? child.EnumerateObject() : default;

    /// <summary>A child of an object; undefined where it is missing.</summary>
    public static JsonElement Child(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out JsonElement child) ? child : default;
}
