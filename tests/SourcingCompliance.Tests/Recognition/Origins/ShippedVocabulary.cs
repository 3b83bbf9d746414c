using System.Reflection;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Tests.Recognition.Origins;

/// <summary>The vocabulary of the repository's rules folder, read once.</summary>
internal static class ShippedVocabulary
{
    private static readonly Lazy<RuleFolder> LazyFolder = new(ReadFolder);
    private static readonly Lazy<CountryVocabulary> LazyVocabulary = new(() => CountryVocabulary.Load(Folder, new DiagnosticBag()));

    public static RuleFolder Folder => LazyFolder.Value;

    public static CountryVocabulary Vocabulary => LazyVocabulary.Value;

    public static OriginRecognizer NewRecognizer() => new(Vocabulary, OriginSettings.Default);

    // "CN|VN ambiguous any !RU" and the like, short enough for a theory's row.
    public static string Describe(RecognizedOrigin origin)
    {
        string countries = string.Join('|', origin.Countries);
        string excluded = origin.Excluded.IsEmpty ? "" : " !" + string.Join('|', origin.Excluded);
        return $"{(countries.Length == 0 ? "-" : countries)} {origin.Certainty} {origin.Relation}{excluded}".ToLowerInvariant();
    }

    public static string Stages(RecognizedOrigin origin) =>
        string.Join(' ', origin.Stages.Select(part => $"{part.Stage}{(part.Element is null ? "" : "/" + part.Element)}={string.Join('|', part.Countries)}"));

    private static RuleFolder ReadFolder()
    {
        string root = typeof(ShippedVocabulary).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .First(attribute => attribute.Key == "RepositoryRoot").Value ?? ".";
        string rules = Path.Combine(root, "rules");
        return new RuleFolder("shipped rules", new[] { "reference/countries.json", "reference/origin-words.json" }
            .Select(path => KeyValuePair.Create(path, (ReadOnlyMemory<byte>)File.ReadAllBytes(Path.Combine(rules, path)))));
    }
}
