using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Tests.Recognition.Origins;

/// <summary>Several countries in one cell, companies, and texts of which nobody understands a part.</summary>
public sealed class OriginListTests
{
    private readonly OriginRecognizer _recognizer = ShippedVocabulary.NewRecognizer();

    [Theory]
    [InlineData("Taiwan/China JV", "cn|tw ambiguous any")]
    [InlineData("Malaysia-China joint venture", "cn|my ambiguous any")]
    [InlineData("Germany and Russia JV", "de|ru ambiguous any")]
    [InlineData("Mexico/China stock", "cn|mx ambiguous any")]
    [InlineData("India, China warehouse", "cn|in ambiguous any")]
    [InlineData("Sino-French JV", "cn|fr ambiguous any")]
    [InlineData("TH/CN HQ", "cn|th ambiguous any")]
    [InlineData("France Co / China Co", "cn|fr ambiguous any")]
    [InlineData("CN BE", "be|cn ambiguous any")]
    [InlineData("AT-CN", "at|cn ambiguous any")]
    [InlineData("CN-HK", "cn|hk ambiguous any")]
    [InlineData("China & CO", "cn|co ambiguous any")]
    [InlineData("RU\\UA", "ru|ua ambiguous any")]
    [InlineData("China\tTaiwan", "cn|tw ambiguous any")]
    [InlineData("China  Taiwan", "cn|tw ambiguous any")]
    [InlineData("China_Taiwan", "cn|tw ambiguous any")]
    [InlineData("China Taiwan", "tw definite single")]
    [InlineData("moving from CN to MX", "cn|mx ambiguous any")]
    [InlineData("China, Republic of the Congo", "cg|cn ambiguous any")]
    [InlineData("TH (or CN)", "cn|th ambiguous any")]
    [InlineData("CN primary, DE secondary", "cn|de ambiguous any")]
    [InlineData("IN, alternate China", "cn|in ambiguous any")]
    [InlineData("CN156/DE276", "cn|de ambiguous any")]
    [InlineData("IT, no CN content", "it definite single !cn")]
    [InlineData("NO, not China", "- unknown exclude !cn")]
    [InlineData("China = 0", "- unknown exclude !cn")]
    [InlineData("bez Chin", "- unknown exclude !cn")]
    [InlineData("USA Foobar", "us ambiguous single")]
    [InlineData("US Foobar", "us ambiguous single")]
    [InlineData("000", "- unknown none")]
    [InlineData("RUS643", "ru definite single")]
    [InlineData("IN -> CN", "cn|in ambiguous any")]
    [InlineData("North and South Korea", "kp|kr ambiguous any")]
    [InlineData("ČR nebo Čína", "cn|cz ambiguous any")]
    [InlineData("Russia: not allowed", "- unknown exclude !ru")]
    [InlineData("Iran - forbidden", "- unknown exclude !ir")]
    [InlineData("중국산 아님", "- unknown exclude !cn")]
    [InlineData("中国産ではない", "- unknown exclude !cn")]
    [InlineData("Shaanxi Copper", "cn ambiguous single")]
    [InlineData("SE Metals", "se ambiguous single")]
    [InlineData("Dem. People's Rep. Korea", "kp definite single")]
    [InlineData("Hergestellt in den USA", "us definite single")]
    [InlineData("ÇİN", "cn definite single")]
    public void Every_country_of_a_list_is_kept(string text, string expected) => Cell(text).ShouldBe(expected);

    [Theory]
    [InlineData("Made in Japan, Chinese brand", "jp definite single")]
    [InlineData("US company", "- unknown none")]
    [InlineData("Made in China (Hong Kong Co.)", "cn definite single")]
    [InlineData("Not made in China or Russia", "- unknown exclude !cn|ru")]
    public void A_word_for_a_firm_speaks_of_the_country_before_it(string text, string expected) => Cell(text).ShouldBe(expected);

    [Theory]
    [InlineData("Eastern Rare Earth Co.")]
    [InlineData("MP Materials")]
    [InlineData("A & B Magnetics GmbH")]
    [InlineData("Lynas")]
    public void A_company_is_no_country(string text)
    {
        RecognizedOrigin origin = _recognizer.RecognizeCell(text, OriginCodeScheme.Iso);

        origin.Countries.ShouldBeEmpty();
        origin.Unread.ShouldNotBeNull();
        origin.IsOfCompany.ShouldBeTrue();
    }

