using System.Collections.Immutable;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Law;

/// <summary>The definitions that a condition may name beside the facts, with their values on one day.</summary>
public sealed class ConditionScope
{
    /// <summary>No definitions.</summary>
    public static readonly ConditionScope Empty = new([], [], []);

    private readonly Dictionary<string, CountrySet> _countries;
    private readonly Dictionary<string, HashSet<string>> _texts;
    private readonly Dictionary<string, decimal> _numbers = new(StringComparer.Ordinal);

    /// <summary>Holds definitions.</summary>
    /// <param name="countries">Sets of countries by name (<c>coveredCountries</c>).</param>
    /// <param name="texts">Sets of ids by name (<c>coveredMaterials</c>).</param>
    /// <param name="numbers">Numbers by name (<c>thresholds.simplifiedAcquisitionThreshold</c>).</param>
    public ConditionScope(
        IEnumerable<KeyValuePair<string, ImmutableArray<Country>>> countries,
        IEnumerable<KeyValuePair<string, ImmutableArray<string>>> texts,
        IEnumerable<KeyValuePair<string, decimal>> numbers)
    {
        _countries = countries.ToDictionary(pair => pair.Key, pair => new CountrySet(pair.Value), StringComparer.Ordinal);
        _texts = texts.ToDictionary(pair => pair.Key, pair => pair.Value.ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach ((string name, decimal number) in numbers)
        {
            _numbers[name] = number;
        }
    }

    /// <summary>A set of countries; null when no definition has that name.</summary>
    public CountrySet? FindCountries(string name) => _countries.GetValueOrDefault(name);

    /// <summary>A number; null when no definition has that name.</summary>
    public decimal? FindNumber(string name) => _numbers.TryGetValue(name, out decimal value) ? value : null;

    /// <summary>Every definition with an expression for its value, for an engine that reads C# expressions; in the order of names.</summary>
    public ImmutableArray<NamedExpression> Expressions =>
        TwoValuedSpelling.GetExpressions(_countries.Keys.Concat(_texts.Keys).Concat(_numbers.Keys).Order(StringComparer.Ordinal)
            .Select(name => (name, Find(name) ?? Operand.Nothing)));

    internal Operand? Find(string name)
    {
        if (_countries.TryGetValue(name, out CountrySet? countries))
        {
            return new Operand { Fact = Operand.Constant, Name = name, Kind = FactKind.CountrySet, Countries = countries };
        }

        if (_texts.TryGetValue(name, out HashSet<string>? texts))
        {
            return new Operand { Fact = Operand.Constant, Name = name, Kind = FactKind.TextSet, Texts = texts };
        }

        return _numbers.TryGetValue(name, out decimal number)
            ? new Operand { Fact = Operand.Constant, Name = name, Kind = FactKind.Number, Number = number }
            : null;
    }
}
