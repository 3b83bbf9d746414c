using SourcingCompliance.Formats.Files;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Server.Settings;

/// <summary>The names of countries as pages write them, from the shipped vocabulary.</summary>
internal static class CountryNames
{
    private static readonly Lazy<CountryVocabulary> Shipped = new(() => CountryVocabulary.Load(RuleFolders.Shipped(), new DiagnosticBag()));

    /// <summary>The vocabulary, loaded once.</summary>
    public static CountryVocabulary Vocabulary => Shipped.Value;

    /// <summary>The name of a country in a sentence; the code of one that the vocabulary lacks.</summary>
    /// <param name="country">The country.</param>
    public static string Get(Country country) => Vocabulary.GetName(country);
}