    [Theory]
    [InlineData("CHINAUSA", "CHINAUSA")]
    [InlineData("8505.11.0070", "8505.11.0070")]
    [InlineData("USA, Zzyzxburg", "Zzyzxburg")]
    [InlineData("Japan / Zzyzxburg", "Zzyzxburg")]
    [InlineData("Zzyzxburg", "Zzyzxburg")]
    public void What_is_not_understood_is_told_and_makes_nothing_certain(string text, string unread)
    {
        RecognizedOrigin origin = _recognizer.RecognizeCell(text, OriginCodeScheme.Iso);

        origin.Unread.ShouldBe(unread);
        origin.Certainty.ShouldNotBe(OriginCertainty.Definite);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("#N/A")]
    [InlineData("-")]
    [InlineData("TBD")]
    [InlineData("Zzyzxburg, Germany")]
    [InlineData("Daegu, Zzyzx-gu, Korea, Republic of")]
    [InlineData("Not China")]
    public void Empty_cells_addresses_and_known_words_leave_nothing_unread(string text) =>
        _recognizer.RecognizeCell(text, OriginCodeScheme.Iso).Unread.ShouldBeNull();

    [Theory]
    [InlineData("Democratic Republic of Korea", "kp definite single")]
    [InlineData("Korea, Dem. Rep. of", "kp definite single")]
    [InlineData("Korea (People's Republic of)", "kp definite single")]
    [InlineData("Korea, Rep. of", "kr definite single")]
    [InlineData("China, Republic of", "tw definite single")]
    [InlineData("China, Taiwan Province of", "tw definite single")]
    [InlineData("China, People's Republic of", "cn definite single")]
    [InlineData("NE China", "cn definite single")]
    [InlineData("N.E. China", "cn definite single")]
    [InlineData("ne Kina", "- unknown exclude !cn")]
    [InlineData("PRODHUAR NË KINË", "cn definite single")]
    [InlineData("C H I N A", "cn definite single")]
    [InlineData("NE PRC", "cn definite single")]
    [InlineData("南朝鲜", "kr definite single")]
    [InlineData("中日合资", "cn|jp ambiguous any")]
    [InlineData("Ningbo Zzyzx Magnet Co., Ltd.", "cn ambiguous single")]
    [InlineData("Txinan egina", "cn definite single")]
    [InlineData("Déanta sa tSín", "cn definite single")]
    [InlineData("صنع في الصين", "cn definite single")]
    [InlineData("დამზადებულია ჩინეთში", "cn definite single")]
    [InlineData("Cote d?Ivoire", "ci definite single")]
    [InlineData("喬治亞州", "us definite single")]
    [InlineData("Xunwu", "cn definite single")]
    [InlineData("Musan", "kp definite single")]
    [InlineData("S. America", "- unknown none")]
    [InlineData("Peru, Dom. Rep.", "do|pe ambiguous any")]
    [InlineData("Sao Paulo, SP, Brazil", "br definite single")]
    public void Names_that_are_easily_mistaken_are_read(string text, string expected) => Cell(text).ShouldBe(expected);

    [Theory]
    [InlineData("0 % China", "- unknown exclude !cn")]
    [InlineData("CN 0%, US 100%", "us definite single !cn")]
    [InlineData("China: 0%", "- unknown exclude !cn")]
    [InlineData("Sin materiales de China", "- unknown exclude !cn")]
    [InlineData("China until 6/2025", "cn ambiguous single")]
    [InlineData("ex USA", "us ambiguous single")]
    [InlineData("ROW (ex. China)", "cn ambiguous single")]
    [InlineData("South China Sea", "- unknown none")]
    [InlineData("info@alloys.cn", "cn ambiguous single")]
    [InlineData("品牌所在地：日本", "- unknown none")]
    [InlineData("Cannot be returned. Made in China", "cn definite single")]
    public void Hedges_shares_and_addresses_are_no_statements(string text, string expected) => Cell(text).ShouldBe(expected);

    [Theory]
    [InlineData("643", "ru definite single")]
    [InlineData("ISO 643", "ru definite single")]
    [InlineData("156 (CN)", "cn definite single")]
    [InlineData("COO: 156", "cn definite single")]
    [InlineData("156.0", "cn definite single")]
    [InlineData("15.6", "- unknown none")]
    [InlineData("Lot 156", "- unknown none")]
    public void Numbers_of_iso_are_read_where_they_stand_alone_or_beside_words_for_codes(string text, string expected) => Cell(text).ShouldBe(expected);

    private string Cell(string text) => ShippedVocabulary.Describe(_recognizer.RecognizeCell(text, OriginCodeScheme.Iso));
}
