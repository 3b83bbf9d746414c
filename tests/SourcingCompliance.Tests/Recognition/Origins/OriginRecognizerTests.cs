using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Tests.Recognition.Origins;

public sealed class OriginRecognizerTests
{
    private readonly OriginRecognizer _recognizer = ShippedVocabulary.NewRecognizer();

    [Theory]
    [InlineData("CN", "cn definite single")]
    [InlineData(" chn ", "cn definite single")]
    [InlineData("156", "cn definite single")]
    [InlineData("P.R.C.", "cn definite single")]
    [InlineData("People’s Republic of China", "cn definite single")]
    [InlineData("China, P.R.", "cn definite single")]
    [InlineData("RUS", "ru definite single")]
    [InlineData("Russ. Fed.", "ru definite single")]
    [InlineData("I.R. Iran", "ir definite single")]
    [InlineData("D.P.R.K.", "kp definite single")]
    [InlineData("Korea, Dem. People's Rep.", "kp definite single")]
    [InlineData("CN/CHN", "cn definite single")]
    [InlineData("Germany (DE)", "de definite single")]
    [InlineData("CN-SH", "cn definite single")]
    [InlineData("US-TX", "us definite single")]
    [InlineData("Côte d'Ivoire", "ci definite single")]
    [InlineData("Bosnia & Herzegovina", "ba definite single")]
    [InlineData("Timor-Leste", "tl definite single")]
    public void Codes_and_names_of_one_country_are_definite(string text, string expected)
    {
        Cell(text).ShouldBe(expected);
    }

    [Theory]
    [InlineData("Volksrepublik China", "cn definite single")]
    [InlineData("Chiny", "cn definite single")]
    [InlineData("Wyprodukowano w Rosji", "ru definite single")]
    [InlineData("Изготовлено в Китае", "cn definite single")]
    [InlineData("Российской Федерации", "ru definite single")]
    [InlineData("в Северной Корее", "kp definite single")]
    [InlineData("产地：俄罗斯", "ru definite single")]
    [InlineData("中国江苏省苏州市", "cn definite single")]
    [InlineData("ﾍﾞﾄﾅﾑ", "vn definite single")]
    [InlineData("중국산", "cn definite single")]
    [InlineData("북한", "kp definite single")]
    [InlineData("ผลิตในประเทศจีน", "cn definite single")]
    [InlineData("صنع في الصين", "cn definite single")]
    [InlineData("ساخت ایران", "ir definite single")]
    [InlineData("Κίνα", "cn definite single")]
    [InlineData("Çin'de üretilmiştir", "cn definite single")]
    [InlineData("Mỹ", "us definite single")]
    [InlineData("MY", "my definite single")]
    public void Names_in_other_languages_and_scripts_are_read(string text, string expected)
    {
        Cell(text).ShouldBe(expected);
    }

    [Theory]
    [InlineData("ＣＨＩＮＡ", "cn definite single")]
    [InlineData("Ch​ina", "cn definite single")]
    [InlineData("C­N", "cn definite single")]
    [InlineData("🇨🇳", "cn definite single")]
    [InlineData("🇷🇺 Russia", "ru definite single")]
    [InlineData("𝐂𝐍", "cn definite single")]
    [InlineData("*China*", "cn definite single")]
    public void Forms_of_letters_do_not_matter(string text, string expected)
    {
        Cell(text).ShouldBe(expected);
    }

    [Theory]
    [InlineData("Сhina", "cn ambiguous single")]
    [InlineData("RUЅ", "ru ambiguous single")]
    [InlineData("РRС", "cn ambiguous single")]
    public void Look_alike_letters_are_read_and_doubted(string text, string expected)
    {
        Cell(text).ShouldBe(expected);
    }

