using System.Collections.Immutable;
using System.Text;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Recognition.Origins;

/// <summary>Gathers the entries of a vocabulary from its files; a word of a later file replaces the same word of an earlier one.</summary>
internal sealed class VocabularyBuilder
{
    // About what the shipped files say, so that the table need not grow while they are read.
    private const int UsualPhrases = 12_000;

    private readonly OriginText _text = new();

    /// <summary>The countries by code.</summary>
    public SortedDictionary<string, CountryFacts> Countries { get; } = new(StringComparer.Ordinal);

    /// <summary>Phrases by key.</summary>
    public Dictionary<string, VocabularyEntry> Phrases { get; } = new(UsualPhrases, StringComparer.Ordinal);

    /// <summary>Short words with several readings, which act as codes of the ISO scheme.</summary>
    public Dictionary<string, VocabularyEntry> AmbiguousCodes { get; } = new(StringComparer.Ordinal);

    /// <summary>Two-letter names, understood under every scheme where no code says otherwise.</summary>
    public Dictionary<string, VocabularyEntry> ShortNames { get; } = new(StringComparer.Ordinal);

    /// <summary>Names of at most three letters that only their accents tell from a code (Ý, Mỹ), as written in lower case.</summary>
    public Dictionary<string, VocabularyEntry> AccentedNames { get; } = new(StringComparer.Ordinal);

    /// <summary>Readings of short words that are not written in capitals ("Nga" may be Vietnamese for Russia, NGA is Nigeria).</summary>
    public Dictionary<string, VocabularyEntry> LowerCaseReadings { get; } = new(StringComparer.Ordinal);

    /// <summary>Postal codes of the states of the United States, lower case.</summary>
    public HashSet<string> StateCodes { get; } = new(StringComparer.Ordinal);

    /// <summary>Postal codes of the states by the key of their names.</summary>
    public Dictionary<string, string> StateCodesByName { get; } = new(StringComparer.Ordinal);

    /// <summary>State codes by the key of a United States town that bears a foreign name.</summary>
    public Dictionary<string, ImmutableArray<string>> Towns { get; } = new(StringComparer.Ordinal);

    /// <summary>Names of countries for suggestions: key and country.</summary>
    public List<(string Key, Country Country)> NamesForSuggestions { get; } = new(UsualPhrases / 4);

    /// <summary>Texts that must or must not be read in a certain way.</summary>
    public List<VocabularyExample> Examples { get; } = [];

    /// <summary>Words that two countries claim: the word and both codes.</summary>
    public List<(string Word, string First, string Second)> Conflicts { get; } = [];

    /// <summary>Adds a word that names one country, the only one of <paramref name="countries"/>, which all its words share.</summary>
    public void AddName(string word, ImmutableArray<Country> countries, CountrySense sense)
    {
        string key = GetKey(word);
        if (key.Length == 0)
        {
            return;
        }

        string? why = sense == CountrySense.Misspelling ? "misspelt" : null;
        Put(new VocabularyEntry(key) { Sense = sense, Countries = countries, Possible = countries, Why = why }, word);
        if (sense is CountrySense.Name or CountrySense.Place)
        {
            foreach (string form in CyrillicDeclension.GetOtherForms(key))
            {
                Put(new VocabularyEntry(form) { Sense = sense, Countries = countries, Possible = countries, Why = why }, word);
            }
        }

        if (sense == CountrySense.Name && key.Length >= 5 && char.IsAsciiLetter(key[0]))
        {
            NamesForSuggestions.Add((key, countries[0]));
        }
    }

    /// <summary>Adds a word with several readings.</summary>
    public void AddAmbiguous(string word, ImmutableArray<Country> countries, string why, bool unlessUpper)
    {
        string key = GetKey(word);
        var entry = new VocabularyEntry(key) { Sense = CountrySense.Ambiguous, Countries = countries, Possible = countries, Why = why };
        if (unlessUpper)
        {
            LowerCaseReadings[key] = entry;
            return;
        }

        if (IsShortCode(key, 3))
        {
            AmbiguousCodes[key] = entry with { Sense = CountrySense.Code, SenseAlone = CountrySense.Ambiguous };
            return;
        }

        Replace(key, entry);
        foreach (string form in CyrillicDeclension.GetOtherForms(key))
        {
            Replace(form, entry with { Key = form });
        }
    }

    /// <summary>Adds a place that means one country unless another one is named beside it ("Formosa, Argentina").</summary>
    public void AddUsual(string word, Country usual, ImmutableArray<Country> possible)
    {
        string key = GetKey(word);
        Replace(key, new VocabularyEntry(key) { Sense = CountrySense.Place, Countries = [usual], Possible = possible });
    }

