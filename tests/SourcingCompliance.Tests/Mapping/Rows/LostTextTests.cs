using SourcingCompliance.Mapping.Rows;

namespace SourcingCompliance.Tests.Mapping.Rows;

public sealed class LostTextTests
{
    [Theory]
    [InlineData("????", true)]
    [InlineData("??? N42", true)]
    [InlineData("\uFFFD\uFFFD", true)]
    [InlineData("Ch\uFFFDna", true)]
    [InlineData("Schraube f\uFFFDr das Geh\u00E4use", false)]
    [InlineData("Motor??", false)]
    [InlineData("?", false)]
    [InlineData("", false)]
    public void A_text_is_lost_when_many_of_its_letters_are(string text, bool isLost) => LostText.Is(text).ShouldBe(isLost);
}
