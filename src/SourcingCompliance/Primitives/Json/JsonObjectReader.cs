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
    private readonly JsonObjectReader? _parent;
    private readonly string _place;
    private readonly int _index;
    private string[] _asked = new string[4];
    private int _askedCount;
    private readonly int _propertyCount;
    private int _statedCount;
    private bool _areAllAsked;

    /// <summary>Reads an object that stands in a larger one.</summary>
    /// <param name="element">The object.</param>
    /// <param name="path">Where it stands: <c>$.periods[0]</c>.</param>
    /// <param name="context">The file, and how its faults are told.</param>
    public JsonObjectReader(JsonElement element, string path, JsonReadingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        _element = element;
        _place = path;
        _context = context;
        _propertyCount = element.ValueKind == JsonValueKind.Object ? element.GetPropertyCount() : 0;
    }

    private JsonObjectReader(JsonElement element, JsonObjectReader parent, string name, int index = -1)
        : this(element, name, parent._context) => (_parent, _index) = (parent, index);

    /// <summary>Where the object stands in its file: <c>$.periods[0]</c>.</summary>
    public string Path => _parent is null ? _place
        : _index < 0 ? $"{_parent.Path}.{_place}" : string.Create(CultureInfo.InvariantCulture, $"{_parent.Path}.{_place}[{_index}]");

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
        { ValueKind: JsonValueKind.Object } value => new JsonObjectReader(value, this, name),
        _ => Wrong<JsonObjectReader>(name, "an object"),
    };

    /// <summary>The properties of an object that this reader stands on, for objects whose names are data.</summary>
    public IEnumerable<(string Name, JsonElement Value)> Members()
    {
        _areAllAsked = true;
        foreach (JsonProperty property in _element.EnumerateObject())
        {
            yield return (property.Name, property.Value);
        }
    }

    private ReadOnlySpan<string> Asked => _asked.AsSpan(0, _askedCount);

    private JsonElement? Find(string name, bool isRequired = false)
    {
        JsonElement value = default;
        bool isThere;
        if (Asked.Contains(name))
        {
            isThere = _element.TryGetProperty(name, out value);
        }
        else if (_statedCount == _propertyCount)
        {
            // Every property has been asked for, so one of another name is not there, and no name is needed for a complaint.
            isThere = false;
        }
        else
        {
            isThere = _element.TryGetProperty(name, out value);
            if (_askedCount == _asked.Length)
            {
                System.Array.Resize(ref _asked, 2 * _askedCount);
            }

            _asked[_askedCount++] = name;
            _statedCount += isThere ? 1 : 0;
        }

        if (isThere && value.ValueKind != JsonValueKind.Null)
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
