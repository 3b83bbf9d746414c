using System.Collections.Immutable;

namespace SourcingCompliance.Formats.Pdf.Documents;

/// <summary>A drawing. Places are in points from its top left corner, downwards.</summary>
/// <param name="Width">Width, at most the column's.</param>
/// <param name="Height">Height.</param>
/// <param name="Shapes">What it shows, what lies beneath first.</param>
internal sealed record Picture(double Width, double Height, ImmutableArray<Shape> Shapes) : Block
{
    /// <summary>What it shows, in words that take its place for readers that do not see it.</summary>
    public required string AlternateText { get; init; }
}

/// <summary>A part of a drawing: one of the records below and no other.</summary>
internal abstract record Shape;

/// <summary>A filled rectangle.</summary>
/// <param name="X">Left.</param>
/// <param name="Y">Top.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
/// <param name="Color">Color.</param>
internal sealed record Box(double X, double Y, double Width, double Height, Ink Color) : Shape;

/// <summary>A line through several points, or the area inside them.</summary>
/// <param name="Points">The points.</param>
/// <param name="Color">Color.</param>
/// <param name="StrokeWidth">Width of the line; null = the area is filled.</param>
internal sealed record Polygon(ImmutableArray<(double X, double Y)> Points, Ink Color, double? StrokeWidth = null) : Shape
{
    /// <summary>Length of dashes and gaps; null = a whole line.</summary>
    public double? Dash { get; init; }
}

/// <summary>A shape of a verdict, in a square.</summary>
/// <param name="X">Left.</param>
/// <param name="Y">Top.</param>
/// <param name="Size">Side of the square.</param>
/// <param name="Mark">The shape.</param>
/// <param name="Color">Color.</param>
internal sealed record MarkShape(double X, double Y, double Size, Mark Mark, Ink Color) : Shape;

/// <summary>A line of text.</summary>
/// <param name="X">The place that it is aligned to.</param>
/// <param name="Baseline">Its base line.</param>
/// <param name="Text">What it says.</param>
internal sealed record Label(double X, double Baseline, string Text) : Shape
{
    /// <summary>Size of the type. The default is 8.</summary>
    public double Size { get; init; } = 8;

    /// <summary>Whether it is semi-bold.</summary>
    public bool IsStrong { get; init; }

    /// <summary>Color.</summary>
    public Ink Color { get; init; } = Ink.Text;

    /// <summary>On which side of <see cref="X"/> it stands: left = begins there, right = ends there.</summary>
    public Alignment Alignment { get; init; }
}
