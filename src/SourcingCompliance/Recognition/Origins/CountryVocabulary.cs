using System.Collections.Immutable;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Recognition.Origins;

/// <summary>
/// How the world spells countries, places and the words around them, as <c>reference/countries.json</c> and
/// <c>reference/origin-words.json</c> say it. Immutable after loading and safe for any number of threads.
/// </summary>
public sealed class CountryVocabulary
{
    private const int FirstTokenBits = 15;

    // Three letters and three digits: CHN156.
    private const int LongestJoinedCode = 6;

    // Plain tables, never changed once filled: to freeze them costs at every start more than it saves in a run.
    private readonly Dictionary<string, VocabularyEntry> _phrases;
    private readonly Dictionary<string, VocabularyEntry>.AlternateLookup<ReadOnlySpan<char>> _phraseLookup;
    private readonly byte[] _longestByFirstToken;
    private readonly Lazy<Dictionary<string, VocabularyEntry>.AlternateLookup<ReadOnlySpan<char>>>[] _codes;
    private readonly Dictionary<string, ImmutableArray<string>>.AlternateLookup<ReadOnlySpan<char>> _towns;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _states;
    private readonly Dictionary<string, VocabularyEntry> _accentedNames;
    private readonly Dictionary<string, VocabularyEntry>.AlternateLookup<ReadOnlySpan<char>> _lowerCaseReadings;
    private readonly HashSet<(OriginCodeScheme Scheme, string Code)> _ownCodes;
    private readonly Dictionary<string, string> _stateCodesByName;
    private readonly Dictionary<string, CountryFacts> _countries;
    private readonly ImmutableArray<VocabularyExample> _examples;

    internal CountryVocabulary(VocabularyBuilder builder)
    {
        _countries = new Dictionary<string, CountryFacts>(builder.Countries, StringComparer.Ordinal);
        _phrases = builder.Phrases;
        _phraseLookup = _phrases.GetAlternateLookup<ReadOnlySpan<char>>();
        _longestByFirstToken = LongestByFirstToken(_phrases.Keys);
        _towns = builder.Towns.GetAlternateLookup<ReadOnlySpan<char>>();
        _states = builder.StateCodes.GetAlternateLookup<ReadOnlySpan<char>>();
        _accentedNames = builder.AccentedNames;
        _lowerCaseReadings = builder.LowerCaseReadings.GetAlternateLookup<ReadOnlySpan<char>>();
        _ownCodes = builder.Countries.Values.SelectMany(GetOwnCodes).ToHashSet();
        _stateCodesByName = builder.StateCodesByName;
        NamesForSuggestions = [.. builder.NamesForSuggestions];
        _examples = [.. builder.Examples];
        // Few lists are written in the codes of more than one scheme.
        _codes = [.. Enum.GetValues<OriginCodeScheme>().Select(scheme => new Lazy<Dictionary<string, VocabularyEntry>.AlternateLookup<ReadOnlySpan<char>>>(
            () => CodeTable.Build(scheme, builder).GetAlternateLookup<ReadOnlySpan<char>>()))];
        All = [.. builder.Countries.Values.Select(facts => facts.Country)];
    }

    /// <summary>All countries known, in code order.</summary>
    public ImmutableArray<Country> All { get; }

    /// <summary>Names that a misspelling may have meant.</summary>
    internal ImmutableArray<(string Key, Country Country)> NamesForSuggestions { get; }

    /// <summary>Reads the vocabulary of one rules folder.</summary>
    /// <param name="folder">A folder with <c>reference/countries.json</c> and <c>reference/origin-words.json</c>.</param>
    /// <param name="diagnostics">Receives SC9301 for a file that is missing or wrong and SC9302 for words that two countries claim.</param>
    public static CountryVocabulary Load(RuleFolder folder, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return Load([folder], diagnostics);
    }

    /// <summary>Reads the vocabularies of several rules folders as one; a word of a later folder replaces that of an earlier one.</summary>
    /// <param name="folders">The folders, the shipped one first. The first must hold both files, the others may hold either.</param>
    /// <param name="diagnostics">Receives SC9301 for a file that is missing or wrong and SC9302 for words that two countries claim.</param>
    public static CountryVocabulary Load(IReadOnlyList<RuleFolder> folders, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(folders);
        ArgumentNullException.ThrowIfNull(diagnostics);
        return new CountryVocabulary(new VocabularyReader(diagnostics).Read(folders));
    }

    /// <summary>The English short name of a country; its code when the vocabulary does not know it.</summary>
    public string GetName(Country country) => GetFacts(country)?.Name ?? country.Code;

    /// <summary>How many examples the vocabulary carries.</summary>
    public int ExampleCount => _examples.Length;

    /// <summary>The texts whose reading is not what the vocabulary itself promises; empty when all is well.</summary>
    /// <returns>One sentence for each example that fails, in file order.</returns>
    public ImmutableArray<string> VerifyExamples()
    {
        var recognizer = new OriginRecognizer(this, OriginSettings.Default);
        return
        [
            .. _examples.Where(example => example.Holds(recognizer, example.Text) != example.IsMatch)
                .Select(example => $"{example.Group}: '{example.Text}' must {(example.IsMatch ? "" : "not ")}match."),
        ];
    }

    /// <summary>
    /// The lists of two countries, one of them China, of which one is lost or that are read for certain as one, whatever people type between
    /// them; empty when all is well. It reads some eighty thousand texts.
    /// </summary>
    /// <returns>One sentence for each text that fails.</returns>
    public ImmutableArray<string> VerifyLists() => OriginGrid.Verify(this, All.Where(country => country.Code == "CN"), OriginGrid.Positions.Take(1));

