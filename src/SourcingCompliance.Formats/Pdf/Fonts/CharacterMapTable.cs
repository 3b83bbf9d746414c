namespace SourcingCompliance.Formats.Pdf.Fonts;

/// <summary>Writes a table <c>cmap</c> of one subtable of format 4 (OpenType 1.9), for a subset whose text is not addressed by glyph.</summary>
internal static class CharacterMapTable
{
    private const int HeadLength = 12;

    /// <summary>The table.</summary>
    /// <param name="characters">Code points of the first plane and the glyphs that draw them; of a code point that stands twice the first entry counts.</param>
    public static byte[] Get(IEnumerable<(int CodePoint, int Glyph)> characters)
    {
        // The last segment is the one that the format asks for at its end.
        (int CodePoint, int Glyph)[] entries = [.. characters.DistinctBy(entry => entry.CodePoint).OrderBy(entry => entry.CodePoint), (0xFFFF, 0)];
        int doubled = 2 * entries.Length;
        int power = 31 - int.LeadingZeroCount(entries.Length);
        int range = 2 << power;
        var bytes = new List<byte>();
        // Version 0, one table: platform 3 (Windows), encoding 1 (Unicode).
        Add(0, 1, 3, 1);
        bytes.Add32(HeadLength);
        Add(4, 16 + (4 * doubled), 0, doubled, range, power, doubled - range);
        Add([.. entries.Select(entry => entry.CodePoint)]);
        Add(0);
        Add([.. entries.Select(entry => entry.CodePoint)]);
        Add([.. entries.Select(entry => entry.Glyph - entry.CodePoint)]);
        Add([.. entries.Select(_ => 0)]);
        return [.. bytes];

        void Add(params ReadOnlySpan<int> values)
        {
            foreach (int value in values)
            {
                bytes.Add16(value);
            }
        }
    }
}
