using System.Collections.Immutable;
using System.Text.Json;

namespace SourcingCompliance.Remediation;

/// <summary>
/// Reads the fields of a JSON object of the rules folder. What is wrong goes to a list of sentences that name the place
/// (<c>actions[2].leadTime.least</c>), so that the file can be mended in one go.
/// </summary>
internal sealed class JsonFields(JsonElement element, string place, List<string> problems)
{
    /// <summary>The place inside the file, for messages.</summary>
    public string Place { get; } = place;

    /// <summary>Says that something is wrong with this object.</summary>
    public void Fail(string name, string expected) => problems.Add($"'{Name(name)}' {expected}.");

    /// <summary>A text that must be there.</summary>
    public string Text(string name)
    {
        string? text = TextOrNull(name);
        if (text is null)
        {
            Fail(name, "is not stated");
        }

        return text ?? "";
    }

    /// <summary>A text that may be left out; null = it was.</summary>
    public string? TextOrNull(string name)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text)
        {
            return text;
        }

        Fail(name, "is no text");
        return null;
    }

    /// <summary>A whole number of zero or more that must be there.</summary>
    public int Number(string name)
    {
        if (Find(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out int number) && number >= 0)
        {
            return number;
        }

        Fail(name, "is no whole number of 0 or more");
        return 0;
    }

    /// <summary>A yes or no that may be left out; null = it was.</summary>
    public bool? BooleanOrNull(string name)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.GetBoolean();
        }

        Fail(name, "is neither true nor false");
        return null;
    }

    /// <summary>One of a closed list of words; <paramref name="fallback"/> when it is left out, or null to demand it.</summary>
    public T Choice<T>(string name, T? fallback, params ReadOnlySpan<(string Word, T Value)> choices)
        where T : struct
    {
        string? text = fallback is null ? Text(name) : TextOrNull(name);
        if (string.IsNullOrEmpty(text))
        {
            return fallback ?? default;
        }

        var words = new List<string>();
        foreach ((string word, T value) in choices)
        {
            if (word.Equals(text, StringComparison.Ordinal))
            {
                return value;
            }

            words.Add(word);
        }

        Fail(name, $"is '{text}'; expected {string.Join(", ", words)}");
        return fallback ?? default;
    }

    /// <summary>Texts of an array; empty when it is left out.</summary>
    public ImmutableArray<string> Texts(string name)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        foreach ((JsonElement item, string at) in Items(name))
        {
            if (item.ValueKind == JsonValueKind.String && item.GetString() is { } text)
            {
                texts.Add(text);
            }
            else
            {
                problems.Add($"'{at}' is no text.");
            }
        }

        return texts.DrainToImmutable();
    }

    /// <summary>Objects of an array; empty when it is left out.</summary>
    public IEnumerable<JsonFields> Objects(string name)
    {
        foreach ((JsonElement item, string at) in Items(name))
        {
            if (item.ValueKind == JsonValueKind.Object)
            {
                yield return new JsonFields(item, at, problems);
            }
            else
            {
                problems.Add($"'{at}' is no object.");
            }
        }
    }

    /// <summary>An object that may be left out; null = it was.</summary>
    public JsonFields? ObjectOrNull(string name)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            return new JsonFields(value, Name(name), problems);
        }

        Fail(name, "is no object");
        return null;
    }

    /// <summary>The names and texts of an object whose values are all texts; empty when it is left out.</summary>
    public Dictionary<string, string> Map(string name)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Find(name) is not { ValueKind: JsonValueKind.Object } map)
        {
            return texts;
        }

        foreach (JsonProperty property in map.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.String && property.Value.GetString() is { } text)
            {
                texts[property.Name] = text;
            }
            else
            {
                problems.Add($"'{Name(name)}.{property.Name}' is no text.");
            }
        }

        return texts;
    }

    private JsonElement? Find(string name) => element.TryGetProperty(name, out JsonElement value) ? value : null;

    private string Name(string name) => Place.Length == 0 ? name : $"{Place}.{name}";

    private IEnumerable<(JsonElement Item, string Place)> Items(string name)
    {
        if (Find(name) is not { } value)
        {
            yield break;
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            Fail(name, "is no list");
            yield break;
        }

        int index = 0;
        foreach (JsonElement item in value.EnumerateArray())
        {
            yield return (item, $"{Name(name)}[{index++}]");
        }
    }
}