    /// <summary>Codes and name of a country; null when it is not known.</summary>
    internal CountryFacts? GetFacts(Country country) => country.Code is null ? null : _countries.GetValueOrDefault(country.Code);

    /// <summary>The entry of a normalized phrase; null when it is not known.</summary>
    internal VocabularyEntry? FindPhrase(ReadOnlySpan<char> key) => _phraseLookup.TryGetValue(key, out VocabularyEntry? entry) ? entry : null;

    /// <summary>The entry of a normalized code; null when the scheme has no such code.</summary>
    internal VocabularyEntry? FindCode(ReadOnlySpan<char> key, OriginCodeScheme scheme) =>
        (key.Length <= 3 || (key.Length <= LongestJoinedCode && char.IsAsciiDigit(key[^1]) && char.IsAsciiLetter(key[0])))
            && _codes[(int)scheme].Value.TryGetValue(key, out VocabularyEntry? entry) ? entry : null;

    /// <summary>Whether a code, lower case, stands in the scheme's own list, as published.</summary>
    internal bool IsOwnCode(string code, OriginCodeScheme scheme) => _ownCodes.Contains((scheme, code));

    /// <summary>
    /// The entry of a single word of at most three letters by the way it is written: accents tell Vietnamese "Mỹ" from MY, capitals
    /// tell NGA from "Nga". Null when its writing says nothing special.
    /// </summary>
    internal VocabularyEntry? FindWritten(OriginText text, int token, out bool isNoCode)
    {
        OriginToken written = text.Tokens[token];
        isNoCode = written.IsAccented && written.Length <= 3;
        if (isNoCode)
        {
            // Turkish capitals: the dotted I has no small letter outside its own culture.
            return _accentedNames.GetValueOrDefault(text.Words(token, token).Replace('İ', 'i').ToLowerInvariant());
        }

        return !written.IsUpper && written.Length <= 3 && _lowerCaseReadings.TryGetValue(text.Phrase(token, token), out VocabularyEntry? entry) ? entry : null;
    }

    /// <summary>
    /// How many tokens a phrase that begins with this token can have; 0 when none begins with it. Tokens of one hash share the figure, so
    /// it may be too large; it is too small only for phrases of more than 255 tokens.
    /// </summary>
    internal int LongestPhraseFrom(ReadOnlySpan<char> firstToken) => _longestByFirstToken[GetPlace(firstToken)];

    /// <summary>Whether the key is the postal code of a state of the United States.</summary>
    internal bool IsStateCode(ReadOnlySpan<char> key) => key.Length == 2 && _states.Contains(key);

    /// <summary>The postal code of a state by the key of its name; null when there is no such state.</summary>
    internal string? GetStateCode(string nameKey) => _stateCodesByName.GetValueOrDefault(nameKey);

    /// <summary>Whether one of the countries has a subdivision with this letter code.</summary>
    internal bool HasSubdivision(ImmutableArray<Country> countries, ReadOnlySpan<char> key)
    {
        foreach (Country country in countries)
        {
            foreach (string code in GetFacts(country)?.Subdivisions ?? [])
            {
                if (key.SequenceEqual(code))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether the entry is the English short name of its country.</summary>
    internal bool IsEnglishName(VocabularyEntry? entry) =>
        entry is { Sense: CountrySense.Name } && IsNameOfOne(entry);

    /// <summary>Whether the entry is the English short name of one of the countries that it stands for ("Georgia").</summary>
    internal bool IsNameOfOne(VocabularyEntry? entry)
    {
        foreach (Country country in entry?.Countries ?? [])
        {
            if (entry is not null && GetFacts(country) is { } facts && facts.Name.Equals(entry.Key, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the entry stands for one country that is often named with a larger one (Hong Kong, Macao, Taiwan).</summary>
    internal bool IsNamedWithAnother(VocabularyEntry entry) => entry.Countries.Length == 1 && GetFacts(entry.Countries[0])?.NamedWith is not null;

    /// <summary>Whether a state has a town of this name that bears a foreign name.</summary>
    internal bool IsTown(ReadOnlySpan<char> townKey, ReadOnlySpan<char> stateCode)
    {
        if (!_towns.TryGetValue(townKey, out ImmutableArray<string> states))
        {
            return false;
        }

        foreach (string state in states)
        {
            if (stateCode.SequenceEqual(state))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<(OriginCodeScheme Scheme, string Code)> GetOwnCodes(CountryFacts facts)
    {
        yield return (OriginCodeScheme.Iso, facts.Country.Code.ToLowerInvariant());
        yield return (OriginCodeScheme.Iso, facts.Alpha3.ToLowerInvariant());
        if (facts.Fips is string fips)
        {
            yield return (OriginCodeScheme.Fips, fips.ToLowerInvariant());
        }

        if (facts.Ioc is string ioc)
        {
            yield return (OriginCodeScheme.Ioc, ioc.ToLowerInvariant());
        }
    }

    private static byte[] LongestByFirstToken(IEnumerable<string> keys)
    {
        byte[] longest = new byte[1 << FirstTokenBits];
        foreach (string key in keys)
        {
            (int firstEnd, int tokens) = OriginText.GetTokens(key);
            ref byte known = ref longest[GetPlace(key.AsSpan(0, firstEnd))];
            known = (byte)Math.Max(known, Math.Min(tokens, byte.MaxValue));
        }

        return longest;
    }

    private static uint GetPlace(ReadOnlySpan<char> firstToken) => TextHash.Compute(firstToken) >> (32 - FirstTokenBits);
}
