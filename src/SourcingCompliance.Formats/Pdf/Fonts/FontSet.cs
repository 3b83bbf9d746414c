using System.Globalization;
using System.Text;

namespace SourcingCompliance.Formats.Pdf.Fonts;

/// <summary>
/// The faces of one document: Inter in two weights and, for what it lacks, fonts of the system. Turns words into glyphs and
/// remembers them. Not safe for use from several threads: each document has its own.
/// </summary>
internal sealed class FontSet
{
    private const int ReplacementBox = 0x25A1;
    private readonly SystemFonts _system;
    private readonly Dictionary<(string Text, bool IsStrong, bool IsTabular), ShapedText> _words = [];
    private readonly SortedDictionary<int, string> _missing = [];
    private readonly SortedSet<string> _borrowed = new(StringComparer.Ordinal);

    /// <summary>The faces of a document.</summary>
    /// <param name="system">Where characters that Inter lacks are looked for.</param>
    public FontSet(SystemFonts system) => _system = system;

    /// <summary>The upright text weight.</summary>
    public FontFace Regular { get; } = InterTypeface.Regular();

    /// <summary>The weight for headings and stress.</summary>
    public FontFace SemiBold { get; } = InterTypeface.SemiBold();

    /// <summary>Ends the work on the document: every text is shaped, so that shaping is where it is looked at.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>Characters that no font has and that were drawn as an empty box, by code point.</summary>
    public IReadOnlyCollection<string> Missing => _missing.Values;

    /// <summary>Families of the machine that drew characters which Inter lacks, in ordinal order; empty = the file is the same on every machine.</summary>
    public IReadOnlyCollection<string> Borrowed => _borrowed;

    /// <summary>The glyphs of a text, without kerning and ligatures, so that its width is the sum of its characters' widths.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isStrong">Whether it is semi-bold.</param>
    /// <param name="isTabular">Whether figures are of one width.</param>
    /// <exception cref="OperationCanceledException"><see cref="Stop"/> was set.</exception>
    public ShapedText Shape(string text, bool isStrong = false, bool isTabular = false)
    {
        Stop.ThrowIfCancellationRequested();
        if (!_words.TryGetValue((text, isStrong, isTabular), out ShapedText? shaped))
        {
            shaped = ShapeAnew(text, isStrong ? SemiBold : Regular, isTabular);
            _words[(text, isStrong, isTabular)] = shaped;
        }

        return shaped;
    }

    private ShapedText ShapeAnew(string text, FontFace preferred, bool isTabular)
    {
        var pieces = new List<ShapedPiece>();
        var glyphs = new List<int>();
        var characters = new StringBuilder();
        FontFace face = preferred;
        double width = 0;
        bool isGap = false;
        Span<char> utf16 = stackalloc char[2];
        foreach (Rune written in text.EnumerateRunes())
        {
            if (Drawn(written) is not { } rune)
            {
                continue;
            }

            (FontFace next, int glyph, bool nextIsGap) = GetGlyph(rune, preferred, isTabular);
            if (glyphs.Count > 0 && (!ReferenceEquals(next, face) || isGap || nextIsGap))
            {
                Flush();
            }

            face = next;
            isGap = nextIsGap;
            glyphs.Add(glyph);
            characters.Append(utf16[..rune.EncodeToUtf16(utf16)]);
            width += (double)face.GetAdvance(glyph) / face.UnitsPerEm;
        }

        Flush();
        return new ShapedText(text, pieces);

        void Flush()
        {
            if (glyphs.Count > 0)
            {
                pieces.Add(new ShapedPiece(face, [.. glyphs], characters.ToString(), width, isGap));
            }

            glyphs.Clear();
            characters.Clear();
            width = 0;
        }
    }

    // White space of any kind is a space; what only steers how text is drawn (joiners, marks of direction, selectors) is left out.
    private static Rune? Drawn(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control => Rune.IsWhiteSpace(rune) ? new Rune(' ') : null,
        UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => null,
        _ when rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) => null,
        _ => rune,
    };

    private (FontFace Face, int Glyph, bool IsGap) GetGlyph(Rune rune, FontFace preferred, bool isTabular)
    {
        int glyph = preferred.GetGlyph(rune.Value, isTabular);
        if (glyph != 0)
        {
            return (preferred, glyph, false);
        }

        bool isPrivate = Rune.GetUnicodeCategory(rune) is UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
        FontFace? face = isPrivate ? null : _system.FaceFor(rune.Value);
        if (face is not null)
        {
            _borrowed.Add(face.FamilyName);
            return (face, face.GetGlyph(rune.Value), false);
        }

        _missing.TryAdd(rune.Value, rune.ToString());
        return (preferred, preferred.GetGlyph(ReplacementBox), true);
    }
}

/// <summary>A text as glyphs.</summary>
/// <param name="Text">The text.</param>
/// <param name="Pieces">Its pieces, each of one face.</param>
internal sealed record ShapedText(string Text, IReadOnlyList<ShapedPiece> Pieces)
{
    /// <summary>The width in em.</summary>
    public double Width { get; } = Pieces.Sum(piece => piece.Width);
}

/// <summary>Glyphs of one face that stand beside one another.</summary>
/// <param name="Face">The face.</param>
/// <param name="Glyphs">The glyphs, one for each code point of the text.</param>
/// <param name="Text">The text.</param>
/// <param name="Width">The width in em.</param>
/// <param name="IsGap">Whether a box stands in for a character that no font has.</param>
internal sealed record ShapedPiece(FontFace Face, int[] Glyphs, string Text, double Width, bool IsGap);