    /// <summary>Adds a bloc of countries.</summary>
    public void AddBloc(string word, ImmutableArray<Country> members, bool listed, string why)
    {
        string key = GetKey(word);
        Replace(key, new VocabularyEntry(key) { Sense = CountrySense.Bloc, Countries = listed ? members : [], Possible = members, Why = why });
    }

    /// <summary>Adds what a word does in a text; it keeps the country that it names, if any.</summary>
    public void AddWord(string word, WordMeanings meanings, string? stage, ImmutableArray<string> elements)
    {
        string key = GetKey(word);
        VocabularyEntry entry = Phrases.GetValueOrDefault(key) ?? new VocabularyEntry(key);
        Replace(key, entry with
        {
            Meanings = entry.Meanings | meanings,
            Stage = stage ?? entry.Stage,
            Elements = elements.IsDefaultOrEmpty ? entry.Elements : elements,
        });
    }

    /// <summary>Adds what a short word does when it stands with its accents, which tell it from another: Albanian "në" (in) from Slavic "ne" (not).</summary>
    public void AddWrittenWord(string word, WordMeanings meanings) =>
        AccentedNames[word.ToLowerInvariant()] = new VocabularyEntry(GetKey(word)) { Meanings = meanings };

    /// <summary>Adds a state of the United States.</summary>
    public void AddState(string code, string name)
    {
        StateCodes.Add(GetKey(code));
        string key = GetKey(name);
        StateCodesByName[key] = GetKey(code);
        ImmutableArray<Country> unitedStates = [new Country("US")];
        if (Phrases.GetValueOrDefault(key) is { Sense: CountrySense.Ambiguous } ambiguous)
        {
            Replace(key, ambiguous with { IsState = true });
        }
        else
        {
            Replace(key, new VocabularyEntry(key) { Sense = CountrySense.Place, Countries = unitedStates, Possible = unitedStates, IsState = true });
        }
    }

    /// <summary>The normalized key of a word.</summary>
    public string GetKey(string word)
    {
        _text.Read(word);
        return new string(_text.Key);
    }

    /// <summary>Whether the key is a code-like word of at most so many letters.</summary>
    public static bool IsShortCode(string key, int length) => key.Length <= length && !key.AsSpan().ContainsAnyExceptInRange('a', 'z');

    private static bool IsPlain(string word) => Ascii.IsValid(word);

    private void Put(VocabularyEntry entry, string source)
    {
        string key = entry.Key;
        if (IsShortCode(key, 2))
        {
            // Vietnamese "Mỹ" must not turn the code MY into the United States.
            if (!IsPlain(source))
            {
                AccentedNames.TryAdd(source.ToLowerInvariant(), entry);
            }
            else if (entry.Sense == CountrySense.Name)
            {
                ShortNames.TryAdd(key, entry with { Sense = CountrySense.Code });
            }

            return;
        }

        VocabularyEntry? known = Phrases.GetValueOrDefault(key);
        if (known is { Sense: not CountrySense.Misspelling } && known.Countries[0] != entry.Countries[0])
        {
            if (entry.Sense != CountrySense.Misspelling && !_text.Tokens.IsEmpty)
            {
                Conflicts.Add((source, known.Countries[0].Code, entry.Countries[0].Code));
            }

            return;
        }

        if (IsShortCode(key, 3) && !IsPlain(source))
        {
            AccentedNames.TryAdd(source.ToLowerInvariant(), entry);
        }
        else if (known is null or { Sense: CountrySense.Misspelling })
        {
            Replace(key, entry);
        }
    }

    private void Replace(string key, VocabularyEntry entry)
    {
        if (key.Length > 0)
        {
            Phrases[key] = entry;
        }
    }
}

/// <summary>The codes and the short name of a country.</summary>
internal sealed record CountryFacts(Country Country, string Name, string Alpha3, string? Numeric, string? Fips, string? Ioc)
{
    /// <summary>Letter codes of subdivisions (ISO 3166-2) that could be taken for country codes.</summary>
    public ImmutableArray<string> Subdivisions { get; init; } = [];

    /// <summary>Country that is often named with it and does not change the reading ("Hong Kong, China"); null = none.</summary>
    public Country? NamedWith { get; init; }
}

/// <summary>A text with the reading that the vocabulary promises for it.</summary>
internal sealed record VocabularyExample(string Group, string Text, bool IsMatch, Func<OriginRecognizer, string, bool> Holds);
