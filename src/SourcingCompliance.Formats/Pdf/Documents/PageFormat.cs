namespace SourcingCompliance.Formats.Pdf.Documents;

/// <summary>Size and margins of the pages, in points.</summary>
/// <param name="Width">Width of the paper.</param>
/// <param name="Height">Height of the paper.</param>
internal sealed record PageFormat(double Width, double Height)
{
    /// <summary>Points in a millimetre.</summary>
    public const double Millimetre = 72 / 25.4;

    /// <summary>ISO 216 A4, 210 × 297 mm.</summary>
    public static readonly PageFormat A4 = new(595.276, 841.89);

    /// <summary>US Letter, 8.5 × 11 in.</summary>
    public static readonly PageFormat Letter = new(612, 792);

    /// <summary>Room round the text, 17 mm.</summary>
    public double Margin { get; init; } = 17 * Millimetre;

    /// <summary>Room for the running foot above the lower edge.</summary>
    public double FootHeight { get; init; } = 22 * Millimetre;

    /// <summary>Width of the column of text.</summary>
    public double ColumnWidth => Width - (2 * Margin);

    /// <summary>Height of the column of text.</summary>
    public double ColumnHeight => Height - Margin - FootHeight;
}
