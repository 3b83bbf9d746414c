using System.Text;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Tests.Recognition.Origins;

public sealed class CountryVocabularyTests
{
    [Fact]
    public void The_shipped_vocabulary_keeps_its_own_promises()
    {
        ShippedVocabulary.Vocabulary.VerifyExamples().ShouldBeEmpty("mend the words or the example in rules/reference");
    }

    [Fact]
    public void The_shipped_vocabulary_loads_without_diagnostics()
    {
        var diagnostics = new DiagnosticBag();

        CountryVocabulary.Load(ShippedVocabulary.Folder, diagnostics);

        diagnostics.Items.ShouldBeEmpty();
    }

    [Fact]
    public void All_249_countries_of_iso_3166_and_kosovo_are_known()
    {
        ShippedVocabulary.Vocabulary.All.Length.ShouldBe(250);
    }

    [Fact]
    public void Every_country_is_read_by_its_name_and_its_alpha_3_code()
    {
        OriginRecognizer recognizer = ShippedVocabulary.NewRecognizer();
        string[] ambiguousByNature = ["GE", "JE"];

        Country[] unread = [.. ShippedVocabulary.Vocabulary.All.Where(country =>
            !recognizer.RecognizeCell(recognizer.GetName(country), OriginCodeScheme.Iso).Countries.Contains(country)
            || (!ambiguousByNature.Contains(country.Code) && recognizer.RecognizeCell(recognizer.GetName(country), OriginCodeScheme.Iso).Countries.Length != 1)
            || !recognizer.RecognizeCell(ShippedVocabulary.Vocabulary.GetFacts(country)?.Alpha3 ?? "", OriginCodeScheme.Iso).Countries.Contains(country))];

        unread.ShouldBeEmpty();
    }

    [Fact]
    public void A_folder_without_the_files_is_an_error_and_reads_nothing()
    {
        var diagnostics = new DiagnosticBag();

        CountryVocabulary vocabulary = CountryVocabulary.Load(new RuleFolder("empty", []), diagnostics);

        diagnostics.GetCount(DiagnosticIds.CountryVocabularyUnreadable).ShouldBe(2);
        new OriginRecognizer(vocabulary, OriginSettings.Default).RecognizeCell("China", OriginCodeScheme.Iso).Certainty.ShouldBe(OriginCertainty.Unknown);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{"countries": [{"name": "Nowhere"}]}""")]
    [InlineData("""{"countries": 7}""")]
    public void A_file_that_is_wrong_is_an_error(string json)
    {
        var diagnostics = new DiagnosticBag();

        CountryVocabulary.Load([ShippedVocabulary.Folder, Folder("reference/countries.json", json)], diagnostics);

        diagnostics.Items.ShouldHaveSingleItem().Id.ShouldBe(DiagnosticIds.CountryVocabularyUnreadable);
    }

    [Fact]
    public void A_later_folder_adds_words_and_overrides()
    {
        RuleFolder own = Folder("reference/countries.json",
            """{"countries": [{"code": "CN", "names": ["Plant 7"], "places": ["Springfield"]}, {"code": "CZ", "names": ["Chine"]}]}""");

        CountryVocabulary vocabulary = CountryVocabulary.Load([ShippedVocabulary.Folder, own], new DiagnosticBag());

        var recognizer = new OriginRecognizer(vocabulary, OriginSettings.Default);
        ShippedVocabulary.Describe(recognizer.RecognizeCell("Plant 7", OriginCodeScheme.Iso)).ShouldBe("cn definite single");
        ShippedVocabulary.Describe(recognizer.RecognizeCell("Springfield", OriginCodeScheme.Iso)).ShouldBe("cn definite single");
        ShippedVocabulary.Describe(recognizer.RecognizeCell("Chine", OriginCodeScheme.Iso)).ShouldBe("cz definite single");
        vocabulary.GetName(new Country("CN")).ShouldBe("China");
    }

    private static RuleFolder Folder(string path, string json) =>
        new("own", [KeyValuePair.Create(path, (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(json))]);
}
