using SourcingCompliance.Formats.Pdf.Fonts;

namespace SourcingCompliance.Formats.Tests.Pdf.Fonts;

public class TrueTypeSubsetTests
{
    private readonly FontFace _inter = InterTypeface.Regular();

    [Fact]
    public void A_subset_is_a_font_with_the_glyphs_in_the_order_given()
    {
        int[] glyphs = [0, _inter.GetGlyph('B'), _inter.GetGlyph('A')];

        FontFace subset = Subset(glyphs);

        subset.GlyphCount.ShouldBe(3);
        Enumerable.Range(0, 3).Select(subset.GetAdvance).ShouldBe(glyphs.Select(_inter.GetAdvance));
    }

    [Fact]
    public void The_parts_of_a_composite_glyph_come_along()
    {
        // The first letter of the font that is drawn as other glyphs put together: it has a negative number of outlines of its own.
        int composite = Enumerable.Range(0xA0, 0x500).Select(letter => _inter.GetGlyph(letter)).First(glyph => glyph != 0 && IsComposite(_inter, glyph));
        int part = ((ReadOnlySpan<byte>)Outline(_inter, composite)).U16(12);

        FontFace subset = Subset([0, composite]);

        subset.GlyphCount.ShouldBeGreaterThan(2);
        int moved = ((ReadOnlySpan<byte>)Outline(subset, 1)).U16(12);
        moved.ShouldBe(2);
        Outline(subset, moved).Take(Outline(_inter, part).Length).ShouldBe(Outline(_inter, part));
    }

    [Fact]
    public void A_subset_is_small() => TrueTypeSubset.Build(_inter, [0, .. "Sourcing".Select(letter => _inter.GetGlyph(letter))]).Length.ShouldBeLessThan(5000);

    [Fact]
    public void The_checksum_of_the_whole_file_is_the_one_that_the_format_asks_for()
    {
        byte[] file = TrueTypeSubset.Build(_inter, [0, _inter.GetGlyph('A')]);
        uint sum = 0;
        for (int at = 0; at < file.Length; at += 4)
        {
            sum = unchecked(sum + System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at)));
        }

        // OpenType 1.9, head: with its checkSumAdjustment in place, the file sums up to this number.
        sum.ShouldBe(0xB1B0AFBA);
    }

    private FontFace Subset(int[] glyphs) => new(new SfntFile(TrueTypeSubset.Build(_inter, glyphs), 0));

    private static bool IsComposite(FontFace face, int glyph) => Outline(face, glyph) is { Length: > 10 } outline && ((ReadOnlySpan<byte>)outline).S16(0) < 0;

    private static byte[] Outline(FontFace face, int glyph)
    {
        ReadOnlySpan<byte> loca = face.Table("loca");
        byte[] outline = face.Table("glyf")[loca.U32(4 * glyph)..loca.U32(4 * (glyph + 1))].ToArray();
        return outline;
    }
}
