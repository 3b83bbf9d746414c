using System.Text;

namespace SourcingCompliance.Formats.Pdf.Fonts;

/// <summary>Reads single substitutions of a feature out of <c>GSUB</c> (OpenType 1.9, lookup type 1): figures of one width.</summary>
internal static class GlyphSubstitution
{
    /// <summary>From glyph to the glyph that takes its place; empty when the font has no such feature.</summary>
    /// <param name="gsub">The table <c>GSUB</c>.</param>
    /// <param name="feature">Four letters of the feature: <c>tnum</c>.</param>
    public static Dictionary<int, int> Read(ReadOnlySpan<byte> gsub, string feature)
    {
        var glyphs = new Dictionary<int, int>();
        if (gsub.IsEmpty)
        {
            return glyphs;
        }

        ReadOnlySpan<byte> features = gsub[gsub.U16(6)..];
        ReadOnlySpan<byte> lookups = gsub[gsub.U16(8)..];
        for (int index = 0; index < features.U16(0); index++)
        {
            int record = 2 + (6 * index);
            if (!string.Equals(Encoding.ASCII.GetString(features.Slice(record, 4)), feature, StringComparison.Ordinal))
            {
                continue;
            }

            ReadOnlySpan<byte> table = features[features.U16(record + 4)..];
            for (int lookup = 0; lookup < table.U16(2); lookup++)
            {
                AddLookup(lookups[lookups.U16(2 + (2 * table.U16(4 + (2 * lookup))))..], glyphs);
            }
        }

        return glyphs;
    }

    private static void AddLookup(ReadOnlySpan<byte> lookup, Dictionary<int, int> glyphs)
    {
        int type = lookup.U16(0);
        for (int index = 0; index < lookup.U16(4); index++)
        {
            ReadOnlySpan<byte> subtable = lookup[lookup.U16(6 + (2 * index))..];
            // Type 7 only moves the subtable further away.
            bool isExtension = type == 7;
            int actual = isExtension ? subtable.U16(2) : type;
            if (actual == 1)
            {
                AddSingle(isExtension ? subtable[subtable.U32(4)..] : subtable, glyphs);
            }
        }
    }

    private static void AddSingle(ReadOnlySpan<byte> subtable, Dictionary<int, int> glyphs)
    {
        List<int> covered = Coverage(subtable[subtable.U16(2)..]);
        bool isDelta = subtable.U16(0) == 1;
        for (int index = 0; index < covered.Count; index++)
        {
            glyphs.TryAdd(covered[index], isDelta ? (covered[index] + subtable.S16(4)) & 0xFFFF : subtable.U16(6 + (2 * index)));
        }
    }

    private static List<int> Coverage(ReadOnlySpan<byte> coverage)
    {
        var glyphs = new List<int>();
        for (int index = 0; index < coverage.U16(2); index++)
        {
            if (coverage.U16(0) == 1)
            {
                glyphs.Add(coverage.U16(4 + (2 * index)));
                continue;
            }

            int record = 4 + (6 * index);
            for (int glyph = coverage.U16(record); glyph <= coverage.U16(record + 2); glyph++)
            {
                glyphs.Add(glyph);
            }
        }

        return glyphs;
    }
}
