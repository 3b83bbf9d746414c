using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Recognition.Origins;

/// <summary>Reads texts, lists and examples out of a vocabulary file.</summary>
internal static class JsonTexts
{
    /// <summary>The text of a property; an absent or empty one is a defect of the file.</summary>
    /// <exception cref="JsonException">The property holds no text.</exception>
    public static string Required(JsonElement element, string property) =>
        Optional(element, property) ?? throw new JsonException($"'{property}' is missing");

    /// <summary>The text of a property; null when it is absent.</summary>
    public static string? Optional(JsonElement element, string property) =>
        element.TryGetProperty(property, out JsonElement value) ? value.GetString() : null;

    /// <summary>The texts of a list; empty when it is absent.</summary>
    public static ImmutableArray<string> List(JsonElement element, string property)
    {
        if (!element.TryGetProperty(property, out JsonElement list))
        {
            return [];
        }

        string[] texts = new string[list.GetArrayLength()];
        int at = 0;
        foreach (JsonElement item in list.EnumerateArray())
        {
            texts[at++] = item.GetString() ?? "";
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(texts);
    }

    /// <summary>The countries of a list of codes, in code order.</summary>
    public static ImmutableArray<Country> Countries(JsonElement element) => [.. List(element, "countries").Select(code => new Country(code)).Order()];

    /// <summary>Adds the examples of an entry or group to the vocabulary.</summary>
    public static void AddExamples(VocabularyBuilder builder, JsonElement element, string group, Func<OriginRecognizer, string, bool> holds)
    {
        if (element.TryGetProperty("examples", out JsonElement examples))
        {
            builder.Examples.AddRange(List(examples, "match").Select(text => new VocabularyExample(group, text, true, holds)));
            builder.Examples.AddRange(List(examples, "noMatch").Select(text => new VocabularyExample(group, text, false, holds)));
        }
    }
}
