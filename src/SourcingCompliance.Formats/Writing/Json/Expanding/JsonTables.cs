using System.Globalization;
using System.Text.Json.Nodes;

namespace SourcingCompliance.Formats.Writing.Json.Expanding;

/// <summary>The tables of a JSON report, and how its parts are read.</summary>
/// <param name="tables">The property <c>tables</c>.</param>
public sealed class JsonTables(JsonObject tables)
{
    /// <summary>A copy of an entry.</summary>
    /// <exception cref="InvalidOperationException">The report has no such entry.</exception>
    public JsonNode Entry(string table, int at) => tables[table] is JsonArray entries && at >= 0 && at < entries.Count && entries[at] is { } entry
        ? entry.DeepClone()
        : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Entry {at} of the table {table} is missing."));

    /// <summary>A copy of an entry that is an object.</summary>
    /// <exception cref="InvalidOperationException">The report has no such entry, or it is no object.</exception>
    public JsonObject Object(string table, int at) => Entry(table, at).AsObject();

    internal static JsonObject[] GetObjects(JsonNode? array) => array is JsonArray elements ? [.. elements.OfType<JsonObject>()] : [];

    internal static int[] GetNumbers(JsonNode? array) => array is JsonArray elements ? [.. elements.Select(element => element?.GetValue<int>() ?? 0)] : [];

    internal static string[] GetTexts(JsonNode? array) => array is JsonArray elements ? [.. elements.Select(element => element?.GetValue<string>() ?? "")] : [];

    internal static string GetText(JsonObject owner, string name) => owner[name]?.GetValue<string>() ?? "";

    internal static int GetNumber(JsonObject owner, string name) => owner[name]?.GetValue<int>() ?? 0;
}
