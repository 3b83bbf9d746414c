namespace SourcingCompliance.Formats.Pdf.Images;

/// <summary>A picture of pixels as the file keeps it: a JPEG as it is, or rows of gray or RGB bytes.</summary>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="Components">Bytes of a pixel: 1 = gray, 3 = RGB.</param>
/// <param name="Content">The JPEG file, or the pixels row by row from the top.</param>
/// <param name="IsJpeg">Whether <paramref name="Content"/> is a JPEG.</param>
internal sealed record PixelImage(int Width, int Height, int Components, byte[] Content, bool IsJpeg)
{
    // A logo of more pixels is no logo.
    private const long MostPixels = 16_000_000;

    /// <summary>Reads a PNG or JPEG file.</summary>
    /// <param name="file">The file.</param>
    /// <returns>The picture; null for a file that is damaged, interlaced, too large, or of a color space other than gray and RGB.</returns>
    public static PixelImage? Read(ReadOnlySpan<byte> file)
    {
        PixelImage? image = file.Length > 8 && file[0] == 0x89 ? PngReader.Read(file) : file.Length > 4 && file[0] == 0xFF ? JpegHead.Read(file) : null;
        return image is null || (long)image.Width * image.Height > MostPixels ? null : image;
    }
}
