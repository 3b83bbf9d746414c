using SourcingCompliance.Recognition.Materials.Vocabulary;

namespace SourcingCompliance.Tests.Recognition.Materials.Vocabulary;

public sealed class TextFoldingTests
{
    [Theory]
    [InlineData("case", "NdFeB", "ndfeb")]
    [InlineData("diacritics", "Aimant NÉODYME Łódź ığŞ", "aimant neodyme lodz igs")]
    [InlineData("two letters of one", "Straße æ", "strasse ae")]
    [InlineData("combining marks", "ne\u0301odyme", "neodyme")]
    [InlineData("width", "ＭＧ９９６Ｒ", "mg996r")]
    [InlineData("half-width kana with marks", "ｼﾞﾊﾟ", "ジパ")]
    [InlineData("subscripts", "Nd₂Fe₁₄B", "nd2fe14b")]
    [InlineData("hyphens and blanks", "Nd - Fe–B", "nd fe b")]
    [InlineData("brackets end a clause", "Sm(Co)", "sm,co,")]
    [InlineData("decimal comma", "0,67 A", "0.67 a")]
    [InlineData("point before a digit", "NO. .250", "no .250")]
    [InlineData("micro sign", "10µF", "10uf")]
    [InlineData("Cyrillic", "Чёрный", "черныи")]
    public void A_text_folds_to_the_form_that_words_are_compared_in(string name, string text, string expected)
    {
        Span<char> folded = stackalloc char[64];
        Span<int> origins = stackalloc int[64];

        int length = TextFolding.Fold(text, folded, origins);

        folded[..length].ToString().ShouldBe(expected, name);
    }

    [Fact]
    public void Origins_lead_back_to_the_text()
    {
        Span<char> folded = stackalloc char[32];
        Span<int> origins = stackalloc int[32];

        TextFolding.Fold("a -- ßB", folded, origins);

        origins[..5].ToArray().ShouldBe([0, 1, 5, 5, 6]);
    }
}
