using System.Buffers.Binary;

namespace SourcingCompliance.Formats.Pdf.Images;

/// <summary>Reads the size of a JPEG file (ITU-T T.81, B.2.2); its content goes into the PDF as it is.</summary>
internal static class JpegHead
{
    /// <summary>The picture; null for a file that is no gray or RGB JPEG.</summary>
    public static PixelImage? Read(ReadOnlySpan<byte> file)
    {
        int at = 2;
        while (at + 9 < file.Length && file[at] == 0xFF)
        {
            byte marker = file[at + 1];
            int length = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            // SOF0, SOF1 and SOF2: baseline, extended and progressive.
            if (marker is 0xC0 or 0xC1 or 0xC2)
            {
                (int height, int width, int components) =
                    (BinaryPrimitives.ReadUInt16BigEndian(file[(at + 5)..]), BinaryPrimitives.ReadUInt16BigEndian(file[(at + 7)..]), file[at + 9]);
                return width > 0 && height > 0 && file[at + 4] == 8 && components is 1 or 3
                    ? new PixelImage(width, height, components, file.ToArray(), IsJpeg: true) : null;
            }

            at += 2 + length;
        }

        return null;
    }
}
