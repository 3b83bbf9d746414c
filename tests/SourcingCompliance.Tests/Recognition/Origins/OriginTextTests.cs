using Shouldly;
using SourcingCompliance.Recognition.Origins;
using Xunit;

namespace SourcingCompliance.Tests.Recognition.Origins;

public class OriginTextTests
{
    [Theory]
    [InlineData("China")]
    [InlineData("Hong Kong, China")]
    [InlineData("中国")]
    [InlineData("中国 Taiwan 台湾")]
    [InlineData("Made in China")]
    [InlineData("P.R.C. - mainland")]
    [InlineData("ประเทศไทย")]
    [InlineData("Российская Федерация")]
    [InlineData("")]
    public void The_tokens_of_a_key_are_those_of_reading_it_again(string words)
    {
        string key = OriginText.GetKey(words);
        var text = new OriginText();
        text.Read(key);
        (int firstEnd, int tokens) = OriginText.GetTokens(key);
        tokens.ShouldBe(text.Tokens.Length);
        key[..firstEnd].ShouldBe(tokens == 0 ? "" : new string(text.Phrase(0, 0)));
    }
}
