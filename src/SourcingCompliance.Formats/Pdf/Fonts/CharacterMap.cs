namespace SourcingCompliance.Formats.Pdf.Fonts;

/// <summary>Which glyph a font has for a code point: its <c>cmap</c> table, formats 4 and 12.</summary>
internal static class CharacterMap
{
    /// <summary>The glyph of a code point; 0 when the font has none.</summary>
    /// <param name="cmap">The table <c>cmap</c>.</param>
    /// <param name="codePoint">Unicode code point.</param>
    public static int GetGlyph(ReadOnlySpan<byte> cmap, int codePoint)
    {
        int wide = 0;
        int narrow = 0;
        int count = cmap.IsEmpty ? 0 : cmap.U16(2);
        for (int index = 0; index < count; index++)
        {
            int platform = cmap.U16(4 + (8 * index));
            int encoding = cmap.U16(6 + (8 * index));
            int start = cmap.U32(8 + (8 * index));
            bool isUnicode = platform == 0 || (platform == 3 && encoding is 1 or 10);
            int format = isUnicode ? cmap.U16(start) : 0;
            wide = format == 12 ? start : wide;
            narrow = format == 4 ? start : narrow;
        }

        return wide != 0 ? FromGroups(cmap[wide..], codePoint)
            : narrow != 0 && codePoint <= 0xFFFF ? FromSegments(cmap[narrow..], codePoint)
            : 0;
    }

    private static int FromGroups(ReadOnlySpan<byte> table, int codePoint)
    {
        int low = 0;
        int high = table.U32(12) - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            int group = 16 + (12 * middle);
            int first = table.U32(group);
            if (codePoint < first)
            {
                high = middle - 1;
            }
            else if (codePoint > table.U32(group + 4))
            {
                low = middle + 1;
            }
            else
            {
                return table.U32(group + 8) + codePoint - first;
            }
        }

        return 0;
    }

    private static int FromSegments(ReadOnlySpan<byte> table, int codePoint)
    {
        int doubled = table.U16(6);
        for (int at = 0; at < doubled; at += 2)
        {
            if (codePoint > table.U16(14 + at))
            {
                continue;
            }

            int first = table.U16(16 + doubled + at);
            if (codePoint < first)
            {
                return 0;
            }

            int delta = table.U16(16 + (2 * doubled) + at);
            int rangePlace = 16 + (3 * doubled) + at;
            int range = table.U16(rangePlace);
            int glyph = range == 0 ? codePoint : table.U16(rangePlace + range + (2 * (codePoint - first)));
            return range != 0 && glyph == 0 ? 0 : (glyph + delta) & 0xFFFF;
        }

        return 0;
    }
}
