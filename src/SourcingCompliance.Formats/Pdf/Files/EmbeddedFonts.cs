using System.Globalization;
using SourcingCompliance.Formats.Pdf.Fonts;

namespace SourcingCompliance.Formats.Pdf.Files;

/// <summary>The faces of one file, in the order of their first use.</summary>
internal sealed class EmbeddedFonts(PdfObjects objects)
{
    private readonly List<EmbeddedFont> _fonts = [];
    private readonly Dictionary<FontFace, EmbeddedFont> _byFace = [];

    /// <summary>The resource entries of all faces, for every page.</summary>
    public string Resources => string.Join(' ', _fonts.Select(font => $"/{font.Name} {PdfTokens.Reference(font.Id)}"));

    /// <summary>The face as the file knows it.</summary>
    public EmbeddedFont Get(FontFace face)
    {
        if (!_byFace.TryGetValue(face, out EmbeddedFont? font))
        {
            font = new EmbeddedFont(face, string.Create(CultureInfo.InvariantCulture, $"F{_fonts.Count + 1}"), objects.Reserve());
            _fonts.Add(font);
            _byFace[face] = font;
        }

        return font;
    }

    /// <summary>Writes all faces. Nothing may be encoded afterwards.</summary>
    public void Write() => _fonts.ForEach(font => font.Write(objects));
}