    [Theory]
    [InlineData("Wenzhou", "cn definite single")]
    [InlineData("Zibo, Shandong", "cn definite single")]
    [InlineData("Foshan City", "cn definite single")]
    [InlineData("Yekaterinburg", "ru definite single")]
    [InlineData("Tabriz", "ir definite single")]
    [InlineData("Wonsan", "kp definite single")]
    [InlineData("Mong Kok", "hk definite single")]
    [InlineData("Taichung", "tw definite single")]
    [InlineData("Munich, DE", "de definite single")]
    [InlineData("Hanoi, VN", "vn definite single")]
    [InlineData("Busan, Korea", "kr definite single")]
    [InlineData("Tbilisi, Georgia", "ge definite single")]
    public void Cities_and_provinces_stand_for_their_country(string text, string expected)
    {
        Cell(text).ShouldBe(expected);
    }

    [Theory]
    [InlineData("China Lake, CA", "us definite single")]
    [InlineData("China, Texas", "us definite single")]
    [InlineData("Moscow, PA", "us definite single")]
    [InlineData("Moscow, Idaho", "us definite single")]
    [InlineData("Pekin, IL", "us definite single")]
    [InlineData("Lebanon, TN", "us definite single")]
    [InlineData("Peru, IN", "us definite single")]
    [InlineData("Anytown, OK", "us definite single")]
    [InlineData("Boise ID 83702", "us definite single")]
    [InlineData("Savannah, Georgia", "us definite single")]
    [InlineData("Gary, IN", "us definite single")]
    public void Towns_of_the_united_states_are_in_the_united_states(string text, string expected)
    {
        Cell(text).ShouldBe(expected);
    }

    [Theory]
    [InlineData("Shanghai, NY", "cn|us ambiguous any")]
    [InlineData("Beijing, PA", "cn|us ambiguous any")]
    public void A_foreign_city_before_a_state_keeps_both(string text, string expected)
    {
        Cell(text).ShouldBe(expected);
    }

    [Theory]
    [InlineData("Taiwan, China", "tw definite single")]
    [InlineData("Republic of China", "tw definite single")]
    [InlineData("China (Taiwan)", "tw definite single")]
    [InlineData("China Taiwan", "tw definite single")]
    [InlineData("原产国：中国（台湾）", "tw definite single")]
    [InlineData("Kaohsiung, Taiwan, ROC", "tw definite single")]
    [InlineData("China, Taiwan", "cn|tw ambiguous any")]
    [InlineData("China-Taiwan", "cn|tw ambiguous any")]
    [InlineData("Taiwan, China, Thailand", "cn|th|tw ambiguous any")]
    public void Taiwan_is_never_china(string text, string expected)
    {
        Cell(text).ShouldBe(expected);
    }

    [Theory]
    [InlineData("Hong Kong, China", "hk definite single")]
    [InlineData("China (HK)", "hk definite single")]
    [InlineData("Kwun Tong, Kowloon", "hk definite single")]
    [InlineData("Macau SAR, China", "mo definite single")]
    [InlineData("HK/China", "cn|hk ambiguous any")]
    [InlineData("MO", "mo|us ambiguous any")]
    public void Hong_kong_and_macao_keep_their_codes(string text, string expected)
    {
        Cell(text).ShouldBe(expected);
    }

    [Theory]
    [InlineData("Made in Korea", "kp|kr ambiguous any")]
    [InlineData("Corée", "kp|kr ambiguous any")]
    [InlineData("Korea/Japan", "jp|kp|kr ambiguous any")]
    [InlineData("Korea (ROK)", "kr definite single")]
    [InlineData("Korea, S", "kr definite single")]
    [InlineData("Republic of Korea", "kr definite single")]
    public void Korea_alone_may_be_either(string text, string expected)
    {
        Cell(text).ShouldBe(expected);
    }

