using System.Text;

namespace SourcingCompliance.Formats.Pdf.Fonts;

/// <summary>One face of a font: what text needs to be measured and embedded.</summary>
internal sealed class FontFace
{
    private readonly SfntFile _file;
    private readonly int _metricCount;
    private readonly Dictionary<int, int> _glyphs = [];
    private readonly Dictionary<int, int> _tabular;

    /// <summary>Reads the face.</summary>
    /// <param name="file">Its tables.</param>
    /// <exception cref="InvalidDataException">A table that is needed is missing.</exception>
    public FontFace(SfntFile file)
    {
        _file = file;
        ReadOnlySpan<byte> head = file.Required("head");
        ReadOnlySpan<byte> hhea = file.Required("hhea");
        ReadOnlySpan<byte> os2 = file.Table("OS/2");
        UnitsPerEm = head.U16(18) is > 0 and int units ? units : throw new InvalidDataException("The font's em has no size.");
        Bounds = (head.S16(36), head.S16(38), head.S16(40), head.S16(42));
        Ascent = hhea.S16(4);
        Descent = hhea.S16(6);
        _metricCount = Math.Max(1, hhea.U16(34));
        GlyphCount = file.Required("maxp").U16(4);
        CapHeight = os2.Length >= 90 && os2.S16(88) > 0 ? os2.S16(88) : Ascent * 7 / 10;
        // OS/2 fsType bit 1: restricted license embedding, must not be embedded.
        MayBeEmbedded = os2.Length < 10 || (os2.U16(8) & 0x000F) != 2;
        PostScriptName = GetName(file.Table("name"), 6) ?? "Unnamed";
        FamilyName = GetName(file.Table("name"), 1) ?? PostScriptName;
        _tabular = GlyphSubstitution.Read(file.Table("GSUB"), "tnum");
    }

    /// <summary>Units of the design grid in one em.</summary>
    public int UnitsPerEm { get; }

    /// <summary>Smallest rectangle round all glyphs, in design units: left, bottom, right, top.</summary>
    public (int Left, int Bottom, int Right, int Top) Bounds { get; }

    /// <summary>Height above the base line, in design units.</summary>
    public int Ascent { get; }

    /// <summary>Depth below the base line, in design units, negative.</summary>
    public int Descent { get; }

    /// <summary>Height of capitals, in design units.</summary>
    public int CapHeight { get; }

    /// <summary>How many glyphs the face has.</summary>
    public int GlyphCount { get; }

    /// <summary>Whether the maker lets the font be embedded.</summary>
    public bool MayBeEmbedded { get; }

    /// <summary>Whether the outlines are CFF ones.</summary>
    public bool IsCff => _file.IsCff;

    /// <summary>Name by which PDF knows the face.</summary>
    public string PostScriptName { get; }

    /// <summary>Name of the family.</summary>
    public string FamilyName { get; }

    /// <summary>A table of the file; empty when there is none.</summary>
    public ReadOnlySpan<byte> Table(string tag) => _file.Table(tag);

    /// <summary>The glyph of a code point; 0 when the face has none.</summary>
    /// <param name="codePoint">Unicode code point.</param>
    /// <param name="isTabular">Whether figures are to be of one width.</param>
    public int GetGlyph(int codePoint, bool isTabular = false)
    {
        if (!_glyphs.TryGetValue(codePoint, out int glyph))
        {
            glyph = CharacterMap.GetGlyph(_file.Table("cmap"), codePoint);
            _glyphs[codePoint] = glyph = glyph < GlyphCount ? glyph : 0;
        }

        return isTabular ? _tabular.GetValueOrDefault(glyph, glyph) : glyph;
    }

    /// <summary>The advance width of a glyph in design units.</summary>
    public int GetAdvance(int glyph) => _file.Table("hmtx").U16(4 * Math.Min(glyph, _metricCount - 1));

    // OpenType 1.9, naming table: entries of platform 3 are UTF-16BE, those of platform 1 close enough to ASCII for a name.
    private static string? GetName(ReadOnlySpan<byte> name, int id)
    {
        int count = name.Length < 6 ? 0 : name.U16(2);
        for (int index = 0; index < count; index++)
        {
            int entry = 6 + (12 * index);
            if (name.U16(entry + 6) == id)
            {
                ReadOnlySpan<byte> text = name.Slice(name.U16(4) + name.U16(entry + 10), name.U16(entry + 8));
                return name.U16(entry) == 1 ? Encoding.ASCII.GetString(text) : Encoding.BigEndianUnicode.GetString(text);
            }
        }

        return null;
    }
}
