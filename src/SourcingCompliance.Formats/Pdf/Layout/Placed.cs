using System.Collections.Immutable;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Formats.Pdf.Fonts;
using SourcingCompliance.Formats.Pdf.Images;

namespace SourcingCompliance.Formats.Pdf.Layout;

/// <summary>Something with its place on a page, in points from the page's top left corner: one of the records below and no other.</summary>
/// <param name="Node">The node of the structure that it belongs to; null = decoration, which readers leave out.</param>
internal abstract record Placed(StructureNode? Node)
{
    /// <summary>The same, moved.</summary>
    public abstract Placed Move(double right, double down);
}

/// <summary>Glyphs of one face on one line.</summary>
internal sealed record PlacedText(StructureNode? Node, double X, double Baseline, ShapedPiece Piece, double Size, Ink Color) : Placed(Node)
{
    /// <summary>Its width.</summary>
    public double Width => Piece.Width * Size;

    /// <inheritdoc/>
    public override Placed Move(double right, double down) => this with { X = X + right, Baseline = Baseline + down };
}

/// <summary>A filled rectangle.</summary>
internal sealed record PlacedBox(StructureNode? Node, double X, double Y, double Width, double Height, Ink Color) : Placed(Node)
{
    /// <inheritdoc/>
    public override Placed Move(double right, double down) => this with { X = X + right, Y = Y + down };
}

/// <summary>A line through points, or the area inside them.</summary>
internal sealed record PlacedPolygon(
    StructureNode? Node, ImmutableArray<(double X, double Y)> Points, Ink Color, double? StrokeWidth, double? Dash, bool IsClosed) : Placed(Node)
{
    /// <inheritdoc/>
    public override Placed Move(double right, double down) => this with { Points = [.. Points.Select(point => (point.X + right, point.Y + down))] };
}

/// <summary>An area that leads somewhere when it is clicked.</summary>
internal sealed record PlacedLink(
    StructureNode? Node, double X, double Y, double Width, double Height, string? Uri, string? Anchor, string Text) : Placed(Node)
{
    /// <inheritdoc/>
    public override Placed Move(double right, double down) => this with { X = X + right, Y = Y + down };
}

/// <summary>A field to fill in.</summary>
internal sealed record PlacedField(StructureNode? Node, double X, double Y, double Width, double Height, FormField Field) : Placed(Node)
{
    /// <inheritdoc/>
    public override Placed Move(double right, double down) => this with { X = X + right, Y = Y + down };
}

/// <summary>A picture made of pixels. It is decoration: what it shows stands next to it in words.</summary>
internal sealed record PlacedImage(double X, double Y, double Width, double Height, PixelImage Image) : Placed((StructureNode?)null)
{
    /// <inheritdoc/>
    public override Placed Move(double right, double down) => this with { X = X + right, Y = Y + down };
}
