namespace SourcingCompliance.Primitives;

/// <summary>A country by its ISO 3166-1 alpha-2 code, upper case. Hong Kong and Macao keep their own codes.</summary>
/// <param name="Code">Two upper-case letters, for example <c>CN</c>.</param>
public readonly record struct Country(string Code) : IComparable<Country>
{
    /// <inheritdoc/>
    public int CompareTo(Country other) => string.CompareOrdinal(Code, other.Code);

    /// <inheritdoc/>
    public override string ToString() => Code;

    /// <summary>Orders by code.</summary>
    public static bool operator <(Country left, Country right) => left.CompareTo(right) < 0;

    /// <summary>Orders by code.</summary>
    public static bool operator >(Country left, Country right) => left.CompareTo(right) > 0;

    /// <summary>Orders by code.</summary>
    public static bool operator <=(Country left, Country right) => left.CompareTo(right) <= 0;

    /// <summary>Orders by code.</summary>
    public static bool operator >=(Country left, Country right) => left.CompareTo(right) >= 0;
}
