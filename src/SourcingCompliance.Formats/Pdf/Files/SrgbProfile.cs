using System.Text;
using SourcingCompliance.Formats.Pdf.Fonts;

namespace SourcingCompliance.Formats.Pdf.Files;

/// <summary>
/// An ICC profile of sRGB (IEC 61966-2-1), version 2.1, made of three primaries and one tone curve. It tells a printer what the
/// colors of the file mean, as PDF/A asks.
/// </summary>
internal static class SrgbProfile
{
    private const int CurvePoints = 1024;
    private const int HeaderSize = 128;

    /// <summary>The profile's bytes.</summary>
    public static byte[] Build()
    {
        // Primaries adapted to D50 with the Bradford matrix, as the profiles of the ICC have them; s15Fixed16 numbers.
        byte[] curve = Curve();
        (string Tag, byte[] Content)[] tags =
        [
            ("desc", Description("sRGB IEC61966-2.1")),
            ("cprt", [.. Tag("text"), .. "No copyright, use freely"u8, 0]),
            ("wtpt", Xyz(0x0000F6D6, 0x00010000, 0x0000D32D)),
            ("rXYZ", Xyz(0x00006FA2, 0x000038F5, 0x00000390)),
            ("gXYZ", Xyz(0x00006299, 0x0000B785, 0x000018DA)),
            ("bXYZ", Xyz(0x000024A0, 0x00000F84, 0x0000B6CF)),
            ("rTRC", curve), ("gTRC", curve), ("bTRC", curve),
        ];

        var table = new List<byte>();
        var content = new List<byte>();
        table.Add32((uint)tags.Length);
        int start = HeaderSize + 4 + (12 * tags.Length);
        int shared = 0;
        foreach ((string tag, byte[] bytes) in tags)
        {
            bool isCurve = ReferenceEquals(bytes, curve);
            int place = isCurve && shared > 0 ? shared : start + content.Count;
            table.AddRange(Encoding.ASCII.GetBytes(tag));
            table.Add32((uint)place);
            table.Add32((uint)bytes.Length);
            if (isCurve && shared > 0)
            {
                continue;
            }

            shared = isCurve ? place : shared;
            content.AddRange(bytes);
            while (content.Count % 4 != 0)
            {
                content.Add(0);
            }
        }

        return [.. Header(start + content.Count), .. table, .. content];
    }

    private static List<byte> Header(int size)
    {
        var header = new List<byte>();
        header.Add32((uint)size);
        header.AddRange(new byte[4]);
        header.Add32(0x02100000);
        header.AddRange([.. "mntrRGB XYZ "u8]);
        // A fixed day of creation: 1 January 2000.
        foreach (int part in new[] { 2000, 1, 1, 0, 0, 0 })
        {
            header.Add16(part);
        }

        header.AddRange([.. "acsp"u8]);
        header.AddRange(new byte[28]);
        // The illuminant of the connection space, D50.
        foreach (uint part in new[] { 0x0000F6D6u, 0x00010000u, 0x0000D32Du })
        {
            header.Add32(part);
        }

        header.AddRange(new byte[HeaderSize - header.Count]);
        return header;
    }

    private static byte[] Tag(string type) => [.. Encoding.ASCII.GetBytes(type), 0, 0, 0, 0];

    private static byte[] Xyz(uint x, uint y, uint z)
    {
        List<byte> bytes = [.. Tag("XYZ ")];
        bytes.Add32(x);
        bytes.Add32(y);
        bytes.Add32(z);
        return [.. bytes];
    }

    private static byte[] Curve()
    {
        List<byte> bytes = [.. Tag("curv")];
        bytes.Add32(CurvePoints);
        for (int index = 0; index < CurvePoints; index++)
        {
            double value = index / (double)(CurvePoints - 1);
            // IEC 61966-2-1, 5.2: from the stored value to light.
            double light = value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
            bytes.Add16((int)Math.Round(light * 65535));
        }

        return [.. bytes];
    }

    private static byte[] Description(string text)
    {
        List<byte> bytes = [.. Tag("desc")];
        bytes.Add32((uint)(text.Length + 1));
        bytes.AddRange(Encoding.ASCII.GetBytes(text));
        // No Unicode and no Macintosh description (ICC.1:2001-04, 6.5.17): 1 + 8 + 3 + 67 bytes of nothing.
        bytes.AddRange(new byte[79]);
        return [.. bytes];
    }
}
