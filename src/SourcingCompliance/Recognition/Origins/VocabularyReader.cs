using System.Collections.Immutable;
using System.Text.Json;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Primitives.Json;

namespace SourcingCompliance.Recognition.Origins;

/// <summary>Reads the vocabulary files of rules folders.</summary>
internal sealed class VocabularyReader(DiagnosticBag diagnostics)
{
    private const string CountriesPath = "reference/countries.json";
    private const string WordsPath = "reference/origin-words.json";

    private readonly VocabularyBuilder _builder = new();

    /// <summary>Reads all folders; what cannot be read is an error and left out.</summary>
    public VocabularyBuilder Read(IReadOnlyList<RuleFolder> folders)
    {
        // Later folders win, and the first entry of a word stays, so the folders are read from the last one.
        foreach (RuleFolder folder in folders.Reverse())
        {
            ReadFile(folder, CountriesPath, ReadCountries, isRequired: folder == folders[0]);
        }

        foreach (RuleFolder folder in folders)
        {
            ReadFile(folder, WordsPath, new OriginWordReader(_builder).Read, isRequired: folder == folders[0]);
        }

        foreach ((string word, string first, string second) in _builder.Conflicts)
        {
            diagnostics.Warn(DiagnosticIds.VocabularyConflict, CellRef.ForFile(CountriesPath),
                $"'{word}' is a name of {first} and of {second}; read as {first}.",
                "List it under ambiguous in reference/origin-words.json, or take it out of one of the two.");
        }

        return _builder;
    }

    private void ReadFile(RuleFolder folder, string path, Action<JsonElement> read, bool isRequired)
    {
        if (folder.Find(path) is not { } content)
        {
            if (isRequired)
            {
                diagnostics.Error(DiagnosticIds.CountryVocabularyUnreadable, CellRef.ForFile(path), $"{folder.Name} does not contain {path}.",
                    "Restore the file; without it no country is recognized.");
            }

            return;
        }

        try
        {
            using JsonDocument document = JsonText.Parse(content);
            read(document.RootElement);
        }
        catch (JsonException problem)
        {
            Refuse(folder, path, problem.Message);
        }
        catch (KeyNotFoundException)
        {
            Refuse(folder, path, "a required property is missing");
        }
        catch (InvalidOperationException problem)
        {
            Refuse(folder, path, problem.Message);
        }
    }

    private void Refuse(RuleFolder folder, string path, string reason) =>
        diagnostics.Error(DiagnosticIds.CountryVocabularyUnreadable, CellRef.ForFile(path), $"{path} of {folder.Name} cannot be read: {reason}.",
            "Compare it with the schema that its first line names.");

    private void ReadCountries(JsonElement root)
    {
        foreach (JsonElement element in root.GetProperty("countries").EnumerateArray())
        {
            ReadCountry(element);
        }
    }

    private void ReadCountry(JsonElement element)
    {
        string code = JsonTexts.Required(element, "code");
        var country = new Country(code);
        string name = JsonTexts.Optional(element, "name") ?? _builder.Countries.GetValueOrDefault(code)?.Name ?? code;
        if (JsonTexts.Optional(element, "alpha3") is string alpha3)
        {
            _builder.Countries.TryAdd(code, new CountryFacts(country, name, alpha3, JsonTexts.Optional(element, "numeric"),
                JsonTexts.Optional(element, "fips"), JsonTexts.Optional(element, "ioc"))
            {
                Subdivisions = [.. JsonTexts.List(element, "subdivisions").Select(text => text.ToLowerInvariant())],
                NamedWith = JsonTexts.Optional(element, "namedWith") is string other ? new Country(other) : null,
            });
        }

        ImmutableArray<Country> countries = [country];
        _builder.AddName(name, countries, CountrySense.Name);
        AddAll(element, "names", countries, CountrySense.Name);
        AddAll(element, "adjectives", countries, CountrySense.Adjective);
        AddAll(element, "places", countries, CountrySense.Place);
        AddAll(element, "misspellings", countries, CountrySense.Misspelling);
        JsonTexts.AddExamples(_builder, element, code, (recognizer, text) => recognizer.RecognizeCell(text, OriginCodeScheme.Iso).Countries.Contains(country));
    }

    private void AddAll(JsonElement element, string property, ImmutableArray<Country> countries, CountrySense sense)
    {
        foreach (string word in JsonTexts.List(element, property))
        {
            _builder.AddName(word, countries, sense);
        }
    }
}
