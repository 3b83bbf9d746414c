using System.Globalization;
using System.Text;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Formats.Pdf.Layout;

namespace SourcingCompliance.Formats.Pdf.Files;

/// <summary>Writes what one page shows as operators (ISO 32000-1, 8 and 9), each part marked with its node of the structure.</summary>
/// <param name="pageHeight">Height of the page.</param>
/// <param name="pageIndex">0-based page.</param>
/// <param name="fonts">The faces of the document.</param>
/// <param name="images">The pictures of the document.</param>
/// <param name="structure">Learns what belongs to which node.</param>
/// <param name="operators">Receives the operators, all ASCII.</param>
internal sealed class PageContent(double pageHeight, int pageIndex, EmbeddedFonts fonts, ImageObjects images, StructureTree structure, StringBuilder operators)
{
    private readonly StringBuilder _codes = new();
    private bool _isMarked;
    private StructureNode? _node;
    private bool _isText;
    private Ink? _fill;
    private Ink? _stroke;
    private (EmbeddedFont Font, double Size)? _font;
    private (double X, double Baseline) _pen;

    /// <summary>Writes the operators of a page.</summary>
    public void Write(Page page)
    {
        foreach (Placed placed in page.Contents)
        {
            if (placed is not (PlacedLink or PlacedField))
            {
                Mark(placed.Node, "/Artifact BMC\n");
                Draw(placed);
            }
        }

        Unmark();
        foreach (Placed placed in page.Foot)
        {
            Mark(null, "/Artifact << /Type /Pagination /Subtype /Footer >> BDC\n");
            Draw(placed);
        }

        Unmark();
    }

    private void Mark(StructureNode? node, string artifact)
    {
        if (_isMarked && ReferenceEquals(node, _node))
        {
            return;
        }

        Unmark();
        _ = node is null
            ? operators.Append(artifact)
            : operators.Append(CultureInfo.InvariantCulture, $"/{node.Role} << /MCID {structure.Mark(node, pageIndex)} >> BDC\n");
        (_isMarked, _node) = (true, node);
    }

    private void Unmark()
    {
        EndText();
        if (_isMarked)
        {
            operators.Append("EMC\n");
        }

        _isMarked = false;
    }

    private void Draw(Placed placed)
    {
        switch (placed)
        {
            case PlacedText text:
                DrawText(text);
                break;
            case PlacedBox box:
                EndText();
                Fill(box.Color);
                operators.AppendNumbers(box.X, pageHeight - box.Y - box.Height, box.Width, box.Height).Append(" re f\n");
                break;
            case PlacedImage image:
                EndText();
                operators.Append("q ").AppendNumbers(image.Width, 0, 0, image.Height, image.X, pageHeight - image.Y - image.Height)
                    .Append(" cm /").Append(images.GetName(image.Image)).Append(" Do Q\n");
                break;
            case PlacedPolygon polygon:
                EndText();
                DrawPolygon(polygon);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private void DrawPolygon(PlacedPolygon polygon)
    {
        if (polygon.StrokeWidth is double width)
        {
            if (_stroke != polygon.Color)
            {
                operators.AppendNumbers(polygon.Color.Red / 255.0, polygon.Color.Green / 255.0, polygon.Color.Blue / 255.0).Append(" RG\n");
                _stroke = polygon.Color;
            }

            string dash = polygon.Dash is double length ? PdfTokens.Numbers(length, length) : "";
            operators.Append(CultureInfo.InvariantCulture, $"{PdfTokens.Number(width)} w [{dash}] 0 d\n");
        }
        else
        {
            Fill(polygon.Color);
        }

        for (int index = 0; index < polygon.Points.Length; index++)
        {
            (double x, double y) = polygon.Points[index];
            operators.AppendNumbers(x, pageHeight - y).Append(index == 0 ? " m " : " l ");
        }

        operators.Append(polygon.StrokeWidth is null ? "f\n" : polygon.IsClosed ? "s\n" : "S\n");
    }

    private void DrawText(PlacedText text)
    {
        EmbeddedFont font = fonts.Get(text.Piece.Face);
        bool goesOn = _isText && _font == (font, text.Size) && _fill == text.Color
            && Math.Abs(_pen.Baseline - text.Baseline) < 0.001 && Math.Abs(_pen.X - text.X) < 0.02;
        if (!goesOn)
        {
            EndString();
            Fill(text.Color);
            if (!_isText)
            {
                operators.Append("BT\n");
                _isText = true;
            }

            if (_font != (font, text.Size))
            {
                operators.Append(CultureInfo.InvariantCulture, $"/{font.Name} {PdfTokens.Number(text.Size)} Tf\n");
                _font = (font, text.Size);
            }

            operators.Append("1 0 0 1 ").AppendNumbers(text.X, pageHeight - text.Baseline).Append(" Tm\n");
        }

        font.Encode(text.Piece, _codes);
        _pen = (text.X + text.Width, text.Baseline);
    }

    private void EndString()
    {
        if (_codes.Length > 0)
        {
            operators.Append('<').Append(_codes).Append("> Tj\n");
            _codes.Clear();
        }
    }

    private void EndText()
    {
        EndString();
        if (_isText)
        {
            operators.Append("ET\n");
        }

        _isText = false;
    }

    private void Fill(Ink color)
    {
        if (_fill == color)
        {
            return;
        }

        EndString();
        operators.AppendNumbers(color.Red / 255.0, color.Green / 255.0, color.Blue / 255.0).Append(" rg\n");
        _fill = color;
    }
}
