using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Formats.Pdf.Fonts;

namespace SourcingCompliance.Formats.Pdf.Layout;

/// <content>How a finished line is placed.</content>
internal sealed partial class LineBreaker
{
    private void EndLine()
    {
        double width = _used;
        if (_space is Atom trailing && _line.Count > 0)
        {
            // It is not seen, but whoever copies or listens to the text needs it between the words of two lines.
            _line.Add(trailing);
        }

        _space = null;
        double x = _paragraph.Alignment switch
        {
            Alignment.Left => 0,
            Alignment.Right => _width - width,
            Alignment.Center => (_width - width) / 2,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        var contents = new List<Placed>();
        var links = new List<PlacedLink>();
        foreach (Atom atom in _line)
        {
            Place(atom, x, contents);
            AddLink(atom, x, links);
            x += atom.Width;
        }

        // Behind the text, so that the words of a sentence stay one piece of content.
        contents.AddRange(links.Where(link => link.Node is not { Parent.Role: "Reference" })
            .Select(link => new PlacedBox(null, link.X, link.Height * UnderlineDepth, link.Width, 0.4, LinkColor(link))));
        contents.AddRange(links);
        _lines.Add(new SetLine(contents, width, [.. _line.Select(atom => atom.Look.Note).OfType<SetNote>()]));
        _line.Clear();
        _used = 0;
    }

    private void Place(Atom atom, double x, List<Placed> contents)
    {
        Look look = atom.Look;
        if (atom.Mark is Mark mark)
        {
            contents.AddRange(MarkDrawing.Draw(mark, x, -atom.Size * 0.74, atom.Size * 0.76, look.Color, null, fonts));
            return;
        }

        if (atom.Shaped is null && look.Run.Field is { } field)
        {
            double side = atom.Size * 0.95;
            contents.Add(new PlacedPolygon(null, [(x, -side * 0.85), (x + side, -side * 0.85), (x + side, side * 0.15), (x, side * 0.15)],
                Ink.Muted, 0.7, null, true));
            contents.Add(new PlacedField(look.Node, x, -side * 0.85, side, side, field));
            return;
        }

        double at = x;
        foreach (ShapedPiece piece in atom.Shaped?.Pieces ?? [])
        {
            contents.Add(new PlacedText(look.Node, at, -atom.Rise, piece, atom.Size, look.Color));
            at += piece.Width * atom.Size;
        }
    }

    private Ink LinkColor(PlacedLink link) => _line.Find(atom => ReferenceEquals(atom.Look.Node, link.Node))?.Look.Color ?? Ink.Text;

    // The words of one link on one line make one area.
    private static void AddLink(Atom atom, double x, List<PlacedLink> links)
    {
        Look look = atom.Look;
        if (look.Run.Uri is null && look.Run.Anchor is null)
        {
            return;
        }

        if (links.Count > 0 && ReferenceEquals(links[^1].Node, look.Node))
        {
            links[^1] = links[^1] with { Width = x + atom.Width - links[^1].X };
            return;
        }

        links.Add(new PlacedLink(look.Node, x, -atom.Rise - (atom.Size * 0.8), atom.Width, atom.Size * 1.05, look.Run.Uri, look.Run.Anchor, look.Run.Text));
    }
}
