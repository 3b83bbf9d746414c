using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Tests.Diagnostics;

public sealed class QuotedTextTests
{
    [Theory]
    [InlineData("short", 5, "short")]
    [InlineData("longer", 5, "long…")]
    [InlineData("two\r\nlines", 20, "two lines")]
    [InlineData("ab\U0001F9F2c", 4, "ab…")]
    [InlineData("", 5, "")]
    public void A_text_is_quoted_on_one_line_and_cut_between_characters(string text, int most, string expected) =>
        QuotedText.Quote(text, most).ShouldBe(expected);
}
