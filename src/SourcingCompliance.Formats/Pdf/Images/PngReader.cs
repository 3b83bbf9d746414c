using System.Buffers.Binary;
using System.IO.Compression;

namespace SourcingCompliance.Formats.Pdf.Images;

/// <summary>Reads PNG files (ISO/IEC 15948) of 8 bits a channel, without interlacing; what is transparent becomes white, as an archive file has no
/// transparency.</summary>
internal static class PngReader
{
    private const long MostPixels = 16_000_000;

    /// <summary>The picture; null for a file of another kind or one that is damaged.</summary>
    public static PixelImage? Read(ReadOnlySpan<byte> file)
    {
        using var packed = new MemoryStream();
        ReadOnlySpan<byte> header = default;
        ReadOnlySpan<byte> palette = default;
        ReadOnlySpan<byte> alphas = default;
        for (int at = 8; at + 12 <= file.Length;)
        {
            uint length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            if (length > file.Length - at - 12)
            {
                return null;
            }

            ReadOnlySpan<byte> content = file.Slice(at + 8, (int)length);
            switch (file.Slice(at + 4, 4))
            {
                case [(byte)'I', (byte)'H', (byte)'D', (byte)'R']: header = content; break;
                case [(byte)'P', (byte)'L', (byte)'T', (byte)'E']: palette = content; break;
                case [(byte)'t', (byte)'R', (byte)'N', (byte)'S']: alphas = content; break;
                case [(byte)'I', (byte)'D', (byte)'A', (byte)'T']: packed.Write(content); break;
            }

            at += 12 + (int)length;
        }

        if (header.Length < 13 || header[8] != 8 || header[12] != 0)
        {
            return null;
        }

        (uint width, uint height) = (BinaryPrimitives.ReadUInt32BigEndian(header), BinaryPrimitives.ReadUInt32BigEndian(header[4..]));
        int channels = header[9] switch { 0 or 3 => 1, 4 => 2, 2 => 3, 6 => 4, _ => 0 };
        if (channels == 0 || width == 0 || height == 0 || width > MostPixels || height > MostPixels
            || (long)width * height > MostPixels || (header[9] == 3 && palette.Length < 3))
        {
            return null;
        }

        return Inflated(packed, (int)height, (int)width * channels) is { } rows && Unfilter(rows, (int)height, (int)width * channels, channels)
            ? ToRgb(rows, (int)width, (int)height, channels, palette, alphas)
            : null;
    }

    private static byte[]? Inflated(MemoryStream packed, int height, int stride)
    {
        byte[] rows = new byte[(long)height * (stride + 1)];
        packed.Position = 0;
        try
        {
            using var zlib = new ZLibStream(packed, CompressionMode.Decompress);
            return zlib.ReadAtLeast(rows, rows.Length, throwOnEndOfStream: false) == rows.Length ? rows : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    // ISO/IEC 15948, clause 9: each row begins with the number of its filter.
    private static bool Unfilter(byte[] rows, int height, int stride, int pixel)
    {
        for (int row = 0; row < height; row++)
        {
            int start = (row * (stride + 1)) + 1;
            byte filter = rows[start - 1];
            if (filter > 4)
            {
                return false;
            }

            for (int at = 0; at < stride; at++)
            {
                int left = at >= pixel ? rows[start + at - pixel] : 0;
                int above = row > 0 ? rows[start + at - stride - 1] : 0;
                int corner = row > 0 && at >= pixel ? rows[start + at - stride - 1 - pixel] : 0;
                int predicted = filter switch { 1 => left, 2 => above, 3 => (left + above) / 2, 4 => Paeth(left, above, corner), _ => 0 };
                rows[start + at] = (byte)((rows[start + at] + predicted) & 0xFF);
            }
        }

        return true;
    }

    private static int Paeth(int left, int above, int corner)
    {
        int estimate = left + above - corner;
        (int toLeft, int toAbove, int toCorner) = (Math.Abs(estimate - left), Math.Abs(estimate - above), Math.Abs(estimate - corner));
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }

    private static PixelImage ToRgb(byte[] rows, int width, int height, int channels, ReadOnlySpan<byte> palette, ReadOnlySpan<byte> alphas)
    {
        byte[] pixels = new byte[width * height * 3];
        for (int at = 0; at < width * height; at++)
        {
            int from = (at / width * ((width * channels) + 1)) + 1 + (at % width * channels);
            bool isIndexed = !palette.IsEmpty && channels == 1;
            int index = isIndexed ? Math.Min(rows[from], (palette.Length / 3) - 1) : 0;
            int alpha = channels is 2 or 4 ? rows[from + channels - 1] : isIndexed && index < alphas.Length ? alphas[index] : 255;
            for (int channel = 0; channel < 3; channel++)
            {
                int value = isIndexed ? palette[(index * 3) + channel] : rows[from + (channels >= 3 ? channel : 0)];
                pixels[(at * 3) + channel] = (byte)(((value * alpha) + (255 * (255 - alpha)) + 127) / 255);
            }
        }

        return new PixelImage(width, height, 3, pixels, IsJpeg: false);
    }
}