    [Theory]
    [InlineData("CN, VN", "cn|vn ambiguous any")]
    [InlineData("China or Vietnam", "cn|vn ambiguous any")]
    [InlineData("DE or CN", "cn|de ambiguous any")]
    [InlineData("IN/CN", "cn|in ambiguous any")]
    [InlineData("NO;SE;RU", "no|ru|se ambiguous any")]
    [InlineData("US, CA, MX", "ca|mx|us ambiguous any")]
    [InlineData("中国、ベトナム", "cn|vn ambiguous any")]
    [InlineData("China/unknown", "cn ambiguous single")]
    [InlineData("China & others", "cn ambiguous single")]
    [InlineData("China\nVietnam", "cn|vn ambiguous any")]
    [InlineData("Moscow/USA", "ru|us ambiguous any")]
    [InlineData("CN-VN", "cn|vn ambiguous any")]
    [InlineData("primary: Japan, alternate: China", "cn|jp ambiguous any")]
    public void Lists_are_alternatives(string text, string expected)
    {
        Cell(text).ShouldBe(expected);
    }

    [Theory]
    [InlineData("not China", "- unknown exclude !cn")]
    [InlineData("non-Chinese", "- unknown exclude !cn")]
    [InlineData("No PRC content", "- unknown exclude !cn")]
    [InlineData("China-free", "- unknown exclude !cn")]
    [InlineData("China: No", "- unknown exclude !cn")]
    [InlineData("Not China, Russia, Iran or North Korea", "- unknown exclude !cn|ir|kp|ru")]
    [InlineData("neither China nor Russia", "- unknown exclude !cn|ru")]
    [InlineData("any country except China", "- unknown exclude !cn")]
    [InlineData("nicht aus China", "- unknown exclude !cn")]
    [InlineData("不是中国", "- unknown exclude !cn")]
    [InlineData("не Китай", "- unknown exclude !cn")]
    [InlineData("Japan (not China)", "jp definite single !cn")]
    [InlineData("not China but Japan", "jp definite single !cn")]
    [InlineData("not China, Japan", "jp ambiguous single !cn")]
    public void Negations_rule_out_and_state_nothing(string text, string expected)
    {
        Cell(text).ShouldBe(expected);
    }

    [Theory]
    [InlineData("China?", "cn ambiguous single")]
    [InlineData("prob. Russia", "ru ambiguous single")]
    [InlineData("China (TBC)", "cn ambiguous single")]
    [InlineData("not confirmed: China", "cn ambiguous single")]
    [InlineData("not only China", "cn ambiguous single")]
    [InlineData("mostly Japan", "jp ambiguous single")]
    [InlineData("formerly China, now Vietnam", "cn|vn ambiguous any")]
    [InlineData("вероятно Китай", "cn ambiguous single")]
    public void Hedges_make_doubtful(string text, string expected)
    {
        Cell(text).ShouldBe(expected);
    }

    [Theory]
    [InlineData("Assembled in Mexico of Chinese parts", "cn|mx definite all")]
    [InlineData("USA (magnet: China)", "cn|us definite all")]
    [InlineData("Housing DE / PCB CN", "cn|de definite all")]
    [InlineData("60% China, 40% Japan", "cn|jp definite all")]
    [InlineData("Made in China, assembled in USA", "cn|us definite all")]
    [InlineData("Sintered in China or Japan", "cn|jp ambiguous any")]
    [InlineData("Designed in California, assembled in China", "cn definite single")]
    public void Roles_of_several_countries_are_all_meant(string text, string expected)
    {
        Cell(text).ShouldBe(expected);
    }

    [Theory]
    [InlineData("Designed in China", "- unknown none")]
    [InlineData("Warehouse: Shenzhen", "- unknown none")]
    [InlineData("US company", "- unknown none")]
    [InlineData("Transshipped via HK", "- unknown none")]
    [InlineData("German engineering, made in China", "cn definite single")]
    [InlineData("Imported by Acme GmbH, Germany. Made in Russia.", "ru definite single")]
    [InlineData("Made for the US market in China", "cn definite single")]
    [InlineData("Packed in USA, product of China", "cn definite single")]
    public void Places_of_other_business_are_no_origin(string text, string expected)
    {
        Cell(text).ShouldBe(expected);
    }

    [Theory]
    [InlineData("Ships from Shenzhen", "cn ambiguous single")]
    [InlineData("Chinese supplier", "cn ambiguous single")]
    [InlineData("Shenzhen Example Technology Co., Ltd.", "cn ambiguous single")]
    [InlineData("Ships from Shenzhen; made in Japan", "jp definite single")]
    public void Hints_are_doubtful_and_yield_to_statements(string text, string expected)
    {
        Cell(text).ShouldBe(expected);
    }

