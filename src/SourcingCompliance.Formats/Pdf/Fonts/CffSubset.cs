namespace SourcingCompliance.Formats.Pdf.Fonts;

/// <summary>Cuts a CFF font down to the glyphs of one document, as a CID-keyed font whose CIDs are the new glyph numbers.</summary>
internal static class CffSubset
{
    private const int FontMatrixOperator = 1207;

    /// <summary>The bare CFF font, as PDF embeds it (<c>CIDFontType0C</c>).</summary>
    /// <param name="table">The table <c>CFF </c>.</param>
    /// <param name="name">Name of the subset.</param>
    /// <param name="glyphs">Glyphs of the face; the place in the list becomes the CID, and the first must be 0.</param>
    public static byte[] Build(ReadOnlyMemory<byte> table, string name, IReadOnlyList<int> glyphs)
    {
        var font = new CffFont(table);
        List<int> used = [.. glyphs.Select(font.GetDictionary).Distinct().Order()];
        var programs = new List<byte[]>();
        var choices = new List<byte> { 0 };
        foreach (int glyph in glyphs)
        {
            int dictionary = font.GetDictionary(glyph);
            programs.Add(new CharstringFlattener(font, font.Dictionaries[dictionary]).Flatten(glyph));
            choices.Add((byte)used.IndexOf(dictionary));
        }

        byte[] head = [1, 0, 4, 4, .. Index([[.. name.Select(letter => (byte)letter)]])];
        byte[] strings = [.. Index([[.. "Adobe"u8], [.. "Identity"u8]]), .. Index([])];
        byte[] charset = Charset(glyphs.Count);
        byte[] charstrings = Index(programs);

        // Every offset is written in five bytes, so the size of the Top DICT does not depend on what it says.
        int charsetAt = head.Length + Index([Top(font, glyphs.Count, 0, 0, 0, 0)]).Length + strings.Length;
        int selectAt = charsetAt + charset.Length;
        int charstringsAt = selectAt + choices.Count;
        int privateAt = charstringsAt + charstrings.Length;
        var privates = new List<byte>();
        var dictionaries = new List<byte[]>();
        foreach (FontDictionary dictionary in used.Select(index => font.Dictionaries[index]))
        {
            byte[] hidden = Dictionary(dictionary.Private);
            byte[] matrix = dictionary.Entries.TryGetValue(FontMatrixOperator, out DictionaryEntry? entry) ? [.. entry.Operands, 12, 7] : [];
            dictionaries.Add([.. matrix, .. Long(hidden.Length), .. Long(privateAt + privates.Count), 18]);
            privates.AddRange(hidden);
        }

        byte[] top = Index([Top(font, glyphs.Count, charsetAt, charstringsAt, privateAt + privates.Count, selectAt)]);
        return [.. head, .. top, .. strings, .. charset, .. choices, .. charstrings, .. privates, .. Index(dictionaries)];
    }

    private static byte[] Top(CffFont font, int count, int charset, int charstrings, int dictionaries, int select)
    {
        // 391 and 392 are the first two strings of the font's own: ROS Adobe, Identity, 0.
        var bytes = new List<byte>();
        bytes.AddRange([.. Long(391), .. Long(392), .. Long(0), 12, 30]);
        foreach (int key in new[] { FontMatrixOperator, 5 })
        {
            if (font.Top.TryGetValue(key, out DictionaryEntry? entry))
            {
                bytes.AddRange(entry.Operands);
                bytes.AddRange(key >= 1200 ? [12, (byte)(key - 1200)] : [(byte)key]);
            }
        }

        bytes.AddRange([.. Long(count), 12, 34, .. Long(charset), 15, .. Long(charstrings), 17, .. Long(dictionaries), 12, 36, .. Long(select), 12, 37]);
        return [.. bytes];
    }

    private static byte[] Dictionary(SortedDictionary<int, DictionaryEntry> entries)
    {
        var bytes = new List<byte>();
        foreach ((int key, DictionaryEntry entry) in entries)
        {
            bytes.AddRange(entry.Operands);
            bytes.AddRange(key >= 1200 ? [12, (byte)(key - 1200)] : [(byte)key]);
        }

        return [.. bytes];
    }

    // Format 2, one range: CID = glyph number for every glyph but .notdef, which is not listed.
    private static byte[] Charset(int count) =>
        count < 2 ? [0] : [2, 0, 1, (byte)((count - 2) >> 8), (byte)((count - 2) & 0xFF)];

    private static byte[] Index(List<byte[]> entries)
    {
        var bytes = new List<byte>();
        bytes.Add16(entries.Count);
        if (entries.Count == 0)
        {
            return [.. bytes];
        }

        bytes.Add(4);
        uint offset = 1;
        bytes.Add32(offset);
        foreach (byte[] entry in entries)
        {
            offset += (uint)entry.Length;
            bytes.Add32(offset);
        }

        foreach (byte[] entry in entries)
        {
            bytes.AddRange(entry);
        }

        return [.. bytes];
    }

    private static byte[] Long(int value)
    {
        var bytes = new List<byte> { 29 };
        bytes.Add32(unchecked((uint)value));
        return [.. bytes];
    }
}
