using System.Text;

namespace SourcingCompliance.Formats.Pdf.Fonts;

/// <summary>The tables of one face of an OpenType file or collection (.ttf, .otf, .ttc).</summary>
internal sealed class SfntFile
{
    private const int MaximumTables = 512;
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _tables = new(StringComparer.Ordinal);

    /// <summary>Reads the directory of one face.</summary>
    /// <param name="content">The whole file.</param>
    /// <param name="face">0-based face of a collection; 0 for a file of one face.</param>
    /// <exception cref="InvalidDataException">It is no OpenType file.</exception>
    public SfntFile(ReadOnlyMemory<byte> content, int face)
    {
        ReadOnlySpan<byte> bytes = content.Span;
        int start = IsCollection(bytes) ? bytes.U32(12 + (4 * face)) : 0;
        int version = bytes.U32(start);
        IsCff = version == 0x4F54544F;
        // "OTTO" for CFF outlines, 1.0 or "true" for TrueType ones (OpenType 1.9, table directory).
        if (!IsCff && version is not (0x00010000 or 0x74727565))
        {
            throw new InvalidDataException("The file is no OpenType font.");
        }

        int count = Math.Min(bytes.U16(start + 4), MaximumTables);
        for (int index = 0; index < count; index++)
        {
            int entry = start + 12 + (16 * index);
            string tag = Encoding.ASCII.GetString(bytes.Slice(entry, 4));
            _tables[tag] = content.Slice(bytes.U32(entry + 8), bytes.U32(entry + 12));
        }
    }

    /// <summary>Whether the outlines are in a <c>CFF </c> table and not in <c>glyf</c>.</summary>
    public bool IsCff { get; }

    /// <summary>How many faces the file has.</summary>
    public static int FaceCount(ReadOnlySpan<byte> content) => IsCollection(content) ? content.U32(8) : 1;

    /// <summary>A table; empty when the font has none of that name.</summary>
    public ReadOnlySpan<byte> Table(string tag) => _tables.GetValueOrDefault(tag).Span;

    /// <summary>A table that the font cannot do without.</summary>
    /// <exception cref="InvalidDataException">The font has none of that name.</exception>
    public ReadOnlySpan<byte> Required(string tag) =>
        _tables.TryGetValue(tag, out ReadOnlyMemory<byte> table) ? table.Span : throw new InvalidDataException($"The font has no table '{tag}'.");

    private static bool IsCollection(ReadOnlySpan<byte> content) => content.StartsWith("ttcf"u8);
}
