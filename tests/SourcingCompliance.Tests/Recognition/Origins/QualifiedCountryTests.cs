using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Tests.Recognition.Origins;

/// <summary>A word behind a country can say that it is no place of production; a head office is never evidence of origin.</summary>
public sealed class QualifiedCountryTests
{
    [Theory]
    [InlineData("USA (HQ)", "US")]
    [InlineData("USA, headquarters", "US")]
    [InlineData("USA/HQ", "US")]
    [InlineData("Japan (head office)", "JP")]
    [InlineData("USA (warehouse)", "US")]
    [InlineData("USA (designed)", "US")]
    [InlineData("China (HQ)", "CN")]
    public void A_country_with_such_a_word_is_a_hint_and_never_definite(string text, string code)
    {
        RecognizedOrigin origin = ShippedVocabulary.NewRecognizer().RecognizeCell(text, OriginCodeScheme.Iso);

        origin.Certainty.ShouldBe(OriginCertainty.Ambiguous);
        origin.Countries.ShouldBe([new Country(code)]);
    }

    [Theory]
    [InlineData("USA (Ohio)")]
    [InlineData("USA")]
    [InlineData("USA, made")]
    public void A_country_without_such_a_word_stays_as_it_was(string text) =>
        ShippedVocabulary.NewRecognizer().RecognizeCell(text, OriginCodeScheme.Iso).Countries.ShouldBe([new Country("US")]);
}
