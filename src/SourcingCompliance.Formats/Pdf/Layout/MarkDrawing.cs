using System.Collections.Immutable;
using System.Diagnostics;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Formats.Pdf.Fonts;

namespace SourcingCompliance.Formats.Pdf.Layout;

/// <summary>Draws the shapes of verdicts as vectors, so that no font needs to have them.</summary>
internal static class MarkDrawing
{
    /// <summary>The shape in a square.</summary>
    /// <param name="mark">The shape.</param>
    /// <param name="x">Left of the square.</param>
    /// <param name="y">Top of the square.</param>
    /// <param name="size">Side of the square.</param>
    /// <param name="color">Color.</param>
    /// <param name="node">Node of the structure; null = decoration.</param>
    /// <param name="fonts">Has the question mark.</param>
    public static IEnumerable<Placed> Draw(Mark mark, double x, double y, double size, Ink color, StructureNode? node, FontSet fonts)
    {
        switch (mark)
        {
            case Mark.Square:
                return [new PlacedBox(node, x + (size * 0.08), y + (size * 0.08), size * 0.84, size * 0.84, color)];
            case Mark.Triangle:
                return [Filled([(0.5, 0.04), (1, 0.92), (0, 0.92)])];
            case Mark.Diamond:
                return [Stroked([(0.5, 0.05), (0.95, 0.5), (0.5, 0.95), (0.05, 0.5)], 0.12, isClosed: true)];
            case Mark.Check:
                return [Stroked([(0.06, 0.55), (0.36, 0.86), (0.94, 0.16)], 0.16, isClosed: false)];
            case Mark.Dot:
                return [new PlacedBox(node, x + (size * 0.15), y + (size * 0.44), size * 0.7, size * 0.14, color)];
            case Mark.Question:
                ShapedPiece glyph = fonts.Shape("?", isStrong: true).Pieces[0];
                double type = size * 1.3;
                return [new PlacedText(node, x + ((size - (glyph.Width * type)) / 2), y + (size * 0.96), glyph, type, color)];
            default:
                throw new UnreachableException();
        }

        PlacedPolygon Filled(ReadOnlySpan<(double X, double Y)> points) => new(node, Scaled(points), color, null, null, true);

        PlacedPolygon Stroked(ReadOnlySpan<(double X, double Y)> points, double width, bool isClosed) =>
            new(node, Scaled(points), color, width * size, null, isClosed);

        ImmutableArray<(double X, double Y)> Scaled(ReadOnlySpan<(double X, double Y)> points)
        {
            ImmutableArray<(double X, double Y)>.Builder scaled = ImmutableArray.CreateBuilder<(double X, double Y)>(points.Length);
            foreach ((double pointX, double pointY) in points)
            {
                scaled.Add((x + (pointX * size), y + (pointY * size)));
            }

            return scaled.ToImmutable();
        }
    }
}
