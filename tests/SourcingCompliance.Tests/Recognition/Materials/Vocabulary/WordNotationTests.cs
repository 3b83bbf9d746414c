using SourcingCompliance.Recognition.Materials.Vocabulary;

namespace SourcingCompliance.Tests.Recognition.Materials.Vocabulary;

public sealed class WordNotationTests
{
    [Fact]
    public void Alternatives_and_optional_separators_expand_to_every_spelling()
    {
        List<WordSpelling>? spellings = WordNotation.Expand("N(35|42)_(SH|)");

        spellings.ShouldNotBeNull();
        spellings.Select(spelling => spelling.Symbols).Order(StringComparer.Ordinal).Distinct()
            .ShouldBe(["n35", "n35 ", "n35 sh", "n35sh", "n42", "n42 ", "n42 sh", "n42sh"]);
    }

    [Fact]
    public void Nested_alternatives_expand()
    {
        WordNotation.Expand("a(b(c|d)|)e")?.Select(spelling => spelling.Symbols).ShouldBe(["abce", "abde", "ae"]);
    }

    [Fact]
    public void Stars_at_the_ends_let_a_word_begin_or_go_on_inside_another()
    {
        WordSpelling spelling = WordNotation.Expand("*magnet*").ShouldHaveSingleItem();

        spelling.ShouldBe(new WordSpelling("magnet", BeginsInside: true, EndsInside: true));
    }

    [Theory]
    [InlineData("n(35")]
    [InlineData("n35)")]
    [InlineData("")]
    [InlineData("--")]
    public void What_is_no_notation_is_refused(string notation) => WordNotation.Expand(notation).ShouldBeNull();
}