    [Theory]
    [InlineData("", "- unknown none")]
    [InlineData("   ", "- unknown none")]
    [InlineData("N/A", "- unknown none")]
    [InlineData("TBD", "- unknown none")]
    [InlineData("see CoC", "- unknown none")]
    [InlineData("imported", "- unknown none")]
    [InlineData("MACHINA", "- unknown none")]
    [InlineData("RoHS", "- unknown none")]
    [InlineData("+86 755 1234 5678", "- unknown none")]
    [InlineData("CN1", "- unknown none")]
    [InlineData("China Airlines", "- unknown none")]
    public void Nothing_is_read_where_no_country_is_stated(string text, string expected)
    {
        Cell(text).ShouldBe(expected);
    }

    [Theory]
    [InlineData("sintered CN, magnetized US", "sintered=CN magnetized=US")]
    [InlineData("CN sintered, US magnetized", "sintered=CN magnetized=US")]
    [InlineData("China (sintering) / USA (magnetizing)", "sintered=CN magnetized=US")]
    [InlineData("Ta mined in Rwanda, refined in Kazakhstan", "mined/Ta=RW refined=KZ")]
    [InlineData("NdPr oxide: China; metal: Vietnam", "separated/Nd=CN separated/Pr=CN reduced=VN")]
    [InlineData("Assembled in Mexico of Chinese parts", "assembled=MX")]
    [InlineData("Alloy CN, powder CN, sinter DE", "melted=CN powder=CN sintered=DE")]
    public void Stages_named_in_a_text_get_their_country(string text, string expected)
    {
        ShippedVocabulary.Stages(_recognizer.RecognizeCell(text, OriginCodeScheme.Iso)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("CH", "ch|cn ambiguous any")]
    [InlineData("RS", "rs|ru ambiguous any")]
    [InlineData("KN", "kn|kp ambiguous any")]
    [InlineData("MC", "mc|mo ambiguous any")]
    [InlineData("CN", "cn|km ambiguous any")]
    [InlineData("CH/JA", "ch|cn|jp ambiguous any")]
    [InlineData("JA", "jp definite single")]
    [InlineData("DE", "de definite single")]
    [InlineData("US", "us definite single")]
    [InlineData("China", "cn definite single")]
    public void Codes_that_fips_and_iso_read_differently_stand_for_both_countries(string text, string expected)
    {
        ShippedVocabulary.Describe(_recognizer.RecognizeCell(text, OriginCodeScheme.Fips)).ShouldBe(expected);
    }

    [Fact]
    public void Ch_is_switzerland_in_iso()
    {
        Cell("CH").ShouldBe("ch definite single");
    }

    [Fact]
    public void A_misspelling_that_is_not_listed_is_unknown_with_a_suggestion()
    {
        RecognizedOrigin origin = _recognizer.RecognizeCell("Gernamy", OriginCodeScheme.Iso);

        origin.Certainty.ShouldBe(OriginCertainty.Unknown);
        origin.Suggestion.ShouldBe("Germany (DE)");
    }

    [Fact]
    public void A_doubtful_reading_says_why()
    {
        _recognizer.RecognizeCell("Korea", OriginCodeScheme.Iso).Why.ShouldBe("Korea without North or South");
    }

    [Fact]
    public void A_country_has_an_english_short_name()
    {
        _recognizer.GetName(new Country("KP")).ShouldBe("North Korea");
    }

    [Fact]
    public void A_very_long_text_is_never_definite()
    {
        string text = "China " + new string('x', 10_000);

        _recognizer.RecognizeCell(text, OriginCodeScheme.Iso).Certainty.ShouldBe(OriginCertainty.Ambiguous);
    }

    private string Cell(string text) => ShippedVocabulary.Describe(_recognizer.RecognizeCell(text, OriginCodeScheme.Iso));
}
