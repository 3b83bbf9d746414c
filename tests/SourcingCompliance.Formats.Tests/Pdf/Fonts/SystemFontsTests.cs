using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Formats.Pdf.Fonts;

namespace SourcingCompliance.Formats.Tests.Pdf.Fonts;

public sealed class SystemFontsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("fonts").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_folder_that_does_not_exist_has_no_fonts() => new SystemFonts([Path.Combine(_folder, "none")]).FaceFor('磁').ShouldBeNull();

    [Fact]
    public void Damaged_files_are_passed_over_and_the_next_font_is_asked()
    {
        FontFace inter = InterTypeface.Regular();
        byte[] good = WithCharacters(inter);
        File.WriteAllBytes(Path.Combine(_folder, "a.ttf"), [0, 1, 0, 0, 255, 255, .. new byte[200]]);
        File.WriteAllBytes(Path.Combine(_folder, "b.ttf"), good[..(good.Length / 2)]);
        File.WriteAllText(Path.Combine(_folder, "c.otf"), new string('x', 300));
        File.WriteAllBytes(Path.Combine(_folder, "d.ttf"), good);

        FontFace face = new SystemFonts([_folder]).FaceFor('A').ShouldNotBeNull();

        face.GetGlyph('A').ShouldBe(1);
    }

    [Theory]
    [InlineData("钕铁硼磁铁 原产国：中国")]
    [InlineData("ネオジム磁石")]
    [InlineData("한국어")]
    public void East_asian_text_is_drawn_with_a_font_of_the_machine(string text)
    {
        var fonts = new FontSet(new SystemFonts(SystemFonts.UsualFolders()));
        byte[] bytes = Documents.Write(Documents.Of(new Paragraph(text)), fonts);
        if (fonts.Missing.Count > 0)
        {
            // No such font is installed: then each character is told, none is lost.
            fonts.Missing.Count.ShouldBe(text.EnumerateRunes().Where(rune => rune.Value > 0x2E80).Distinct().Count());
            return;
        }

        var file = new PdfFile(bytes);
        file.Having("/Type /FontDescriptor").Count().ShouldBeGreaterThan(1);
        bytes.ShouldBe(Documents.Write(Documents.Of(new Paragraph(text)), new FontSet(new SystemFonts(SystemFonts.UsualFolders()))));
    }

    // A subset has no character map of its own; this gives it one with the single character A.
    private static byte[] WithCharacters(FontFace inter)
    {
        byte[] subset = TrueTypeSubset.Build(inter, [0, inter.GetGlyph('A')]);
        List<byte> map = [];
        map.Add16(0);
        map.Add16(1);
        map.Add16(3);
        map.Add16(10);
        map.Add32(12);
        map.Add16(12);
        map.Add16(0);
        foreach (uint value in new uint[] { 28, 0, 1, 'A', 'A', 1 })
        {
            map.Add32(value);
        }

        // The table "prep" gives its place in the directory to "cmap"; a font needs no hints.
        int tables = ((ReadOnlySpan<byte>)subset).U16(4);
        int entry = Enumerable.Range(0, tables).Select(table => 12 + (16 * table)).Single(at => subset.AsSpan(at, 4).SequenceEqual("prep"u8));
        "cmap"u8.CopyTo(subset.AsSpan(entry));
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(subset.AsSpan(entry + 8), (uint)subset.Length);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(subset.AsSpan(entry + 12), (uint)map.Count);
        return [.. subset, .. map];
    }
}
