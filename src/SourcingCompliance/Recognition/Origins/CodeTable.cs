using System.Collections.Immutable;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Recognition.Origins;

/// <summary>Builds the table of short codes of one scheme.</summary>
internal static class CodeTable
{
    /// <summary>The codes of a scheme by key, lower case; a code that several rules claim keeps the first.</summary>
    public static Dictionary<string, VocabularyEntry> Build(OriginCodeScheme scheme, VocabularyBuilder builder)
    {
        if (scheme is OriginCodeScheme.Fips or OriginCodeScheme.Numeric)
        {
            return Extend(Build(OriginCodeScheme.Iso, builder), scheme, builder);
        }

        var table = new Dictionary<string, VocabularyEntry>(StringComparer.Ordinal);
        void Add(string? code, Country country)
        {
            if (code is not null)
            {
                string key = code.ToLowerInvariant();
                table.TryAdd(key, GetEntry(key, [country]));
            }
        }

        if (scheme == OriginCodeScheme.Iso)
        {
            foreach ((string key, VocabularyEntry entry) in builder.AmbiguousCodes)
            {
                table.TryAdd(key, entry);
            }
        }

        foreach (CountryFacts facts in builder.Countries.Values)
        {
            switch (scheme)
            {
                case OriginCodeScheme.Iso or OriginCodeScheme.Genc:
                    Add(facts.Country.Code, facts.Country);
                    Add(facts.Alpha3, facts.Country);
                    Add(facts.Numeric, facts.Country);
                    AddJoined(facts, Add);
                    break;
                case OriginCodeScheme.Ioc:
                    Add(facts.Ioc, facts.Country);
                    break;
            }
        }

        AddOtherCodes(scheme, builder, Add);
        foreach ((string key, VocabularyEntry entry) in builder.ShortNames)
        {
            table.TryAdd(key, entry);
        }

        if (scheme == OriginCodeScheme.Iso)
        {
            foreach (string state in builder.StateCodes.Order(StringComparer.Ordinal))
            {
                table.TryAdd(state, GetEntry(state, [new Country("US")]));
            }
        }

        return table;
    }

    /// <summary>A number as a code: what spreadsheets and data frames append to whole numbers (<c>156.0</c>) left out.</summary>
    public static ReadOnlySpan<char> WithoutDecimals(ReadOnlySpan<char> key) => key.EndsWith(".0", StringComparison.Ordinal) ? key[..^2] : key;

    // Numbers may have lost their zeros; a code of FIPS 10-4 that ISO has too stands for both countries.
    private static Dictionary<string, VocabularyEntry> Extend(Dictionary<string, VocabularyEntry> table, OriginCodeScheme scheme, VocabularyBuilder builder)
    {
        foreach (CountryFacts facts in builder.Countries.Values)
        {
            if (scheme == OriginCodeScheme.Numeric && facts.Numeric?.TrimStart('0') is { Length: > 0 } number)
            {
                table.TryAdd(number, GetEntry(number, [facts.Country]));
            }
            else if (scheme == OriginCodeScheme.Fips && facts.Fips is { } code)
            {
                string key = code.ToLowerInvariant();
                ImmutableArray<Country> ofIso = builder.StateCodes.Contains(key) && !builder.Countries.ContainsKey(code)
                    ? [] : table.GetValueOrDefault(key)?.Countries ?? [];
                ImmutableArray<Country> both = [.. ofIso.Append(facts.Country).Distinct().Order()];
                table[key] = both.Length == 1
                    ? GetEntry(key, both)
                    : GetEntry(key, both) with { SenseAlone = CountrySense.Ambiguous, Why = "a code that FIPS 10-4 and ISO 3166-1 read differently" };
            }
        }

        return table;
    }

    // Codes of a neighboring list are understood where the scheme's own list leaves them free.
    private static void AddOtherCodes(OriginCodeScheme scheme, VocabularyBuilder builder, Action<string?, Country> add)
    {
        foreach (CountryFacts facts in builder.Countries.Values)
        {
            switch (scheme)
            {
                case OriginCodeScheme.Iso or OriginCodeScheme.Genc:
                    add(facts.Ioc, facts.Country);
                    break;
                case OriginCodeScheme.Ioc:
                    add(facts.Country.Code, facts.Country);
                    add(facts.Alpha3, facts.Country);
                    break;
            }
        }
    }

    // Exports of customs systems join the letters and the number of a country: CN156, CHN156.
    private static void AddJoined(CountryFacts facts, Action<string?, Country> add)
    {
        if (facts.Numeric is { } number)
        {
            add(facts.Country.Code + number, facts.Country);
            add(facts.Alpha3 + number, facts.Country);
        }
    }

    private static VocabularyEntry GetEntry(string key, ImmutableArray<Country> countries) =>
        new(key) { Sense = CountrySense.Code, Countries = countries, Possible = countries };
}
