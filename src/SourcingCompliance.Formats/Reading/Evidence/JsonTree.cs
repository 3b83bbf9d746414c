using System.Text.Json;

namespace SourcingCompliance.Formats.Reading.Evidence;

/// <summary>Reads members of JSON that strangers wrote: what is missing or of another kind is empty.</summary>
internal static class JsonTree
{
    /// <summary>A member of an object; undefined when there is none.</summary>
    public static JsonElement Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) ? value : default;

    /// <summary>The trimmed text of a member, a number as it is written; empty when there is none.</summary>
    public static string Text(this JsonElement element, string name) => element.Member(name) switch
    {
        { ValueKind: JsonValueKind.String } value => value.GetString()?.Trim() ?? "",
        { ValueKind: JsonValueKind.Number } value => value.GetRawText(),
        _ => "",
    };

    /// <summary>The items of an array member; empty when there is none.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, string name)
    {
        JsonElement array = element.Member(name);
        return array.ValueKind == JsonValueKind.Array ? array.EnumerateArray() : [];
    }
}
