using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SourcingCompliance.Formats.Pdf.Fonts;

namespace SourcingCompliance.Formats.Pdf.Files;

/// <summary>
/// One face as the document uses it: glyphs get codes in the order of their first use, and only they are embedded.
/// A code stands for a glyph and a character, since one glyph can draw several characters (A and Α) and text is copied by code.
/// </summary>
internal sealed class EmbeddedFont
{
    private readonly FontFace _face;
    private readonly Dictionary<(int Glyph, int CodePoint), int> _codes = [];
    private readonly List<int> _glyphs = [0];
    private readonly List<int> _codePoints = [0];

    /// <summary>A face of which nothing is used yet.</summary>
    /// <param name="face">The face.</param>
    /// <param name="name">Name under which pages know it: <c>F1</c>.</param>
    /// <param name="id">Number of its object.</param>
    public EmbeddedFont(FontFace face, string name, int id) => (_face, Name, Id) = (face, name, id);

    /// <summary>Name under which pages know it.</summary>
    public string Name { get; }

    /// <summary>Number of its object.</summary>
    public int Id { get; }

    /// <summary>Appends the codes of a text as hexadecimal digits.</summary>
    public void Encode(ShapedPiece piece, StringBuilder hexadecimal)
    {
        int index = 0;
        Span<char> digits = stackalloc char[4];
        foreach (Rune rune in piece.Text.EnumerateRunes())
        {
            int glyph = piece.Glyphs[index++];
            if (!_codes.TryGetValue((glyph, rune.Value), out int code))
            {
                code = _glyphs.Count;
                _codes[(glyph, rune.Value)] = code;
                _glyphs.Add(glyph);
                _codePoints.Add(rune.Value);
            }

            _ = code.TryFormat(digits, out _, "X4", CultureInfo.InvariantCulture);
            hexadecimal.Append(digits);
        }
    }

    /// <summary>Writes the font with all that belongs to it (ISO 32000-1, 9.7).</summary>
    public void Write(PdfObjects objects)
    {
        string name = $"{Tag()}+{_face.PostScriptName}";
        string pdfName = PdfTokens.Name(name);
        int file = _face.IsCff
            ? objects.AddStream("/Subtype /CIDFontType0C", CffSubset.Build(_face.Table("CFF ").ToArray(), name, _glyphs))
            : WriteTrueType(objects);
        (int left, int bottom, int right, int top) = _face.Bounds;
        // Flag 3 = symbolic: the codes are the font's own.
        int descriptor = objects.Add(
            $"<< /Type /FontDescriptor /FontName {pdfName} /Flags 4 /FontBBox [{PdfTokens.Numbers(Scaled(left), Scaled(bottom), Scaled(right), Scaled(top))}]"
            + $" /ItalicAngle 0 /Ascent {PdfTokens.Number(Scaled(_face.Ascent))} /Descent {PdfTokens.Number(Scaled(_face.Descent))}"
            + $" /CapHeight {PdfTokens.Number(Scaled(_face.CapHeight))} /StemV 80 {(_face.IsCff ? "/FontFile3" : "/FontFile2")} "
                + $"{PdfTokens.Reference(file)} >>");
        string widths = string.Join(' ', _glyphs.Select(glyph => PdfTokens.Number(Scaled(_face.GetAdvance(glyph)))));
        int descendant = objects.Add(
            $"<< /Type /Font /Subtype {(_face.IsCff ? "/CIDFontType0" : "/CIDFontType2 /CIDToGIDMap /Identity")} /BaseFont {pdfName}"
            + $" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor {PdfTokens.Reference(descriptor)} /DW 1000 /W [0 "
                + $"[{widths}]] >>");
        int unicode = objects.AddStream("", Encoding.ASCII.GetBytes(UnicodeMap()));
        objects.Write(
            Id,
            $"<< /Type /Font /Subtype /Type0 /BaseFont {pdfName} /Encoding /Identity-H /DescendantFonts [{PdfTokens.Reference(descendant)}] /ToUnicode "
                + $"{PdfTokens.Reference(unicode)} >>");
    }

    private int WriteTrueType(PdfObjects objects)
    {
        byte[] subset = TrueTypeSubset.Build(_face, _glyphs);
        return objects.AddStream(string.Create(CultureInfo.InvariantCulture, $"/Length1 {subset.Length}"), subset);
    }

    private double Scaled(int units) => units * 1000.0 / _face.UnitsPerEm;

    // ISO 32000-1, 9.6.4: six capital letters that tell subsets apart; here a hash of the glyphs.
    private string Tag()
    {
        byte[] hash = SHA256.HashData(Encoding.ASCII.GetBytes(_face.PostScriptName + string.Join(',', _glyphs)));
        return string.Concat(hash.Take(6).Select(value => (char)('A' + (value % 26))));
    }

    private string UnicodeMap()
    {
        var map = new StringBuilder(
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
            + "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
            + "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        foreach (int[] block in Enumerable.Range(1, _glyphs.Count - 1).Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfchar\n");
            foreach (int code in block)
            {
                string text = Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(char.ConvertFromUtf32(_codePoints[code])));
                map.Append(CultureInfo.InvariantCulture, $"<{code:X4}> <{text}>\n");
            }

            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }
}
