namespace SourcingCompliance.Formats.Pdf.Documents;

/// <summary>A stretch of text of one look.</summary>
/// <param name="Text">The text. White space separates words; a line feed ends the line.</param>
internal sealed record Run(string Text)
{
    /// <summary>Whether it is semi-bold.</summary>
    public bool IsStrong { get; init; }

    /// <summary>Whether figures are of one width, as in tables.</summary>
    public bool IsTabular { get; init; }

    /// <summary>Whether it must stay on one line, as part numbers must. Too wide for any line, it is set smaller.</summary>
    public bool IsUnbroken { get; init; }

    /// <summary>Ink; null = the paragraph's.</summary>
    public Ink? Color { get; init; }

    /// <summary>A shape drawn before the text; null = none. It says nothing that the text does not say.</summary>
    public Mark? Mark { get; init; }

    /// <summary>Address on the web that the text leads to; null = none.</summary>
    public string? Uri { get; init; }

    /// <summary>Anchor inside the document that the text leads to; null = none.</summary>
    public string? Anchor { get; init; }

    /// <summary>A box to check that stands before the text; null = none.</summary>
    public FormField? Field { get; init; }

    /// <summary>A note at the foot of the page, whose number follows the text; null = none.</summary>
    public Footnote? Note { get; init; }

    /// <summary>Text without any stress.</summary>
    public static implicit operator Run(string text) => new(text);

    /// <summary>A semi-bold stretch.</summary>
    public static Run Strong(string text) => new(text) { IsStrong = true };

    /// <summary>A stretch that is said by the way.</summary>
    public static Run Muted(string text) => new(text) { Color = Ink.Muted };

    /// <summary>A part number, cell address or other word that is never broken.</summary>
    public static Run Code(string text) => new(text) { IsUnbroken = true, IsTabular = true };
}

/// <summary>A note at the foot of a page. Notes with the same text are one note with one number.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Uri">Address on the web; null = none.</param>
internal sealed record Footnote(string Text, string? Uri = null);

/// <summary>A small shape that goes with a word and survives print in black and white.</summary>
internal enum Mark
{
    /// <summary>■</summary>
    Square,

    /// <summary>▲</summary>
    Triangle,

    /// <summary>?</summary>
    Question,

    /// <summary>◇</summary>
    Diamond,

    /// <summary>✓</summary>
    Check,

    /// <summary>·</summary>
    Dot,
}
