using System.Collections.Immutable;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Law;

/// <summary>A set of countries as bits, one for each pair of letters, so that asking it costs no lookup in a table.</summary>
public sealed class CountrySet
{
    private const int Letters = 26;
    private readonly ulong[] _bits = new ulong[((Letters * Letters) + 63) / 64];

    /// <summary>Holds countries.</summary>
    /// <param name="countries">Countries by two-letter code.</param>
    public CountrySet(IEnumerable<Country> countries)
    {
        ArgumentNullException.ThrowIfNull(countries);
        Countries = [.. countries.Distinct().Order()];
        foreach (Country country in Countries)
        {
            if (IndexOf(country) is >= 0 and int index)
            {
                _bits[index >> 6] |= 1UL << (index & 63);
            }
        }
    }

    /// <summary>The countries in code order.</summary>
    public ImmutableArray<Country> Countries { get; }

    /// <summary>Whether the set holds a country; false for a code that is not two capital letters.</summary>
    public bool Contains(Country country) => IndexOf(country) is >= 0 and int index && (_bits[index >> 6] & (1UL << (index & 63))) != 0;

    /// <summary>
    /// Whether what happened in one of the possible countries happened in the set: true when the text is definite and all of them are
    /// in it, false when none is, else unknown. No possible country is unknown.
    /// </summary>
    public Truth Contains(ImmutableArray<Country> possible, OriginCertainty certainty)
    {
        int inside = GetCount(possible);
        return inside switch
        {
            0 => possible.IsDefaultOrEmpty ? Truth.Unknown : Truth.False,
            _ when inside == possible.Length && certainty == OriginCertainty.Definite => Truth.True,
            _ => Truth.Unknown,
        };
    }

    /// <summary>How many of these countries the set holds.</summary>
    public int GetCount(ImmutableArray<Country> countries)
    {
        int count = 0;
        if (!countries.IsDefaultOrEmpty)
        {
            foreach (Country country in countries)
            {
                count += Contains(country) ? 1 : 0;
            }
        }

        return count;
    }

    private static int IndexOf(Country country) =>
        country.Code is [>= 'A' and <= 'Z' and var first, >= 'A' and <= 'Z' and var second] ? ((first - 'A') * Letters) + second - 'A' : -1;
}
