using FsCheck;
using FsCheck.Fluent;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Tests.Recognition.Origins;

public sealed class OriginRecognizerPropertyTests
{
    // Words of every kind, so that random texts reach the grammar and not only the unknown words.
    private static readonly string[] Words =
    [
        "China", "CN", "Russia", "Iran", "DPRK", "USA", "Vietnam", "Germany", "DE", "IN", "NO", "Korea", "Taiwan", "Shenzhen", "Moscow", "Chinese",
        "not", "or", "and", "made in", "sintered", "magnet", "prob.", "(", ")", "/", ",", ";", ":", "-", "?", "%", "80", "TX", "CA", "for", "by", "via", "from",
        "Ltd", "supplier", "free", "but", "中国", "製", "🇨🇳", "Китае", "xyz", "'s", ".", "\n", "\uD800",
    ];

    // Words that leave a stated country standing; no negation, no "designed in", no receiver.
    private static readonly string[] HarmlessWords = ["xyz", "USA", "Vietnam", ",", "/", ";", "(", ")", "or", "and",
        "made in", "parts", "magnet", "sintered", "prob.", "?", "80 %", "TBD", "lot 7"];

    private readonly OriginRecognizer _recognizer = ShippedVocabulary.NewRecognizer();

    [Fact]
    public void No_string_makes_it_throw()
    {
        Prop.ForAll<string>(text => Reads(text ?? "")).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void No_mixture_of_known_words_makes_it_throw()
    {
        Prop.ForAll(Texts(Words, 12), Reads).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    [Fact]
    public void Blanks_around_a_text_change_nothing()
    {
        Prop.ForAll(Texts(Words, 8), text => Describe(text) == Describe("  \t" + text + " \u00A0 ")).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Fact]
    public void A_reading_does_not_depend_on_the_texts_before()
    {
        Prop.ForAll(Texts(Words, 8), text =>
            Describe(text) == ShippedVocabulary.Describe(ShippedVocabulary.NewRecognizer().RecognizeCell(text, OriginCodeScheme.Iso)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void A_stated_covered_country_is_never_lost()
    {
        Gen<(string Before, string Country, string After)> texts =
            from before in Texts(HarmlessWords, 4).Generator
            from country in Gen.Elements("China", "Russia", "Iran", "North Korea", "Shenzhen", "Made in China", "中国", "Russian Federation")
            from after in Texts(HarmlessWords, 4).Generator
            select (before, country, after);

        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            RecognizedOrigin alone = _recognizer.RecognizeCell(text.Country, OriginCodeScheme.Iso);
            RecognizedOrigin within = _recognizer.RecognizeCell($"{text.Before} {text.Country} {text.After}", OriginCodeScheme.Iso);
            return within.Countries.Contains(alone.Countries[0]);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    [Fact]
    public void The_countries_of_a_set_are_in_order_and_once()
    {
        Prop.ForAll(Texts(Words, 8), text =>
        {
            RecognizedOrigin origin = _recognizer.RecognizeCell(text, OriginCodeScheme.Iso);
            return origin.Countries.SequenceEqual(origin.Countries.Distinct().Order());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    private static Arbitrary<string> Texts(string[] words, int most) =>
        Gen.Choose(0, most).SelectMany(count => Gen.Elements(words).ArrayOf(count)).Select(chosen => string.Join(' ', chosen)).ToArbitrary();

    private bool Reads(string text) => _recognizer.RecognizeCell(text, OriginCodeScheme.Iso) is not null && _recognizer.RecognizeLabelled(text) is not null;

    private string Describe(string text) => ShippedVocabulary.Describe(_recognizer.RecognizeCell(text, OriginCodeScheme.Iso));
}
