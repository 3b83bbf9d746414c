using System.Collections.Immutable;
using System.Globalization;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Law;

/// <summary>The values of the vocabulary's facts for one question. A fact that was not set is unknown. Not safe for several threads.</summary>
public sealed class FactFrame
{
    private readonly FactValue[] _values = new FactValue[Vocabulary.Facts.Length];

    /// <summary>Forgets every value.</summary>
    public void Clear() => Array.Clear(_values);

    /// <summary>Sets a text; null = unknown.</summary>
    public void Set(Fact fact, string? value) => Slot(fact, FactKind.Text) = new FactValue { IsKnown = value is not null, Text = value };

    /// <summary>Sets a number; null = unknown.</summary>
    public void Set(Fact fact, decimal? value) => Slot(fact, FactKind.Number) = new FactValue { IsKnown = value is not null, Number = value ?? 0 };

    /// <summary>Sets a day; null = unknown.</summary>
    public void Set(Fact fact, DateOnly? value) => Slot(fact, FactKind.Date) = new FactValue { IsKnown = value is not null, Date = value ?? default };

    /// <summary>Sets a truth value; null = unknown.</summary>
    public void Set(Fact fact, bool? value) => Slot(fact, FactKind.Boolean) = new FactValue { IsKnown = value is not null, Flag = value ?? false };

    /// <summary>Sets the possible countries of something; no country = unknown.</summary>
    public void Set(Fact fact, ImmutableArray<Country> countries, OriginCertainty certainty) =>
        Slot(fact, FactKind.Origin) = new FactValue { IsKnown = !countries.IsDefaultOrEmpty, Countries = countries, Certainty = certainty };

    /// <summary>The value of a fact that is no origin: a text, a decimal, a <see cref="DateOnly"/> or a truth value; null = unknown.</summary>
    public object? GetValue(Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        ref readonly FactValue value = ref _values[fact.Index];
        return !value.IsKnown ? null : fact.Kind switch
        {
            FactKind.Text => value.Text,
            FactKind.Number => value.Number,
            FactKind.Date => value.Date,
            FactKind.Boolean => value.Flag,
            FactKind.Origin or FactKind.CountrySet or FactKind.TextSet => throw new ArgumentException($"The fact {fact.Name} is a {fact.Kind}.", nameof(fact)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>The possible countries of an origin, with their certainty; none = unknown.</summary>
    public (ImmutableArray<Country> Countries, OriginCertainty Certainty) GetOrigin(Fact fact)
    {
        ref readonly FactValue value = ref Slot(fact, FactKind.Origin);
        return value.IsKnown ? (value.Countries, value.Certainty) : ([], OriginCertainty.Unknown);
    }

    /// <summary>The value of a fact as explanations print it; <c>unknown</c> when it is.</summary>
    public string Show(Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        ref readonly FactValue value = ref _values[fact.Index];
        if (!value.IsKnown)
        {
            return "unknown";
        }

        return fact.Kind switch
        {
            FactKind.Text => value.Text ?? "unknown",
            FactKind.Number => value.Number.ToString(CultureInfo.InvariantCulture),
            FactKind.Date => value.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            FactKind.Boolean => value.Flag ? "true" : "false",
            FactKind.Origin => string.Join('|', value.Countries.Select(country => country.Code))
                + (value.Certainty == OriginCertainty.Definite ? "" : "?"),
            FactKind.CountrySet or FactKind.TextSet => "a definition",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    internal void Restore(int index, in FactValue value) => _values[index] = value;

    internal ref readonly FactValue this[int index] => ref _values[index];

    private ref FactValue Slot(Fact fact, FactKind kind)
    {
        ArgumentNullException.ThrowIfNull(fact);
        if (fact.Kind != kind)
        {
            throw new ArgumentException($"The fact {fact.Name} is a {fact.Kind}, not a {kind}.", nameof(fact));
        }

        return ref _values[fact.Index];
    }
}

/// <summary>One value; which member speaks follows from the fact's kind.</summary>
internal struct FactValue
{
    public bool IsKnown;
    public bool Flag;
    public OriginCertainty Certainty;
    public DateOnly Date;
    public string? Text;
    public ImmutableArray<Country> Countries;
    public decimal Number;
}
