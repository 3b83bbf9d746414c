using System.Text.Json;
using SourcingCompliance.Lines;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Mapping.Vocabulary;

/// <summary>The names of fields in JSON: the field in camel case, with the element of a stage and the number of an alternate source.</summary>
public static class FieldNames
{
    private static readonly Dictionary<string, BomField> Fields = Enum.GetValues<BomField>()
        .ToDictionary(field => JsonNamingPolicy.CamelCase.ConvertName(field.ToString()), StringComparer.Ordinal);

    private static readonly Dictionary<BomField, string> Names = Fields.ToDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>The JSON name of a field: <c>countryOfOrigin</c>.</summary>
    public static string Format(BomField field) => Names[field];

    /// <summary>The JSON name of a mapped column: <c>originMinedNd</c>, <c>manufacturerPartNumber_2</c>.</summary>
    public static string Format(MappedColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        string name = Names[column.Field] + column.Element;
        return column.Alternate == 1 ? name : $"{name}_{column.Alternate}";
    }

    /// <summary>The field of a plain JSON name.</summary>
    public static bool TryParse(string name, out BomField field) => Fields.TryGetValue(name, out field);

    /// <summary>The field, element and alternate of a JSON name of a mapped column.</summary>
    /// <param name="name">For example <c>originMinedNd</c> or <c>manufacturerPartNumber_2</c>.</param>
    /// <param name="field">The field.</param>
    /// <param name="element">Chemical symbol; null when the name holds none.</param>
    /// <param name="alternate">1-based number of the alternate source.</param>
    public static bool TryParse(string name, out BomField field, out string? element, out int alternate)
    {
        ArgumentNullException.ThrowIfNull(name);
        element = null;
        alternate = 1;
        int underscore = name.LastIndexOf('_');
        if (underscore > 0)
        {
            if (!int.TryParse(name.AsSpan(underscore + 1), System.Globalization.NumberStyles.None,
                System.Globalization.CultureInfo.InvariantCulture, out alternate) || alternate < 1)
            {
                field = default;
                return false;
            }

            name = name[..underscore];
        }

        if (Fields.TryGetValue(name, out field))
        {
            return true;
        }

        for (int length = 1; length <= 2 && name.Length > length; length++)
        {
            string symbol = name[^length..];
            if (char.IsUpper(symbol[0]) && (length == 1 || char.IsLower(symbol[1])) && name.StartsWith("origin", StringComparison.Ordinal)
                && Fields.TryGetValue(name[..^length], out field))
            {
                element = symbol;
                return true;
            }
        }

        return false;
    }
}
