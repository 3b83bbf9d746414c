using System.Buffers.Binary;

namespace SourcingCompliance.Formats.Pdf.Fonts;

/// <summary>Cuts a TrueType font down to the glyphs of one document. The glyphs are numbered anew, in the order given.</summary>
internal static class TrueTypeSubset
{
    // Flags of a component of a composite glyph, OpenType 1.9, glyf.
    private const int HasWords = 0x0001;
    private const int HasScale = 0x0008;
    private const int HasMore = 0x0020;
    private const int HasTwoScales = 0x0040;
    private const int HasMatrix = 0x0080;

    /// <summary>The file of the subset.</summary>
    /// <param name="face">The face, with TrueType outlines.</param>
    /// <param name="glyphs">Glyphs of the face; the place in the list becomes the glyph's number, and the first must be 0.</param>
    /// <param name="characters">The table <c>cmap</c> of the new numbers; null = none, as the glyphs are addressed by number.</param>
    public static byte[] Build(FontFace face, IReadOnlyList<int> glyphs, byte[]? characters = null)
    {
        var all = new List<int>(glyphs);
        var placeOf = new Dictionary<int, int>();
        for (int index = 0; index < glyphs.Count; index++)
        {
            placeOf.TryAdd(glyphs[index], index);
        }

        var outlines = new List<byte>();
        var offsets = new List<byte>();
        // The list grows while it is walked: the parts of a composite glyph come behind the glyphs asked for.
        for (int index = 0; index < all.Count; index++)
        {
            offsets.Add32((uint)outlines.Count);
            outlines.AddRange(Outline(face, all[index], all, placeOf));
            while (outlines.Count % 4 != 0)
            {
                outlines.Add(0);
            }
        }

        offsets.Add32((uint)outlines.Count);
        var tables = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["glyf"] = [.. outlines],
            ["head"] = Head(face),
            ["hhea"] = WithCount(face.Table("hhea"), 34, all.Count),
            ["hmtx"] = Metrics(face, all),
            ["loca"] = [.. offsets],
            ["maxp"] = WithCount(face.Table("maxp"), 4, all.Count),
        };
        if (characters is not null)
        {
            tables["cmap"] = characters;
        }

        foreach (string optional in new[] { "cvt ", "fpgm", "prep" })
        {
            if (!face.Table(optional).IsEmpty)
            {
                tables[optional] = face.Table(optional).ToArray();
            }
        }

        return Assemble(tables);
    }

    private static byte[] Outline(FontFace face, int glyph, List<int> all, Dictionary<int, int> placeOf)
    {
        ReadOnlySpan<byte> loca = face.Table("loca");
        bool isLong = face.Table("head").S16(50) == 1;
        int from = isLong ? loca.U32(4 * glyph) : 2 * loca.U16(2 * glyph);
        int to = isLong ? loca.U32(4 * (glyph + 1)) : 2 * loca.U16(2 * (glyph + 1));
        byte[] outline = face.Table("glyf")[from..to].ToArray();
        if (outline.Length < 10 || ((ReadOnlySpan<byte>)outline).S16(0) >= 0)
        {
            return outline;
        }

        int at = 10;
        int flags = HasMore;
        while ((flags & HasMore) != 0)
        {
            ReadOnlySpan<byte> read = outline;
            flags = read.U16(at);
            int part = read.U16(at + 2);
            if (!placeOf.TryGetValue(part, out int place))
            {
                place = all.Count;
                all.Add(part);
                placeOf[part] = place;
            }

            BinaryPrimitives.WriteUInt16BigEndian(outline.AsSpan(at + 2), (ushort)place);
            at += 4 + ((flags & HasWords) != 0 ? 4 : 2);
            at += (flags & HasScale) != 0 ? 2 : (flags & HasTwoScales) != 0 ? 4 : (flags & HasMatrix) != 0 ? 8 : 0;
        }

        return outline;
    }

    private static byte[] Metrics(FontFace face, List<int> glyphs)
    {
        ReadOnlySpan<byte> hmtx = face.Table("hmtx");
        int full = face.Table("hhea").U16(34);
        var metrics = new List<byte>(4 * glyphs.Count);
        foreach (int glyph in glyphs)
        {
            metrics.Add16(face.GetAdvance(glyph));
            metrics.Add16(hmtx.U16(glyph < full ? (4 * glyph) + 2 : (4 * full) + (2 * (glyph - full))));
        }

        return [.. metrics];
    }

    private static byte[] Head(FontFace face)
    {
        byte[] head = face.Table("head").ToArray();
        // The checksum is worked out at the end over a zero in its place; 1 = long offsets.
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(8), 0);
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), 1);
        return head;
    }

    private static byte[] WithCount(ReadOnlySpan<byte> table, int at, int count)
    {
        byte[] copy = table.ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(at), checked((ushort)count));
        return copy;
    }

    private static byte[] Assemble(SortedDictionary<string, byte[]> tables)
    {
        var file = new List<byte>();
        int power = 31 - int.LeadingZeroCount(tables.Count);
        file.Add32(0x00010000);
        file.Add16(tables.Count);
        file.Add16(16 << power);
        file.Add16(power);
        file.Add16((16 * tables.Count) - (16 << power));
        int start = 12 + (16 * tables.Count);
        int headStart = 0;
        foreach ((string tag, byte[] table) in tables)
        {
            headStart = string.Equals(tag, "head", StringComparison.Ordinal) ? start : headStart;
            file.AddRange(tag.Select(letter => (byte)letter));
            file.Add32(Checksum(table));
            file.Add32((uint)start);
            file.Add32((uint)table.Length);
            start += (table.Length + 3) & ~3;
        }

        foreach (byte[] table in tables.Values)
        {
            file.AddRange(table);
            file.AddRange(new byte[(4 - (table.Length % 4)) % 4]);
        }

        byte[] bytes = [.. file];
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(headStart + 8), unchecked(0xB1B0AFBA - Checksum(bytes)));
        return bytes;
    }

    private static uint Checksum(ReadOnlySpan<byte> table)
    {
        uint sum = 0;
        Span<byte> word = stackalloc byte[4];
        for (int at = 0; at < table.Length; at += 4)
        {
            word.Clear();
            table.Slice(at, Math.Min(4, table.Length - at)).CopyTo(word);
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(word));
        }

        return sum;
    }
}
