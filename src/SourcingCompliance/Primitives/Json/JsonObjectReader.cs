using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Primitives.Json;

/// <summary>
/// Reads one JSON object property by property and remembers which were asked for, so that a property that nobody asks for is told and not
/// skipped. A value of the wrong kind is told and read as not stated.
/// </summary>
public sealed partial class JsonObjectReader
{
    // Deadlines are counted on and back from dates, and calendars have an end.
    private const int FirstYear = 1900;
    private const int LastYear = 2199;

    private readonly JsonElement _element;
    private readonly JsonReadingContext _context;
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal) { "$schema", "$comment" };

    /// <summary>Reads an object that stands in a larger one.</summary>
    /// <param name="element">The object.</param>
    /// <param name="path">Where it stands: <c>$.periods[0]</c>.</param>
    /// <param name="context">The file, and how its faults are told.</param>
    public JsonObjectReader(JsonElement element, string path, JsonReadingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        _element = element;
        Path = path;
        _context = context;
    }

    /// <summary>Where the object stands in its file: <c>$.periods[0]</c>.</summary>
    public string Path { get; }

    /// <summary>Opens a file whose root is an object; null and a diagnostic when it is not one.</summary>
    public static JsonObjectReader? Open(ReadOnlyMemory<byte> content, JsonReadingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            using JsonDocument document = JsonText.Parse(content);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return new JsonObjectReader(document.RootElement.Clone(), "$", context);
            }

            context.Diagnostics.Error(context.UnreadableId, context.File,
                $"The file contains a JSON {document.RootElement.ValueKind}; an object was expected.", "Compare it with its schema.");
        }
        catch (JsonException exception)
        {
            // A fault in a file of the user's is bad input; the parser knows only this way to say so.
            context.Diagnostics.Error(context.UnreadableId, context.File, $"The file cannot be used: {exception.Message}.", "Repair it there.");
        }

        return null;
    }

    /// <summary>Whether the object has the property and its value is not null.</summary>
    public bool Has(string name) => Find(name) is not null;

    /// <summary>A text; null when not stated.</summary>
    public string? Text(string name, bool isRequired = false) => Find(name, isRequired) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } value => value.GetString(),
        _ => Wrong<string>(name, "a text"),
    };

    /// <summary>A text that must be stated; empty, and told, when it is not.</summary>
    public string RequiredText(string name) => Text(name, isRequired: true) ?? "";

    /// <summary>A number; null when not stated.</summary>
    public decimal? Number(string name, bool isRequired = false) => Find(name, isRequired) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } value when value.TryGetDecimal(out decimal number) => number,
        _ => WrongValue<decimal>(name, "a number"),
    };

    /// <summary>A whole number of zero or more; null when not stated.</summary>
    public int? Count(string name, bool isRequired = false) => Find(name, isRequired) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } value when value.TryGetInt32(out int number) && number >= 0 => number,
        _ => WrongValue<int>(name, "a whole number of 0 or more"),
    };

    /// <summary>One of a closed list of words; null when not stated or, after a diagnostic, when it is another word.</summary>
    public T? Choice<T>(string name, params ReadOnlySpan<(string Word, T Value)> choices)
        where T : struct
    {
        if (Text(name) is not { } text)
        {
            return null;
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

        Refuse(name, $"\"{text}\"", string.Join(", ", words));
        return null;
    }

    /// <summary>A truth value; null when not stated.</summary>
    public bool? Flag(string name, bool isRequired = false) => Find(name, isRequired) switch
    {
        null => null,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => WrongValue<bool>(name, "true or false"),
    };

    /// <summary>A day in ISO form, of the years 1900 to 2199; null when not stated.</summary>
    public DateOnly? Date(string name, bool isRequired = false) => Find(name, isRequired) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } value when DateOnly.TryParseExact(
            value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            && date.Year is >= FirstYear and <= LastYear => date,
        _ => WrongValue<DateOnly>(name, $"a date such as 2027-01-01, of the years {FirstYear} to {LastYear},"),
    };

    /// <summary>A period with <c>from</c> and, unless it is open, <c>to</c>.</summary>
    public EffectivePeriod Period()
    {
        DateOnly from = Date("from", isRequired: true) ?? default;
        return new EffectivePeriod(from, Date("to"));
    }

    /// <summary>An object; null when not stated.</summary>
    public JsonObjectReader? Object(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Object } value => new JsonObjectReader(value, $"{Path}.{name}", _context),
        _ => Wrong<JsonObjectReader>(name, "an object"),
    };

    /// <summary>The objects of an array; empty when not stated.</summary>
    public IEnumerable<JsonObjectReader> Objects(string name, bool isRequired = false)
    {
        if (Array(name, isRequired) is not { } array)
        {
            yield break;
        }

        int index = 0;
        foreach (JsonElement element in array.EnumerateArray())
        {
            string path = string.Create(CultureInfo.InvariantCulture, $"{Path}.{name}[{index++}]");
            if (element.ValueKind == JsonValueKind.Object)
            {
                yield return new JsonObjectReader(element, path, _context);
            }
            else
            {
                Tell(path, element, "an object");
            }
        }
    }

    /// <summary>The texts of an array; empty when not stated.</summary>
    public ImmutableArray<string> Texts(string name, bool isRequired = false)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        foreach (JsonElement element in Array(name, isRequired)?.EnumerateArray() ?? default)
        {
            if (element.ValueKind == JsonValueKind.String)
            {
                texts.Add(element.GetString() ?? "");
            }
            else
            {
                Tell($"{Path}.{name}", element, "an array of texts");
            }
        }

        return texts.ToImmutable();
    }

    /// <summary>The properties of an object that this reader stands on, for objects whose names are data.</summary>
    public IEnumerable<(string Name, JsonElement Value)> Members()
    {
        foreach (JsonProperty property in _element.EnumerateObject())
        {
            _asked.Add(property.Name);
            yield return (property.Name, property.Value);
        }
    }

    /// <summary>A file's bytes without a byte order mark.</summary>
    internal static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> content) =>
        content.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? content[3..] : content;

    private JsonElement? Array(string name, bool isRequired)
    {
        JsonElement? value = Find(name, isRequired);
        if (value is { ValueKind: not JsonValueKind.Array } other)
        {
            Tell($"{Path}.{name}", other, "an array");
            return null;
        }

        return value;
    }

    private JsonElement? Find(string name, bool isRequired = false)
    {
        _asked.Add(name);
        if (_element.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null)
        {
            return value;
        }

        if (isRequired)
        {
            _context.Diagnostics.Error(_context.InvalidId, _context.File, $"{Path} has no \"{name}\".", "Add it.");
        }

        return null;
    }
}
