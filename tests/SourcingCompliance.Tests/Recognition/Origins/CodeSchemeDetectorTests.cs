using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Tests.Recognition.Origins;

public sealed class CodeSchemeDetectorTests
{
    private readonly DiagnosticBag _diagnostics = new();

    [Theory]
    [InlineData("COO", "CN US DE CH", OriginCodeScheme.Iso)]
    [InlineData("COO", "US CA MX", OriginCodeScheme.Iso)]
    [InlineData("COO", "CH", OriginCodeScheme.Iso)]
    [InlineData("COO", "JA GM UK SZ CH", OriginCodeScheme.Fips)]
    [InlineData("COO", "JA US FR", OriginCodeScheme.Fips)]
    [InlineData("COO", "JA JP CN DE", OriginCodeScheme.Iso)]
    [InlineData("COO", "UK CN DE", OriginCodeScheme.Iso)]
    [InlineData("COO", "CN JA EI RP", OriginCodeScheme.Iso)]
    [InlineData("COO", "JA JP DE CH", OriginCodeScheme.Iso)]
    [InlineData("COO", "156 392 0", OriginCodeScheme.Numeric)]
    [InlineData("COO", "156 China 36 643", OriginCodeScheme.Numeric)]
    [InlineData("COO", "4 8 12 156", OriginCodeScheme.Iso)]
    [InlineData("COO", "156 999", OriginCodeScheme.Iso)]
    [InlineData("COO", "TX OH CN", OriginCodeScheme.Iso)]
    [InlineData("Country (FIPS)", "CH US", OriginCodeScheme.Fips)]
    [InlineData("GENC code", "CHN USA", OriginCodeScheme.Genc)]
    [InlineData("IOC", "CHN", OriginCodeScheme.Ioc)]
    [InlineData("COO", "GER SUI NED", OriginCodeScheme.Ioc)]
    [InlineData("COO", "GER DEU CHN", OriginCodeScheme.Iso)]
    [InlineData("COO", "GER SUI CHI", OriginCodeScheme.Iso)]
    [InlineData("IOC", "GER SUI CHI", OriginCodeScheme.Ioc)]
    [InlineData("COO", "156 840 36", OriginCodeScheme.Numeric)]
    [InlineData("COO", "China Japan", OriginCodeScheme.Iso)]
    [InlineData("COO", "", OriginCodeScheme.Iso)]
    public void The_column_decides(string header, string texts, OriginCodeScheme expected)
    {
        Detect(header, texts).ShouldBe(expected);
    }

    [Fact]
    public void Another_list_than_iso_is_told()
    {
        Detect("COO", "JA CH");

        _diagnostics.Items.ShouldHaveSingleItem().Message.ShouldContain("JA is not an ISO code");
    }

    [Theory]
    [InlineData("Sao Paulo, SP, Brazil")]
    [InlineData("Madrid SP")]
    [InlineData("RP Electronics")]
    public void A_code_inside_the_name_of_a_place_or_firm_is_no_vote(string text)
    {
        var detector = new CodeSchemeDetector(ShippedVocabulary.Vocabulary);

        detector.Detect("COO", [text, "CH"], CellRef.ForFile("bom.csv").At(3), _diagnostics).ShouldBe(OriginCodeScheme.Iso);
    }

    [Fact]
    public void Iso_is_not_told()
    {
        Detect("COO", "JP CH");

        _diagnostics.Items.ShouldBeEmpty();
    }

    private OriginCodeScheme Detect(string header, string texts) =>
        new CodeSchemeDetector(ShippedVocabulary.Vocabulary).Detect(header, texts.Split(' '), CellRef.ForFile("bom.csv").At(3), _diagnostics);
}
