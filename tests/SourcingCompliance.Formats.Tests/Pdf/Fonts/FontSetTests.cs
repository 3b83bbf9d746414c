using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Formats.Pdf.Fonts;

namespace SourcingCompliance.Formats.Tests.Pdf.Fonts;

public class FontSetTests
{
    private readonly FontSet _fonts = new(new SystemFonts([]));

    [Fact]
    public void Inter_comes_in_two_weights()
    {
        _fonts.Regular.PostScriptName.ShouldBe("Inter-Regular");
        _fonts.SemiBold.PostScriptName.ShouldBe("Inter-SemiBold");
        _fonts.Regular.MayBeEmbedded.ShouldBeTrue();
    }

    [Theory]
    [InlineData("English")]
    [InlineData("Ελληνικά")]
    [InlineData("Русский")]
    [InlineData("Tiếng Việt")]
    public void Inter_has_the_letters_of_many_languages(string text)
    {
        _fonts.Shape(text).Pieces.ShouldHaveSingleItem().Glyphs.ShouldNotContain(0);
        _fonts.Missing.ShouldBeEmpty();
    }

    [Fact]
    public void A_width_is_the_sum_of_the_advances()
    {
        ShapedText pair = _fonts.Shape("AV");

        pair.Width.ShouldBe(_fonts.Shape("A").Width + _fonts.Shape("V").Width, 1e-9);
    }

    [Fact]
    public void Tabular_figures_are_of_one_width_and_others_are_not()
    {
        _fonts.Shape("1", isTabular: true).Width.ShouldBe(_fonts.Shape("8", isTabular: true).Width);
        _fonts.Shape("1").Width.ShouldBeLessThan(_fonts.Shape("8").Width);
    }

    [Fact]
    public void A_character_that_no_font_has_is_a_box_and_is_told()
    {
        ShapedText shaped = _fonts.Shape("磁A");

        shaped.Pieces.Select(piece => (piece.Text, piece.IsGap)).ShouldBe([("磁", true), ("A", false)]);
        shaped.Pieces[0].Glyphs.ShouldBe([_fonts.Regular.GetGlyph('□')]);
        _fonts.Missing.ShouldBe(["磁"]);
    }

    [Theory]
    [InlineData("a\u200Db", "ab")]
    [InlineData("a\uFE0Fb", "ab")]
    [InlineData("a\tb", "a b")]
    [InlineData("a\u0007b", "ab")]
    [InlineData("\u202Eab", "ab")]
    public void What_only_steers_drawing_is_left_out(string text, string drawn)
    {
        string.Concat(_fonts.Shape(text).Pieces.Select(piece => piece.Text)).ShouldBe(drawn);
        _fonts.Missing.ShouldBeEmpty();
    }

    [Fact]
    public void Half_a_character_does_no_harm() =>
        Should.NotThrow(() => Documents.Write(Documents.Of(new Paragraph("a\uD83Db"), new Paragraph("\uDE00"))));

    [Fact]
    public void Missing_characters_are_explained_in_the_document()
    {
        Document document = Documents.Of(new Paragraph("磁铁")) with { ExplainMissing = missing => new Paragraph($"{missing.Count} missing") };

        Documents.Lay(document).Pages[0].Contents.OfType<Formats.Pdf.Layout.PlacedText>().Select(text => text.Piece.Text).ShouldContain("missing");
    }
}
