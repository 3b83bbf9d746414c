using System.Buffers.Binary;
using System.IO.Compression;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Formats.Pdf.Images;

namespace SourcingCompliance.Formats.Tests.Pdf;

public class PixelImageTests
{
    [Fact]
    public void A_transparent_png_lies_on_white_paper()
    {
        // Two rows of two pixels with alpha; the second row is told by its difference from the first (filter 2).
        byte[] rows = [0, 10, 20, 30, 255, 200, 100, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 255];

        PixelImage image = PixelImage.Read(Png(2, 2, 6, rows)).ShouldNotBeNull();

        (image.Width, image.Height, image.Components, image.IsJpeg).ShouldBe((2, 2, 3, false));
        image.Content.ShouldBe([10, 20, 30, 255, 255, 255, 10, 20, 30, 200, 100, 0]);
    }

    [Fact]
    public void A_gray_png_becomes_rgb() => PixelImage.Read(Png(2, 1, 0, [1, 7, 3])).ShouldNotBeNull().Content.ShouldBe([7, 7, 7, 10, 10, 10]);

    [Fact]
    public void A_jpeg_is_kept_as_it_is()
    {
        byte[] file = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 17, 8, 0, 60, 0, 180, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1];

        PixelImage image = PixelImage.Read(file).ShouldNotBeNull();

        (image.Width, image.Height, image.Components, image.IsJpeg).ShouldBe((180, 60, 3, true));
        image.Content.ShouldBe(file);
    }

    [Fact]
    public void Damaged_huge_and_foreign_files_are_no_pictures()
    {
        byte[] sound = Png(2, 1, 0, [0, 7, 3]);

        PixelImage.Read(sound.AsSpan(0, sound.Length - 20)).ShouldBeNull();
        PixelImage.Read(Png(60_000, 60_000, 2, [0])).ShouldBeNull();
        PixelImage.Read(Png(2, 1, 0, [9, 7, 3])).ShouldBeNull();
        PixelImage.Read(Png(2, 1, 0, [0, 7])).ShouldBeNull();
        PixelImage.Read("GIF89a"u8).ShouldBeNull();
        PixelImage.Read([0xFF, 0xD8, 0xFF]).ShouldBeNull();
    }

    [Fact]
    public void A_logo_stands_in_the_file_once_for_all_pages()
    {
        PixelImage logo = PixelImage.Read(Png(2, 1, 0, [0, 7, 3])).ShouldNotBeNull();

        var file = new PdfFile(Documents.Write(Documents.Of(
            new Cards(new Card(new Paragraph("Acme")) { Picture = logo }), new PageBreak(), new Cards(new Card(new Paragraph("Acme")) { Picture = logo }))));

        KeyValuePair<int, string> image = file.Having("/Subtype /Image").ShouldHaveSingleItem();
        file.Streams[image.Key].ShouldBe([7, 7, 7, 3, 3, 3]);
        file.Pages.ShouldAllBe(page => file.Content(page).Contains("/I1 Do", StringComparison.Ordinal));
    }

    private static byte[] Png(int width, int height, byte kind, byte[] rows)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(rows);
        }

        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, kind);
        return [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Chunk("IHDR"u8, header), .. Chunk("IDAT"u8, packed.ToArray()), .. Chunk("IEND"u8, [])];
    }

    private static byte[] Chunk(ReadOnlySpan<byte> name, byte[] content)
    {
        byte[] length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        return [.. length, .. name, .. content, 0, 0, 0, 0];
    }
}
