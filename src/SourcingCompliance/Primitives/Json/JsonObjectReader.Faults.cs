using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Primitives.Json;

/// <content>How faults are found and reported.</content>
public sealed partial class JsonObjectReader
{
    /// <summary>Tells every property that was not asked for. Call it when the object has been read.</summary>
    public void Finish()
    {
        if (_areAllAsked || _statedCount == _propertyCount)
        {
            return;
        }

        foreach (JsonProperty property in _element.EnumerateObject())
        {
            if (!Asked.Contains(property.Name) && property.Name is not ("$schema" or "$comment"))
            {
                string[] names = [.. Asked.ToArray().Where(name => !name.StartsWith('$')).Order(StringComparer.Ordinal)];
                string nearest = EditDistance.GetNearest(property.Name, names) is { } name ? $"Did you mean \"{name}\"? " : "";
                _context.Diagnostics.Error(_context.UnknownPropertyId, _context.File, $"{Path} has the property \"{property.Name}\", which is not known.",
                    $"{nearest}Known are {string.Join(", ", names)}.");
            }
        }
    }

    /// <summary>Tells that a value cannot be used.</summary>
    public void Refuse(string name, string found, string expected) =>
        _context.Diagnostics.Error(_context.InvalidId, _context.File, $"{Path}.{name} is {found}; {expected} was expected.",
            "Correct it; it is taken as not stated.");

    private T? Wrong<T>(string name, string expected)
        where T : class
    {
        Tell($"{Path}.{name}", _element.GetProperty(name), expected);
        return null;
    }

    private T? WrongValue<T>(string name, string expected)
        where T : struct
    {
        Tell($"{Path}.{name}", _element.GetProperty(name), expected);
        return null;
    }

    private void Tell(string path, JsonElement found, string expected)
    {
        const int shown = 60;
        _context.Diagnostics.Error(_context.InvalidId, _context.File, $"{path} is {QuotedText.Quote(found.GetRawText(), shown)}; {expected} was expected.",
            "Correct it; it is taken as not stated.");
    }
}
